package io.servicesemantics.impl.slicing;

import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import java.util.List;
import java.util.Optional;

/**
 * Hints that follow from where an endpoint is, for {@code trafficDistribution}.
 *
 * <p>Follows {@code trafficdist/trafficdist.go} (routing 1.10.2, 1.10.3).
 */
final class TrafficHints {

  private static final Optional<String> NAMELESS = Optional.of("");

  private TrafficHints() {}

  static Optional<EndpointHints> sameZone(Optional<String> zone) {
    return zone.map(name -> EndpointHints.builder().addForZones(name).build());
  }

  static Optional<EndpointHints> sameNode(Optional<String> zone, Optional<String> node) {
    if (zone.isEmpty() && node.isEmpty()) {
      return Optional.empty();
    }
    EndpointHints.Builder hints = EndpointHints.builder();
    zone.ifPresent(hints::addForZones);
    node.ifPresent(hints::addForNodes);
    return Optional.of(hints.build());
  }

  /** What a ready endpoint should say. */
  static Optional<EndpointHints> wanted(HintMode mode, Endpoint endpoint) {
    return mode == HintMode.SAME_NODE
        ? sameNode(endpoint.zone(), endpoint.nodeName())
        : sameZone(zone(mode, endpoint));
  }

  private static Optional<String> zone(HintMode mode, Endpoint endpoint) {
    return mode == HintMode.SAME_OR_NAMELESS_ZONE ? orNameless(endpoint.zone()) : endpoint.zone();
  }

  /** The zone, or the one without a name. */
  static Optional<String> orNameless(Optional<String> zone) {
    return zone.isPresent() ? zone : NAMELESS;
  }

  /** Whether a ready endpoint says what it should, without making what it should say. */
  static boolean isRight(HintMode mode, Endpoint endpoint) {
    Optional<EndpointHints> hints = endpoint.hints();
    boolean wantsNode = mode == HintMode.SAME_NODE && endpoint.nodeName().isPresent();
    Optional<String> zone = zone(mode, endpoint);
    if (zone.isEmpty() && !wantsNode) {
      return hints.isEmpty();
    }
    return hints.isPresent()
        && is(hints.get().forZones(), zone)
        && is(hints.get().forNodes(), wantsNode ? endpoint.nodeName() : Optional.empty());
  }

  private static boolean is(List<String> names, Optional<String> name) {
    return name.isPresent()
        ? names.size() == 1 && names.get(0).equals(name.get())
        : names.isEmpty();
  }
}
