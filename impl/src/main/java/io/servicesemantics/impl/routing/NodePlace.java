package io.servicesemantics.impl.routing;

import io.servicesemantics.cluster.Node;

/**
 * All of a node that counts when endpoints are chosen.
 *
 * @param name its name
 * @param zone its zone; empty without the label, which a hint may name too (recorded 4)
 */
record NodePlace(String name, String zone) {

  static NodePlace of(Node node) {
    return new NodePlace(node.metadata().name(), node.zone());
  }
}
