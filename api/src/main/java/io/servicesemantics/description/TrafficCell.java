package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Explained;
import io.servicesemantics.routing.AffinityMemory;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.SessionAffinityRule;
import io.servicesemantics.routing.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one sort of traffic: an example of it, and what a node makes of that.
 *
 * <p>Two cells are equal when example and verdict are.
 */
public final class TrafficCell {

  private final RoutingTable table;
  private final Flow flow;

  private TrafficCell(RoutingTable table, Flow flow) {
    this.table = checkNotNull(table, "Routing table is null; expected that of the node");
    this.flow = checkNotNull(flow, "Flow is null; expected an example");
  }

  /**
   * Returns what a node makes of a flow.
   *
   * @param table the node's table, of the Service and of those it shares addresses with
   * @param flow an example of the traffic
   * @return the cell
   */
  public static TrafficCell of(RoutingTable table, Flow flow) {
    return new TrafficCell(table, flow);
  }

  /** {@return an example of the traffic} */
  public Flow flow() {
    return flow;
  }

  /** {@return the name of the node} */
  public String node() {
    return table.node().metadata().name();
  }

  /** {@return what becomes of it} */
  public Verdict verdict() {
    return table.route(flow);
  }

  /** {@return what becomes of it, and why} */
  public Explained<Verdict> explain() {
    return table.explain(flow);
  }

  /** {@return by what clients are remembered, where they are} */
  public Optional<AffinityMemory> affinity() {
    return verdict() instanceof Forward forward && forward.affinitySeconds().isPresent()
        ? table.affinityRules().stream().findFirst().map(SessionAffinityRule::memory)
        : Optional.empty();
  }

  /** {@return whether several Services claim the address, so that chance decides} */
  public boolean isLeftToChance() {
    return table.leftToChance(flow).isPresent();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TrafficCell that
        && flow.equals(that.flow)
        && verdict().equals(that.verdict());
  }

  @Override
  public int hashCode() {
    return flow.hashCode();
  }

  /** {@return the example and the verdict} */
  @Override
  public String toString() {
    return flow + ": " + verdict();
  }
}
