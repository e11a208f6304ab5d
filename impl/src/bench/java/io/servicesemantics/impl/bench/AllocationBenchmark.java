package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ServiceRanges;
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

/** One more address or node port, into networks and port ranges from empty to nearly full. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllocationBenchmark {

  private static final int DRAWS = 1 << 10;

  /** The network addresses come from. */
  @Param({"10.96.0.0/16", "fd00::/112", "fd00::/64"})
  String network;

  /** How much of the network (of the /64, of as many as the others have) and of the ports is held. */
  @Param({"0", "1", "50", "99.9"})
  double percentHeld;

  /** How numbers are picked. */
  @Param({"lowestFree", "seeded"})
  String picker;

  private final AllocationHolder holder =
      AllocationHolder.service(NamespacedName.of("shop", "web"));
  private NumberPicker numbers;
  private IpFamily family;
  private AllocationState held;
  private IpAddress asked;
  private long draw;

  /** Fills the state. */
  @Setup
  public void setUp() {
    numbers =
        picker.equals("seeded") ? NumberPicker.seeded(1) : NumberPicker.lowestFree();
    family = Cidr.parse(network).family();
    held = filled(empty(network, "0-65535"), family, numbers, (int) (65_534 * percentHeld / 100));
    for (int i = 0; i < (int) (65_536 * percentHeld / 100); i++) {
      held = ((Allocation.Taken<Integer>) held.pickPort(holder, numbers, i)).next();
    }
    asked =
        ((Allocation.Taken<IpAddress>) held.pick(family, holder, NumberPicker.seeded(2), 0))
            .number();
  }

  static AllocationState empty(String network, String ports) {
    ServiceRanges ranges =
        ServiceRanges.builder()
            .serviceCIDRs(ImmutableList.of(Cidr.parse(network)))
            .nodePortRange(PortRange.parse(ports))
            .build();
    return StandardSemantics.of(
            ClusterProfile.of(KubernetesVersion.V1_36).withRanges(ranges))
        .allocator()
        .empty();
  }

  static AllocationState filled(
      AllocationState empty, IpFamily family, NumberPicker numbers, int count) {
    AllocationState state = empty;
    for (int i = 0; i < count; i++) {
      AllocationHolder each = AllocationHolder.service(NamespacedName.of("shop", "web-" + i));
      state = ((Allocation.Taken<IpAddress>) state.pick(family, each, numbers, i)).next();
    }
    return state;
  }

  /** Any free address. */
  @Benchmark
  public Allocation<IpAddress> pickAddress() {
    return held.pick(family, holder, numbers, draw++ % DRAWS);
  }

  /** An address that was asked for, and is free. */
  @Benchmark
  public Allocation<IpAddress> takeAddress() {
    return held.take(asked, holder);
  }

  /** Any free node port. */
  @Benchmark
  public Allocation<Integer> pickPort() {
    return held.pickPort(holder, numbers, draw++ % DRAWS);
  }
}
