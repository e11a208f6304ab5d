package io.servicesemantics.impl.routing;

/**
 * Which hints count.
 *
 * @param byNode whether node hints do (versions R3)
 * @param byZone whether zone hints do (versions R7)
 * @param namelessZone whether zone hints do on a node without a zone, where they may name the zone
 *     without a name (versions R6)
 */
record HintRules(boolean byNode, boolean byZone, boolean namelessZone) {

  HintRules withoutZones() {
    return new HintRules(byNode, false, namelessZone);
  }
}
