package io.servicesemantics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void fractions_areInLowestTerms() {
    assertThat(Fraction.of(2, 6)).isEqualTo(Fraction.of(1, 3)).hasToString("1/3");
    assertThat(Fraction.of(1, -3)).isEqualTo(Fraction.of(-1, 3)).hasToString("-1/3");
    assertThat(Fraction.of(0, -7)).isEqualTo(Fraction.ZERO).hasToString("0");
    assertThat(Fraction.of(5, 5)).isEqualTo(Fraction.ONE).hasToString("1");
  }

  @Test
  void largeOnes_stayExact() {
    Fraction sum = Fraction.ZERO;
    for (int n = 1; n <= 100; n++) {
      sum = sum.plus(Fraction.of(1, n).times(Fraction.of(1, n + 1)));
    }

    assertThat(sum).isEqualTo(Fraction.of(100, 101));
  }

  @Property
  void whatIsAdded_canBeTakenAway(
      @ForAll long one,
      @ForAll @LongRange(min = 1) long oneBelow,
      @ForAll long other,
      @ForAll @LongRange(min = 1) long otherBelow) {
    Fraction left = Fraction.of(one, oneBelow);
    Fraction right = Fraction.of(other, otherBelow);

    assertThat(left.plus(right).minus(right)).isEqualTo(left);
    assertThat(Fraction.parse(left.toString())).isEqualTo(left);
    assertThat(left.compareTo(right)).isEqualTo(-right.compareTo(left));
    if (other != 0) {
      assertThat(left.times(right).dividedBy(right)).isEqualTo(left);
    }
  }

  @Test
  void nothingBelowTheLine_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fraction.of(1, 0))
        .withMessage("Denominator of 1: \"0\"; expected another number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fraction.parse("a/b"))
        .withMessage("Fraction: \"a/b\"; expected two whole numbers such as 1/3");
  }
}
