package io.servicesemantics.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectMeta;
import org.junit.jupiter.api.Test;

class HostAddressesTest {

  private static final Node NODE =
      Node.builder()
          .metadata(ObjectMeta.of("node-a"))
          .spec(
              NodeSpec.builder()
                  .podCIDR("10.9.0.0/24")
                  .addPodCIDRs("10.244.0.0/24", "no network", "fd00:10:244::/64")
                  .build())
          .status(
              NodeStatus.builder()
                  .addAddresses(
                      address(NodeAddressType.EXTERNAL_IP, "203.0.113.9"),
                      address(NodeAddressType.INTERNAL_IP, "192.168.000.002"),
                      address(NodeAddressType.HOSTNAME, "192.168.0.3"),
                      address(NodeAddressType.INTERNAL_IP, "127.0.0.1"),
                      address(NodeAddressType.INTERNAL_IP, "node-a"),
                      address(NodeAddressType.INTERNAL_IP, "fd00::2"),
                      address(NodeAddressType.EXTERNAL_IP, "192.168.0.2"))
                  .build())
          .build();

  private static NodeAddress address(NodeAddressType type, String text) {
    return NodeAddress.builder().type(type).address(text).build();
  }

  @Test
  void addresses_areInternalBeforeExternalAndEachOnce() {
    assertThat(HostAddresses.of(NODE))
        .containsExactly(
            IpAddress.parse("192.168.0.2"),
            IpAddress.parse("fd00::2"),
            IpAddress.parse("203.0.113.9"));
  }

  @Test
  void addressesOfAFamily_haveThePrimaryOneFirst() {
    assertThat(HostAddresses.of(NODE, IpFamily.IPV4))
        .containsExactly(IpAddress.parse("192.168.0.2"), IpAddress.parse("203.0.113.9"));
    assertThat(HostAddresses.of(NODE, IpFamily.IPV6)).containsExactly(IpAddress.parse("fd00::2"));
  }

  @Test
  void podNetworks_areTheListOrTheSingleOneOfOlderObjects() {
    assertThat(HostAddresses.podNetworks(NODE))
        .containsExactly(Cidr.parse("10.244.0.0/24"), Cidr.parse("fd00:10:244::/64"));
    Node older = NODE.withSpec(NODE.spec().withPodCIDRs(ImmutableList.of()));
    assertThat(HostAddresses.podNetworks(older)).containsExactly(Cidr.parse("10.9.0.0/24"));
    assertThat(HostAddresses.podNetworks(Node.builder().build())).isEmpty();
  }
}
