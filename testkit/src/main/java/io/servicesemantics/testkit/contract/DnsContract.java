package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsClass;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsTransport;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.dns.ZoneFile;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.testkit.assertion.DnsAnswerAssert;
import io.servicesemantics.testkit.fixture.DnsFixtures;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.RecordServer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link ClusterDns} does: it is asked in the cluster of {@link DnsFixtures}. */
public interface DnsContract extends SemanticsContract {

  /** Every sort of name, for every type, answered and explained alike. */
  @TestFactory
  default Stream<DynamicTest> everySortOfName_isAnsweredByTheRules() {
    return DnsExample.ALL.stream()
        .map(example -> dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(DnsExample example) {
    DnsSurroundings surroundings =
        DnsSurroundings.NONE
            .withSerial(7)
            .withUpstream(
                RecordServer.of(
                    List.of(
                        "db.example.com. 60 IN A 198.51.100.9",
                        "www.example.com. 60 IN CNAME db.example.com.")));
    DnsZone zone = zone(example.settings(), example.world(), surroundings);
    DnsQuestion question = DnsQuestion.of(example.name(), example.type());
    Explained<?> explained = zone.explain(question);

    assertThat(DnsExample.words(zone.answer(question)))
        .as("%s\n%s", example, explained)
        .isEqualTo(example.answer());
    assertThat(explained.value()).isEqualTo(zone.answer(question));
    assertThat(explained).restsOn(example.reason());
  }

  /** Answers repeat the question's spelling, and the zone's capitals where the zone is told. */
  @Test
  default void capitals_areRepeated() {
    ask(zone(), "WEB.shop.SVC.Cluster.Local", RecordType.A)
        .hasRecords("WEB.shop.SVC.Cluster.Local. 5 IN A 10.96.0.21");
    ask(zone(), "web.SHOP.svc.Cluster.local", RecordType.SRV)
        .hasTargets("web.shop.svc.Cluster.local", "web.shop.svc.Cluster.local");
    DnsZone zone = zone();
    assertThat(
            zone.answer(DnsQuestion.of("no.shop.svc.CLUSTER.local", RecordType.A))
                .authority()
                .get(0)
                .toString())
        .startsWith("CLUSTER.local. 5 IN SOA ns.dns.CLUSTER.local. hostmaster.CLUSTER.local. ");
  }

  /** Nothing is told for longer than five minutes to be missing. */
  @Test
  default void longTtl_isNotThatOfNothing() {
    DnsZone zone = zone(DnsSettings.builder().ttl(3600).build(), DnsFixtures.world());

    ask(zone, "web.shop.svc.cluster.local", RecordType.A)
        .hasRecords("web.shop.svc.cluster.local. 3600 IN A 10.96.0.21");
    assertThat(zone.answer(DnsQuestion.of("no.shop.svc.cluster.local", RecordType.A)).authority())
        .extracting(DnsRecord::toString)
        .containsExactly(
            "cluster.local. 300 IN SOA ns.dns.cluster.local. hostmaster.cluster.local."
                + " 0 7200 1800 86400 3600");
  }

  /** The addresses of SRV records' targets come with them. */
  @Test
  default void servicesOfEndpoints_comeWithAddresses() {
    ask(zone(), "_pg._tcp.db.shop.svc.cluster.local", RecordType.SRV)
        .hasRecords(
            "_pg._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432"
                + " db-0.db.shop.svc.cluster.local.",
            "_pg._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432"
                + " 10-244-1-11.db.shop.svc.cluster.local.")
        .hasAdditional(
            "db-0.db.shop.svc.cluster.local. 5 IN A 10.244.1.10",
            "10-244-1-11.db.shop.svc.cluster.local. 5 IN A 10.244.1.11")
        .isAuthoritative(true);
  }

  /** Only class IN is answered, and whole zones are handed out to nobody. */
  @Test
  default void otherClassesAndTransfers_areRefused() {
    DnsName name = DnsName.parse("web.shop.svc.cluster.local");
    DnsZone zone = zone();

    assertThat(zone.answer(new DnsQuestion(name, RecordType.A, DnsClass.CH)))
        .hasCode(ResponseCode.REFUSED)
        .isAuthoritative(false);
    assertThat(zone.answer(DnsQuestion.of("cluster.local", RecordType.AXFR)))
        .hasCode(ResponseCode.REFUSED)
        .isAuthoritative(false);
  }

  /** With nobody behind it a server cannot say anything of other names. */
  @Test
  default void nobodyBehind_otherNamesFail() {
    ask(zone(), "example.com", RecordType.A).hasCode(ResponseCode.SERVFAIL).isAuthoritative(false);
  }

  /** An alias to a name elsewhere is told even where that name has nothing. */
  @Test
  default void aliasElsewhere_isToldAlone() {
    ask(zone(), "ext.shop.svc.cluster.local", RecordType.A)
        .hasRecords("ext.shop.svc.cluster.local. 5 IN CNAME db.example.com.");
  }

  /** Aliases of the same zone are told with what they lead to, or not at all. */
  @Test
  default void aliasWithin_isToldWithItsTarget() {
    ask(aliasTo("web.shop.svc.cluster.local"), "ext.shop.svc.cluster.local", RecordType.A)
        .hasRecords(
            "ext.shop.svc.cluster.local. 5 IN CNAME web.shop.svc.cluster.local.",
            "web.shop.svc.cluster.local. 5 IN A 10.96.0.21");
    ask(aliasTo("db.shop.svc.cluster.local"), "ext.shop.svc.cluster.local", RecordType.AAAA)
        .isNoData();
    ask(aliasTo("ext.shop.svc.cluster.local"), "ext.shop.svc.cluster.local", RecordType.A)
        .isNoData();
    ask(aliasTo("10.0.0.1"), "ext.shop.svc.cluster.local", RecordType.A).isNameError();
  }

  private DnsZone aliasTo(String target) {
    return zone().after(ClusterChange.put(DnsFixtures.ext(target)));
  }

  /** The server finds its own name by its address. */
  @Test
  default void ownAddress_isThatOfAService() {
    DnsZone zone =
        zone(
            DnsSettings.builder().build(),
            DnsFixtures.world(),
            DnsSurroundings.NONE.withOwnAddresses(List.of(IpAddress.parse("10.244.1.1"))));

    ask(zone, "cluster.local", RecordType.NS)
        .hasRecords("cluster.local. 5 IN NS web.shop.svc.cluster.local.")
        .hasAdditional(
            "web.shop.svc.cluster.local. 5 IN A 10.96.0.21",
            "web.shop.svc.cluster.local. 5 IN AAAA fd00:96::21");
    ask(zone, "ns.dns.cluster.local", RecordType.A).hasTargets("10.96.0.21");
  }

  /** An address of no Service is the server's alone. */
  @Test
  default void ownAddressOfNoService_isToldOfTheServer() {
    DnsZone zone =
        zone(
            DnsSettings.builder().build(),
            DnsFixtures.world(),
            DnsSurroundings.NONE.withOwnAddresses(
                List.of(IpAddress.parse("192.0.2.53"), IpAddress.parse("127.0.0.1"))));

    ask(zone, "cluster.local", RecordType.NS)
        .hasRecords("cluster.local. 5 IN NS ns.dns.cluster.local.")
        .hasAdditional("ns.dns.cluster.local. 5 IN A 192.0.2.53");
  }

  /** What does not fit a datagram is left out, and said to be. */
  @Test
  default void manyEndpoints_areCutToFitADatagram() {
    Endpoint[] endpoints =
        IntStream.rangeClosed(1, 60)
            .mapToObj(i -> EndpointFixtures.ready("10.244.9." + i))
            .toArray(Endpoint[]::new);
    EndpointSlice many = DnsFixtures.dbSlice().withEndpoints(endpoints);
    DnsZone zone = zone().after(ClusterChange.put(many));
    DnsQuestion question = DnsQuestion.of("db.shop.svc.cluster.local", RecordType.A);

    assertThat(zone.answer(question, DnsTransport.TCP).answer()).hasSize(60);
    assertThat(zone.answer(question, DnsTransport.UDP).isTruncated()).isTrue();
    assertThat(zone.answer(question, DnsTransport.UDP).answer()).hasSizeBetween(20, 30);
    assertThat(zone.answer(question, DnsTransport.udp(4096)).isTruncated()).isFalse();
  }

  /** Changes show in the next zone, and the one before stays as it was. */
  @Test
  default void changes_showInTheNextZone() {
    DnsZone before = zone();
    EndpointSlice ready =
        DnsFixtures.dbSlice()
            .withEndpoints(EndpointFixtures.ready("10.244.1.12").withHostname("db-2"));
    DnsZone after = before.after(ClusterChange.put(ready));

    ask(before, "db-2.db.shop.svc.cluster.local", RecordType.A).isNameError();
    ask(after, "db-2.db.shop.svc.cluster.local", RecordType.A).hasTargets("10.244.1.12");
    ask(after, "db-0.db.shop.svc.cluster.local", RecordType.A).isNameError();
    ask(after.after(ClusterChange.gone(ready)), "db.shop.svc.cluster.local", RecordType.A)
        .isNameError();
    ask(
            after.after(ClusterChange.gone(Namespace.of("shop"))),
            "db.shop.svc.cluster.local",
            RecordType.A)
        .isNameError();
  }

  /** A slice that comes to belong to another Service leaves the former one. */
  @Test
  default void sliceOfAnotherService_leavesTheFormer() {
    EndpointSlice moved =
        DnsFixtures.dbSlice().withMetadata(DnsFixtures.webSlice().metadata().withName("db-1"));
    DnsZone zone = zone().after(ClusterChange.put(moved));

    ask(zone, "db.shop.svc.cluster.local", RecordType.A).isNameError();
    ask(zone, "db-0.web.shop.svc.cluster.local", RecordType.A).hasTargets("10.244.1.10");
  }

  /** Pods come and go where their names are verified. */
  @Test
  default void podsThatGo_takeTheirNamesWithThem() {
    DnsZone zone =
        zone(DnsSettings.builder().pods(PodRecords.VERIFIED).build(), DnsFixtures.world());
    DnsZone there = zone.after(ClusterChange.put(PodFixtures.ready("p", "10.244.5.5", "n")));
    DnsZone gone = there.after(ClusterChange.gone(PodFixtures.ready("p", "10.244.5.5", "n")));

    ask(zone, "10-244-5-5.shop.pod.cluster.local", RecordType.A).isNameError();
    ask(there, "10-244-5-5.shop.pod.cluster.local", RecordType.A).hasTargets("10.244.5.5");
    ask(gone, "10-244-5-5.shop.pod.cluster.local", RecordType.A).isNameError();
  }

  /** The zone as a file has all records, each once, and the start first. */
  @Test
  default void zoneFile_hasAllRecords() {
    assertThat(zone().zoneFile(DnsName.parse("cluster.local")).toString())
        .isEqualTo(
            """
            $ORIGIN cluster.local.
            cluster.local. 5 IN SOA ns.dns.cluster.local. hostmaster.cluster.local. 0 7200 1800\
             86400 5
            dns-version.cluster.local. 28800 IN TXT "1.1.0"
            db.shop.svc.cluster.local. 5 IN A 10.244.1.10
            db.shop.svc.cluster.local. 5 IN A 10.244.1.11
            db.shop.svc.cluster.local. 5 IN SRV 0 50 5432 10-244-1-11.db.shop.svc.cluster.local.
            db.shop.svc.cluster.local. 5 IN SRV 0 50 5432 db-0.db.shop.svc.cluster.local.
            10-244-1-11.db.shop.svc.cluster.local. 5 IN A 10.244.1.11
            10-244-1-11.db.shop.svc.cluster.local. 5 IN SRV 0 100 5432\
             10-244-1-11.db.shop.svc.cluster.local.
            _pg._tcp.db.shop.svc.cluster.local. 5 IN A 10.244.1.10
            _pg._tcp.db.shop.svc.cluster.local. 5 IN A 10.244.1.11
            _pg._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432\
             10-244-1-11.db.shop.svc.cluster.local.
            _pg._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432 db-0.db.shop.svc.cluster.local.
            db-0.db.shop.svc.cluster.local. 5 IN A 10.244.1.10
            db-0.db.shop.svc.cluster.local. 5 IN SRV 0 100 5432 db-0.db.shop.svc.cluster.local.
            ext.shop.svc.cluster.local. 5 IN CNAME db.example.com.
            web.shop.svc.cluster.local. 5 IN A 10.96.0.21
            web.shop.svc.cluster.local. 5 IN AAAA fd00:96::21
            web.shop.svc.cluster.local. 5 IN SRV 0 25 53 web.shop.svc.cluster.local.
            web.shop.svc.cluster.local. 5 IN SRV 0 25 80 web.shop.svc.cluster.local.
            10-244-1-1.web.shop.svc.cluster.local. 5 IN A 10.244.1.1
            10-244-1-1.web.shop.svc.cluster.local. 5 IN SRV 0 100 8080\
             10-244-1-1.web.shop.svc.cluster.local.
            _http._tcp.web.shop.svc.cluster.local. 5 IN A 10.96.0.21
            _http._tcp.web.shop.svc.cluster.local. 5 IN AAAA fd00:96::21
            _http._tcp.web.shop.svc.cluster.local. 5 IN SRV 0 50 80 web.shop.svc.cluster.local.
            _dns._udp.web.shop.svc.cluster.local. 5 IN A 10.96.0.21
            _dns._udp.web.shop.svc.cluster.local. 5 IN AAAA fd00:96::21
            _dns._udp.web.shop.svc.cluster.local. 5 IN SRV 0 50 53 web.shop.svc.cluster.local.
            web-b.web.shop.svc.cluster.local. 5 IN A 10.244.2.1
            web-b.web.shop.svc.cluster.local. 5 IN SRV 0 100 8080\
             web-b.web.shop.svc.cluster.local.
            """);
  }

  /** The reverse zone's file tells whose addresses there are. */
  @Test
  default void reverseZoneFile_hasPointers() {
    ZoneFile file = zone().zoneFile(DnsName.parse("in-addr.arpa"));

    assertThat(file.records())
        .extracting(DnsRecord::toString)
        .contains(
            "21.0.96.10.in-addr.arpa. 5 IN PTR web.shop.svc.cluster.local.",
            "10.1.244.10.in-addr.arpa. 5 IN PTR db-0.db.shop.svc.cluster.local.")
        .hasSize(6);
  }

  /** What differs between two zones is listed. */
  @Test
  default void endpointThatGoes_isTheZonesChange() {
    DnsName origin = DnsName.parse("ip6.arpa");
    DnsZone after = zone().after(ClusterChange.gone(DnsFixtures.web()));

    assertThat(zone().zoneFile(origin).changeTo(after.zoneFile(origin)))
        .hasToString(
            "- 1.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.9.0.0.0.0.d.f.ip6.arpa."
                + " 5 IN PTR web.shop.svc.cluster.local.\n");
  }

  /** By the specification ports alone have SRV records, and no addresses. */
  @Test
  default void specification_deviationsAreListed() {
    ClusterSnapshot world =
        DnsFixtures.world().withServices(DnsFixtures.web()).withEndpointSlices();
    ClusterDns dns = semantics().dns();
    DnsZone specified = dns.zoneOf(world, DnsSurroundings.NONE, DnsMode.SPECIFICATION);

    ask(specified, "web.shop.svc.cluster.local", RecordType.SRV).isNoData();
    ask(specified, "_http._tcp.web.shop.svc.cluster.local", RecordType.A).isNoData();
    ask(specified, "http.tcp.web.shop.svc.cluster.local", RecordType.SRV).isNameError();
    assertThat(specified.mode()).isEqualTo(DnsMode.SPECIFICATION);
    assertThat(specified.deviations()).isEmpty();
    assertThat(dns.zoneOf(world).deviations())
        .extracting(deviation -> deviation.question().toString())
        .contains(
            "web.shop.svc.cluster.local. IN SRV", "_http._tcp.web.shop.svc.cluster.local. IN A")
        .doesNotContain("web.shop.svc.cluster.local. IN A");
  }

  /** Why a name is missing is told down to the endpoint. */
  @Test
  default void missingNames_areExplained() {
    DnsZone zone = zone();

    assertThat(zone.explain(DnsQuestion.of("db-2.db.shop.svc.cluster.local", RecordType.A)))
        .restsOn(DnsReason.ENDPOINT_NOT_READY)
        .withFact("endpoint", "10.244.1.12");
    assertThat(zone.explain(DnsQuestion.of("db-x.db.shop.svc.cluster.local", RecordType.A)))
        .restsOn(DnsReason.POD_WITHOUT_HOSTNAME)
        .withFact("Pod", "db-x");
    assertThat(zone.explain(DnsQuestion.of("wep.shop.svc.cluster.local", RecordType.A)))
        .restsOn(DnsReason.NAME_ALIKE)
        .withFact("service", "shop/web");
    assertThat(zone.explain(DnsQuestion.of("web.empty.svc.cluster.local", RecordType.A)))
        .restsOn(DnsReason.SAME_NAME_ELSEWHERE)
        .withFact("service", "shop/web");
    assertThat(zone.explain(DnsQuestion.of("_htp._tcp.web.shop.svc.cluster.local", RecordType.SRV)))
        .restsOn(DnsReason.PORT_UNKNOWN)
        .withFact("ports", "http/TCP dns/UDP");
  }

  /** A namespace that does not meet the selector is not seen, nor is a Service. */
  @Test
  default void selectors_hideWhatDoesNotMeetThem() {
    DnsSettings settings =
        DnsSettings.builder().labels("app in (a, b)").namespaceLabels("!hidden").build();
    ClusterSnapshot world =
        DnsFixtures.world()
            .withNamespaces(
                Namespace.of("shop"),
                Namespace.builder()
                    .metadata(ObjectMeta.of("empty").toBuilder().putLabel("hidden", "").build())
                    .build())
            .withServices(
                DnsFixtures.web(),
                DnsFixtures.named(DnsFixtures.web(), "seen")
                    .withMetadata(
                        ObjectMeta.of("shop", "seen").toBuilder().putLabel("app", "b").build()));
    DnsZone zone = zone(settings, world);

    ask(zone, "web.shop.svc.cluster.local", RecordType.A).isNameError();
    ask(zone, "seen.shop.svc.cluster.local", RecordType.A).hasTargets("10.96.0.21");
    ask(zone, "empty.svc.cluster.local", RecordType.A).isNameError();
  }

  private static DnsAnswerAssert ask(DnsZone zone, String name, RecordType type) {
    return assertThat(zone.answer(DnsQuestion.of(name, type)));
  }

  private DnsZone zone() {
    return zone(DnsSettings.builder().build(), DnsFixtures.world());
  }

  private DnsZone zone(DnsSettings settings, ClusterSnapshot world) {
    return zone(settings, world, DnsSurroundings.NONE);
  }

  private DnsZone zone(DnsSettings settings, ClusterSnapshot world, DnsSurroundings surroundings) {
    return semantics(DnsFixtures.profile(settings))
        .dns()
        .zoneOf(world, surroundings, DnsMode.COREDNS);
  }
}
