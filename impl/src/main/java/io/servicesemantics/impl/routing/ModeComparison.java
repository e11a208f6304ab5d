package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares what the proxy modes make of every class of flows; decides nothing. */
final class ModeComparison {

  /** What senders that are treated alike have in common: per mode a reason and a verdict. */
  private record Treatment(ImmutableList<Reason> reasons, ImmutableList<Verdict> verdicts) {}

  /** An example of a class of flows, and who sends them. */
  private record FlowClass(Flow flow, List<String> senders) {}

  private final ImmutableMap<ProxyMode, StandardRoutingTable> tables;

  private ModeComparison(ImmutableMap<ProxyMode, StandardRoutingTable> tables) {
    this.tables = tables;
  }

  static ImmutableList<ModeDifference> of(ImmutableMap<ProxyMode, StandardRoutingTable> tables) {
    ModeComparison comparison = new ModeComparison(tables);
    ImmutableList.Builder<ModeDifference> all = ImmutableList.builder();
    for (ProbedDestination destination : ProbedDestination.all(tables.values())) {
      comparison.compare(destination, all);
    }
    return all.build();
  }

  private void compare(
      ProbedDestination destination, ImmutableList.Builder<ModeDifference> differences) {
    Map<Treatment, FlowClass> classes = new LinkedHashMap<>();
    destination
        .senders()
        .forEach(
            (sender, source) -> {
              Flow flow = destination.from(source);
              if (isAnyOther(flow)) {
                classes
                    .computeIfAbsent(
                        treatment(flow), unused -> new FlowClass(flow, new ArrayList<>()))
                    .senders()
                    .add(sender);
              }
            });
    for (FlowClass found : classes.values()) {
      String senders = String.join(", ", found.senders());
      differences.add(new ModeDifference(found.flow(), senders, answers(found.flow())));
    }
  }

  private boolean isAnyOther(Flow flow) {
    Verdict first = tables.values().asList().get(0).route(flow);
    for (StandardRoutingTable table : tables.values()) {
      if (!table.route(flow).isSameFor(first, flow)) {
        return true;
      }
    }
    return false;
  }

  private Treatment treatment(Flow flow) {
    ImmutableList.Builder<Reason> reasons = ImmutableList.builder();
    ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
    for (StandardRoutingTable table : tables.values()) {
      reasons.add(table.reason(flow));
      verdicts.add(table.route(flow));
    }
    return new Treatment(reasons.build(), verdicts.build());
  }

  private ImmutableMap<ProxyMode, Explained<Verdict>> answers(Flow flow) {
    ImmutableMap.Builder<ProxyMode, Explained<Verdict>> answers = ImmutableMap.builder();
    tables.forEach((mode, table) -> answers.put(mode, table.explain(flow)));
    return answers.buildOrThrow();
  }
}
