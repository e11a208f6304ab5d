package io.servicesemantics.impl.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.description.NameKind;
import io.servicesemantics.description.NameRow;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.ServiceNaming;
import io.servicesemantics.description.ShortNames;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The names of Services: each answers what it says, and costs what it says. */
class NamingsTest {

  private static final ClusterProfile PROFILE = ClusterProfile.of(KubernetesVersion.V1_36);
  private static final StandardSemantics PLAIN = StandardSemantics.of(PROFILE);

  @Nested
  @DisplayName("the sample")
  class Sample {

    @Test
    void headlessServiceWithHostNames_namesEachPod() {
      assertThat(naming(SampleManifest.text(), "default-subdomain").toString())
          .isEqualTo(
              """
              name (questions)                                              answer                     in default                        elsewhere
                default-subdomain.default.svc.cluster.local (8)             10.244.0.2, 10.244.1.2     default-subdomain (2)             default-subdomain.default (4)
                _foo._tcp.default-subdomain.default.svc.cluster.local       SRV port 1234 at 2 names   -                                 -
                busybox-1.default-subdomain.default.svc.cluster.local (2)   10.244.0.2                 busybox-1.default-subdomain (2)   busybox-1.default-subdomain.default (4)
                busybox-2.default-subdomain.default.svc.cluster.local (2)   10.244.1.2                 busybox-2.default-subdomain (2)   busybox-2.default-subdomain.default (4)""");
    }

    @Test
    void serviceWithClusterIp_leadsThere() {
      assertThat(naming(SampleManifest.text(), "orders").toString())
          .isEqualTo(
              """
              name (questions)                                answer          in shop      elsewhere
                orders.shop.svc.cluster.local (8)             10.96.1.2       orders (2)   orders.shop (4)
                _http._tcp.orders.shop.svc.cluster.local      SRV port 80     -            -
                _metrics._tcp.orders.shop.svc.cluster.local   SRV port 9100   -            -""");
    }

    @Test
    void numbersInBrackets_areExplainedOnce() {
      assertThat(describe(PLAIN, SampleManifest.text()))
          .containsOnlyOnce("Names, in words\n  name (questions): in brackets how many questions");
      assertThat(describe(PLAIN, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}"))
          .doesNotContain("Names, in words");
    }

    private static String describe(StandardSemantics k8s, String text) {
      return k8s.describer().describe(k8s.manifests().read(text)).toString();
    }
  }

  @Nested
  @DisplayName("aliases")
  class Aliases {

