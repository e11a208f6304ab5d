package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GoTextTest {

  @Nested
  class Quoted {
    @Test
    void plainText_isPutInQuotes() {
      assertThat(GoText.quoted("web")).isEqualTo("\"web\"");
      assertThat(GoText.quoted("")).isEqualTo("\"\"");
    }

    @Test
    void quotesAndBackslashes_areEscaped() {
      assertThat(GoText.quoted("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
    }

    @Test
    void controlCharacters_haveGosEscapes() {
      assertThat(GoText.quoted("\u0007\b\f\n\r\t\u000b")).isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\"");
      assertThat(GoText.quoted("\u0000\u001f\u007f")).isEqualTo("\"\\x00\\x1f\\x7f\"");
    }

    @Test
    void printableText_isKept() {
      assertThat(GoText.quoted("<ü€漢😀>&")).isEqualTo("\"<ü€漢😀>&\"");
    }

    @Test
    void unprintableText_isEscapedByItsNumber() {
      assertThat(GoText.quoted("\u00a0\u200b\u2028\ue000"))
          .isEqualTo("\"\\u00a0\\u200b\\u2028\\ue000\"");
      assertThat(GoText.quoted(Character.toString(0xe0001))).isEqualTo("\"\\U000e0001\"");
    }

    @Test
    void halfAPair_isTheReplacementCharacter() {
      assertThat(GoText.quoted("a\ud83d")).isEqualTo("\"a\ufffd\"");
      assertThat(GoText.quoted("\ude00a")).isEqualTo("\"\ufffda\"");
    }
  }

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
