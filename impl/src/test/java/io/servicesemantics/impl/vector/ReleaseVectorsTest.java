package io.servicesemantics.impl.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.testkit.vector.ReleaseVectors;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReleaseVectorsTest {

  private static final int SHOWN = 20;
  private static final int EVERY = 20;

  private final VectorRunner runner = new VectorRunner(StandardSemantics::of);

  @TestFactory
  Stream<DynamicTest> everyAnswerThatDiffersFromTheNewestRelease_agrees() {
    return ReleaseVectors.bundled().stream()
        .flatMap(
            release ->
                release.files().stream()
                    .map(file -> DynamicTest.dynamicTest(file.name(), () -> run(file))));
  }

  // Of all the rest a few; the conformance command asks every one.
  @TestFactory
  Stream<DynamicTest> answersAlikeInTheNewestRelease_agree() {
    ImmutableList<ReleaseVectors> releases = ReleaseVectors.bundled();
    return ReleaseVectors.newest().stream()
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> runAlike(file, releases)));
  }

  private void run(VectorFile file) {
    List<String> different = new ArrayList<>();
    int[] run = {0};
    file.forEach(
        vector -> {
          run[0]++;
          check(vector, different);
        });
    assertThat(run[0]).isPositive();
    assertThat(different).as("%s of %s", different.size(), run[0]).isEmpty();
  }

  private void runAlike(VectorFile file, ImmutableList<ReleaseVectors> releases) {
    List<String> different = new ArrayList<>();
    int[] seen = {0};
    file.forEach(
        vector -> {
          if (seen[0]++ % EVERY == 0) {
            releases.forEach(
                release -> release.alike(vector).ifPresent(asked -> check(asked, different)));
          }
        });
    assertThat(seen[0]).isPositive();
    assertThat(different).isEmpty();
  }

  private void check(Vector vector, List<String> different) {
    VectorOutcome outcome = runner.run(vector);
    if (!(outcome instanceof VectorOutcome.Agree) && different.size() < SHOWN) {
      different.add(vector.id() + " (" + vector.what() + "): " + outcome);
    }
  }
}
