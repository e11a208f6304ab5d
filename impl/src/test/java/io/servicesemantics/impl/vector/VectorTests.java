package io.servicesemantics.impl.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Runs bundled vectors against the standard behaviour, one test a file. */
final class VectorTests {
  private static final int SHOWN = 20;

  private VectorTests() {}

  /** Each file of a set agrees, but for the vectors named, whose cause is known and not ours. */
  static Stream<DynamicTest> of(String set, String... differing) {
    ImmutableSet<String> known = ImmutableSet.copyOf(differing);
    return VectorFile.bundled(set).stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> run(file, known)));
  }

  private static void run(VectorFile file, ImmutableSet<String> known) {
    VectorRunner runner = new VectorRunner(StandardSemantics::of);
    List<String> unexpected = new ArrayList<>();
    int[] run = {0};
    file.forEach(
        vector -> {
          run[0]++;
          VectorOutcome outcome = runner.run(vector);
          boolean agrees = outcome instanceof VectorOutcome.Agree;
          if (agrees == known.contains(vector.id())) {
            unexpected.add(vector.id() + " (" + vector.what() + "): " + outcome);
          }
        });
    assertThat(run[0]).isPositive();
    assertThat(unexpected.subList(0, Math.min(SHOWN, unexpected.size())))
        .as("%s not as expected in %s", unexpected.size(), file.name())
        .isEmpty();
  }
}
