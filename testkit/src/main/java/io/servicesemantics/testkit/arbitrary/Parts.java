package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Objects made with a builder, of whose parts some are said only at times.
 *
 * <p>jqwik has such a thing too, but makes a new generator for every choice of parts, and compares
 * it to all it made before: too slow for objects of many parts.
 */
final class Parts<B> {

  private final Supplier<B> builder;
  private final ImmutableList<Arbitrary<UnaryOperator<B>>> steps;

  private Parts(Supplier<B> builder, ImmutableList<Arbitrary<UnaryOperator<B>>> steps) {
    this.builder = builder;
    this.steps = steps;
  }

  static <B> Parts<B> of(Supplier<B> builder) {
    return new Parts<>(builder, ImmutableList.of());
  }

  <T> Part<B, T> use(Arbitrary<T> values) {
    return new Part<>(this, values, 1);
  }

  <T> Arbitrary<T> build(Function<? super B, T> finish) {
    return Combinators.combine(steps)
        .as(
            chosen -> {
              B made = builder.get();
              for (UnaryOperator<B> step : chosen) {
                made = step.apply(made);
              }
              return finish.apply(made);
            });
  }

  private Parts<B> and(Arbitrary<UnaryOperator<B>> step, double probability) {
    int percent = (int) Math.round(100 * probability);
    Arbitrary<UnaryOperator<B>> atTimes =
        percent == 100
            ? step
            : Arbitraries.frequencyOf(
                Tuple.of(100 - percent, Arbitraries.just(UnaryOperator.identity())),
                Tuple.of(percent, step));
    return new Parts<>(
        builder,
        ImmutableList.<Arbitrary<UnaryOperator<B>>>builder().addAll(steps).add(atTimes).build());
  }

  /** One part, and how often it is said. */
  record Part<B, T>(Parts<B> parts, Arbitrary<T> values, double probability) {

    Part<B, T> withProbability(double said) {
      return new Part<>(parts, values, said);
    }

    Parts<B> in(BiFunction<? super B, ? super T, ? extends B> setter) {
      return parts.and(values.map(value -> made -> setter.apply(made, value)), probability);
    }

    Parts<B> inSetter(BiConsumer<? super B, ? super T> setter) {
      return in(
          (made, value) -> {
            setter.accept(made, value);
            return made;
          });
    }
  }
}
