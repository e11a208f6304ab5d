package io.servicesemantics.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import org.junit.jupiter.api.Test;

class TrafficPortTest {

  private static final ServicePort TCP = ServicePort.of(53).withName("tcp");
  private static final ServicePort UDP = TCP.withName("udp").withProtocol(Protocol.UDP);
  private static final Service DUAL =
      Service.builder()
          .metadata(ObjectMeta.of("shop", "dns"))
          .spec(
              ServiceSpec.builder()
                  .clusterIP("fd00::1")
                  .clusterIPs(ImmutableList.of("fd00::1", "10.96.0.1"))
                  .addPorts(TCP, UDP)
                  .build())
          .build();

  @Test
  void nameOrNumber_isOfTheFirstFamily() {
    assertThat(TrafficPort.of(DUAL, "udp")).hasToString("shop/dns:udp (53/UDP, IPv6)");
    assertThat(TrafficPort.of(DUAL, "53")).hasToString("shop/dns:tcp (53/TCP, IPv6)");
  }

  @Test
  void all_isEveryPortInEveryFamily() {
    assertThat(TrafficPort.allOf(DUAL))
        .extracting(port -> port.name() + " " + port.family().wireName())
        .containsExactly("tcp IPv6", "tcp IPv4", "udp IPv6", "udp IPv4");
    assertThat(TrafficPort.allOf(DUAL.withSpec(DUAL.spec().withClusterIP("None")))).isEmpty();
  }

  @Test
  void aPort_isFoundAgainInItsService() {
    assertThat(TrafficPort.of(DUAL, UDP, IpFamily.IPV4).in(DUAL)).isEqualTo(UDP);
    assertThatThrownBy(() -> TrafficPort.of(DUAL, "http").toString())
        .hasMessage(
            "Port of Service shop/dns: \"http\"; expected name or number of one of its ports");
    Service other = DUAL.withMetadata(ObjectMeta.of("shop", "web"));
    assertThatThrownBy(() -> TrafficPort.of(DUAL, "tcp").in(other).toString())
        .hasMessage("Service of port shop/dns:tcp (53/TCP, IPv6): \"shop/web\"; expected its own");
  }
}
