package io.servicesemantics.impl.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpansionTest {

  private static final ImmutableMap<String, Expanded> SET =
      ImmutableMap.of(
          "A", Expanded.of("one"),
          "NONE", Expanded.of(""),
          "INNER", Expanded.of("$(A)"),
          "odd $ (name", Expanded.of("found"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "$(A)                 | one",
        "x$(A)y$(A)           | xoneyone",
        "$(A)$(NONE)$(A)      | oneone",
        "$(INNER)             | $(A)",
        "$(NOPE)              | $(NOPE)",
        "$()                  | $()",
        "$$(A)                | $(A)",
        "$$$(A)               | $one",
        "$$$$(A)              | $$(A)",
        "$$                   | $",
        "$$$                  | $$",
        "$A ${A} $ $?         | $A ${A} $ $?",
        "$$A                  | $A",
        "$                    | $",
        "a$                   | a$",
        "$(A                  | $(A",
        "$(A)$(A              | one$(A",
        "$(A$(A)              | $(A$(A)",
        "$(A$(A))             | $(A$(A))",
        "$(odd $ (name)       | found",
        "$(a$$b)              | $(a$$b)",
        "$($($(               | $($($(",
        "$$(A)$(A)            | $(A)one",
        ")$(A)(               | )one(",
        "$é$(A)               | $éone",
      })
  void references_areExpandedAsTheKubeletDoes(String written, String expected) {
    assertThat(expanded(written).text()).isEqualTo(expected);
  }

  @Test
  void everyValue_tellsItsOctets() {
    assertThat(expanded("é$(A)\ud83d\ude00€").octets()).isEqualTo(2 + 3 + 4 + 3);
  }

  @Test
  void referencesOpenedAndNeverClosed_areReadInOnePass() {
    String open = "$(".repeat(2_000_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(expanded(open).text()).isEqualTo(open));
  }

  @Test
  void referencesWithinEachOther_endAtTheFirstParenthesis() {
    String nested = "$(".repeat(1_000_000) + "A" + ")".repeat(1_000_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(2), () -> assertThat(expanded(nested).text()).isEqualTo(nested));
  }

  private static Expanded expanded(String written) {
    ExpandedText text = new ExpandedText(written, SET::get, 1 << 22);
    Expansion.read(written, text);
    return text.build();
  }
}
