package io.servicesemantics.impl.bench;

import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The slices of one Service with a named port: a tenth of its Pods not ready, a hundred nodes, three
 * zones, at most 100 endpoints a slice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SlicingBenchmark {

  /** How many Pods there are. */
  @Param({"1000", "5000"})
  int pods;

  /** The preference for near endpoints; empty for none. */
  @Param({"", "PreferSameZone"})
  String trafficDistribution;

  private final SlicePlanner planner =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).slices();
  private Service service;
  private ClusterSnapshot world;
  private ClusterSnapshot settled;
  private SliceState state;
  private ClusterChange changed;
  private ClusterChange gone;

  /** Makes the Service, its Pods and nodes. */
  @Setup
  public void setUp() {
    service = LargeClusters.service(0, 0);
    if (!trafficDistribution.isEmpty()) {
      service =
          service.withSpec(
              service.spec().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE));
    }
    ClusterSnapshot.Builder builder = ClusterSnapshot.builder().addServices(service);
    for (int i = 0; i < pods; i++) {
      builder.addPods(LargeClusters.pod(0, 0, i, 100, i % 10 != 9));
    }
    world = builder.nodes(LargeClusters.nodes(100)).build();
    state = planner.stateOf(world);
    settled = world.withEndpointSlices(state.slices());
    Pod pod = LargeClusters.pod(0, 0, pods / 2, 100, false);
    changed = ClusterChange.put(pod);
    gone = ClusterChange.gone(pod);
  }

  /** No slices yet. */
  @Benchmark
  public SlicePlan fromNothing() {
    return planner.plan(service, world);
  }

  /** All slices in place, everything looked at again. */
  @Benchmark
  public SlicePlan nothingChanged() {
    return planner.plan(service, settled);
  }

  /** All slices in place, one Pod is no longer ready. */
  @Benchmark
  public SliceState afterOnePodChanged() {
    return state.after(changed);
  }

  /** All slices in place, one Pod is gone. */
  @Benchmark
  public SliceState afterOnePodGone() {
    return state.after(gone);
  }
}
