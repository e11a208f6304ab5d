package io.servicesemantics.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {

  @ParameterizedTest
  @CsvSource({"A,1", "aaaa,28", "Srv,33", "TYPE28,28", "type65280,65280", "HTTPS,65", "ANY,255"})
  void nameOrNumber_isRead(String text, int number) {
    assertThat(RecordType.parse(text).number()).isEqualTo(number);
  }

  @Test
  void everyNumber_isReadBackFromItsText() {
    assertThat(IntStream.rangeClosed(0, 65535).mapToObj(RecordType::new))
        .allSatisfy(type -> assertThat(RecordType.parse(type.toString())).isEqualTo(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "B", "TYPE", "TYPE-1", "TYPE65536", "TYPE99999999999", "TYPE1x", "1", " A"})
  void otherText_isRefused(String text) {
    assertThat(RecordType.tryParse(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordType.parse(text))
        .withMessageContaining("Type of a record: \"" + text + "\"");
  }

  @Test
  void endlessText_isRefusedAndQuotedInPart() {
    assertThatThrownBy(() -> RecordType.parse("TYPE" + "1".repeat(1_000_000)))
        .message()
        .hasSizeLessThan(200);
  }

  @Test
  void numbersOutOfRange_areRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordType(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> new RecordType(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> new DnsClass(65536));
    assertThatIllegalArgumentException().isThrownBy(() -> new DnsClass(-1));
  }

  @Test
  void classes_printTheirNames() {
    assertThat(new DnsClass(1)).isEqualTo(DnsClass.IN).hasToString("IN");
    assertThat(new DnsClass(3)).hasToString("CH");
    assertThat(new DnsClass(4)).hasToString("HS");
    assertThat(new DnsClass(254)).hasToString("NONE");
    assertThat(new DnsClass(255)).hasToString("ANY");
    assertThat(new DnsClass(7)).hasToString("CLASS7");
  }

  @Test
  void order_isThatOfNumbers() {
    assertThat(RecordType.A).isLessThan(RecordType.AAAA).isGreaterThan(new RecordType(0));
  }

  @Test
  void responseCodes_haveTheirNumbers() {
    assertThat(ResponseCode.values())
        .extracting(ResponseCode::number)
        .containsExactly(0, 1, 2, 3, 4, 5, 16);
    assertThat(ResponseCode.values()).allSatisfy(code -> assertThat(code.sentence()).endsWith("."));
  }

  @Test
  void questions_printAndComeBack() throws IOException, ClassNotFoundException {
    DnsQuestion question = DnsQuestion.of("Web.shop", RecordType.SRV);

    assertThat(question)
        .hasToString("Web.shop. IN SRV")
        .isEqualTo(DnsQuestion.of(DnsName.parse("web.SHOP."), RecordType.SRV));
    assertThat(SerializedForm.writtenAndRead(question)).isEqualTo(question);
    assertThatIllegalArgumentException().isThrownBy(() -> DnsQuestion.of("a..b", RecordType.A));
  }
}
