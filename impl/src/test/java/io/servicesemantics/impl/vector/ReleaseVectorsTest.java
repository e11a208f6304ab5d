package io.servicesemantics.impl.vector;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.testkit.vector.ReleaseVectors;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ReleaseVectorsTest {

  private static final int SHOWN = 20;
  private static final int EVERY = 10;

  private final VectorRunner runner = new VectorRunner(StandardSemantics::of);

  @TestFactory
  Stream<DynamicTest> everyAnswerThatDiffersFromTheNewestRelease_agrees() {
    return ReleaseVectors.bundled().stream()
        .flatMap(
            release ->
                release.files().stream()
                    .map(file -> DynamicTest.dynamicTest(file.name(), () -> run(file))));
  }

  // Of all the rest each tenth; the conformance command asks every one.
  @TestFactory
  Stream<DynamicTest> answersAlikeInTheNewestRelease_agree() {
    return ReleaseVectors.bundled().stream()
        .map(release -> DynamicTest.dynamicTest(release.toString(), () -> runAlike(release)));
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

  private void runAlike(ReleaseVectors release) {
    List<String> different = new ArrayList<>();
    int[] seen = {0};
    for (VectorFile file : ReleaseVectors.newest()) {
      file.forEach(
          vector -> {
            Optional<Vector> asked = release.alike(vector);
            if (asked.isPresent() && seen[0]++ % EVERY == 0) {
              check(asked.get(), different);
            }
          });
    }
    assertThat(seen[0]).isPositive();
    assertThat(different).as("%s of %s", different.size(), seen[0]).isEmpty();
  }

  private void check(Vector vector, List<String> different) {
    VectorOutcome outcome = runner.run(vector);
    if (!(outcome instanceof VectorOutcome.Agree) && different.size() < SHOWN) {
      different.add(vector.id() + " (" + vector.what() + "): " + outcome);
    }
  }
}
