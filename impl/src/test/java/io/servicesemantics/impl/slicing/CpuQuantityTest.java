package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuQuantityTest {

  @ParameterizedTest
  @CsvSource({
    "4, 4000", "3920m, 3920", "0.5, 500", ".5, 500", "2., 2000", "1k, 1000000", "1Ki, 1024000",
    "1e3, 1000000", "1E-3, 1", "100u, 1", "1n, 1", "0.0000000001, 1", "+2, 2000", "-1, -1000",
  })
  void quantity_isReadInThousandthsRoundedUp(String text, long milli) {
    assertThat(CpuQuantity.milli(CpuQuantity.nano(text))).isEqualTo(milli);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cpu", "1.2.3", "1 ", "1mm", "1i", "1Zi", "e3", "1e", "1e+", "0x1"})
  void noQuantity_countsAsNothing(String text) {
    assertThat(CpuQuantity.nano(text)).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void hugeExponent_isCutNotComputed() {
    assertThat(CpuQuantity.milli(CpuQuantity.nano("1e999999999"))).isEqualTo(Long.MAX_VALUE);
    assertThat(CpuQuantity.nano("1e-999999999")).isEqualTo(BigInteger.ONE);
    assertThat(CpuQuantity.nano("9".repeat(100_000))).isEqualTo(BigInteger.ZERO);
  }
}
