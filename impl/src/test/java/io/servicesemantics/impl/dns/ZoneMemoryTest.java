package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Questions in small letters make no answers anew, and slices are found whatever their labels were.
 */
class ZoneMemoryTest {

  private static EndpointSlice slice(String service, String address) {
    return EndpointSlice.builder()
        .metadata(
            ObjectMeta.of("shop", "one")
                .withLabels(ImmutableMap.of(KnownLabels.SERVICE_NAME, service)))
        .addressType(AddressType.IPV4)
        .addPorts(EndpointPort.of("http", 8080))
        .addEndpoints(Endpoint.of(address))
        .build();
  }

  private static Service service(String name, String address) {
    return Service.builder()
        .metadata(ObjectMeta.of("shop", name))
        .spec(
            ServiceSpec.builder()
                .type(ServiceType.CLUSTER_IP)
                .clusterIP(address)
                .addPorts(ServicePort.of(80).withName("http"))
                .build())
        .build();
  }

  private static DnsZone zone() {
    return new StandardClusterDns(DnsSettings.builder().build())
        .zoneOf(
            ClusterSnapshot.builder()
                .addNamespaces(Namespace.of("shop"))
                .addServices(service("web", "10.96.0.1"), service("api", "None"))
                .addEndpointSlices(slice("api", "10.0.0.1"))
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "web.shop.svc.cluster.local, A",
    "web.shop.svc.cluster.local, AAAA",
    "_http._tcp.web.shop.svc.cluster.local, SRV",
    "api.shop.svc.cluster.local, A",
    "10-0-0-1.api.shop.svc.cluster.local, A",
    "shop.svc.cluster.local, A",
    "nope.shop.svc.cluster.local, A",
    "web.nope.svc.cluster.local, A",
    "www.example.com.shop.svc.cluster.local, A",
    "1.0.96.10.in-addr.arpa, PTR",
    "1.0.0.10.in-addr.arpa, PTR",
    "9.9.9.9.in-addr.arpa, PTR"
  })
  void questionInSmallLetters_isAnsweredByWhatTheZoneHolds(String name, String type) {
    DnsZone zone = zone();
    DnsQuestion question = DnsQuestion.of(name, RecordType.parse(type));

    assertThat(zone.answer(question))
        .isSameAs(zone.answer(DnsQuestion.of(name, RecordType.parse(type))));
  }

  @Test
  void sliceOfAnotherLabel_leavesTheServiceItWasOf() {
    DnsQuestion ofApi = DnsQuestion.of("api.shop.svc.cluster.local", RecordType.A);
    DnsZone moved = zone().after(ClusterChange.put(slice("web", "10.0.0.1")));

    assertThat(zone().answer(ofApi).answer()).hasSize(1);
    assertThat(moved.answer(ofApi).answer()).isEmpty();
    assertThat(
            moved
                .answer(DnsQuestion.of("10-0-0-1.web.shop.svc.cluster.local", RecordType.A))
                .answer())
        .hasSize(1);
    DnsZone back = moved.after(ClusterChange.put(slice("api", "10.0.0.2")));
    assertThat(back.answer(ofApi).answer())
        .hasToString("[api.shop.svc.cluster.local. 5 IN A 10.0.0.2]");
    assertThat(back.after(ClusterChange.gone(slice("web", "10.0.0.1"))).answer(ofApi).answer())
        .isEmpty();
  }
}
