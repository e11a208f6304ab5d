package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.LocalDetection;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowOrigin;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Small clusters in which Services meet in every way, and flows to them: few addresses and ports,
 * so that many flows hit something, and some hit two things at once.
 */
public final class RoutingArbitraries {

  private static final int NAMES = 4;

  private RoutingArbitraries() {}

  /** {@return a few Services and slices, no two of one name} */
  public static Arbitrary<ClusterSnapshot> worlds() {
    return Combinators.combine(services().list().ofMaxSize(6), slices().list().ofMaxSize(8))
        .as(
            (services, slices) -> {
              Map<Object, Service> serviceByName = new LinkedHashMap<>();
              services.forEach(s -> serviceByName.put(s.namespacedName(), s));
              Map<Object, EndpointSlice> sliceByName = new LinkedHashMap<>();
              slices.forEach(s -> sliceByName.put(s.namespacedName(), s));
              return ClusterSnapshot.builder()
                  .services(serviceByName.values())
                  .endpointSlices(sliceByName.values())
                  .build();
            });
  }

  /** {@return a Service or slice that is put or goes, or the node changed} */
  public static Arbitrary<ClusterChange> changes() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, services().map(ClusterChange::put)),
        Tuple.of(2, services().map(ClusterChange::gone)),
        Tuple.of(6, slices().map(ClusterChange::put)),
        Tuple.of(2, slices().map(ClusterChange::gone)),
        Tuple.of(1, nodes().map(ClusterChange::put)));
  }

  /**
   * {@return a node called {@code node-a}, in one of two zones or in none, of one or two families}
   */
  public static Arbitrary<Node> nodes() {
    return Combinators.combine(
            Arbitraries.of("zone-1", "zone-2", ""),
            Arbitraries.of(
                ImmutableList.of("192.168.0.2"),
                ImmutableList.of("192.168.0.2", "192.168.1.2", "2001:db8::2")))
        .as(
            (zone, addresses) -> {
              Node node = NodeFixtures.withAddresses("node-a", addresses.toArray(new String[0]));
              return zone.isEmpty()
                  ? node
                  : node.withMetadata(
                      node.metadata().withLabels(ImmutableMap.of(KnownLabels.ZONE, zone)));
            });
  }

  /** {@return kube-proxy in any mode, detecting local Pods in any way} */
  public static Arbitrary<ProxySettings> settings() {
    return Combinators.combine(
            Arbitraries.of(ProxyMode.class),
            Arbitraries.of(LocalDetection.class),
            Arbitraries.of(true, false),
            Arbitraries.of(
                ImmutableList.<Cidr>of(), ImmutableList.of(Cidr.parse("192.168.0.0/24"))))
        .as(
            (mode, detection, masqueradeAll, nodePorts) ->
                ProxySettings.of(mode)
                    .withLocalDetection(detection)
                    .withClusterCIDRs(Cidr.parse("10.0.0.0/24"), Cidr.parse("fd00:1::/64"))
                    .withMasqueradeAll(masqueradeAll)
                    .withNodePortAddresses(nodePorts));
  }

  /** {@return a Service of one of a few names, types, policies and addresses} */
  public static Arbitrary<Service> services() {
    return Combinators.combine(
            Arbitraries.integers().between(1, NAMES),
            Arbitraries.of(
                ServiceType.CLUSTER_IP, ServiceType.NODE_PORT, ServiceType.LOAD_BALANCER),
            Arbitraries.of(InternalTrafficPolicy.class),
            Arbitraries.of(ExternalTrafficPolicy.class),
            Arbitraries.of(0, 1, 1, 3, 4, 8, 15),
            Arbitraries.of(
                ImmutableList.<String>of(),
                ImmutableList.<String>of(),
                ImmutableList.of("203.0.113.0/25"),
                ImmutableList.of("192.168.0.0/24"),
                ImmutableList.of("2001:db8::/32")),
            ports())
        .as(RoutingArbitraries::service);
  }

  // What: 1 an external IP, 2 a load-balancer address, 4 affinity, 8 both families.
  private static Service service(
      int number,
      ServiceType type,
      InternalTrafficPolicy internal,
      ExternalTrafficPolicy external,
      int what,
      List<String> ranges,
      List<ServicePort> ports) {
    ServiceSpec.Builder spec =
        ServiceSpec.builder()
            .type(type)
            .clusterIP("10.96.0." + number)
            .addClusterIP("10.96.0." + number)
            .ipFamilies(IpFamily.IPV4)
            .internalTrafficPolicy(internal)
            .externalTrafficPolicy(external)
            .loadBalancerSourceRanges(ranges);
    boolean isOpen = type != ServiceType.CLUSTER_IP;
    for (int i = 0; i < ports.size(); i++) {
      spec.addPorts(isOpen ? ports.get(i).withNodePort(30080 + number % 3 + 10 * i) : ports.get(i));
    }
    if ((what & 1) != 0) {
      spec.addExternalIP("5.6.7.8");
    }
    if ((what & 4) != 0) {
      spec.sessionAffinity(SessionAffinity.CLIENT_IP)
          .sessionAffinityConfig(
              SessionAffinityConfig.builder()
                  .clientIP(ClientIpConfig.builder().timeoutSeconds(60).build())
                  .build());
    }
    if ((what & 8) != 0) {
      spec.addClusterIP("fd00:96::" + number).ipFamilies(IpFamily.IPV4, IpFamily.IPV6);
    }
    Service service =
        Service.builder()
            .metadata(ObjectMeta.of("shop", "svc-" + number))
            .spec(spec.build())
            .build();
    return (what & 2) == 0
        ? service
        : service.withStatus(
            ServiceStatus.builder()
                .loadBalancer(
                    LoadBalancerStatus.builder()
                        .addIngress(vip("1.2.3." + (3 + number % 2)), vip("2001:db8:1::4"))
                        .build())
                .build());
  }

  private static LoadBalancerIngress vip(String address) {
    return LoadBalancerIngress.builder().ip(address).ipMode(LoadBalancerIpMode.VIP).build();
  }

  private static Arbitrary<List<ServicePort>> ports() {
    ServicePort http = ServicePort.of(80).withName("http");
    ServicePort dns = ServicePort.of(80).withName("dns").withProtocol(Protocol.UDP);
    return Arbitraries.of(
        ImmutableList.of(http), ImmutableList.of(http, dns), ImmutableList.<ServicePort>of());
  }

  /** {@return a slice of one of a few names, of one of the Services or of none} */
  public static Arbitrary<EndpointSlice> slices() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(0, NAMES),
            Arbitraries.of(AddressType.IPV4, AddressType.IPV4, AddressType.IPV6),
            Arbitraries.of("http", "dns"),
            EndpointArbitraries.endpoints(),
            Arbitraries.integers().between(0, 1))
        .as(
            (number, service, type, port, endpoints, shift) ->
                EndpointSlice.builder()
                    .metadata(
                        ObjectMeta.of("shop", "slice-" + number)
                            .withLabels(
                                service == 0
                                    ? ImmutableMap.of()
                                    : ImmutableMap.of(KnownLabels.SERVICE_NAME, "svc-" + service)))
                    .addressType(type)
                    .addPorts(
                        EndpointPort.of(port, 8080)
                            .withProtocol(port.equals("dns") ? Protocol.UDP : Protocol.TCP))
                    .endpoints(moved(endpoints, type, number * 16 * shift))
                    .build());
  }

  private static ImmutableList<Endpoint> moved(List<Endpoint> endpoints, AddressType type, int by) {
    ImmutableList.Builder<Endpoint> moved = ImmutableList.builder();
    for (int i = 0; i < endpoints.size(); i++) {
      String address =
          type == AddressType.IPV6
              ? "fd00:1::" + Integer.toHexString(i + 1 + by)
              : "10.0.0." + (i + 1 + by);
      moved.add(endpoints.get(i).withAddresses(address));
    }
    return moved.build();
  }

  /** {@return a flow from anybody to an address and port that may be a Service's} */
  public static Arbitrary<Flow> flows() {
    Arbitrary<Flow> ipv4 =
        flows(
            Arbitraries.of(
                "10.0.0.1",
                "10.0.0.17",
                "10.0.0.200",
                "192.168.0.2",
                "192.168.0.3",
                "203.0.113.7",
                "203.0.113.200",
                "127.0.0.1",
                "1.2.3.4",
                "10.96.0.1"),
            Arbitraries.of(
                "10.96.0.1",
                "10.96.0.2",
                "10.96.0.3",
                "10.96.0.4",
                "10.96.7.7",
                "5.6.7.8",
                "1.2.3.3",
                "1.2.3.4",
                "192.168.0.2",
                "192.168.1.2",
                "127.0.0.1",
                "10.0.0.1"));
    Arbitrary<Flow> ipv6 =
        flows(
            Arbitraries.of("fd00:1::1", "2001:db8::2", "2001:db8:5::1", "::1"),
            Arbitraries.of("fd00:96::1", "fd00:96::3", "2001:db8:1::4", "2001:db8::2", "::1"));
    return Arbitraries.frequencyOf(Tuple.of(4, ipv4), Tuple.of(1, ipv6));
  }

  private static Arbitrary<Flow> flows(Arbitrary<String> sources, Arbitrary<String> destinations) {
    return Combinators.combine(
            Arbitraries.of(Protocol.TCP, Protocol.TCP, Protocol.UDP, Protocol.SCTP),
            Arbitraries.of(FlowOrigin.class),
            sources,
            destinations,
            Arbitraries.of(80, 80, 80, 81, 30080, 30081, 30082, 30090))
        .as(
            (protocol, origin, from, to, port) ->
                new Flow(protocol, origin, IpAddress.parse(from), IpAddress.parse(to), port));
  }
}
