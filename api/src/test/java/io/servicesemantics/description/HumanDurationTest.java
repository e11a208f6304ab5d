package io.servicesemantics.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanDurationTest {

  private static final long DAY = 86_400;

  @ParameterizedTest
  @CsvSource({
    "-2, <invalid>",
    "-1, 0s",
    "0, 0s",
    "119, 119s",
    "120, 2m",
    "121, 2m1s",
    "599, 9m59s",
    "600, 10m",
    "659, 10m",
    "10799, 179m",
    "10800, 3h",
    "10859, 3h",
    "10860, 3h1m",
    "28799, 7h59m",
    "28800, 8h",
    "172799, 47h",
    "172800, 2d",
    "176400, 2d1h",
    "691199, 7d23h",
    "691200, 8d",
  })
  void seconds_areShortened(long seconds, String shown) {
    assertThat(HumanDuration.of(seconds)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"729, 729d", "730, 2y", "731, 2y1d", "2919, 7y364d", "2920, 8y", "7300, 20y"})
  void days_areShortened(long days, String shown) {
    assertThat(HumanDuration.of(days * DAY)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"9223372036, 292y", "9223372036854775807, 292y", "-9223372036854775808, <invalid>"})
  void spansBeyondGo_areItsLongest(long seconds, String shown) {
    assertThat(HumanDuration.of(seconds)).isEqualTo(shown);
  }
}
