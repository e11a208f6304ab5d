package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoTextTest {

  @Nested
  class Json {
    @Test
    void markup_isEscaped() {
      assertThat(GoText.json("<a>&")).isEqualTo("\"\\u003ca\\u003e\\u0026\"");
    }

    @Test
    void controlCharacters_haveJsonsEscapes() {
      assertThat(GoText.json("\"\\\b\f\n\r\t\u0001"))
          .isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\"");
    }

    @Test
    void lineSeparators_areEscapedAndOtherTextIsNot() {
      assertThat(GoText.json("\u2028\u2029\u007f\u00a0漢😀"))
          .isEqualTo("\"\\u2028\\u2029\u007f\u00a0漢😀\"");
    }

    @Test
    void halfAPair_isTheReplacementCharacterEscaped() {
      assertThat(GoText.json("\ud83d")).isEqualTo("\"\\ufffd\"");
      assertThat(GoText.json("\ufffd")).isEqualTo("\"\ufffd\"");
    }

    @Test
    void list_hasNoBlanks() {
      assertThat(GoText.json(ImmutableList.of("10.96.0.1", ""))).isEqualTo("[\"10.96.0.1\",\"\"]");
    }

    @Test
    void listOfNames_isListOfTheirTexts() {
      assertThat(
              GoText.json(
                  ImmutableList.of(Choice.of(IpFamily.IPV6), Choice.parse(IpFamily.class, "IPv<"))))
          .isEqualTo("[\"IPv6\",\"IPv\\u003c\"]");
    }

    @Test
    void emptyList_isNull() {
      assertThat(GoText.json(ImmutableList.of())).isEqualTo("null");
    }
  }
}
