package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.Test;

class SeenNamespacesTest {

  private static final ClusterSnapshot UNSAID =
      ClusterSnapshot.builder().addServices(ServiceFixtures.clusterIp()).build();

  private static DnsZone zone(ClusterSnapshot world, DnsSettings settings) {
    return new StandardClusterDns(settings).zoneOf(world);
  }

  private static DnsZone zone(ClusterSnapshot world) {
    return zone(world, DnsSettings.builder().build());
  }

  private static ResponseCode code(DnsZone zone, String name) {
    return zone.answer(DnsQuestion.of(name + ".svc.cluster.local", RecordType.A)).responseCode();
  }

  @Test
  void noNamespaceSaid_thoseOfServicesAreSeen() {
    assertThat(code(zone(UNSAID), "web.shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(zone(UNSAID), "shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(zone(UNSAID), "other")).isEqualTo(ResponseCode.NXDOMAIN);
  }

  @Test
  void anotherNamespaceSaid_thoseOfServicesAreNotSeen() {
    DnsZone zone = zone(UNSAID.withNamespaces(Namespace.of("other")));

    assertThat(code(zone, "web.shop")).isEqualTo(ResponseCode.NXDOMAIN);
    assertThat(code(zone, "other")).isEqualTo(ResponseCode.NOERROR);
  }

  @Test
  void firstNamespaceSaid_hidesOthersUntilItIsGone() {
    DnsZone said = zone(UNSAID).after(ClusterChange.put(Namespace.of("other")));
    DnsZone unsaid = said.after(ClusterChange.gone(Namespace.of("other")));

    assertThat(code(said, "web.shop")).isEqualTo(ResponseCode.NXDOMAIN);
    assertThat(code(said, "other")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(unsaid, "web.shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(unsaid, "other")).isEqualTo(ResponseCode.NXDOMAIN);
  }

  @Test
  void impliedNamespaceSaidLater_goesAsAnyOther() {
    DnsZone said =
        zone(UNSAID)
            .after(ClusterChange.put(Namespace.of("shop")))
            .after(ClusterChange.put(Namespace.of("other")));
    DnsZone gone = said.after(ClusterChange.gone(Namespace.of("shop")));
    DnsZone unsaid = gone.after(ClusterChange.gone(Namespace.of("other")));

    assertThat(code(said, "web.shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(gone, "shop")).isEqualTo(ResponseCode.NXDOMAIN);
    assertThat(code(unsaid, "shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(unsaid.after(ClusterChange.gone(ServiceFixtures.clusterIp())), "shop"))
        .isEqualTo(ResponseCode.NXDOMAIN);
  }

  @Test
  void lastServiceOfUnsaidNamespaceGoes_namespaceIsGone() {
    DnsZone withSlice = zone(UNSAID).after(ClusterChange.put(EndpointFixtures.slice("web-1")));
    DnsZone sliceAlone = withSlice.after(ClusterChange.gone(ServiceFixtures.clusterIp()));
    DnsZone empty = sliceAlone.after(ClusterChange.gone(EndpointFixtures.slice("web-1")));

    assertThat(code(sliceAlone, "shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(empty, "shop")).isEqualTo(ResponseCode.NXDOMAIN);
    assertThat(code(empty.after(ClusterChange.put(ServiceFixtures.clusterIp())), "web.shop"))
        .isEqualTo(ResponseCode.NOERROR);
  }

  @Test
  void labelsAskedOfNamespaces_unsaidOnesHaveNone() {
    DnsZone zone = zone(UNSAID, DnsSettings.builder().namespaceLabels("team=a").build());

    assertThat(code(zone, "web.shop")).isEqualTo(ResponseCode.NXDOMAIN);
  }

  @Test
  void namespacesToldApart_unsaidOnesAreAmongThem() {
    DnsZone told = zone(UNSAID, DnsSettings.builder().addNamespaces("shop").build());
    DnsZone hidden = zone(UNSAID, DnsSettings.builder().addNamespaces("other").build());

    assertThat(code(told, "web.shop")).isEqualTo(ResponseCode.NOERROR);
    assertThat(code(hidden, "web.shop")).isEqualTo(ResponseCode.NXDOMAIN);
  }
}
