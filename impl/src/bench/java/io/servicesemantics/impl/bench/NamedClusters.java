package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/**
 * The cluster whose names CoreDNS was measured with: 100 namespaces of 97 Services with a cluster
 * IP, two headless ones and an ExternalName.
 */
final class NamedClusters {

  static final int NAMESPACES = 100;
  static final int CLUSTER_IPS = 97;

  private static final int ENDPOINTS = 2;
  private static final int HEADLESS_ENDPOINTS = 3;
  private static final int ENDPOINTS_PER_NAMESPACE =
      CLUSTER_IPS * ENDPOINTS + 2 * HEADLESS_ENDPOINTS;
  // The one namespace whose second headless Service is large, so that all behind it stand higher.
  private static final int LARGE = 50;
  private static final int ENDPOINTS_OF_LARGE = 100;
  private static final int FIRST_CLUSTER_IP = 0x0a600001;
  private static final int FIRST_ENDPOINT = 0x0a800001;

  private NamedClusters() {}

  static DnsSettings settings() {
    return DnsSettings.builder().pods(PodRecords.INSECURE).ttl(30).build();
  }

  static ClusterSnapshot world() {
    ClusterSnapshot.Builder world = ClusterSnapshot.builder();
    for (int i = 0; i < NAMESPACES; i++) {
      world.addNamespaces(
          Namespace.builder().metadata(ObjectMeta.of(namespace(i))).build());
      addClusterIpServices(world, i);
      addHeadlessServices(world, i);
      addExternalName(world, i);
    }
    return world.build();
  }

  static String namespace(int i) {
    return String.format("ns-%02d", i);
  }

  static String service(int i) {
    return String.format("svc-%02d", i);
  }

  static IpAddress clusterIp(int namespace, int service) {
    return IpAddress.ofIpv4(FIRST_CLUSTER_IP + namespace * CLUSTER_IPS + service);
  }

  /** An endpoint of a namespace, counted from the namespace's first one. */
  static IpAddress endpoint(int namespace, int number) {
    int more = namespace > LARGE ? ENDPOINTS_OF_LARGE - HEADLESS_ENDPOINTS : 0;
    return IpAddress.ofIpv4(FIRST_ENDPOINT + namespace * ENDPOINTS_PER_NAMESPACE + more + number);
  }

  private static void addClusterIpServices(ClusterSnapshot.Builder world, int namespace) {
    for (int i = 0; i < CLUSTER_IPS; i++) {
      String address = clusterIp(namespace, i).toString();
      world.addServices(
          Service.builder()
              .metadata(ObjectMeta.of(namespace(namespace), service(i)))
              .spec(
                  ServiceSpec.builder()
                      .type(ServiceType.CLUSTER_IP)
                      .clusterIP(address)
                      .addClusterIP(address)
                      .ipFamilies(IpFamily.IPV4)
                      .addPorts(
                          ServicePort.of(80).withName("http"),
                          ServicePort.of(443).withName("https"))
                      .build())
              .build());
      world.addEndpointSlices(slice(namespace, i, ENDPOINTS));
    }
  }

  /** The slice of a Service with a cluster IP, with some of its endpoints. */
  static EndpointSlice slice(int namespace, int service, int endpoints) {
    EndpointSlice.Builder slice =
        sliceOf(namespace, service)
            .addPorts(EndpointPort.of("http", 8080), EndpointPort.of("https", 8443));
    for (int i = 0; i < endpoints; i++) {
      slice.addEndpoints(ready(endpoint(namespace, service * ENDPOINTS + i)));
    }
    return slice.build();
  }

  /** Another slice of it, with an endpoint that no Service has. */
  static EndpointSlice secondSlice(int namespace, int service) {
    EndpointSlice first = slice(namespace, service, 0);
    return first
        .withMetadata(first.metadata().withName(first.metadata().name() + "-more"))
        .withEndpoints(ready(endpoint(NAMESPACES, service)));
  }

  private static void addHeadlessServices(ClusterSnapshot.Builder world, int namespace) {
    int first = CLUSTER_IPS * ENDPOINTS;
    EndpointSlice.Builder named =
        sliceOf(namespace, CLUSTER_IPS).addPorts(EndpointPort.of("http", 8080));
    for (int i = 0; i < HEADLESS_ENDPOINTS; i++) {
      named.addEndpoints(
          ready(endpoint(namespace, first + i)).withHostname(service(CLUSTER_IPS) + "-" + i));
    }
    EndpointSlice.Builder unnamed =
        sliceOf(namespace, CLUSTER_IPS + 1).addPorts(EndpointPort.of("http", 8080));
    int count = namespace == LARGE ? ENDPOINTS_OF_LARGE : HEADLESS_ENDPOINTS;
    for (int i = 0; i < count; i++) {
      unnamed.addEndpoints(ready(endpoint(namespace, first + HEADLESS_ENDPOINTS + i)));
    }
    world.addServices(headless(namespace, CLUSTER_IPS), headless(namespace, CLUSTER_IPS + 1));
    world.addEndpointSlices(named.build(), unnamed.build());
  }

  private static Service headless(int namespace, int service) {
    return Service.builder()
        .metadata(ObjectMeta.of(namespace(namespace), service(service)))
        .spec(
            ServiceSpec.builder()
                .type(ServiceType.CLUSTER_IP)
                .clusterIP("None")
                .addClusterIP("None")
                .addPorts(ServicePort.of(80).withName("http"))
                .build())
        .build();
  }

  private static void addExternalName(ClusterSnapshot.Builder world, int namespace) {
    String target = service(0) + "." + namespace(namespace) + ".svc.cluster.local";
    world.addServices(
        Service.builder()
            .metadata(ObjectMeta.of(namespace(namespace), service(CLUSTER_IPS + 2)))
            .spec(
                ServiceSpec.builder()
                    .type(ServiceType.EXTERNAL_NAME)
                    .externalName(target)
                    .build())
            .build());
  }

  private static EndpointSlice.Builder sliceOf(int namespace, int service) {
    return EndpointSlice.builder()
        .metadata(
            ObjectMeta.of(namespace(namespace), service(service) + "-1")
                .withLabels(ImmutableMap.of(KnownLabels.SERVICE_NAME, service(service))))
        .addressType(AddressType.IPV4);
  }

  private static Endpoint ready(IpAddress address) {
    return Endpoint.of(address.toString())
        .withConditions(EndpointConditions.of(true, true, false));
  }
}
