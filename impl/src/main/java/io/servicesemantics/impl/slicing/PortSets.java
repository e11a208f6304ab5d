package io.servicesemantics.impl.slicing;

import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sets of ports that a Service's Pods turn out to have, each made once.
 *
 * <p>It is filled while the Pods of one Service are decided about, and thrown away afterwards.
 */
final class PortSets {

  private final ServiceTraits service;
  private final Map<List<Long>, PortSet> made = new HashMap<>();
  private long[] latestFound = new long[0];
  private PortSet latest = PortSet.NONE;

  PortSets(ServiceTraits service) {
    this.service = service;
  }

  /**
   * The set of what {@link NamedPorts} found; most Pods of a Service have that of the one before.
   */
  PortSet of(long[] found) {
    if (!Arrays.equals(found, latestFound)) {
      latest = made.computeIfAbsent(Longs.asList(found), key -> service.portSet(found));
      latestFound = found;
    }
    return latest;
  }
}
