package io.servicesemantics.impl.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How fast the machine is: at computing, and at reading memory where it is not expected. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalibrationBenchmark {

  private static final int MEBIBYTE = 1 << 20;

  private final byte[] text = new byte[MEBIBYTE];
  private final int[] next = new int[4 * MEBIBYTE]; // 16 MiB
  private MessageDigest sha256;
  private int place;

  /** Fills the text, and makes one cycle through all places of the 16 MiB. */
  @Setup
  public void setUp() throws NoSuchAlgorithmException {
    Random random = new Random(1);
    random.nextBytes(text);
    sha256 = MessageDigest.getInstance("SHA-256");
    for (int i = 0; i < next.length; i++) {
      next[i] = i;
    }
    // Sattolo's shuffle: what it leaves is a single cycle, so that no read comes back early.
    for (int i = next.length - 1; i > 0; i--) {
      int j = random.nextInt(i);
      int swapped = next[i];
      next[i] = next[j];
      next[j] = swapped;
    }
  }

  /** SHA-256 of 1 MiB. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public byte[] sha256OfOneMebibyte() {
    return sha256.digest(text);
  }

  /** One read in 16 MiB whose place the read before tells. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public int dependentReadIn16Mebibytes() {
    place = next[place];
    return place;
  }
}
