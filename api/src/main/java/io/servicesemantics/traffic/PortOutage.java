package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What an outage does to one Service port.
 *
 * @param port the port
 * @param endpoints how many endpoints it has, phase by phase
 * @param changes who fares otherwise than before, phase by phase
 */
public record PortOutage(
    TrafficPort port,
    ImmutableMap<OutagePhase, EndpointCount> endpoints,
    ImmutableList<FateChange> changes) {

  /** Checks that it begins before the outage. */
  public PortOutage {
    checkNotNull(port, "Port of an outage is null; expected one");
    checkNotNull(changes, "Changes of an outage are null; expected a list");
    checkArgument(
        endpoints.containsKey(OutagePhase.BEFORE),
        "Phases of an outage: \"%s\"; expected BEFORE among them",
        endpoints.keySet());
  }

  /** {@return whether it had endpoints, and in the end has none that takes anything} */
  public boolean losesAll() {
    ImmutableList<EndpointCount> counts = endpoints.values().asList();
    return !counts.get(0).isNone() && counts.get(counts.size() - 1).isNone();
  }

  /** {@return whether some connections are lost that were not before, in any phase} */
  public boolean losesSome() {
    return changes.stream().anyMatch(FateChange::isLoss);
  }
}
