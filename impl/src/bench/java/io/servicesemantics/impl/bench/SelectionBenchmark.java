package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
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
 * The endpoints of one service port on one node: a tenth not ready, a hundred nodes, three zones.
 *
 * <p>{@code read} is done once for all nodes; the others start from what was read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SelectionBenchmark {

  /** How many endpoints there are. */
  @Param({"100", "10000"})
  int endpoints;

  /** Both traffic policies. */
  @Param({"Cluster", "Local"})
  String policies;

  /** Whether every endpoint is hinted for its own zone. */
  @Param({"false", "true"})
  boolean hints;

  private final EndpointSelector selector =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).endpointSelector();
  private final Node node = NodeFixtures.inZone("node-000", "zone-0");
  private Service service;
  private ServicePort port;
  private ImmutableList<Endpoint> said;
  private PortEndpoints read;

  /** Makes the Service and its endpoints. */
  @Setup
  public void setUp() {
    Service open = ServiceFixtures.nodePort();
    boolean isLocal = policies.equals("Local");
    service =
        open.withSpec(
            open.spec()
                .withInternalTrafficPolicy(
                    isLocal ? InternalTrafficPolicy.LOCAL : InternalTrafficPolicy.CLUSTER)
                .withExternalTrafficPolicy(
                    isLocal ? ExternalTrafficPolicy.LOCAL : ExternalTrafficPolicy.CLUSTER));
    port = service.spec().ports().get(0);
    ImmutableList.Builder<Endpoint> all = ImmutableList.builder();
    for (int i = 0; i < endpoints; i++) {
      all.add(endpoint(i));
    }
    said = all.build();
    read = selector.read(said, EndpointFixtures.PORT).endpoints();
  }

  private Endpoint endpoint(int i) {
    boolean isReady = i % 10 != 9;
    boolean isTerminating = i % 20 == 9;
    String address = "10." + (128 + i / 65536) + "." + i / 256 % 256 + "." + i % 256;
    Endpoint endpoint =
        Endpoint.of(address)
            .withConditions(
                EndpointConditions.of(isReady, isReady || isTerminating, isTerminating))
            .withNodeName(String.format("node-%03d", i % 100))
            .withZone("zone-" + i % 3);
    return hints ? EndpointFixtures.hintedForZones(endpoint, "zone-" + i % 3) : endpoint;
  }

  /** Selects among endpoints already read. */
  @Benchmark
  public SelectedEndpoints select() {
    return selector.select(service, port, IpFamily.IPV4, node, read);
  }

  /** Selects, and makes a list of all that is reachable. */
  @Benchmark
  public Object selectAndList() {
    return selector.select(service, port, IpFamily.IPV4, node, read).allReachable().toList();
  }

  /** Reads what the slices say, once for all nodes. */
  @Benchmark
  public SliceReading read() {
    return selector.read(said, EndpointFixtures.PORT);
  }

  /** Selects, and tells of every endpoint why. */
  @Benchmark
  public Explained<SelectedEndpoints> explain() {
    return selector.explain(service, port, IpFamily.IPV4, node, read);
  }
}
