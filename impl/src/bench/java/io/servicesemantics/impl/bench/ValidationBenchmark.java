package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.admission.ServiceValidator;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.SentServices;
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
 * Defaults and validation of one Service alone.
 *
 * <p>Typical: ClusterIP, two labels, an annotation, a selector of two labels, two named ports.
 * Large: LoadBalancer, 100 source ranges and 100 named ports with node ports.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

  /** Which Service. */
  @Param({"typical", "large"})
  String shape;

  private final StandardSemantics semantics =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  private final ServiceDefaulter defaulter = semantics.defaulter();
  private final ServiceValidator validator = semantics.validator();
  private Service sent;
  private Service defaulted;
  private Service faulty;

  /** Makes the Service. */
  @Setup
  public void setUp() {
    sent = shape.equals("typical") ? SentServices.typical() : SentServices.large();
    defaulted = withAddress(defaulter.applyTo(sent));
    faulty = withWrongPort(defaulted);
    if (!validator.validate(defaulted).isEmpty() || validator.validate(faulty).size() != 1) {
      throw new IllegalStateException("Faults of the benchmark's Services; expected none and one");
    }
  }

  private static Service withAddress(Service service) {
    return service.withSpec(
        service.spec().toBuilder()
            .clusterIP("10.96.0.10")
            .addClusterIP("10.96.0.10")
            .ipFamilies(IpFamily.IPV4)
            .ipFamilyPolicy(IpFamilyPolicy.SINGLE_STACK)
            .build());
  }

  private static Service withWrongPort(Service service) {
    ImmutableList<ServicePort> ports = service.spec().ports();
    return service.withSpec(
        service
            .spec()
            .withPorts(
                ImmutableList.<ServicePort>builder()
                    .add(ports.get(0).withPort(70_000))
                    .addAll(ports.subList(1, ports.size()))
                    .build()));
  }

  /** Sets the defaults of a Service that leaves them out. */
  @Benchmark
  public Service defaults() {
    return defaulter.applyTo(sent);
  }

  /** Finds that nothing is to be set. */
  @Benchmark
  public Service defaultsOfDefaulted() {
    return defaulter.applyTo(defaulted);
  }

  /** Finds nothing wrong. */
  @Benchmark
  public ImmutableList<FieldError> validate() {
    return validator.validate(defaulted);
  }

  /** Finds nothing wrong with what takes the place of the same. */
  @Benchmark
  public ImmutableList<FieldError> validateUpdate() {
    return validator.validateUpdate(defaulted, defaulted);
  }

  /** Finds one port that is none. */
  @Benchmark
  public ImmutableList<FieldError> validateFaulty() {
    return validator.validate(faulty);
  }

  /** Finds nothing to warn of. */
  @Benchmark
  public ImmutableList<String> warnings() {
    return validator.warnings(defaulted);
  }
}
