package io.servicesemantics.impl.bench;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
 * A whole request about one Service: a typical one, and one with 100 ports and 100 source ranges.
 *
 * <p>{@code createFromTree} begins with the body as a tree, as a client library hands it over;
 * {@code createFromValue} with nothing left to decode; {@code update} puts the stored Service back
 * as it reads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CreateBenchmark {

  /** The Service. */
  @Param({"typical", "large"})
  String shape;

  /** How many Services are stored already. */
  @Param({"0", "10000"})
  int stored;

  private final ServiceSemantics k8s = StandardSemantics.of(ClusterFixtures.ipv4());
  private final ServiceAdmission admission = k8s.admission();
  private final NumberPicker picker = NumberPicker.seeded(1);
  private ClusterState cluster;
  private ClusterState after;
  private Service service;
  private Service read;
  private Map<String, @Nullable Object> tree;

  /** Fills the cluster. */
  @Setup
  public void setUp() {
    service = shape.equals("typical") ? SentServices.typical() : SentServices.large();
    tree = k8s.manifests().toTree(service);
    cluster = admission.emptyState();
    Service other = SentServices.typical();
    for (int i = 0; i < stored; i++) {
      Service next = SentServices.named(other, String.format(Locale.ROOT, "svc-%05d", i));
      cluster = accepted(admission.create(next, cluster, picker)).next();
    }
    AdmissionDecision.Accepted made = accepted(admission.create(service, cluster, picker));
    after = made.next();
    read = made.service();
  }

  /** Creates it from a tree. */
  @Benchmark
  public AdmissionDecision createFromTree() {
    return admission.admit(AdmissionRequest.createTree(tree), cluster, picker);
  }

  /** Creates it from a value. */
  @Benchmark
  public AdmissionDecision createFromValue() {
    return admission.create(service, cluster, picker);
  }

  /** Puts it back as it reads. */
  @Benchmark
  public AdmissionDecision update() {
    return admission.update(read, after, picker);
  }

  private static AdmissionDecision.Accepted accepted(AdmissionDecision decision) {
    return decision.match(
        taken -> taken,
        refused -> {
          throw new IllegalStateException(refused.message());
        });
  }
}
