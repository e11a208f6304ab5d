package io.servicesemantics.testkit.arbitrary;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;

/** What a generator is expected to draw sooner or later. */
final class Reach<T> {

  private final Map<String, Predicate<T>> expected = new LinkedHashMap<>();

  @CanIgnoreReturnValue
  Reach<T> has(String what, Predicate<T> isSo) {
    expected.put(what, isSo);
    return this;
  }

  /** Draws so many and fails with what was never among them. */
  void within(int tries, Arbitrary<T> arbitrary, Random random) {
    Map<String, Predicate<T>> open = new LinkedHashMap<>(expected);
    for (T drawn : draw(tries, arbitrary, random)) {
      open.values().removeIf(isSo -> isSo.test(drawn));
    }
    assertThat(open.keySet()).as("never drawn in %d tries", tries).isEmpty();
  }

  static <T> List<T> draw(int tries, Arbitrary<T> arbitrary, Random random) {
    RandomGenerator<T> generator = arbitrary.generator(1000);
    List<T> drawn = new ArrayList<>();
    for (int i = 0; i < tries; i++) {
      drawn.add(generator.next(random).value());
    }
    return drawn;
  }
}
