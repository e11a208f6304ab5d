package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
    "2026-01-02T03:04:05.5Z, 2026-01-02T03:04:05.5Z",
    "2026-01-02T03:04:05+01:30, 2026-01-02T01:34:05Z",
    "2026-01-02T3:04:05Z, 2026-01-02T03:04:05Z",
    "2024-02-29T00:00:00-00:00, 2024-02-29T00:00:00Z",
  })
  void timeOfRfc3339_isRead(String text, Instant expected) {
    assertThat(GoTime.parse(text).instant()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026           | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"-\"",
        "2026-1-02      | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"1-02\" as \"01\"",
        "2026-13-02T00:00:00Z | month out of range",
        "2026-02-30T00:00:00Z | day out of range",
        "2026-01-02T24:00:00Z | hour out of range",
        "2026-01-02T00:60:00Z | minute out of range",
        "2026-01-02T00:00:60Z | second out of range",
        "2026-01-02T00:00:00Zx | extra text: \"x\"",
        "2026-01-02T00:00:00  | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"",
        "2026-01-02 00:00:00Z | as \"2006-01-02T15:04:05Z07:00\": cannot parse \" 00:00:00Z\" as"
            + " \"T\"",
      })
  void textThatIsNoTime_isToldInGosWords(String text, String words) {
    GoTime time = GoTime.parse(text);

    assertThat(time.instant()).isNull();
    assertThat(time.error()).startsWith("parsing time \"" + text + "\"").endsWith(words);
  }
}
