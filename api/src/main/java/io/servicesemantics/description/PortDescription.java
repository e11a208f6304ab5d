package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.service.ServicePort;

/**
 * One port of a Service and where it leads.
 *
 * @param port the port
 * @param podsByNumber how many Pods it leads to at each port number
 * @param podsWithout how many Pods that the Service selects do not have it
 */
public record PortDescription(
    ServicePort port, ImmutableSortedMap<Integer, Integer> podsByNumber, int podsWithout) {

  /** Checks that no part is null. */
  public PortDescription {
    checkNotNull(port, "Port is null; expected a port of the Service");
    checkNotNull(podsByNumber, "Pods by number are null; expected a map");
  }
}
