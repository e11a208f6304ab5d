package io.servicesemantics.impl.bench;

import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
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

/** An empty network filled with Services one by one, their names included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AllocationFillBenchmark {

  /** The network, and how many Services. */
  @Param({"10.96.0.0/16 65000", "fd00::/112 65000", "fd00::/64 1000000"})
  String fill;

  /** How addresses are picked. */
  @Param({"lowestFree", "seeded"})
  String picker;

  private NumberPicker numbers;
  private AllocationState empty;
  private IpFamily family;
  private int services;

  /** Makes the empty network. */
  @Setup
  public void setUp() {
    String network = fill.substring(0, fill.indexOf(' '));
    services = Integer.parseInt(fill.substring(fill.indexOf(' ') + 1));
    numbers = picker.equals("seeded") ? NumberPicker.seeded(1) : NumberPicker.lowestFree();
    empty = AllocationBenchmark.empty(network, "30000-32767");
    family = Cidr.parse(network).family();
  }

  /** All of them. */
  @Benchmark
  public AllocationState fill() {
    return AllocationBenchmark.filled(empty, family, numbers, services);
  }
}
