package io.servicesemantics.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTextTest {

  @Test
  void plainText_isPutInQuotes() {
    assertThat(QuotedText.of("web")).isEqualTo("\"web\"");
    assertThat(QuotedText.of("")).isEqualTo("\"\"");
  }

  @Test
  void quotesAndBackslashes_areEscaped() {
    assertThat(QuotedText.of("a\"b\\c")).isEqualTo("\"a\\\"b\\\\c\"");
  }

  @Test
  void controlCharacters_haveGosEscapes() {
    assertThat(QuotedText.of("\u0007\b\f\n\r\t\u000b")).isEqualTo("\"\\a\\b\\f\\n\\r\\t\\v\"");
    assertThat(QuotedText.of("\u0000\u001f\u007f")).isEqualTo("\"\\x00\\x1f\\x7f\"");
  }

  @Test
  void printableText_isKept() {
    assertThat(QuotedText.of("<ü€漢😀>&")).isEqualTo("\"<ü€漢😀>&\"");
  }

  @Test
  void unprintableText_isEscapedByItsNumber() {
    assertThat(QuotedText.of("\u00a0\u200b\u2028\ue000"))
        .isEqualTo("\"\\u00a0\\u200b\\u2028\\ue000\"");
    assertThat(QuotedText.of(Character.toString(0xe0001))).isEqualTo("\"\\U000e0001\"");
  }

  @Test
  void halfAPair_isTheReplacementCharacter() {
    assertThat(QuotedText.of("a\ud83d")).isEqualTo("\"a\ufffd\"");
    assertThat(QuotedText.of("\ude00a")).isEqualTo("\"\ufffda\"");
  }
}
