package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** Clusters of Services with ten endpoints each, as kube-proxy was measured with. */
final class RoutedClusters {

  private static final int NAMESPACES = 50;
  private static final int NODES = 100;
  private static final int ENDPOINTS = 10;

  private RoutedClusters() {}

  static ProxySettings proxy(ProxyMode mode) {
    return ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.128.0.0/9"));
  }

  static Node node() {
    return Node.builder()
        .metadata(ObjectMeta.of("node-000"))
        .status(
            NodeStatus.builder()
                .addAddresses(
                    NodeAddress.builder()
                        .type(NodeAddressType.INTERNAL_IP)
                        .address("192.168.0.2")
                        .build())
                .build())
        .build();
  }

  static ClusterSnapshot world(int services) {
    ClusterSnapshot.Builder world = ClusterSnapshot.builder();
    for (int i = 0; i < services; i++) {
      world.addServices(service(i)).addEndpointSlices(slice(i, ENDPOINTS));
    }
    return world.build();
  }

  static String clusterIp(int i) {
    return "10." + (64 + i / 65536) + "." + i / 256 % 256 + "." + i % 256;
  }

  private static Service service(int i) {
    boolean isNodePort = i % 10 == 0;
    return Service.builder()
        .metadata(ObjectMeta.of("ns-" + i % NAMESPACES, "svc-" + i))
        .spec(
            ServiceSpec.builder()
                .type(isNodePort ? ServiceType.NODE_PORT : ServiceType.CLUSTER_IP)
                .clusterIP(clusterIp(i))
                .addClusterIP(clusterIp(i))
                .ipFamilies(IpFamily.IPV4)
                .addPorts(
                    ServicePort.of(80).withName("http").withNodePort(isNodePort ? 20000 + i / 10 : 0))
                .build())
        .build();
  }

  /** The slice of a Service, with some of its endpoints. */
  static EndpointSlice slice(int i, int endpoints) {
    EndpointSlice.Builder slice =
        EndpointSlice.builder()
            .metadata(
                ObjectMeta.of("ns-" + i % NAMESPACES, "svc-" + i + "-1")
                    .withLabels(ImmutableMap.of(KnownLabels.SERVICE_NAME, "svc-" + i)))
            .addressType(AddressType.IPV4)
            .addPorts(EndpointPort.of("http", 8080));
    for (int e = 0; e < endpoints; e++) {
      int number = i * ENDPOINTS + e;
      slice.addEndpoints(
          Endpoint.of(
                  "10." + (128 + number / 65536) + "." + number / 256 % 256 + "." + number % 256)
              .withConditions(EndpointConditions.of(true, true, false))
              .withNodeName(String.format("node-%03d", number % NODES)));
    }
    return slice.build();
  }
}
