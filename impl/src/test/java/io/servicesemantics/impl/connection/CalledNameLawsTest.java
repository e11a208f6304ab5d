package io.servicesemantics.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.DestinationHost;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import io.servicesemantics.testkit.fixture.NamedWorld;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the names of any cluster that are called. */
class CalledNameLawsTest {

  private static final Caller CALLER = Caller.parse("node node-c");
  private static final ServiceSemantics SEMANTICS =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return Combinators.combine(RoutingArbitraries.worlds(), Arbitraries.of(true, false))
        .as((world, isHeadless) -> isHeadless ? headless(world) : world)
        .map(CalledNameLawsTest::withCaller);
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.strings().withChars(".-_azAZ09").ofMinLength(1).ofMaxLength(253);
  }

  private static ClusterSnapshot headless(ClusterSnapshot world) {
    ImmutableList.Builder<Service> services = ImmutableList.builder();
    for (Service service : world.services()) {
      services.add(
          service.withSpec(
              service.spec().toBuilder()
                  .clusterIP(ServiceSpec.CLUSTER_IP_NONE)
                  .clusterIPs(ImmutableList.of(ServiceSpec.CLUSTER_IP_NONE))
                  .build()));
    }
    return world.withServices(services.build());
  }

  private static ClusterSnapshot withCaller(ClusterSnapshot world) {
    return world.toBuilder()
        .addNodes(NodeFixtures.withAddresses("node-c", "192.168.0.4", "2001:db8::4"))
        .addNamespaces(Namespace.of("shop"))
        .build();
  }

  @Property(tries = 300)
  void aNameThatTheZoneAnswers_leadsToTheAddressesItAnswers(
      @ForAll("worlds") ClusterSnapshot world) {
    DnsZone zone = SEMANTICS.dns().zoneOf(world);
    for (DnsName name : names(world)) {
      ImmutableSet<String> expected =
          ImmutableSet.<String>builder()
              .addAll(targets(zone, name, RecordType.A, world))
              .addAll(targets(zone, name, RecordType.AAAA, world))
              .build();
      ConnectionTrace trace = trace(new DestinationHost.Named(name.toString()), world);

      assertThat(called(trace)).as("%s", trace).isEqualTo(expected);
    }
  }

  private static ImmutableSet<DnsName> names(ClusterSnapshot world) {
    ImmutableSet.Builder<DnsName> names = ImmutableSet.builder();
    for (Service service : world.services()) {
      SEMANTICS.dns().names().ofService(service.namespacedName()).ifPresent(names::add);
      for (EndpointSlice slice : world.slicesByService().get(service.namespacedName())) {
        for (Endpoint endpoint : slice.endpoints()) {
          names.addAll(SEMANTICS.dns().names().ofEndpoint(service.namespacedName(), endpoint));
        }
      }
    }
    return names.build();
  }

  private static ImmutableSet<String> targets(
      DnsZone zone, DnsName name, RecordType type, ClusterSnapshot world) {
    ImmutableSet.Builder<String> targets = ImmutableSet.builder();
    for (DnsRecord record : zone.answer(DnsQuestion.of(name, type)).answer()) {
      IpAddress address = ((RecordData.Address) record.data()).address();
      targets.addAll(called(trace(new DestinationHost.At(address), world)));
    }
    return targets.build();
  }

  private static ConnectionTrace trace(DestinationHost host, ClusterSnapshot world) {
    return SEMANTICS
        .connections()
        .trace(
            CALLER,
            new Destination(
                host,
                new DestinationPort.Numbered(80, Optional.of(Protocol.TCP)),
                Optional.empty()),
            world);
  }

  private static ImmutableSet<String> called(ConnectionTrace trace) {
    return trace.attempts().stream()
        .map(ConnectionAttempt::called)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Property
  void anyName_isAnsweredByEitherLibrary(
      @ForAll("hosts") String host, @ForAll Libc libc, @ForAll boolean isInNodesNetwork) {
    ConnectionTrace trace =
        SEMANTICS
            .connections()
            .trace(
                Caller.parse("client"),
                new Destination(
                    new DestinationHost.Named(host),
                    new DestinationPort.Unsaid(),
                    Optional.empty()),
                NamedWorld.world(spec -> spec.withHostNetwork(isInNodesNetwork)),
                libc);

    assertThat(trace.toString()).startsWith("From pod client to " + host + ": ");
  }
}