    @Test
    void aliasOfService_leadsToItsAddress() {
      ServiceNaming naming = naming(alias("web.shop.svc.cluster.local") + WEB, "alias");

      assertThat(naming.rows())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.alias()).contains(DnsName.parse("web.shop.svc.cluster.local"));
                assertThat(row.addresses()).containsExactly(IpAddress.parse("10.96.1.1"));
                assertThat(row.leadsOutside()).isFalse();
              });
      assertThat(naming.toString()).contains("alias of web.shop.svc.cluster.local, 10.96.1.1");
    }

    @Test
    void aliasOfNameOutside_leadsOutside() {
      ServiceNaming naming = naming(alias("db.example.com"), "alias");

      assertThat(naming.rows().get(0).leadsOutside()).isTrue();
      assertThat(naming.toString())
          .contains("alias of db.example.com, outside", "alias (2)", "alias.default (4)");
    }

    @Test
    void aliasOfMissingName_hasNoAddress() {
      ServiceNaming naming = naming(alias("wep.shop.svc.cluster.local") + WEB, "alias");

      assertThat(naming.rows().get(0).exists()).isTrue();
      assertThat(naming.rows().get(0).leadsOutside()).isFalse();
      assertThat(naming.toString()).contains("alias of wep.shop.svc.cluster.local, no address");
    }

    @Test
    void aliasOfAddress_isNoName() {
      NameRow row = naming(alias("192.0.2.7"), "alias").rows().get(0);

      assertThat(row.exists()).isFalse();
      assertThat(row.shortNames()).isEmpty();
    }

    private static String alias(String name) {
      return "apiVersion: v1\nkind: Service\nmetadata: {name: alias}\nspec: {type: ExternalName,"
          + " externalName: "
          + name
          + "}\n---\n";
    }
  }

  @Nested
  @DisplayName("short names")
  class ShortNaming {

    @Test
    void endsAt_isToldFromTheLastNameAsked() {
      ShortNames names = naming(WEB, "web").rows().get(0).shortNames().orElseThrow();
      DnsName web = DnsName.parse("web.shop.svc.cluster.local");

      assertThat(ShortNames.endsAt(names.inNamespace(), web)).isTrue();
      assertThat(ShortNames.endsAt(names.elsewhere(), web)).isTrue();
      assertThat(ShortNames.endsAt(names.inFull(), web)).isTrue();
      assertThat(ShortNames.endsAt(names.inFull(), DnsName.parse("web"))).isFalse();
      assertThat(names.inFull().questions()).isEqualTo(8);
    }

    @Test
    void serviceCalledLocalhost_isNotFoundByThatNameAlone() {
      String text = naming(WEB.replace("{name: web", "{name: localhost"), "localhost").toString();

      assertThat(text).contains("localhost (leads elsewhere)   localhost.shop (4)");
    }

    // Pods of default would find the endpoint web of default/shop, and so are not asked.
    @Test
    void elsewhere_isWhereNoServiceIsCalledLikeTheNamespace() {
      String rival = WEB.replace("{name: web, namespace: shop}", "{name: shop}");
      NameRow web = naming(WEB + rival, "web").rows().get(0);

      assertThat(web.shortNames().orElseThrow().elsewhere().steps().get(0).name())
          .contains(DnsName.parse("web.shop.kube-node-lease.svc.cluster.local"));
    }
  }

  @Nested
  @DisplayName("bounds")
  class Bounds {

    @Test
    void headlessWithoutEndpoints_hasNoName() {
      ServiceNaming naming = naming(WEB.replace("spec:", "spec:\n  clusterIP: None"), "web");

      assertThat(naming.rows()).extracting(NameRow::kind).containsOnly(NameKind.SERVICE);
      assertThat(naming.rows()).noneMatch(NameRow::exists);
      assertThat(naming.toString()).endsWith("no such name   -         -");
    }

    @Test
    void tenThousandEndpoints_areNotAllNamed() {
      ClusterSnapshot.Builder world = ClusterSnapshot.builder().addServices(found("db", "None", 1));
      for (int slice = 0; slice < 100; slice++) {
        EndpointSlice.Builder endpoints =
            EndpointSlice.builder()
                .metadata(
                    ObjectMeta.builder()
                        .namespace("shop")
                        .name("db-" + slice)
                        .putLabel(KnownLabels.SERVICE_NAME, "db")
                        .build());
        for (int i = 0; i < 100; i++) {
          endpoints.addEndpoints(
              Endpoint.builder().addAddresses("10.244." + slice + "." + i).build());
        }
        world.addEndpointSlices(endpoints.build());
      }

      ServiceNaming naming = naming(world.build());

      assertThat(naming.moreEndpoints()).isEqualTo(9_997);
      assertThat(naming.rows())
          .extracting(NameRow::toString)
          .containsExactly(
              "db.shop.svc.cluster.local. (service)",
              "_p1._tcp.db.shop.svc.cluster.local. (port)",
              "10-244-0-0.db.shop.svc.cluster.local. (endpoint)",
              "10-244-0-1.db.shop.svc.cluster.local. (endpoint)",
              "10-244-0-10.db.shop.svc.cluster.local. (endpoint)");
      assertThat(naming.toString())
          .contains("10.244.0.0, 10.244.0.1, 10.244.0.2 and 9997 more")
          .endsWith("\n  and 9997 more of endpoints");
    }

    @Test
    void thousandPorts_areNotAllNamed() {
      ServiceNaming naming =
          naming(ClusterSnapshot.builder().addServices(found("db", "10.96.0.7", 1000)).build());

      assertThat(naming.morePorts()).isEqualTo(990);
      assertThat(naming.rows()).hasSize(11);
    }

    @Test
    void oddNames_areTakenAsLabelsAndDoNotSteerTheTerminal() {
      String text =
          naming(
                  ClusterSnapshot.builder()
                      .addServices(found("a.b\u001b[2J", "10.96.0.7", 0))
                      .build())
              .toString();

      assertThat(text).doesNotContain("\u001b").contains("a\\.b\\027[2J.shop.svc.cluster.local");
    }

    @Test
    void nameTooLongForDns_isNone() {
      String domain =
          String.join(".", ImmutableList.of("d".repeat(63), "e".repeat(63), "f".repeat(63)));
      StandardSemantics k8s =
          StandardSemantics.of(
              PROFILE.withDns(DnsSettings.builder().clusterDomain(domain).build()));
      String text = WEB.replace("{name: web", "{name: " + "w".repeat(63));

      assertThat(k8s.describer().describe(k8s.manifests().read(text)).services())
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.naming().rows()).isEmpty();
                assertThat(it.naming().toString()).isEmpty();
              });
    }

    private static Service found(String name, String clusterIp, int ports) {
      ServiceSpec.Builder spec =
          ServiceSpec.builder().clusterIP(clusterIp).addClusterIPs(clusterIp);
      for (int i = 1; i <= ports; i++) {
        spec.addPorts(ServicePort.builder().name("p" + i).port(i).build());
      }
      return Service.builder()
          .metadata(ObjectMeta.of("shop", name).withUid("uid"))
          .spec(spec.build())
          .build();
    }
  }

  private static final String WEB =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        ports: [{port: 80}]
      ---
      """;

  private static ServiceNaming naming(ClusterSnapshot world) {
    return PLAIN.describer().describe(world).services().get(0).naming();
  }

  private static ServiceNaming naming(String text, String service) {
    return PLAIN.describer().describe(PLAIN.manifests().read(text)).services().stream()
        .filter(it -> it.service().metadata().name().equals(service))
        .map(ServiceDescription::naming)
        .findFirst()
        .orElseThrow();
  }
}
