package io.servicesemantics.impl.dns;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.assertion.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ZoneFile;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.assertion.DnsAnswerAssert;
import io.servicesemantics.testkit.fixture.DnsFixtures;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardDnsZoneTest {

  private static final DnsSettings PLAIN = DnsSettings.builder().build();

  private static DnsZone zone(ClusterSnapshot world, DnsSettings settings) {
    return new StandardClusterDns(settings).zoneOf(world);
  }

  private static DnsZone zone() {
    return zone(DnsFixtures.world(), PLAIN);
  }

  private static DnsAnswerAssert ask(DnsZone zone, String name, RecordType type) {
    return assertThat(zone.answer(DnsQuestion.of(name, type)));
  }

  @Nested
  class Accounts {

    private static Explained<?> explain(DnsZone zone, String name, RecordType type) {
      return zone.explain(DnsQuestion.of(name, type));
    }

    @Test
    void missingEndpoint_printsWhoIsMeant() {
      assertThat(explain(zone(), "db-x.db.shop.svc.cluster.local", RecordType.A).because())
          .hasToString(
              """
              The Service has no ready endpoint of this name. (name\
               db-x.db.shop.svc.cluster.local., type A) [dns 5.3]
                The Pod is called so, but its endpoint is not: it needs a hostname, and the\
               Service's name as its subdomain. (endpoint 10.244.1.11, Pod db-x) [dns 10.1]""");
    }

    @Test
    void headlessWithUnreadyEndpoint_tellsWhoIsLeftOut() {
      assertThat(explain(zone(), "db.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.ENDPOINT_NOT_READY)
          .withFact("Pod", "db-2");
    }

    @Test
    void podWhoseEndpointGoesByItsHostname_isToldThatName() {
      EndpointSlice slice = DnsFixtures.dbSlice();
      Endpoint first = slice.endpoints().get(0);
      Endpoint called =
          first
              .withHostname("primary")
              .withTargetRef(
                  ObjectReference.builder().kind("Pod").namespace("shop").name("db-first").build());
      DnsZone zone = zone().after(ClusterChange.put(slice.withEndpoints(ImmutableList.of(called))));

      assertThat(explain(zone, "db-first.db.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.POD_CALLED_OTHERWISE)
          .withFact("hostname", "primary");
    }

    @Test
    void veryManyUnreadyEndpoints_areCountedBeyondTheFirst() {
      EndpointSlice slice = DnsFixtures.dbSlice();
      Endpoint unready =
          slice
              .endpoints()
              .get(0)
              .withConditions(EndpointConditions.builder().ready(false).build());
      DnsZone zone =
          zone().after(ClusterChange.put(slice.withEndpoints(Collections.nCopies(25, unready))));

      assertThat(explain(zone, "db.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.ENDPOINT_NOT_READY)
          .withFact("more", "5");
    }

    @Test
    void headlessWithoutSlice_saysSo() {
      DnsZone zone = zone().after(ClusterChange.gone(DnsFixtures.dbSlice()));

      assertThat(explain(zone, "db.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.HEADLESS_WITHOUT_ENDPOINTS);
      assertThat(explain(zone, "db.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.NO_SLICE);
    }

    @Test
    void whatIsSettledBeforeObjects_namesNoMiss() {
      DnsZone zone =
          new StandardClusterDns(PLAIN)
              .zoneOf(
                  DnsFixtures.world(),
                  DnsSurroundings.NONE.withOwnAddresses(List.of(IpAddress.parse("192.0.2.53"))),
                  DnsMode.COREDNS);

      for (DnsQuestion question :
          List.of(
              DnsQuestion.of("dns-version.cluster.local", RecordType.TXT),
              DnsQuestion.of("ns.dns.cluster.local", RecordType.A),
              DnsQuestion.of("21.0.96.10.in-addr.arpa", RecordType.PTR),
              DnsQuestion.of("10.1.244.10.in-addr.arpa", RecordType.PTR),
              DnsQuestion.of("99.0.96.10.in-addr.arpa", RecordType.PTR))) {
        assertThat(zone.explain(question).because().causes()).as(question.toString()).isEmpty();
      }
    }

    @Test
    void addressAskedFurtherOn_isThatOfNobody() {
      DnsZone zone =
          zone(DnsFixtures.world(), PLAIN.toBuilder().fallthrough(ImmutableList.of()).build());

      assertThat(explain(zone, "99.0.96.10.in-addr.arpa", RecordType.PTR))
          .restsOn(DnsReason.NOBODY_HAS_ADDRESS);
      assertThat(explain(zone, "no.shop.svc.cluster.local", RecordType.A))
          .restsOn(DnsReason.SERVICE_UNKNOWN);
    }
  }

  @Nested
  class Endpoints {

    @Test
    void podNameWithDots_isToldButFoundByNobody() {
      DnsSettings byPod = PLAIN.toBuilder().endpointPodNames(true).build();
      Endpoint endpoint =
          EndpointFixtures.ready("10.244.9.9")
              .withTargetRef(ObjectReference.builder().kind("Pod").name("a.b").build());
      DnsZone zone =
          zone(DnsFixtures.world(), byPod)
              .after(ClusterChange.put(DnsFixtures.dbSlice().withEndpoints(endpoint)));

      assertThat(
              new StandardClusterDns(byPod)
                  .names()
                  .ofEndpoint(DnsFixtures.db().namespacedName(), endpoint))
          .containsExactly(DnsName.parse("a.b.db.shop.svc.cluster.local"));
      ask(zone, "db.shop.svc.cluster.local", RecordType.SRV)
          .hasTargets("a.b.db.shop.svc.cluster.local");
      ask(zone, "a.b.db.shop.svc.cluster.local", RecordType.A).isNameError();
      ask(zone, "a\\.b.db.shop.svc.cluster.local", RecordType.A).isNameError();
      ask(zone, "9.9.244.10.in-addr.arpa", RecordType.PTR)
          .hasTargets("a.b.db.shop.svc.cluster.local");
    }
  }

  @Nested
  class ZoneFiles {

    private static List<String> lines(DnsZone zone, String origin) {
      return zone.zoneFile(DnsName.parse(origin)).records().stream()
          .filter(record -> !(record.data() instanceof RecordData.Soa))
          .map(DnsRecord::toString)
          .toList();
    }

    @Test
    void addressOfServiceAndEndpoint_isToldAsTheZoneDoes() {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addServices(ServiceFixtures.clusterIp())
              .addEndpointSlices(
                  EndpointFixtures.slice("web-1", EndpointFixtures.ready("10.96.0.21")))
              .build();

      assertThat(lines(zone(world, PLAIN), "in-addr.arpa"))
          .containsExactly("21.0.96.10.in-addr.arpa. 5 IN PTR web.shop.svc.cluster.local.");
    }

    @Test
    void zoneWithinAnother_hasItsNamesAlone() {
      DnsSettings nested =
          PLAIN.toBuilder().addZones("cluster.local", "in-addr.arpa", "96.10.in-addr.arpa").build();
      DnsZone zone = zone(DnsFixtures.world(), nested);

      assertThat(lines(zone, "96.10.in-addr.arpa"))
          .containsExactly("21.0.96.10.in-addr.arpa. 5 IN PTR web.shop.svc.cluster.local.");
      assertThat(lines(zone, "in-addr.arpa"))
          .hasSize(4)
          .noneMatch(line -> line.startsWith("21.0.96.10"));
    }

    @Test
    void severalZonesOfNames_haveTheSameNamesEach() {
      DnsSettings settings = PLAIN.toBuilder().addZones("cluster.local", "test").build();
      DnsZone zone = zone(DnsFixtures.world(), settings);

      assertThat(zone.origins())
          .containsExactly(DnsName.parse("cluster.local"), DnsName.parse("test"));
      assertThat(lines(zone, "test"))
          .containsExactlyElementsOf(
              lines(zone, "cluster.local").stream()
                  .map(line -> line.replace("cluster.local.", "test."))
                  .toList());
      assertThat(lines(zone, "test")).contains("web.shop.svc.test. 5 IN AAAA fd00:96::21");
    }

    @Test
    void anotherOrigin_isRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> zone().zoneFile(DnsName.parse("example")))
          .withMessage(
              "Zone: \"example.\"; expected one of [cluster.local., in-addr.arpa., ip6.arpa.]");
    }

    @Test
    void clustersCompared_differInWhatChanged() {
      Service moved = DnsFixtures.db();
      DnsName origin = DnsName.parse("cluster.local");
      ZoneFile before = zone().zoneFile(origin);
      ZoneFile after =
          zone(
                  DnsFixtures.world()
                      .withNamespaces(Namespace.of("shop"))
                      .withServices(DnsFixtures.web(), moved, DnsFixtures.ext("other.example.com")),
                  PLAIN)
              .zoneFile(origin);

      assertThat(before.changeTo(after))
          .hasToString(
              """
              - ext.shop.svc.cluster.local. 5 IN CNAME db.example.com.
              + ext.shop.svc.cluster.local. 5 IN CNAME other.example.com.
              """);
    }
  }

  @Nested
  class Zones {

    @Test
    void bareReverseZoneListedFirst_isThePrimaryOne() {
      DnsSettings settings = PLAIN.toBuilder().addZones("in-addr.arpa", "cluster.local").build();

      ask(zone(DnsFixtures.world(), settings), "21.0.96.10.in-addr.arpa", RecordType.PTR)
          .hasTargets("web.shop.svc.in-addr.arpa");
    }

    @Test
    void chainOfAliases_isFollowedElevenTimes() {
      ClusterSnapshot.Builder world =
          ClusterSnapshot.builder().addServices(ServiceFixtures.clusterIp());
      for (int i = 1; i <= 12; i++) {
        String next = i == 1 ? "web" : "a" + (i - 1);
        world.addServices(
            DnsFixtures.named(DnsFixtures.ext(next + ".shop.svc.cluster.local"), "a" + i));
      }
      DnsZone zone = zone(world.build(), PLAIN);

      assertThat(zone.answer(DnsQuestion.of("a11.shop.svc.cluster.local", RecordType.A)).answer())
          .hasSize(12);
      ask(zone, "a12.shop.svc.cluster.local", RecordType.A).isNoData();
      assertThat(zone.explain(DnsQuestion.of("a12.shop.svc.cluster.local", RecordType.A)))
          .restsOn(DnsReason.CHAIN_TOO_LONG);
    }

    @Test
    void aliasesOfOneAnother_areGivenUpInTime() {
      ClusterSnapshot.Builder world =
          ClusterSnapshot.builder().addNamespaces(Namespace.of(ServiceFixtures.NAMESPACE));
      for (int i = 0; i < 20; i++) {
        List<Endpoint> others = new ArrayList<>();
        for (int j = 0; j < 20; j++) {
          String zone = j % 2 == 0 ? "cluster.local" : "test";
          others.add(Endpoint.of("s" + j + ".shop.svc." + zone));
        }
        world
            .addServices(DnsFixtures.named(ServiceFixtures.headless(), "s" + i))
            .addEndpointSlices(
                EndpointFixtures.slice("slice-" + i)
                    .withEndpoints(others)
                    .withMetadata(
                        ObjectMeta.of("shop", "slice-" + i).toBuilder()
                            .putLabel(KnownLabels.SERVICE_NAME, "s" + i)
                            .build()));
      }
      DnsZone zone =
          zone(world.build(), PLAIN.toBuilder().addZones("cluster.local", "test").build());

      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            assertThat(
                    zone.answer(DnsQuestion.of("s1.shop.svc.cluster.local", RecordType.A)).answer())
                .hasSizeLessThan(50_000);
          });
    }
  }
}
