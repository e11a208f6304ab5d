package io.servicesemantics.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DnsAnswerTest {

  private static final DnsRecord ONE = DnsRecord.parse("web. 5 IN A 10.0.0.1");
  private static final DnsRecord OTHER = DnsRecord.parse("web. 5 IN A 10.0.0.2");
  private static final ImmutableList<DnsRecord> NONE = ImmutableList.of();

  private static DnsAnswer answer(DnsRecord... records) {
    return DnsAnswer.of(ResponseCode.NOERROR, true, ImmutableList.copyOf(records), NONE, NONE);
  }

  @Test
  void sameRecords_areTheSameAnswer() {
    assertThat(answer(ONE)).isEqualTo(answer(ONE)).hasSameHashCodeAs(answer(ONE));
    assertThat(answer(ONE, OTHER)).isNotEqualTo(answer(OTHER, ONE));
    assertThat(answer(ONE)).isNotEqualTo(DnsAnswer.of(ResponseCode.NOERROR));
    assertThat(DnsAnswer.of(ResponseCode.NOERROR, true, NONE, NONE, NONE))
        .isNotEqualTo(DnsAnswer.of(ResponseCode.NOERROR));
    assertThat(DnsAnswer.of(ResponseCode.NOERROR, true, NONE, ImmutableList.of(ONE), NONE))
        .isNotEqualTo(DnsAnswer.of(ResponseCode.NOERROR, true, NONE, NONE, ImmutableList.of(ONE)));
  }

  @Test
  void nothingToldOfAName_isNoData() {
    assertThat(answer().isNoData()).isTrue();
    assertThat(answer(ONE).isNoData()).isFalse();
    assertThat(DnsAnswer.of(ResponseCode.NXDOMAIN).isNoData()).isFalse();
    assertThat(answer(ONE).isTruncated()).isFalse();
  }

  @Test
  void printed_showsEverySection() {
    assertThat(
            DnsAnswer.of(
                ResponseCode.NOERROR,
                true,
                ImmutableList.of(ONE),
                ImmutableList.of(OTHER),
                ImmutableList.of(ONE)))
        .hasToString(
            """
            NOERROR aa
              web. 5 IN A 10.0.0.1
              authority: web. 5 IN A 10.0.0.2
              additional: web. 5 IN A 10.0.0.1""");
    assertThat(DnsAnswer.of(ResponseCode.SERVFAIL)).hasToString("SERVFAIL");
  }

  @Nested
  class Deviations {

    @Test
    void sameAnswers_areNoDeviation() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new DnsDeviation(
                      DnsQuestion.of("web", RecordType.A),
                      answer(ONE),
                      answer(ONE),
                      DeviationReason.NAMES_OF_PODS));
    }

    @Test
    void printed_showsBothAnswers() {
      assertThat(
              new DnsDeviation(
                  DnsQuestion.of("web", RecordType.A),
                  answer(ONE),
                  answer(),
                  DeviationReason.ADDRESSES_AT_PORTS))
          .hasToString(
              """
              web. IN A: The specification gives names of ports no addresses. [DNS specification\
               2.3.2]
                CoreDNS: NOERROR aa
                  web. 5 IN A 10.0.0.1
                specification: NOERROR aa""");
    }
  }

  @Nested
  class Transports {

    @Test
    void smallSizes_countAs512() {
      assertThat(DnsTransport.udp(0)).isEqualTo(DnsTransport.UDP);
      assertThat(DnsTransport.udp(511).mostOctets()).isEqualTo(512);
      assertThat(DnsTransport.udp(4096).isDatagram()).isTrue();
      assertThat(DnsTransport.TCP.isDatagram()).isFalse();
    }

    @Test
    void sizesOutOfRange_areRefused() {
      assertThatIllegalArgumentException().isThrownBy(() -> DnsTransport.udp(65536));
      assertThatIllegalArgumentException().isThrownBy(() -> new DnsTransport(511, false, false));
    }
  }

  @Nested
  class Surroundings {

    @Test
    void parts_areSetOneByOne() {
      NameServer server = question -> DnsAnswer.of(ResponseCode.NXDOMAIN);
      DnsSurroundings all =
          DnsSurroundings.NONE
              .withUpstream(server)
              .withOwnAddresses(List.of(IpAddress.parse("10.0.0.1")))
              .withSerial(0xffff_ffffL);

      assertThat(all)
          .isEqualTo(
              new DnsSurroundings(
                  Optional.of(server),
                  ImmutableList.of(IpAddress.parse("10.0.0.1")),
                  0xffff_ffffL));
    }

    @Test
    void serialOutOfRange_isRefused() {
      assertThatIllegalArgumentException().isThrownBy(() -> DnsSurroundings.NONE.withSerial(-1));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DnsSurroundings.NONE.withSerial(1L << 32));
    }
  }
}
