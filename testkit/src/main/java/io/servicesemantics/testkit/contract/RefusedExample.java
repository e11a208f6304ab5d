package io.servicesemantics.testkit.contract;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;

/**
 * A new Service that the real server refused, and its whole message: api appendix D.
 *
 * @param name what is wrong
 * @param cluster the cluster
 * @param service the Service
 * @param code the HTTP status
 * @param message the message
 */
record RefusedExample(
    String name, ClusterProfile cluster, Service service, int code, String message) {

  static final ImmutableList<RefusedExample> ALL =
      ImmutableList.of(
          invalid(
              "D1: two ports of one node port",
              ClusterFixtures.ipv4(),
              SentServices.nodePort()
                  .spec()
                  .withPorts(
                      ServicePort.of(1).withName("a").withNodePort(30_001),
                      ServicePort.of(2)
                          .withName("b")
                          .withProtocol(Protocol.UDP)
                          .withNodePort(30_001)),
              "spec.ports[1].nodePort: Invalid value: 30001: provided port is already allocated"),
          invalid(
              "D2: a node port out of range hides all else",
              ClusterFixtures.ipv4(),
              SentServices.nodePort()
                  .spec()
                  .withPorts(ServicePort.of(0).withName("A").withNodePort(80)),
              "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range."
                  + " The range of valid ports is 30000-32767"),
          new RefusedExample(
              "D3: a health-check port out of range",
              ClusterFixtures.ipv4(),
              SentServices.of(SentServices.localLoadBalancer().spec().withHealthCheckNodePort(80)),
              500,
              "Internal error occurred: failed to allocate requested HealthCheck NodePort 80:"
                  + " provided port is not in the valid range. The range of valid ports is"
                  + " 30000-32767"),
          invalid(
              "D4: an address of a family the cluster has not",
              ClusterFixtures.ipv4(),
              SentServices.clusterIp()
                  .spec()
                  .withClusterIP("10.96.0.9")
                  .withClusterIPs("10.96.0.9", "fd00::1")
                  .withIpFamilyPolicy(IpFamilyPolicy.PREFER_DUAL_STACK),
              "spec.clusterIPs[1]: Invalid value: [\"10.96.0.9\",\"fd00::1\"]: IPv6 is not"
                  + " configured on this cluster"),
          invalid(
              "D5: both families of a cluster of one",
              ClusterFixtures.ipv4(),
              SentServices.headless().spec().toBuilder()
                  .ipFamilyPolicy(IpFamilyPolicy.REQUIRE_DUAL_STACK)
                  .ipFamilies(IpFamily.IPV6)
                  .build(),
              "[spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not"
                  + " configured for dual-stack services, spec.ipFamilies[0]: Invalid value:"
                  + " \"IPv6\": not configured on this cluster]"),
          invalid(
              "D7: None twice",
              ClusterFixtures.ipv4(),
              SentServices.clusterIp()
                  .spec()
                  .withClusterIP(ServiceSpec.CLUSTER_IP_NONE)
                  .withClusterIPs(ServiceSpec.CLUSTER_IP_NONE, ServiceSpec.CLUSTER_IP_NONE),
              "[spec.clusterIPs: Invalid value: [\"None\",\"None\"]: 'None' must be the first and"
                  + " only value, spec.clusterIPs[1]: Invalid value: \"None\": must be a valid IP"
                  + " address, (e.g. 10.9.8.7 or 2001:db8::ffff)]"),
          invalid(
              "6.2: an address out of range",
              ClusterFixtures.ipv4(),
              SentServices.clusterIp().spec().withClusterIP("192.168.0.1"),
              "spec.clusterIPs: Invalid value: [\"192.168.0.1\"]: failed to allocate IP"
                  + " 192.168.0.1: the provided network does not match the current range"));

  private static RefusedExample invalid(
      String name, ClusterProfile cluster, ServiceSpec spec, String faults) {
    return new RefusedExample(
        name,
        cluster,
        SentServices.of(spec),
        422,
        "Service \"" + SentServices.NAME + "\" is invalid: " + faults);
  }

  @Override
  public String toString() {
    return name;
  }
}
