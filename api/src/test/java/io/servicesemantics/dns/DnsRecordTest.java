package io.servicesemantics.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.io.IOException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsRecordTest {

  private static final DnsName NAME = DnsName.parse("web.shop");

  @Nested
  class Text {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "web. 5 IN A 10.96.0.1",
          "web. 0 IN AAAA fd00::1",
          "a\\ b. 0 IN SRV 0 1 2 c\\ d\\\\.e\\ .",
          "\\ . 0 IN CNAME \\ .",
          ". 2147483647 IN CNAME .",
          "Web. 5 IN NS ns.Web.",
          "1.0.0.10.in-addr.arpa. 5 IN PTR a\\.b.c.",
          "_http._tcp.web. 5 IN SRV 0 65535 80 web.",
          "web. 5 IN SOA ns.web. root.web. 4294967295 0 1 2 3",
          "web. 5 IN TXT \"\"",
          "web. 5 IN TXT \"a b\" \"c\\\"d\\\\e\" \"\\195\\169\\000\"",
          "web. 5 IN TXT ",
          "web. 5 IN MX 10 mail.web.",
          "web. 5 IN TYPE65280 \\# 0"
        })
    void line_isReadAndPrintedTheSame(String line) {
      assertThat(DnsRecord.parse(line)).hasToString(line);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "web",
          "web. 5 IN A",
          "web. 5 IN A ",
          "web. 5 CH A 10.96.0.1",
          "web. 5 in A 10.96.0.1",
          "web. -1 IN A 10.96.0.1",
          "web. 2147483648 IN A 10.96.0.1",
          "web. x IN A 10.96.0.1",
          "web.  5 IN A 10.96.0.1",
          "web..x 5 IN A 10.96.0.1",
          "web. 5 IN A fd00::1",
          "web. 5 IN AAAA 10.96.0.1",
          "web. 5 IN A 010.96.0.1",
          "web. 5 IN NOTYPE 1",
          "web. 5 IN TYPE65536 1",
          "web. 5 IN CNAME a..b",
          "web. 5 IN CNAME a b",
          "web. 5 IN PTR ",
          "web. 5 IN SRV 0 1 2",
          "web. 5 IN SRV 0 1 65536 web.",
          "web. 5 IN SRV 0 -1 2 web.",
          "web. 5 IN SRV 0 1 2 web. x",
          "web. 5 IN SOA ns. root. 1 2 3 4",
          "web. 5 IN SOA ns. root. 4294967296 2 3 4 5",
          "web. 5 IN SOA ns. root. x 2 3 4 5",
          "web. 5 IN TXT abc",
          "web. 5 IN TXT \"abc",
          "web. 5 IN TXT \"abc\\\"",
          "web. 5 IN TXT \"abc\\1\"",
          "web. 5 IN TXT \"abc\\999\"",
          "web. 5 IN TXT \"abc\\200\"",
          "web. 5 IN TXT \"a\"\"b\"",
          "web. 5 IN TXT \"a\" ",
          "web. 5 IN MX 10 mail.\nevil. 5 IN A 10.0.0.1"
        })
    void otherText_isRefused(String line) {
      assertThat(DnsRecord.tryParse(line)).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DnsRecord.parse(line))
          .withMessageContaining("Record: \"" + line);
    }

    @Test
    void wideLettersInText_areReadAsUtf8() {
      assertThat(DnsRecord.parse("web. 5 IN TXT \"\u20ac\""))
          .isEqualTo(
              new DnsRecord(
                  DnsName.parse("web"), 5, new RecordData.Txt(ImmutableList.of("\u20ac"))))
          .hasToString("web. 5 IN TXT \"\\226\\130\\172\"");
    }

    @Test
    void endlessText_isRefusedAtOnce() {
      assertThat(DnsRecord.tryParse("web. 5 IN TXT " + "\"\" ".repeat(1_000_000))).isEmpty();
      assertThat(DnsRecord.tryParse(" ".repeat(5_000_000))).isEmpty();
      assertThatThrownBy(() -> DnsRecord.parse("x".repeat(5_000_000)))
          .message()
          .hasSizeLessThan(500);
    }

    @Test
    void manyPieces_areReadInOneGo() {
      String pieces = "\"\" ".repeat(20_000) + "\"\"";

      assertThat(((RecordData.Txt) DnsRecord.parse("w. 5 IN TXT " + pieces).data()).strings())
          .hasSize(20_001);
    }
  }

  @Nested
  class Ranges {

    @Test
    void negativeTtl_isRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new DnsRecord(NAME, -1, new RecordData.Cname(NAME)))
          .withMessage("TTL: \"-1\"; expected 0 or more seconds");
    }

    @Test
    void numbersOfServices_are16Bits() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Srv(-1, 0, 0, NAME))
          .withMessageContaining("Priority");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Srv(0, 65536, 0, NAME))
          .withMessageContaining("Weight");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Srv(0, 0, 65536, NAME))
          .withMessageContaining("Port");
    }

    @Test
    void numbersOfZones_are32Bits() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Soa(NAME, NAME, -1, 0, 0, 0, 0));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Soa(NAME, NAME, 0, 0, 0, 0, 1L << 32));
    }

    @Test
    void pieceOfText_isRefusedFrom256Octets() {
      assertThat(new RecordData.Txt(ImmutableList.of("x".repeat(255))).strings()).hasSize(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RecordData.Txt(ImmutableList.of("é".repeat(128))));
    }

    @Test
    void otherData_stayOnTheirLine() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> new RecordData.Other(RecordType.parse("MX"), "10 a.\nb. 5 IN A 1.2.3.4"));
    }
  }

  @Test
  void addressOfEitherFamily_hasItsType() {
    assertThat(new RecordData.Address(IpAddress.parse("10.0.0.1")).type()).isEqualTo(RecordType.A);
    assertThat(new RecordData.Address(IpAddress.parse("::1")).type()).isEqualTo(RecordType.AAAA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "web. 5 IN A 10.96.0.1",
        "web. 5 IN SRV 0 1 2 b.",
        "web. 5 IN TXT \"a\"",
        "web. 5 IN SOA a. b. 1 2 3 4 5",
        "web. 5 IN MX 10 a.",
        "web. 5 IN PTR a.",
        "web. 5 IN NS a.",
        "web. 5 IN CNAME a."
      })
  void serialized_comesBackTheSame(String line) throws IOException, ClassNotFoundException {
    DnsRecord record = DnsRecord.parse(line);

    assertThat(SerializedForm.writtenAndRead(record)).isEqualTo(record).hasToString(line);
  }
}
