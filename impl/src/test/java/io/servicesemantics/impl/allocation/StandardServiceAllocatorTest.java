package io.servicesemantics.impl.allocation;

import static io.servicesemantics.impl.allocation.Taking.allocator;
import static io.servicesemantics.impl.allocation.Taking.ip;
import static io.servicesemantics.impl.allocation.Taking.serviceCidr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AllocationConflict;
import io.servicesemantics.admission.AllocationConflict.Kind;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.IpAddressSpec;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardServiceAllocatorTest {

  private static final AllocationHolder A = holder("a");
  private static final AllocationHolder B = holder("b");
  private static final AllocationHolder GATEWAY =
      new AllocationHolder("gateways.gateway.networking.k8s.io", NamespacedName.of("shop", "gw"));

  @Nested
  @DisplayName("what a Service holds (api 6.7)")
  class Held {

    @Test
    void addresses_areHeldOfBothFamilies() {
      AllocationState state = found(service("a", spec().clusterIPs(both()).clusterIP("10.96.0.9")));

      assertThat(state.holderOf(ip("10.96.0.9"))).contains(A);
      assertThat(state.holderOf(ip("fd00::9"))).contains(A);
      assertThat(state.heldAddresses(IpFamily.IPV6)).isEqualTo(1);
      assertThat(state.conflicts()).isEmpty();
    }

    @Test
    void addressOfAnOldObject_isHeldThoughTheListIsEmpty() {
      assertThat(found(service("a", spec().clusterIP("10.96.0.9"))).holderOf(ip("10.96.0.9")))
          .contains(A);
    }

    @Test
    void headlessAndExternalName_holdNone() {
      AllocationState state =
          found(
              service("a", spec().clusterIP("None").addClusterIPs("None")),
              service("b", spec().type(ServiceType.EXTERNAL_NAME).clusterIP("10.96.0.9")),
              service("c", spec()));

      assertThat(state.heldAddresses(IpFamily.IPV4)).isZero();
      assertThat(state.conflicts()).isEmpty();
    }

    @Test
    void nodePort_isHeldOnceForSeveralPorts() {
      AllocationState state =
          found(
              service(
                  "a",
                  spec()
                      .type(ServiceType.NODE_PORT)
                      .addPorts(port(30080, Protocol.TCP), port(30080, Protocol.UDP))));

      assertThat(state.holderOfPort(30080)).contains(A);
      assertThat(state.heldPorts()).isEqualTo(1);
      assertThat(state.conflicts()).isEmpty();
    }

    @Test
    void healthCheckNodePort_isHeldOfALocalLoadBalancer() {
      AllocationState state =
          found(
              service(
                  "a",
                  spec()
                      .type(ServiceType.LOAD_BALANCER)
                      .externalTrafficPolicy(ExternalTrafficPolicy.LOCAL)
                      .healthCheckNodePort(30081)
                      .addPorts(port(30080, Protocol.TCP))));

      assertThat(state.holderOfPort(30080)).contains(A);
      assertThat(state.holderOfPort(30081)).contains(A);
      assertThat(state.conflicts()).isEmpty();
    }
  }

  @Nested
  @DisplayName("what does not fit (api 6.8)")
  class Conflicts {

    @Test
    void addressTwice_belongsToTheFirst() {
      AllocationState state =
          found(
              service("a", spec().clusterIP("fd00::9").addClusterIPs("fd00::9")),
              service("b", spec().clusterIP("FD00:0::9").addClusterIPs("FD00:0::9")));

      assertThat(state.holderOf(ip("fd00::9"))).contains(A);
      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.CLUSTER_IP_ALREADY_ALLOCATED,
                  "FD00:0::9",
                  B,
                  Optional.of(A),
                  "Cluster IP [IPv6]:fd00::9 was assigned to multiple services; please recreate"
                      + " service"));
    }

    @Test
    void addressOutOfRange_isRemembered() {
      AllocationState state =
          found(
              service("a", spec().clusterIP("10.97.0.1").addClusterIPs("10.97.0.1")),
              service("b", spec().clusterIP("10.96.0.0").addClusterIPs("10.96.0.0")));

      assertThat(state.conflicts())
          .containsExactly(outOfRange(A, "10.97.0.1"), outOfRange(B, "10.96.0.0"));
      assertThat(state.holderOf(ip("10.97.0.1"))).contains(A);
      assertThat(state.networkUsage().get(0).held()).isZero();
    }

    @Test
    void addressInARangeThatIsNotReady_isNoConflict() {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addServices(service("a", spec().clusterIP("10.97.0.1").addClusterIPs("10.97.0.1")))
              .addServiceCidrs(
                  serviceCidr("second", "10.97.0.0/16")
                      .withMetadata(
                          ObjectMeta.of("second").withDeletionTimestamp(Instant.ofEpochSecond(1))))
              .build();

      assertThat(allocator("30000-32767", "10.96.0.0/16").of(world).conflicts()).isEmpty();
    }

    @Test
    void textThatIsNoAddress_isToldAsTheServerTellsIt() {
      AllocationState state =
          found(service("a", spec().clusterIP("10.96.0").addClusterIPs("10.96.0", "")));

      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::number)
          .containsExactly(
              tuple(Kind.CLUSTER_IP_NOT_VALID, "10.96.0"), tuple(Kind.CLUSTER_IP_NOT_VALID, ""));
      assertThat(state.conflicts().get(0).message())
          .isEqualTo("Cluster IP <nil> is not a valid IP; please recreate Service");
    }

    @Test
    void nodePortTwice_belongsToTheFirst_whateverTheProtocol() {
      AllocationState state =
          found(
              service("a", spec().type(ServiceType.NODE_PORT).addPorts(port(30080, Protocol.TCP))),
              service(
                  "b", spec().type(ServiceType.LOAD_BALANCER).addPorts(port(30080, Protocol.UDP))));

      assertThat(state.holderOfPort(30080)).contains(A);
      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.NODE_PORT_ALREADY_ALLOCATED,
                  "30080",
                  B,
                  Optional.of(A),
                  "Port 30080 was assigned to multiple services; please recreate service"));
    }

    @Test
    void nodePortTwiceInOneService_isToldWhereTheProtocolIsTheSame() {
      AllocationState state =
          found(
              service(
                  "a",
                  spec()
                      .type(ServiceType.NODE_PORT)
                      .addPorts(port(30080, Protocol.TCP), port(30080, Protocol.TCP))));

      assertThat(state.heldPorts()).isEqualTo(1);
      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::holder)
          .containsExactly(tuple(Kind.NODE_PORT_ALREADY_ALLOCATED, Optional.of(A)));
    }

    @Test
    void healthCheckOnANodePortOfItsOwn_isToldWhereThatIsOfTcp() {
      AllocationState state =
          found(
              balancer("a", ExternalTrafficPolicy.LOCAL, 30080, Protocol.TCP),
              balancer("b", ExternalTrafficPolicy.LOCAL, 30081, Protocol.UDP));

      assertThat(state.conflicts())
          .extracting(
              AllocationConflict::kind, AllocationConflict::number, AllocationConflict::object)
          .containsExactly(tuple(Kind.NODE_PORT_ALREADY_ALLOCATED, "30080", A));
    }

    @Test
    void healthCheckNodePortThatIsNotNeeded_isNotHeld() {
      Service service = balancer("a", ExternalTrafficPolicy.CLUSTER, 30080, Protocol.TCP);
      AllocationState state =
          found(service.withSpec(service.spec().withHealthCheckNodePort(30090)));

      assertThat(state.heldPorts()).isEqualTo(1);
      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::number)
          .containsExactly(tuple(Kind.NODE_PORT_NOT_HELD, "30090"));
    }

    // Its health check is on the node port.
    private Service balancer(
        String name, ExternalTrafficPolicy policy, int nodePort, Protocol protocol) {
      return service(
          name,
          spec()
              .type(ServiceType.LOAD_BALANCER)
              .externalTrafficPolicy(policy)
              .healthCheckNodePort(nodePort)
              .addPorts(port(nodePort, protocol)));
    }

    @Test
    void nodePortOutOfRange_isRemembered() {
      AllocationState state =
          found(service("a", spec().type(ServiceType.NODE_PORT).addPorts(port(80, Protocol.TCP))));

      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.NODE_PORT_OUT_OF_RANGE,
                  "80",
                  A,
                  Optional.empty(),
                  "Port 80 is not within the port range 30000-32767; please recreate service"));
      assertThat(state.holderOfPort(80)).contains(A);
      assertThat(state.portUsage().held()).isZero();
    }

    @Test
    void nodePortOfAnExternalName_isHeldByNobodyOrByAnother() {
      AllocationState state =
          found(
              service(
                  "a",
                  spec()
                      .type(ServiceType.EXTERNAL_NAME)
                      .addPorts(port(30080, Protocol.TCP), port(30081, Protocol.TCP))),
              service("b", spec().type(ServiceType.NODE_PORT).addPorts(port(30080, Protocol.TCP))));

      assertThat(state.holderOfPort(30080)).contains(B);
      assertThat(state.holderOfPort(30081)).isEmpty();
      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.NODE_PORT_NOT_HELD,
                  "30080",
                  A,
                  Optional.of(B),
                  "Port 30080 was assigned to multiple services; please recreate service"),
              new AllocationConflict(
                  Kind.NODE_PORT_NOT_HELD,
                  "30081",
                  A,
                  Optional.empty(),
                  "Port 30081 is not allocated; repairing"));
    }

    private AllocationConflict outOfRange(AllocationHolder holder, String address) {
      return new AllocationConflict(
          Kind.CLUSTER_IP_OUT_OF_RANGE,
          address,
          holder,
          Optional.empty(),
          "Cluster IP [IPv4]: "
              + address
              + " is not within any configured Service CIDR; please recreate service");
    }
  }

  @Nested
  @DisplayName("IPAddress objects (api 6.8)")
  class Records {

    private final Service a =
        service("a", spec().clusterIP("10.96.0.9").addClusterIPs("10.96.0.9"));
    private final Service b =
        service("b", spec().clusterIP("10.96.0.9").addClusterIPs("10.96.0.9"));

    @Test
    void ofTheService_fits() {
      assertThat(found(ImmutableList.of(a), record("10.96.0.9", A)).conflicts()).isEmpty();
    }

    @Test
    void ofTheSecondOfTwo_settlesWhoHolds() {
      AllocationState state = found(ImmutableList.of(a, b), record("10.96.0.9", B));

      assertThat(state.holderOf(ip("10.96.0.9"))).contains(B);
      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::object)
          .containsExactly(tuple(Kind.CLUSTER_IP_ALREADY_ALLOCATED, A));
    }

    @Test
    void ofOtherAddresses_leaveTheServiceWithoutOne() {
      AllocationState state = found(ImmutableList.of(a), record("10.96.0.10", GATEWAY));

      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.CLUSTER_IP_NOT_ALLOCATED,
                  "10.96.0.9",
                  A,
                  Optional.empty(),
                  "Cluster IP [IPv4]: 10.96.0.9 is not allocated; repairing"));
      assertThat(state.holderOf(ip("10.96.0.9"))).contains(A);
      assertThat(state.holderOf(ip("10.96.0.10"))).as("taken all the same").contains(GATEWAY);
    }

    @Test
    void ofAnotherObject_isRepairedForTheService() {
      AllocationState state = found(ImmutableList.of(a), record("10.96.0.9", GATEWAY));

      assertThat(state.holderOf(ip("10.96.0.9"))).contains(A);
      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.CLUSTER_IP_NOT_ALLOCATED,
                  "10.96.0.9",
                  A,
                  Optional.of(GATEWAY),
                  "the ClusterIP [IPv4]: 10.96.0.9 for Service shop/a has a wrong reference;"
                      + " repairing"));
    }

    @Test
    void ofAMissingService_isAnOrphan_andHeld() {
      AllocationState state = found(ImmutableList.of(), record("10.96.0.9", B));

      assertThat(state.holderOf(ip("10.96.0.9"))).contains(B);
      assertThat(state.conflicts())
          .containsExactly(
              new AllocationConflict(
                  Kind.ORPHANED_IP_ADDRESS,
                  "10.96.0.9",
                  new AllocationHolder(
                      "ipaddresses.networking.k8s.io", NamespacedName.of("", "10.96.0.9")),
                  Optional.of(B),
                  "IPAddress: 10.96.0.9 for Service shop/b appears to have leaked: cleaning up"));
    }

    @Test
    void ofAServiceWithOtherAddresses_isAnOrphan() {
      AllocationState state =
          found(ImmutableList.of(a), record("10.96.0.9", A), record("10.96.0.10", A));

      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::message)
          .containsExactly(
              tuple(
                  Kind.ORPHANED_IP_ADDRESS,
                  "IPAddress: 10.96.0.10 for Service shop/a has a wrong reference; cleaning up"));
    }

    @Test
    void ofTheAllocatorForSomethingElse_isAnOrphan() {
      AllocationState state = found(ImmutableList.of(), managed(record("10.96.0.9", GATEWAY)));

      assertThat(state.conflicts().get(0).message())
          .isEqualTo(
              "IPAddress 10.96.0.9 appears to have been modified, not referencing a Service"
                  + " &ParentReference{Group:gateway.networking.k8s.io,Resource:gateways,"
                  + "Namespace:shop,Name:gw,}: cleaning up");
    }

    @Test
    void withoutParentOrAddress_doNoHarm() {
      IpAddressObject odd =
          IpAddressObject.builder().metadata(ObjectMeta.of("not-an-address")).build();
      IpAddressObject parentless =
          IpAddressObject.builder().metadata(ObjectMeta.of("10.96.0.9")).build();
      AllocationState state = found(ImmutableList.of(), odd, parentless, managed(odd));

      assertThat(state.heldAddresses(IpFamily.IPV4)).isEqualTo(1);
      assertThat(state.conflicts())
          .extracting(AllocationConflict::kind, AllocationConflict::number)
          .containsExactly(tuple(Kind.ORPHANED_IP_ADDRESS, "not-an-address"));
    }

    private IpAddressObject record(String name, AllocationHolder parent) {
      int dot = parent.resource().indexOf('.');
      String resource = dot < 0 ? parent.resource() : parent.resource().substring(0, dot);
      IpAddressObject record =
          IpAddressObject.builder()
              .metadata(ObjectMeta.of(name))
              .spec(
                  IpAddressSpec.builder()
                      .parentRef(
                          ParentReference.builder()
                              .group(dot < 0 ? "" : parent.resource().substring(dot + 1))
                              .resource(resource)
                              .namespace(parent.name().namespace())
                              .name(parent.name().name())
                              .build())
                      .build())
              .build();
      return parent.isService() ? managed(record) : record;
    }

    private IpAddressObject managed(IpAddressObject record) {
      return record.withMetadata(
          record.metadata().toBuilder()
              .putLabel("ipaddress.kubernetes.io/managed-by", "ipallocator.k8s.io")
              .build());
    }

    private AllocationState found(ImmutableList<Service> services, IpAddressObject... records) {
      return allocator("30000-32767", "10.96.0.0/16", "fd00::/112")
          .of(ClusterSnapshot.builder().services(services).addIpAddresses(records).build());
    }
  }

  private static AllocationState found(Service... services) {
    return allocator("30000-32767", "10.96.0.0/16", "fd00::/112")
        .of(ImmutableList.copyOf(services));
  }

  private static AllocationHolder holder(String name) {
    return AllocationHolder.service(NamespacedName.of("shop", name));
  }

  private static ServiceSpec.Builder spec() {
    return ServiceSpec.builder().type(ServiceType.CLUSTER_IP);
  }

  private static Service service(String name, ServiceSpec.Builder spec) {
    return Service.builder().metadata(ObjectMeta.of("shop", name)).spec(spec.build()).build();
  }

  private static ServicePort port(int nodePort, Protocol protocol) {
    return ServicePort.of(80).withProtocol(protocol).withNodePort(nodePort);
  }

  private static ImmutableList<String> both() {
    return ImmutableList.of("10.96.0.9", "fd00::9");
  }
}
