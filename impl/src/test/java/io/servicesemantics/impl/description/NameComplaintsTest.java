package io.servicesemantics.impl.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.ComplaintWeight;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each complaint about names: it is there, with place and cure, and gone once cured. */
class NameComplaintsTest {

  private static final ClusterProfile PROFILE = ClusterProfile.of(KubernetesVersion.V1_36);
  private static final StandardSemantics PLAIN = StandardSemantics.of(PROFILE);

  // Lines 1 to 6 are the Service, the workload begins at line 8.
  private static final String DATABASE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: shop}
      spec:
        clusterIP: None
        selector: {app: db}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: shop}
      spec:
        replicas: 2
        serviceName: db
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec:
            containers: [{name: db}]
      ---
      """;

  private static final String WEB =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {ports: [{port: 80}], selector: {app: db}}
      ---
      """;

  @Test
  void goodObjects_areNotComplainedAbout() {
    assertThat(of(SampleManifest.text())).isEmpty();
    assertThat(of(DATABASE)).isEmpty();
  }

  @Nested
  @DisplayName("names of Services")
  class OfServices {

    @Test
    void headlessWithoutEndpoints_isNoted() {
      Complaint note =
          only(
              DATABASE.replace("replicas: 2", "replicas: 0"),
              ComplaintReason.HEADLESS_WITHOUT_NAME);

      assertThat(note.reason().weight()).isEqualTo(ComplaintWeight.NOTE);
      assertThat(note.message()).contains("its name does not exist").contains("not known");
      assertThat(
              of(
                  DATABASE
                      .replace("replicas: 2", "replicas: 0")
                      .replace("  clusterIP: None\n", "  ports: [{port: 1}]\n")))
          .isEmpty();
    }

    @Test
    void nameTooLong_isAFault() {
      String domain =
          String.join(".", ImmutableList.of("d".repeat(63), "e".repeat(63), "f".repeat(63)));
      StandardSemantics k8s =
          StandardSemantics.of(
              PROFILE.withDns(DnsSettings.builder().clusterDomain(domain).build()));

      assertThat(of(k8s, WEB.replace("name: web", "name: " + "w".repeat(63))))
          .extracting(Complaint::reason)
          .containsExactly(ComplaintReason.NAME_TOO_LONG);
      assertThat(of(k8s, WEB)).isEmpty();
    }

    @Test
    void serviceCalledLocalhost_isADoubt() {
      Complaint doubt =
          only(
              DATABASE + WEB.replace("name: web", "name: localhost"),
              ComplaintReason.SHORT_NAME_LEADS_ELSEWHERE);

      assertThat(doubt.message())
          .isEqualTo("Pods of its namespace that call localhost do not find it.");
      assertThat(doubt.cure()).contains("localhost.shop");
    }

    @Test
    void namespaceCalledLikeAnOuterDomain_isNoted() {
      String com = DATABASE + WEB.replace("namespace: shop", "namespace: com");
      Complaint note = only(com, ComplaintReason.NAME_CAPTURES_OUTER_NAME);

      assertThat(note.name()).hasToString("com/web");
      assertThat(note.message()).contains("web.com");
      assertThat(note.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(22));
    }

    // shop/db has an endpoint db-0 and namespace db a Service db-0.
    @Test
    void endpointThatHidesAService_isADoubt() {
      String other =
          """
          apiVersion: v1
          kind: Service
          metadata: {name: db-0, namespace: db}
          spec: {ports: [{port: 80}]}
          ---
          """;
      Complaint doubt = only(DATABASE + other, ComplaintReason.NAME_CAPTURES_OTHER_NAME);

      assertThat(doubt.message())
          .isEqualTo(
              "Pods of namespace shop that call db-0.db get an endpoint of this Service, not Service"
                  + " db/db-0.");
      assertThat(of(DATABASE + other.replace("name: db-0", "name: db-9"))).isEmpty();
      assertThat(of(DATABASE + other.replace("namespace: db", "namespace: dc"))).isEmpty();
    }

    @Test
    void endpointCalledLikeANameOutside_isADoubt() {
      String com =
          """
          apiVersion: v1
          kind: Service
          metadata: {name: com, namespace: shop}
          spec: {clusterIP: None, selector: {app: x}}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: x, namespace: shop, labels: {app: x}}
          spec: {hostname: google, subdomain: com, containers: [{name: x}]}
          """;

      assertThat(only(com, ComplaintReason.NAME_CAPTURES_OTHER_NAME).message())
          .contains("that call google.com get an endpoint of this Service");
    }

    @Test
    void endpointsCalledAsPodsWithDots_areAFault() {
      StandardSemantics k8s =
          StandardSemantics.of(
              PROFILE.withDns(DnsSettings.builder().endpointPodNames(true).build()));
      String dotted =
          """
          apiVersion: v1
          kind: Service
          metadata: {name: db, namespace: shop}
          spec: {clusterIP: None, selector: {app: db}}
          ---
          apiVersion: v1
          kind: Pod
          metadata: {name: db.0, namespace: shop, labels: {app: db}}
          spec: {containers: [{name: x}]}
          """;

      assertThat(of(k8s, dotted))
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.reason()).isEqualTo(ComplaintReason.ENDPOINT_NAME_CANNOT_BE_ASKED);
                assertThat(fault.message()).startsWith("1 of its 1 endpoints").contains("\"db.0\"");
              });
      assertThat(of(k8s, dotted.replace("db.0", "db-0"))).isEmpty();
      assertThat(of(dotted)).isEmpty();
    }
  }

  @Nested
  @DisplayName("aliases")
  class Aliases {

    @Test
    void address_isAFault() {
      Complaint fault = only(alias("a", "192.0.2.7"), ComplaintReason.EXTERNAL_NAME_IS_ADDRESS);

      assertThat(fault.field()).hasToString("spec.externalName");
      assertThat(fault.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(4));
      assertThat(of(alias("a", "db.example.com"))).isEmpty();
    }

    @Test
    void itself_isACircle() {
      assertThat(
              only(alias("a", "a.shop.svc.cluster.local"), ComplaintReason.EXTERNAL_NAME_IN_CIRCLE)
                  .message())
          .startsWith("it leads to the Service itself");
    }

    @Test
    void circleOfTwo_isToldOfBoth() {
      String both = alias("a", "b.shop.svc.cluster.local") + alias("b", "a.shop.svc.cluster.local");

      assertThat(of(both))
          .hasSize(2)
          .allSatisfy(
              fault -> {
                assertThat(fault.reason()).isEqualTo(ComplaintReason.EXTERNAL_NAME_IN_CIRCLE);
                assertThat(fault.message())
                    .contains("a.shop.svc.cluster.local", "b.shop.svc.cluster.local");
              });
    }

    @Test
    void longChain_isFollowedAsFarAsTheServerDoes() {
      StringBuilder chain = new StringBuilder(DATABASE).append(WEB);
      for (int i = 1; i <= 60; i++) {
        chain.append(alias("a" + i, (i == 1 ? "web" : "a" + (i - 1)) + ".shop.svc.cluster.local"));
      }

      assertThat(of(chain.toString()))
          .isNotEmpty()
          .extracting(Complaint::reason)
          .containsOnly(ComplaintReason.EXTERNAL_NAME_IN_CIRCLE);
      assertThat(of(chain.toString())).noneMatch(it -> it.name().name().equals("a11"));
    }

    @Test
    void missingService_isADoubtThatNamesTheNearest() {
      Complaint doubt =
          only(
              DATABASE + WEB + alias("a", "wep.shop.svc.cluster.local"),
              ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE);

      assertThat(doubt.message())
          .isEqualTo("there is no Service shop/wep; Service shop/web comes nearest.");
      assertThat(doubt.cure()).isEqualTo("Write web.shop.svc.cluster.local.");
      assertThat(of(DATABASE + WEB + alias("a", "web.shop.svc.cluster.local"))).isEmpty();
    }

    @Test
    void missingNamespace_isToldOnlyWhereOneIsAlike() {
      assertThat(
              only(
                      DATABASE + WEB + alias("a", "web.shp.svc.cluster.local"),
                      ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE)
                  .cure())
          .isEqualTo("Write web.shop.svc.cluster.local.");
      assertThat(of(alias("a", "gateway.istio-system.svc.cluster.local"))).isEmpty();
    }

    @Test
    void missingPart_isTold() {
      assertThat(
              only(
                      DATABASE + alias("a", "db-7.db.shop.svc.cluster.local"),
                      ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE)
                  .message())
          .isEqualTo("Service shop/db has nothing called db-7.db.shop.svc.cluster.local.");
      assertThat(of(DATABASE + alias("a", "db-1.db.shop.svc.cluster.local"))).isEmpty();
      assertThat(of(alias("a", "nonsense.cluster.local")))
          .extracting(Complaint::reason)
          .containsExactly(ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE);
    }

    @Test
    void shortNameOfAService_isADoubt() {
      for (String name : ImmutableList.of("web", "web.shop", "WEB.shop.svc")) {
        Complaint doubt =
            only(
                DATABASE + WEB + alias("a", name).replace("WEB", "web"),
                ComplaintReason.EXTERNAL_NAME_NOT_COMPLETED);
        assertThat(doubt.cure()).isEqualTo("Write web.shop.svc.cluster.local.");
      }
      assertThat(of(DATABASE + WEB + alias("a", "web.other"))).isEmpty();
      assertThat(of(DATABASE + WEB + alias("a", "web.shop.com"))).isEmpty();
    }

    private static String alias(String name, String target) {
      return "apiVersion: v1\nkind: Service\nmetadata: {name: "
          + name
          + ", namespace: shop}\nspec: {type: ExternalName, externalName: "
          + target
          + "}\n---\n";
    }
  }

  @Nested
  @DisplayName("names of Pods")
  class OfPods {

    @Test
    void serviceNameOfNoService_isADoubtThatNamesTheNearest() {
      Complaint doubt =
          only(
              DATABASE
                  .replace("serviceName: db", "serviceName: dbs")
                  .replace("name: db,", "name: dbx,"),
              ComplaintReason.SUBDOMAIN_OF_NO_SERVICE);

      assertThat(doubt.kind()).isEqualTo("StatefulSet");
      assertThat(doubt.field()).hasToString("spec.serviceName");
      assertThat(doubt.message())
          .contains("no Service shop/dbs")
          .contains("shop/dbx comes nearest");
      assertThat(doubt.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(13));
    }

    @Test
    void serviceNameWhereNoServiceWasRead_isNotTold() {
      assertThat(of(DATABASE.substring(DATABASE.indexOf("---")))).isEmpty();
    }

    @Test
    void serviceThatDoesNotSelectThePods_isADoubt() {
      assertThat(
              only(
                      DATABASE
                          .replaceFirst("selector: \\{app: db}", "selector: {app: other}")
                          .replace("clusterIP: None", "ports: [{port: 80}]"),
                      ComplaintReason.SUBDOMAIN_SERVICE_LEAVES_OUT_POD)
                  .message())
          .contains("calls itself db-0.db.shop.svc.cluster.local")
          .endsWith("Service db does not select the Pod.");
    }

    @Test
    void subdomainWithoutHostname_isToldOnceForAllPods() {
      String pods = deployment("subdomain: db");
      Complaint doubt = only(pods, ComplaintReason.SUBDOMAIN_WITHOUT_HOSTNAME);

      assertThat(doubt.kind()).isEqualTo("Deployment");
      assertThat(doubt.field()).hasToString("spec.template.spec.subdomain");
      assertThat(of(pods.replace("subdomain: db", "hostNetwork: false"))).isEmpty();
    }

    @Test
    void subdomainWithoutHostname_isFoundWhereEndpointsAreCalledAsPods() {
      StandardSemantics k8s =
          StandardSemantics.of(
              PROFILE.withDns(DnsSettings.builder().endpointPodNames(true).build()));

      assertThat(of(k8s, deployment("subdomain: db"))).isEmpty();
    }

    @Test
    void hostnameOfManyPods_isADoubt() {
      String shared = deployment("hostname: db", "subdomain: db");

      assertThat(only(shared, ComplaintReason.HOSTNAME_SHARED).message())
          .contains("shares the name db.db.shop.svc.cluster.local with other endpoints");
      assertThat(of(shared.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void nameTooLongForTheKernel_isAFault() {
      String named =
          deployment("hostname: " + "h".repeat(60), "subdomain: db", "setHostnameAsFQDN: true")
              .replace("replicas: 3", "replicas: 1");

      assertThat(only(named, ComplaintReason.POD_CANNOT_BE_NAMED).message())
          .contains("does not start")
          .contains("is too long");
      assertThat(of(named.replace("setHostnameAsFQDN: true", "setHostnameAsFQDN: false")))
          .isEmpty();
    }

    @Test
    void podsThatHaveEnded_needNoNames() {
      String ended =
          DATABASE
              + """
              apiVersion: v1
              kind: Pod
              metadata: {name: x, namespace: shop, labels: {app: db}}
              spec: {subdomain: dbs, containers: [{name: x}]}
              status: {phase: Succeeded, podIP: 10.244.0.9, podIPs: [{ip: 10.244.0.9}]}
              """;

      assertThat(of(ended)).extracting(Complaint::kind).doesNotContain("Pod");
      assertThat(of(ended.replace("Succeeded", "Running")))
          .extracting(Complaint::kind)
          .contains("Pod");
    }
  }

  @Nested
  @DisplayName("resolvers of Pods")
  class Resolvers {

    @Test
    void hostNetworkWithClusterFirst_isNoted() {
      Complaint note =
          only(deployment("hostNetwork: true"), ComplaintReason.HOST_NETWORK_WITHOUT_CLUSTER_DNS);

      assertThat(note.cure()).contains("dnsPolicy: ClusterFirstWithHostNet");
      assertThat(of(deployment("hostNetwork: true", "dnsPolicy: ClusterFirstWithHostNet")))
          .isEmpty();
      assertThat(of(deployment("hostNetwork: true", "dnsPolicy: Default"))).isEmpty();
      SnapshotDescription described = describe(PLAIN, deployment("hostNetwork: true"));
      assertThat(described.allComplaints()).isEmpty();
      assertThat(described.toString())
          .contains(
              "\nnote: Deployment shop/db: spec.template.spec.dnsPolicy: in the node's network");
    }

    @Test
    void policyNoneWithoutTheClustersDomains_isNoted() {
      String none = deployment("dnsPolicy: None", "dnsConfig: {nameservers: [10.96.0.10]}");

      assertThat(only(none, ComplaintReason.NO_CLUSTER_SEARCH).message())
          .contains("does not search shop.svc.cluster.local");
      assertThat(
              of(none.replace("[10.96.0.10]", "[10.96.0.10], searches: [shop.svc.cluster.local]")))
          .isEmpty();
      assertThat(of(none.replace("None", "ClusterFirst"))).isEmpty();
    }

    @Test
    void moreNameServersThanFit_areAFault() {
      String many = deployment("dnsConfig: {nameservers: [192.0.2.1, 192.0.2.2, 192.0.2.3]}");

      Complaint fault = only(many, ComplaintReason.RESOLV_CONF_CUT);

      assertThat(fault.field()).hasToString("spec.template.spec.dnsConfig");
      assertThat(fault.message()).contains("DNSConfigForming");
      assertThat(of(many.replace(", 192.0.2.3", ""))).isEmpty();
    }
  }

  // The same Pods of a Deployment, with further fields in their spec.
  private static String deployment(String... fields) {
    return DATABASE
        .replace("StatefulSet", "Deployment")
        .replace("  serviceName: db\n", "")
        .replace("replicas: 2", "replicas: 3")
        .replace(
            "      containers:",
            "      " + String.join("\n      ", fields) + "\n      containers:");
  }

  // Complaints and notes about names alone.
  private static ImmutableList<Complaint> of(String text) {
    return of(PLAIN, text);
  }

  private static ImmutableList<Complaint> of(StandardSemantics k8s, String text) {
    SnapshotDescription described = describe(k8s, text);
    ImmutableList.Builder<Complaint> found = ImmutableList.builder();
    for (ServiceDescription service : described.services()) {
      found.addAll(Iterables.concat(service.complaints(), service.notes()));
    }
    found.addAll(described.complaints());
    return found.build().stream()
        .filter(it -> it.reason().rule().startsWith("dns "))
        .collect(ImmutableList.toImmutableList());
  }

  private static SnapshotDescription describe(StandardSemantics k8s, String text) {
    return k8s.describer().describe(k8s.manifests().read(text));
  }

  private static Complaint only(String text, ComplaintReason reason) {
    ImmutableList<Complaint> found = of(text);
    assertThat(found).extracting(Complaint::reason).containsExactly(reason);
    return found.get(0);
  }
}
