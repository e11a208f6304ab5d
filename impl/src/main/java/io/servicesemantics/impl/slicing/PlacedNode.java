package io.servicesemantics.impl.slicing;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.object.KnownLabels;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** What endpoints need to know of a node, made once for all of them. */
final class PlacedNode {

  final Optional<String> name;
  final Optional<String> zone;

  /** Hints for its zone; none when it has no zone. */
  final Optional<EndpointHints> zoneHints;

  /** Hints for its zone, if it has one, and for itself. */
  final Optional<EndpointHints> nodeHints;

  /** Whether its CPU counts: ready and not of the control plane. */
  final boolean counts;

  final BigInteger cpu;

  PlacedNode(Node node) {
    String zoneText = node.zone();
    this.name = Optional.of(node.metadata().name());
    this.zone = zoneText.isEmpty() ? Optional.empty() : Optional.of(zoneText);
    this.zoneHints = TrafficHints.sameZone(zone);
    this.nodeHints = TrafficHints.sameNode(zone, name);
    Map<String, String> labels = node.metadata().labels();
    this.counts =
        node.isReady()
            && !labels.containsKey(KnownLabels.CONTROL_PLANE)
            && !labels.containsKey(KnownLabels.MASTER);
    String cpuText = node.status().allocatable().get("cpu");
    this.cpu = cpuText == null ? BigInteger.ZERO : CpuQuantity.nano(cpuText);
  }

  /** Whether one of these nodes keeps every Service from getting hints by capacity. */
  boolean isInsufficient() {
    return counts && (zone.isEmpty() || cpu.signum() == 0);
  }
}
