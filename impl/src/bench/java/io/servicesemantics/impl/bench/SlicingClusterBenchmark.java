package io.servicesemantics.impl.bench;

import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
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

/** The slices of a whole cluster: fifteen Pods a Service, a node for every thirty Pods. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SlicingClusterBenchmark {

  private static final int PODS_PER_SERVICE = 15;

  /** How many Services there are. */
  @Param({"100", "1000", "10000"})
  int services;

  private final SlicePlanner planner =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).slices();
  private ClusterSnapshot world;
  private SliceState state;
  private ClusterChange changed;

  /** Makes the cluster. */
  @Setup
  public void setUp() {
    int nodes = services / 2;
    ClusterSnapshot.Builder builder = ClusterSnapshot.builder().nodes(LargeClusters.nodes(nodes));
    for (int s = 0; s < services; s++) {
      int namespace = s % 100;
      builder.addServices(LargeClusters.service(namespace, s));
      for (int i = 0; i < PODS_PER_SERVICE; i++) {
        int number = s * PODS_PER_SERVICE + i;
        builder.addPods(LargeClusters.pod(namespace, s, number, nodes, number % 10 != 9));
      }
    }
    world = builder.build();
    state = planner.stateOf(world);
    changed = ClusterChange.put(LargeClusters.pod(50, 50, 50 * PODS_PER_SERVICE, nodes, false));
  }

  /** Every Service planned, from objects alone: look-up tables are made anew each time. */
  @Benchmark
  public SliceState planned() {
    return planner.stateOf(ClusterSnapshot.builder().from(world).build());
  }

  /** One Pod of them is no longer ready. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public SliceState afterOnePodChanged() {
    return state.after(changed);
  }
}
