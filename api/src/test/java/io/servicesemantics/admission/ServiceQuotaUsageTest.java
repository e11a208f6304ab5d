package io.servicesemantics.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import org.junit.jupiter.api.Test;

class ServiceQuotaUsageTest {

  private static final ServicePort TCP = ServicePort.of(53);
  private static final ServicePort UDP = TCP.withProtocol(Protocol.UDP);

  @Test
  void clusterIp_countsAsOneServiceAlone() {
    assertThat(usage(spec(ServiceType.CLUSTER_IP))).isEqualTo(new ServiceQuotaUsage(1, 0, 0));
  }

  @Test
  void externalNameWithNodePorts_countsNone() {
    ServiceSpec spec =
        ServiceSpec.builder()
            .type(ServiceType.EXTERNAL_NAME)
            .addPorts(TCP.withNodePort(30000))
            .build();

    assertThat(usage(spec)).isEqualTo(new ServiceQuotaUsage(1, 0, 0));
  }

  @Test
  void nodePort_countsTwinsTwice() {
    assertThat(usage(spec(ServiceType.NODE_PORT))).isEqualTo(new ServiceQuotaUsage(1, 2, 0));
  }

  @Test
  void loadBalancer_countsPortsUnlessToldNotToAllocate() {
    ServiceSpec balanced = spec(ServiceType.LOAD_BALANCER);

    assertThat(usage(balanced)).isEqualTo(new ServiceQuotaUsage(1, 2, 1));
    assertThat(usage(balanced.withAllocateLoadBalancerNodePorts(true)))
        .isEqualTo(new ServiceQuotaUsage(1, 2, 1));
    assertThat(usage(balanced.withAllocateLoadBalancerNodePorts(false)))
        .isEqualTo(new ServiceQuotaUsage(1, 0, 1));
    assertThat(
            usage(
                balanced
                    .withAllocateLoadBalancerNodePorts(false)
                    .withPorts(TCP.withNodePort(30000), UDP)))
        .isEqualTo(new ServiceQuotaUsage(1, 1, 1));
  }

  @Test
  void healthCheckNodePort_isNotCounted() {
    assertThat(usage(spec(ServiceType.LOAD_BALANCER).withHealthCheckNodePort(30001)).nodePorts())
        .isEqualTo(2);
  }

  @Test
  void sum_isToldUnderTheNamesOfAQuota() {
    ServiceQuotaUsage both =
        usage(spec(ServiceType.LOAD_BALANCER)).plus(usage(spec(ServiceType.CLUSTER_IP)));

    assertThat(both.byResourceName().toString())
        .isEqualTo(
            "{services=2, count/services=2, services.nodeports=2, services.loadbalancers=1}");
    assertThat(both.plus(ServiceQuotaUsage.NONE)).isEqualTo(both);
  }

  private static ServiceSpec spec(ServiceType type) {
    return ServiceSpec.builder().type(type).addPorts(TCP, UDP).build();
  }

  private static ServiceQuotaUsage usage(ServiceSpec spec) {
    return ServiceQuotaUsage.of(Service.builder().spec(spec).build());
  }
}
