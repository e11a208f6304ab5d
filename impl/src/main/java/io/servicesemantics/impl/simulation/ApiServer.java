package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.TargetPort;
import java.util.Optional;

/**
 * The Service every cluster has, by which Pods find the API server: {@code default/kubernetes}, at
 * the first address of the primary range (api 6.1).
 *
 * <p>Source: {@code pkg/controlplane/controller/kubernetesservice}.
 */
final class ApiServer {

  static final NamespacedName NAME = NamespacedName.of(DefaultNamespace.NAME, "kubernetes");

  private static final String PORT_NAME = "https";
  private static final int PORT = 443;
  private static final int TARGET_PORT = 6443;
  // Beside the nodes that are assumed.
  private static final String ASSUMED_IPV4 = "192.168.0.10";
  private static final String ASSUMED_IPV6 = "fd00:192:168::10";

  private ApiServer() {}

  // The Service as it asks for its address; empty where a cluster has no range at all.
  static Optional<Service> service(AllocationState allocations) {
    for (Cidr network : allocations.networks()) {
      if (network.family() == allocations.families().get(0)) {
        return Optional.of(service(network.masked().address(1)));
      }
    }
    return Optional.empty();
  }

  private static Service service(IpAddress address) {
    return Service.builder()
        .metadata(
            ObjectMeta.builder()
                .name(NAME.name())
                .namespace(NAME.namespace())
                .putLabel("component", "apiserver")
                .putLabel("provider", "kubernetes")
                .build())
        .spec(
            ServiceSpec.builder()
                .type(ServiceType.CLUSTER_IP)
                .clusterIP(address.toString())
                .addClusterIPs(address.toString())
                .ipFamilies(address.family())
                .ipFamilyPolicy(IpFamilyPolicy.SINGLE_STACK)
                .sessionAffinity(SessionAffinity.NONE)
                .addPorts(
                    ServicePort.builder()
                        .name(PORT_NAME)
                        .protocol(Protocol.TCP)
                        .port(PORT)
                        .targetPort(TargetPort.of(TARGET_PORT))
                        .build())
                .build())
        .build();
  }

  // The slice of the Service, which no controller makes; empty where the objects have one already,
  // or Endpoints to mirror.
  static Optional<EndpointSlice> slice(Service service, ClusterSnapshot world) {
    boolean isThere =
        world.slicesByService().containsKey(NAME)
            || world.endpoints().stream().anyMatch(it -> it.namespacedName().equals(NAME));
    return isThere
        ? Optional.empty()
        : IpAddress.tryParseLenient(service.spec().clusterIP())
            .map(address -> slice(address.family(), world));
  }

  private static EndpointSlice slice(IpFamily family, ClusterSnapshot world) {
    EndpointSlice.Builder slice =
        EndpointSlice.builder()
            .metadata(
                ObjectMeta.builder()
                    .name(NAME.name())
                    .namespace(NAME.namespace())
                    .putLabel(KnownLabels.SERVICE_NAME, NAME.name())
                    .build())
            .addressType(family == IpFamily.IPV4 ? AddressType.IPV4 : AddressType.IPV6)
            .addPorts(
                EndpointPort.builder()
                    .name(PORT_NAME)
                    .protocol(Protocol.TCP)
                    .port(TARGET_PORT)
                    .build());
    for (String address : controlPlane(family, world)) {
      slice.addEndpoints(
          Endpoint.builder()
              .addAddresses(address)
              .conditions(EndpointConditions.builder().ready(true).build())
              .build());
    }
    return slice.build();
  }

  private static ImmutableSet<String> controlPlane(IpFamily family, ClusterSnapshot world) {
    ImmutableSet.Builder<String> addresses = ImmutableSet.builder();
    for (Node node : world.nodes()) {
      if (node.metadata().labels().containsKey(KnownLabels.CONTROL_PLANE)) {
        for (NodeAddress address : node.status().addresses()) {
          if (address.type().is(NodeAddressType.INTERNAL_IP)
              && IpAddress.tryParse(address.address())
                  .filter(ip -> ip.family() == family)
                  .isPresent()) {
            addresses.add(address.address());
          }
        }
      }
    }
    ImmutableSet<String> found = addresses.build();
    return found.isEmpty()
        ? ImmutableSet.of(family == IpFamily.IPV4 ? ASSUMED_IPV4 : ASSUMED_IPV6)
        : found;
  }
}
