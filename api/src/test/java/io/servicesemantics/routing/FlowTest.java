package io.servicesemantics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TCP 10.244.1.5 -> 10.96.0.10:80",
        "UDP fd00:1::5 -> [fd00:96::a]:53",
        "SCTP host 192.168.0.2 -> 127.0.0.1:30080",
        "TCP network 192.168.0.2 -> 192.168.0.2:0"
      })
  void whatIsRead_isPrintedAgain(String text) {
    assertThat(Flow.parse(text)).hasToString(text);
  }

  @Property
  void whatIsPrinted_isReadAgain(
      @ForAll int from,
      @ForAll long to,
      @ForAll @IntRange(max = 65535) int port,
      @ForAll Protocol protocol,
      @ForAll FlowOrigin origin) {
    Flow ipv4 =
        new Flow(protocol, origin, IpAddress.ofIpv4(from), IpAddress.ofIpv4((int) to), port);
    Flow ipv6 =
        new Flow(protocol, origin, IpAddress.ofIpv6(1, from), IpAddress.ofIpv6(to | 1, 0), port);

    assertThat(Flow.parse(ipv4.toString())).isEqualTo(ipv4);
    assertThat(Flow.parse(ipv6.toString())).isEqualTo(ipv6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "->",
        "TCP -> 10.96.0.10:80",
        "TCP 10.244.1.5 10.96.0.10:80",
        "TCP 10.244.1.5 -> 10.96.0.10",
        "TCP 10.244.1.5 -> 10.96.0.10:65536",
        "TCP 10.244.1.5 -> 10.96.0.10:-1",
        "TCP 10.244.1.5 -> 10.96.0.10:http",
        "ICMP 10.244.1.5 -> 10.96.0.10:80",
        "TCP nobody 10.244.1.5 -> 10.96.0.10:80",
        "TCP fd00::1 -> 10.96.0.10:80",
        "TCP fd00::1 -> fd00::2:80",
        "TCP 10.0.0.1 -> [10.0.0.2]:80",
        "TCP 10.0.0.1 -> []:80",
        "TCP 10.0.0.1 -> [:80",
        "TCP host network 10.0.0.1 -> 10.0.0.2:80"
      })
  void whatIsNoFlow_isRefusedAndQuoted(String text) {
    assertThat(Flow.tryParse(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Flow.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @Test
  void twoFamilies_areNoFlow() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Flow.of(Protocol.TCP, IpAddress.parse("10.0.0.1"), IpAddress.parse("fd00::1"), 80))
        .withMessage(
            "Source of a flow to fd00::1: \"10.0.0.1\"; expected an address of the same family");
  }
}
