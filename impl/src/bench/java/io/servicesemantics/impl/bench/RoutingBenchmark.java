package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import java.util.Random;
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
 * The routing table of a node: ten endpoints a Service, every tenth Service with a node port.
 *
 * <p>Flows are asked in the order in which they lie in memory; their Services are drawn at random.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RoutingBenchmark {

  private static final int FLOWS = 1 << 16;

  /** How many Services there are. */
  @Param({"1000", "10000"})
  int services;

  /** How the node is programmed. */
  @Param({"NFTABLES"})
  ProxyMode mode;

  private TrafficRouter router;
  private Node node;
  private ClusterSnapshot world;
  private RoutingTable table;
  private RoutingTable tableWithout;
  private ClusterChange oneGone;
  private ClusterChange oneBack;
  private Flow warm;
  private Flow[] flows;
  private int next;

  /** Makes the cluster and its table. */
  @Setup
  public void setUp() {
    ClusterProfile profile =
        ClusterProfile.of(KubernetesVersion.V1_36).withProxy(RoutedClusters.proxy(mode));
    router = StandardSemantics.of(profile).router();
    node = RoutedClusters.node();
    world = RoutedClusters.world(services);
    table = router.tableFor(node, world);
    oneGone = ClusterChange.put(RoutedClusters.slice(services / 2, 9));
    oneBack = ClusterChange.put(RoutedClusters.slice(services / 2, 10));
    tableWithout = table.after(oneGone);
    IpAddress pod = IpAddress.parse("10.128.0.77");
    Random random = new Random(1);
    flows = new Flow[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      IpAddress clusterIp = IpAddress.parse(RoutedClusters.clusterIp(random.nextInt(services)));
      flows[i] = Flow.of(Protocol.TCP, pod, clusterIp, 80);
    }
    warm = flows[0];
  }

  /** The table, from objects alone: look-up tables of the snapshot are made anew each time. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public RoutingTable tableFor() {
    return router.tableFor(node, ClusterSnapshot.builder().from(world).build());
  }

  /** One endpoint of one Service taken away and put back: two changes. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public ImmutableList<RoutingTable> afterTwoChanges() {
    return ImmutableList.of(table.after(oneGone), tableWithout.after(oneBack));
  }

  /** A flow to the same Service each time. */
  @Benchmark
  public Verdict routeWarm() {
    return table.route(warm);
  }

  /** A flow to a Service drawn at random. */
  @Benchmark
  public Verdict routeRandom() {
    return table.route(flows[next++ & FLOWS - 1]);
  }

  /** A flow, with the rules it rests on. */
  @Benchmark
  public Explained<Verdict> explain() {
    return table.explain(warm);
  }
}
