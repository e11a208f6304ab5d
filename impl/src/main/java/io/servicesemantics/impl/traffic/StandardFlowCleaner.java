package io.servicesemantics.impl.traffic;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.traffic.FlowCleaner;
import io.servicesemantics.traffic.FlowCleanup;
import io.servicesemantics.traffic.FlowFate;
import io.servicesemantics.traffic.TrackedFlow;
import java.util.EnumMap;
import java.util.Map;

/** Cleans up tracked flows as kube-proxy does. */
public final class StandardFlowCleaner implements FlowCleaner {

  private static final Joiner SPACED = Joiner.on(' ');

  private final EndpointSelector selector;

  /**
   * Makes a cleaner.
   *
   * @param selector what reads slices and judges which Services kube-proxy serves
   */
  public StandardFlowCleaner(EndpointSelector selector) {
    this.selector = selector;
  }

  @Override
  public FlowCleanup clean(
      ImmutableList<TrackedFlow> flows, ClusterSnapshot before, ClusterSnapshot after) {
    Map<IpFamily, FamilyCleanup> cleanups = new EnumMap<>(IpFamily.class);
    ImmutableList.Builder<FlowFate> fates = ImmutableList.builder();
    for (TrackedFlow flow : flows) {
      FamilyCleanup cleanup =
          cleanups.computeIfAbsent(
              flow.family(), family -> new FamilyCleanup(before, after, family, selector));
      fates.add(fate(flow, cleanup.decide(flow)));
    }
    return new FlowCleanup(fates.build());
  }

  @Override
  public Explained<FlowFate> explain(
      TrackedFlow flow, ClusterSnapshot before, ClusterSnapshot after) {
    FamilyCleanup.Fate decided =
        new FamilyCleanup(before, after, flow.family(), selector).decide(flow);
    Because why = Because.of(decided.reason()).withFact("flow", flow);
    if (decided.port() != null) {
      why =
          why.withFact("port", decided.port().name()).withFact("serving", serving(decided.port()));
    }
    return Explained.of(fate(flow, decided), why);
  }

  private static FlowFate fate(TrackedFlow flow, FamilyCleanup.Fate decided) {
    return new FlowFate(
        flow, decided.reason(), decided.port() == null ? "" : decided.port().name());
  }

  private static String serving(UdpPort port) {
    return port.serving().isEmpty() ? "none" : SPACED.join(port.serving());
  }
}
