package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowDifference;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what several tables of a node make of every class of flows, as those of the proxy modes;
 * decides nothing.
 */
final class TableComparison {

  /** What senders that are treated alike have in common: per table a reason and a verdict. */
  private record Treatment(ImmutableList<Reason> reasons, ImmutableList<Verdict> verdicts) {}

  /** An example of a class of flows, and who sends them. */
  private record FlowClass(Flow flow, List<String> senders) {}

  private static final String ANYBODY = "anybody";

  /** Whether two verdicts come to the same for a flow. */
  private interface Sameness {
    boolean isSame(Verdict one, Verdict other, Flow flow);
  }

  /** A class of flows that not all tables treat alike, with what each makes of it. */
  private record Difference(
      Flow flow,
      String senders,
      boolean isEverySender,
      ImmutableList<Explained<Verdict>> answers) {}

  private final ImmutableList<StandardRoutingTable> tables;
  private final Sameness sameness;
  private final ImmutableList.Builder<Difference> differences = ImmutableList.builder();

  private TableComparison(ImmutableList<StandardRoutingTable> tables, Sameness sameness) {
    this.tables = tables;
    this.sameness = sameness;
  }

  static ImmutableList<ModeDifference> ofModes(
      ImmutableMap<ProxyMode, StandardRoutingTable> tables) {
    ImmutableList.Builder<ModeDifference> all = ImmutableList.builder();
    for (Difference found : of(tables.values().asList(), Verdict::isSameFor)) {
      ImmutableMap.Builder<ProxyMode, Explained<Verdict>> answers = ImmutableMap.builder();
      for (int i = 0; i < tables.size(); i++) {
        answers.put(tables.keySet().asList().get(i), found.answers().get(i));
      }
      all.add(new ModeDifference(found.flow(), found.senders(), answers.buildOrThrow()));
    }
    return all.build();
  }

  static ImmutableList<FlowDifference> ofTwo(
      StandardRoutingTable before, StandardRoutingTable after) {
    ImmutableList.Builder<FlowDifference> all = ImmutableList.builder();
    for (Difference found : of(ImmutableList.of(before, after), Verdict::isSameTrafficFor)) {
      all.add(
          new FlowDifference(
              found.flow(),
              found.isEverySender() ? ANYBODY : found.senders(),
              found.answers().get(0),
              found.answers().get(1)));
    }
    return all.build();
  }

  private static ImmutableList<Difference> of(
      ImmutableList<StandardRoutingTable> tables, Sameness sameness) {
    TableComparison comparison = new TableComparison(tables, sameness);
    for (ProbedDestination destination : ProbedDestination.all(tables)) {
      comparison.compare(destination);
    }
    return comparison.differences.build();
  }

  private void compare(ProbedDestination destination) {
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
      differences.add(
          new Difference(
              found.flow(),
              senders,
              found.senders().size() == destination.senders().size(),
              answers(found.flow())));
    }
  }

  private boolean isAnyOther(Flow flow) {
    Verdict first = tables.get(0).route(flow);
    for (StandardRoutingTable table : tables) {
      if (!sameness.isSame(table.route(flow), first, flow)) {
        return true;
      }
    }
    return false;
  }

  private Treatment treatment(Flow flow) {
    ImmutableList.Builder<Reason> reasons = ImmutableList.builder();
    ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
    for (StandardRoutingTable table : tables) {
      reasons.add(table.reason(flow));
      verdicts.add(table.route(flow));
    }
    return new Treatment(reasons.build(), verdicts.build());
  }

  private ImmutableList<Explained<Verdict>> answers(Flow flow) {
    ImmutableList.Builder<Explained<Verdict>> answers = ImmutableList.builder();
    tables.forEach(table -> answers.add(table.explain(flow)));
    return answers.build();
  }
}
