package io.servicesemantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import org.junit.jupiter.api.Test;

class ServiceAddressesTest {

  private static final ServiceSpec DUAL =
      ServiceSpec.builder()
          .clusterIP("10.96.0.1")
          .clusterIPs(ImmutableList.of("10.96.0.1", "fd00::1"))
          .addIpFamilies(Choice.of(IpFamily.IPV4), Choice.of(IpFamily.IPV6))
          .addExternalIPs("203.0.113.1", "0203.0.113.001", "2001:db8::1", "here")
          .build();

  @Test
  void clusterIp_isFoundByThePlaceOfItsFamily() {
    assertThat(ServiceAddresses.clusterIp(DUAL, IpFamily.IPV4)).isEqualTo("10.96.0.1");
    assertThat(ServiceAddresses.clusterIp(DUAL, IpFamily.IPV6)).isEqualTo("fd00::1");
    ServiceSpec single = DUAL.withClusterIPs(ImmutableList.of("10.96.0.1"));
    assertThat(ServiceAddresses.clusterIp(single, IpFamily.IPV6)).isEmpty();
  }

  @Test
  void clusterIpWithoutFamilies_isOfItsOwnFamily() {
    ServiceSpec older = DUAL.withIpFamilies(ImmutableList.of());

    assertThat(ServiceAddresses.clusterIp(older, IpFamily.IPV4)).isEqualTo("10.96.0.1");
    assertThat(ServiceAddresses.clusterIp(older, IpFamily.IPV6)).isEmpty();
  }

  @Test
  void externalIps_areReadLenientlyAndEachOnce() {
    assertThat(ServiceAddresses.externalIps(DUAL, IpFamily.IPV4))
        .containsExactly(IpAddress.parse("203.0.113.1"));
    assertThat(ServiceAddresses.externalIps(DUAL, IpFamily.IPV6))
        .containsExactly(IpAddress.parse("2001:db8::1"));
  }

  @Test
  void vips_areThoseThatNodesTake() {
    Service service =
        Service.builder()
            .spec(DUAL)
            .status(
                ServiceStatus.builder()
                    .loadBalancer(
                        LoadBalancerStatus.builder()
                            .addIngress(
                                LoadBalancerIngress.builder().ip("192.0.2.1").build(),
                                vip("192.0.2.2", Choice.of(LoadBalancerIpMode.VIP)),
                                vip("192.0.2.3", Choice.of(LoadBalancerIpMode.PROXY)),
                                vip("192.0.2.4", Choice.parse(LoadBalancerIpMode.class, "Other")),
                                LoadBalancerIngress.builder().hostname("lb.example").build())
                            .build())
                    .build())
            .build();

    assertThat(ServiceAddresses.vips(service, IpFamily.IPV4))
        .containsExactly(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"));
  }

  private static LoadBalancerIngress vip(String address, Choice<LoadBalancerIpMode> mode) {
    return LoadBalancerIngress.builder().ip(address).ipMode(mode).build();
  }
}
