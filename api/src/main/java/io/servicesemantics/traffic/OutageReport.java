package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/**
 * What becomes of a cluster's Services when nodes are drained or lost; prints as text.
 *
 * @param nodes the nodes drained or lost
 * @param stages the cluster before, and at each point of the outage
 * @param podsGone the Pods that go
 * @param podsStaying the Pods that a drain leaves where they are: those of DaemonSets, and those
 *     that a node keeps by itself
 * @param ports the Service ports whose endpoints change, in the order of the Services
 * @param untouched how many other Services there are
 * @param listedElsewhere by Service, how many endpoints on these nodes stand in slices that the
 *     slice controller does not look after, and so stay listed
 */
public record OutageReport(
    ImmutableSet<String> nodes,
    ImmutableList<OutageStage> stages,
    ImmutableList<NamespacedName> podsGone,
    ImmutableList<NamespacedName> podsStaying,
    ImmutableList<PortOutage> ports,
    int untouched,
    ImmutableMap<NamespacedName, Integer> listedElsewhere) {

  /** Checks that there is a before and an after. */
  public OutageReport {
    checkNotNull(nodes, "Nodes of an outage are null; expected their names");
    checkNotNull(podsGone, "Pods that go are null; expected a list");
    checkNotNull(podsStaying, "Pods that stay are null; expected a list");
    checkNotNull(ports, "Ports of an outage are null; expected a list");
    checkNotNull(listedElsewhere, "Endpoints listed elsewhere are null; expected a map");
    checkArgument(
        stages.size() > 1 && stages.get(0).phase() == OutagePhase.BEFORE,
        "Stages of an outage: \"%s\"; expected the one before, and another",
        stages.size());
  }

  /**
   * Returns what an outage does to a port.
   *
   * @param port the port
   * @return what it does; empty where the port's endpoints stay as they are
   */
  public Optional<PortOutage> port(TrafficPort port) {
    return ports.stream().filter(each -> each.port().equals(port)).findFirst();
  }

  /** {@return the Services of which some port has no endpoint left in the end} */
  public ImmutableSet<NamespacedName> losingAll() {
    return ports.stream()
        .filter(PortOutage::losesAll)
        .map(each -> each.port().service())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return the Services that lose connections at some node, in any phase} */
  public ImmutableSet<NamespacedName> losingSome() {
    return ports.stream()
        .filter(PortOutage::losesSome)
        .map(each -> each.port().service())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** {@return who loses what, and when: first those that lose all, then the others} */
  @Override
  public String toString() {
    return OutageText.of(this);
  }
}
