package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import org.junit.jupiter.api.Test;

/** Lengths counted by hand from RFC 1035 4.1. */
class CompressionTest {

  private static final int HEADER = 12;

  private static int length(Compression message, String... records) {
    message.addQuestion(DnsName.parse("web.shop"));
    for (String record : records) {
      message.addRecord(DnsRecord.parse(record));
    }
    return message.length() - HEADER - 14; // the name's ten octets, type and class
  }

  private static int packed(String... records) {
    return length(Compression.on(HEADER), records);
  }

  private static int plain(String... records) {
    return length(Compression.off(HEADER), records);
  }

  @Test
  void ownerAskedFor_isPointedTo() {
    assertThat(packed("web.shop. 5 IN A 10.0.0.1")).isEqualTo(2 + 10 + 4);
    assertThat(plain("web.shop. 5 IN A 10.0.0.1")).isEqualTo(10 + 10 + 4);
    assertThat(packed("web.shop. 5 IN AAAA ::1")).isEqualTo(2 + 10 + 16);
  }

  @Test
  void endOfAName_isPointedTo() {
    assertThat(packed("web.shop. 5 IN CNAME db.shop.")).isEqualTo(2 + 10 + 3 + 2);
    assertThat(packed("a.web.shop. 5 IN A 10.0.0.1")).isEqualTo(2 + 2 + 10 + 4);
  }

  @Test
  void targetOfService_isWrittenOutButPointedToLater() {
    String service = "web.shop. 5 IN SRV 0 1 2 db.shop.";

    assertThat(packed(service)).isEqualTo(2 + 10 + 6 + 9);
    assertThat(packed(service, "db.shop. 5 IN A 10.0.0.1")).isEqualTo(2 + 10 + 6 + 9 + 2 + 10 + 4);
  }

  @Test
  void capitals_areOtherNames() {
    assertThat(packed("Web.shop. 5 IN A 10.0.0.1")).isEqualTo(4 + 2 + 10 + 4);
  }

  @Test
  void root_isOneOctet() {
    assertThat(packed("web.shop. 5 IN CNAME .")).isEqualTo(2 + 10 + 1);
  }

  @Test
  void startOfZone_hasTwoNames() {
    assertThat(packed("shop. 5 IN SOA ns.shop. root.shop. 1 2 3 4 5"))
        .isEqualTo(2 + 10 + (3 + 2) + (5 + 2) + 20);
  }
}
