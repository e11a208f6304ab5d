package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftToChanceTest {

  private static final DnsQuestion POINTER =
      DnsQuestion.of("10.0.96.10.in-addr.arpa", RecordType.PTR);
  private static final DnsQuestion ALIAS =
      DnsQuestion.of("far.shop.svc.cluster.local", RecordType.CNAME);

  private static Service service(String name, String address) {
    return Service.builder()
        .metadata(ObjectMeta.of("shop", name))
        .spec(
            ServiceSpec.builder()
                .type(ServiceType.CLUSTER_IP)
                .clusterIP(address)
                .addClusterIP(address)
                .addPorts(ServicePort.of(80))
                .build())
        .build();
  }

  private static EndpointSlice slice(String name, String... hosts) {
    EndpointSlice.Builder slice =
        EndpointSlice.builder()
            .metadata(
                ObjectMeta.of("shop", name)
                    .withLabels(ImmutableMap.of(KnownLabels.SERVICE_NAME, "far")))
            .addressType(AddressType.FQDN);
    for (String host : hosts) {
      slice.addEndpoints(Endpoint.of(host));
    }
    return slice.build();
  }

  private static DnsZone zone(List<Service> services, EndpointSlice... slices) {
    ClusterSnapshot.Builder world =
        ClusterSnapshot.builder().addNamespaces(Namespace.of("shop")).addAllServices(services);
    for (EndpointSlice slice : slices) {
      world.addEndpointSlices(slice);
    }
    return new StandardClusterDns(DnsSettings.builder().build()).zoneOf(world.build());
  }

  private static DnsAnswer only(DnsZone zone, DnsQuestion question) {
    assertThat(zone.leftToChance(question)).isEmpty();
    assertThat(zone.explain(question).because().causes())
        .extracting(Because::reason)
        .doesNotContain(DnsReason.LEFT_TO_CHANCE);
    return zone.answer(question);
  }

  @Test
  void severalServicesOfOneClusterIp_anyIsTold() {
    Service web = service("web", "10.96.0.10");
    Service api = service("api", "10.96.0.10");
    DnsZone zone = zone(List.of(web, api));

    assertThat(zone.leftToChance(POINTER).orElseThrow().possible())
        .hasSize(2)
        .contains(zone.answer(POINTER));
    assertThat(zone.answer(POINTER).answer())
        .hasToString("[10.0.96.10.in-addr.arpa. 5 IN PTR api.shop.svc.cluster.local.]");
    assertThat(zone.explain(POINTER).because().causes())
        .anySatisfy(
            cause -> {
              assertThat(cause.reason()).isEqualTo(DnsReason.LEFT_TO_CHANCE);
              assertThat(cause.facts().get("claims"))
                  .isEqualTo("api.shop.svc.cluster.local. web.shop.svc.cluster.local.");
            });
    assertThat(only(zone.after(ClusterChange.gone(api)), POINTER).answer())
        .hasToString("[10.0.96.10.in-addr.arpa. 5 IN PTR web.shop.svc.cluster.local.]");
  }

  @Test
  void severalSlicesOfNames_theFirstItemOfEachMayBeTheAlias() {
    DnsZone zone =
        zone(
            List.of(service("far", "None")),
            slice("far-a", "one.example", "two.example"),
            slice("far-b", "three.example"));

    assertThat(zone.leftToChance(ALIAS).orElseThrow().possible())
        .hasSize(2)
        .contains(zone.answer(ALIAS));
    assertThat(zone.answer(ALIAS).answer())
        .hasToString("[far.shop.svc.cluster.local. 5 IN CNAME one.example.]");
  }

  @Test
  void oneOfSeveralSlicesOfAddresses_theAliasMayBeMissing() {
    DnsZone zone =
        zone(
            List.of(service("far", "None")),
            slice("far-a", "one.example"),
            slice("far-b", "10.0.0.1").withAddressType(AddressType.IPV4));

    assertThat(zone.leftToChance(ALIAS).orElseThrow().possible())
        .hasSize(2)
        .contains(zone.answer(ALIAS))
        .anyMatch(DnsAnswer::isNoData);
  }

  @Test
  void oneSliceOfNames_isNotLeftToChance() {
    DnsZone zone = zone(List.of(service("far", "None")), slice("far-a", "one.example", "b.c"));

    assertThat(only(zone, ALIAS).answer()).hasSize(1);
  }
}
