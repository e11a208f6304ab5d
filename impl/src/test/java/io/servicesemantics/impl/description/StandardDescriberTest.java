package io.servicesemantics.impl.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardDescriberTest {

  private static final ServiceSemantics SEMANTICS =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  private static final String SHOP =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
        namespace: shop
      spec:
        selector:
          app: shop
          tier: web
        ports:
          - name: http
            port: 80
            targetPort: http
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
        namespace: shop
      spec:
        replicas: 3
        selector:
          matchLabels:
            app: shop
            tier: web
        template:
          metadata:
            labels:
              app: shop
              tier: web
          spec:
            containers:
              - name: main
                ports:
                  - name: http
                    containerPort: 8080
      """;

  @Nested
  @DisplayName("what is in order")
  class InOrder {

    @Test
    void theSample_hasNothingToComplainAbout() {
      SnapshotDescription sample = describe(SampleManifest.text());

      assertThat(sample.problems()).isEmpty();
      assertThat(sample.allComplaints()).isEmpty();
      assertThat(sample.services())
          .extracting(service -> service.service().namespacedName().toString())
          .containsExactly(
              "default/default-subdomain", "shop/database", "shop/orders", "shop/pages");
    }

    @Test
    void headless_isLeftToDnsAndItsPodsHaveHostNames() {
      ServiceDescription headless = describe(SampleManifest.text()).services().get(0);

      assertThat(headless.notServed()).contains(SelectionReason.SERVICE_IS_HEADLESS);
      assertThat(headless.endpoints())
          .extracting(endpoint -> endpoint.endpoint().hostname().orElse(""))
          .containsExactlyInAnyOrder("busybox-1", "busybox-2");
    }

    @Test
    void deployment_itsPodsStandBehindTheService() {
      ServiceDescription web = describe(SHOP).services().get(0);

      assertThat(web.complaints()).isEmpty();
      assertThat(web.endpoints()).hasSize(3).allMatch(endpoint -> endpoint.usedBy().size() == 3);
      assertThat(web.ports().get(0).podsByNumber()).containsEntry(8080, 3);
      assertThat(web.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(1));
    }

    @Test
    void selectorWithoutLabels_isNoneAsTheServerStoresIt() {
      ServiceDescription web =
          describe(SHOP.replaceFirst("selector:\n    app: shop\n    tier: web", "selector: {}"))
              .services()
              .get(0);

      assertThat(web.service().spec().hasSelector()).isFalse();
      assertThat(web.endpoints()).isEmpty();
    }

    @Test
    void localPolicy_eachEndpointIsUsedFromItsNodeAlone() {
      ServiceDescription web =
          describe(SHOP.replaceFirst("spec:", "spec:\n  internalTrafficPolicy: Local"))
              .services()
              .get(0);

      assertThat(web.localTraffic())
          .hasValueSatisfying(
              local -> {
                assertThat(local.internal()).isTrue();
                assertThat(local.external()).isFalse();
                assertThat(local.nodesWithout()).isEmpty();
              });
      assertThat(web.endpoints())
          .hasSize(3)
          .allSatisfy(
              endpoint ->
                  assertThat(endpoint.usedBy())
                      .containsExactly(endpoint.endpoint().nodeName().orElseThrow()));
    }

    @Test
    void sameObjectsAsValues_giveTheSameWithoutPlaces() {
      SnapshotDescription described =
          SEMANTICS.describer().describe(SEMANTICS.manifests().read(SHOP).snapshot());

      assertThat(described.services().get(0).location()).isEmpty();
      assertThat(described.services().get(0).endpoints())
          .isEqualTo(describe(SHOP).services().get(0).endpoints());
    }
  }

  @Nested
  @DisplayName("what is wrong, and cured")
  class Complaints {

    @Test
    void labelMistyped_isNamedWithItsLineAndGoneWhenCured() {
      String mistyped = SHOP.replaceFirst("tier: web\n  ports", "tier: wep\n  ports");

      Complaint complaint = onlyComplaint(mistyped);

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.NOTHING_SELECTED);
      assertThat(complaint.field()).hasToString("spec.selector");
      assertThat(complaint.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(7));
      assertThat(complaint.message()).contains("its label tier is \"web\" where \"wep\" is wanted");
      assertThat(complaint.cure()).startsWith("Write tier: web in the selector");
      assertThat(describe(SHOP).allComplaints()).isEmpty();
    }

    @Test
    void labelOfAnotherApplication_isNotTakenForAMistake() {
      String other =
          SHOP.replaceFirst("app: shop\n    tier: web\n  ports", "app: billing\n  ports");

      Complaint complaint = onlyComplaint(other);

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.NOTHING_SELECTED);
      assertThat(complaint.message()).contains("app=billing").doesNotContain("nearest");
    }

    @Test
    void headlessWithoutPorts_isLeftToDnsAsWell() {
      String headless =
          SHOP.replaceFirst(
              "  ports:\n    - name: http\n      port: 80\n      targetPort: http\n",
              "  clusterIP: None\n");

      ServiceDescription described = describe(headless).services().get(0);

      assertThat(described.notServed()).contains(SelectionReason.SERVICE_IS_HEADLESS);
      assertThat(described.complaints()).isEmpty();
    }

    @Test
    void podsInAnotherNamespace_areSaidToBeThere() {
      String moved = SHOP.replaceFirst("namespace: shop", "namespace: store");

      Complaint complaint = onlyComplaint(moved);

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.NOTHING_SELECTED);
      assertThat(complaint.message()).contains("Pods of namespace shop have");
    }

    @Test
    void noReplicas_theWorkloadIsNamed() {
      assertThat(onlyComplaint(SHOP.replace("replicas: 3", "replicas: 0")).message())
          .contains("Deployment web");
    }

    @Test
    void targetPortOfAnotherName_declaredOnesAreNamed() {
      Complaint complaint = onlyComplaint(SHOP.replaceFirst("targetPort: http", "targetPort: web"));

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.PORT_LEADS_NOWHERE);
      assertThat(complaint.field()).hasToString("spec.ports[0].targetPort");
      assertThat(complaint.location())
          .hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(13));
      assertThat(complaint.cure()).contains("http 8080/TCP");
    }

    @Test
    void targetPortInQuotes_isCuredWithoutThem() {
      Complaint complaint =
          onlyComplaint(SHOP.replaceFirst("targetPort: http", "targetPort: \"8080\""));

      assertThat(complaint.cure()).contains("remove the quotes");
      assertThat(
              describe(SHOP.replaceFirst("targetPort: http", "targetPort: 8080")).allComplaints())
          .isEmpty();
    }

    @Test
    void targetPortForAnotherProtocol_isSaidSo() {
      Complaint complaint =
          onlyComplaint(SHOP.replaceFirst("port: 80\n", "port: 80\n      protocol: UDP\n"));

      assertThat(complaint.cure()).contains("another protocol").contains("http 8080/TCP");
    }

    @Test
    void numberNobodyDeclares_isOnlyDoubtful() {
      Complaint complaint =
          onlyComplaint(SHOP.replaceFirst("targetPort: http", "targetPort: 9090"));

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.PORT_NOT_DECLARED);
      assertThat(complaint.reason().isCertain()).isFalse();
    }

    @Test
    void sliceWithoutItsLabel_nobodyReadsIt() {
      String slice =
          """
          apiVersion: v1
          kind: Service
          metadata: {name: db}
          spec:
            ports: [{name: sql, port: 5432}]
          ---
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata:
            name: db-1
            labels: {LABEL: db}
          addressType: IPv4
          ports: [{name: sql, port: 5432, protocol: TCP}]
          endpoints: [{addresses: [192.0.2.1]}]
          """;

      assertThat(reasons(slice.replace("LABEL", "app")))
          .containsExactly(
              ComplaintReason.NOBODY_SUPPLIES_ENDPOINTS, ComplaintReason.SLICE_NOT_READ);
      assertThat(reasons(slice.replace("LABEL", "kubernetes.io/service-name"))).isEmpty();
      assertThat(
              reasons(
                  slice
                      .replace("LABEL", "kubernetes.io/service-name")
                      .replace("[{name: sql, port: 5432, p", "[{name: pg, port: 5432, p")))
          .containsExactly(ComplaintReason.PORT_WITHOUT_ENDPOINTS);
    }

    @Test
    void endpointsBesideASelector_areNotRead() {
      String endpoints =
          SHOP
              + """
              ---
              apiVersion: v1
              kind: Endpoints
              metadata: {name: web, namespace: shop}
              subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{name: http, port: 80}]}]
              """;

      assertThat(onlyComplaint(endpoints).reason()).isEqualTo(ComplaintReason.ENDPOINTS_NOT_READ);
    }

    @Test
    void endpointsOfAServiceWithoutSelector_areMirroredAndUsed() {
      String endpoints =
          """
          apiVersion: v1
          kind: Service
          metadata: {name: db}
          spec:
            ports: [{name: sql, port: 5432}]
          ---
          apiVersion: v1
          kind: Endpoints
          metadata: {name: db}
          subsets: [{addresses: [{ip: 192.0.2.1}], ports: [{name: sql, port: 5432}]}]
          """;

      ServiceDescription db = describe(endpoints).services().get(0);

      assertThat(db.complaints()).isEmpty();
      assertThat(db.endpoints()).hasSize(1).allMatch(endpoint -> !endpoint.usedBy().isEmpty());
    }

    @Test
    void twoServicesOfOneName_areSaidToBeTwo() {
      assertThat(reasons(SHOP + "---\n" + SHOP.substring(0, SHOP.indexOf("---"))))
          .containsExactly(ComplaintReason.SAID_TWICE);
    }
  }

  @Nested
  @DisplayName("as people mistype it")
  class Mistyped {

    @Test
    void specUnderMetadata_isOneProblemAndTheRestIsRead() {
      int spec = SampleManifest.text().indexOf("spec:");
      int end = SampleManifest.text().indexOf("---");
      String text =
          SampleManifest.text().substring(0, spec)
              + SampleManifest.text().substring(spec, end).indent(2)
              + SampleManifest.text().substring(end);

      SnapshotDescription described = describe(text);

      assertThat(described.problems()).hasSize(1);
      assertThat(described.problems().get(0).path()).hasToString("metadata.spec");
      assertThat(described.problems().get(0).location().line()).isEqualTo(6);
      assertThat(described.services()).hasSize(3);
      assertThat(described.refused())
          .singleElement()
          .satisfies(
              refused ->
                  assertThat(refused.decision().message()).endsWith("spec.ports: Required value"));
    }

    @Test
    void colonInAnImage_costsItsDocumentAlone() {
      String text = SampleManifest.text().replaceFirst("busybox:1.28", "busybox: 1.28");

      SnapshotDescription described = describe(text);

      assertThat(described.problems()).hasSize(1);
      assertThat(described.problems().get(0).location().line()).isEqualTo(26);
      assertThat(described.services().get(0).endpoints()).hasSize(1);
    }
  }

  @Nested
  @DisplayName("what the API server says")
  class ApiServer {

    @Test
    void fault_hasTheServersWordsAndItsLine() {
      SnapshotDescription described = describe(SHOP.replaceFirst("port: 80", "port: 70000"));

      assertThat(described.services()).isEmpty();
      assertThat(described.world().service("shop", "web")).isEmpty();
      assertThat(described.refused())
          .singleElement()
          .hasToString(
              """
              Service shop/web, refused by the API server with HTTP 422 (line 1)
                ! Service "web" is invalid: spec.ports[0].port: Invalid value: 70000: must be \
              between 1 and 65535, inclusive
                    spec.ports[0].port (line 12)"""
                  .stripIndent());
      assertThat(described.toString()).endsWith("0 Services, 1 refused, 1 complaint\n");
    }

    @Test
    void faultsOfPathsSpelledOtherwise_haveTheirLines() {
      assertThat(
              lines(
                  SHOP.replaceFirst(
                      "  selector:", "  loadBalancerSourceRanges: [10.0.0.0/8]\n  selector:")))
          .containsExactly(7);
      assertThat(lines(SHOP.replaceFirst("  selector:", "  clusterIP: 10.0.0.300\n  selector:")))
          .containsExactly(7);
    }

    private ImmutableList<Integer> lines(String text) {
      return describe(text).refused().get(0).complaints().stream()
          .map(complaint -> complaint.location().orElseThrow().line())
          .distinct()
          .collect(ImmutableList.toImmutableList());
    }

    @Test
    void addressOutOfRange_isCuredByTheRange() {
      Complaint complaint =
          onlyComplaint(SHOP.replaceFirst("  selector:", "  clusterIP: 10.0.0.1\n  selector:"));

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.REFUSED);
      assertThat(complaint.message()).contains("does not match the current range");
      assertThat(complaint.cure()).isEqualTo("Addresses of this cluster come from 10.96.0.0/12.");
    }

    @Test
    void nodePortHeld_isCuredByItsHolder() {
      String one = SHOP.replaceFirst("spec:", "spec:\n  type: NodePort");
      String two = one.replaceFirst("port: 80\n", "port: 80\n      nodePort: 30080\n");

      Complaint complaint =
          describe(two + "---\n" + two.replaceFirst("name: web", "name: other"))
              .refused()
              .get(0)
              .complaints()
              .get(0);

      assertThat(complaint.cure()).isEqualTo("30080 is held by Service shop/web.");
    }

    @Test
    void familyTheClusterLacks_isCuredByTheRange() {
      Complaint complaint =
          onlyComplaint(
              SHOP.replaceFirst("  selector:", "  ipFamilyPolicy: RequireDualStack\n  selector:"));

      assertThat(complaint.cure()).contains("10.96.0.0/12");
    }

    @Test
    void bodyThatCannotBeRead_isRefusedInTheServersWords() {
      SnapshotDescription described = describe(SHOP.replaceFirst("port: 80", "port: http"));

      assertThat(described.refused().get(0).decision().code()).isEqualTo(400);
      assertThat(described.refused().get(0).complaints())
          .singleElement()
          .satisfies(
              complaint ->
                  assertThat(complaint.message()).contains("cannot unmarshal string into Go"));
    }

    @Test
    void warning_isADoubtWithItsLine() {
      Complaint complaint =
          onlyComplaint(
              SHOP.replaceFirst("  selector:", "  externalIPs: [192.0.2.7]\n  selector:"));

      assertThat(complaint.reason()).isEqualTo(ComplaintReason.WARNED);
      assertThat(complaint.reason().isCertain()).isFalse();
      assertThat(complaint.field()).hasToString("spec.externalIPs");
      assertThat(complaint)
          .hasToString(
              "Service shop/web: the API server warns: spec.externalIPs is deprecated and may no"
                  + " longer be implemented in some clusters (line 7)");
    }

    @Test
    void warningOfAnAnnotation_hasItsLine() {
      Complaint complaint =
          onlyComplaint(
              SHOP.replaceFirst(
                  "  namespace: shop",
                  "  namespace: shop\n  annotations:\n"
                      + "    service.kubernetes.io/topology-aware-hints: Auto"));

      assertThat(complaint.location().orElseThrow().line()).isEqualTo(7);
    }

    @Test
    void unknownField_isToldOnce() {
      SnapshotDescription described =
          describe(SHOP.replaceFirst("  selector:", "  selectors: {a: b}\n  selector:"));

      assertThat(described.problems()).hasSize(1);
      assertThat(described.allComplaints()).isEmpty();
      assertThat(described.services()).hasSize(1);
    }

    @Test
    void laterOfOneName_isAnUpdateAndKeepsTheAddress() {
      SnapshotDescription described =
          describe(SHOP + "---\n" + SHOP.substring(0, SHOP.indexOf("---")));

      assertThat(described.services().get(0).requests()).hasSize(2);
      assertThat(described.toString()).contains("  kept: clusterIP 10.96.1.1");
      assertThat(reasonsOf(described)).containsExactly(ComplaintReason.SAID_TWICE);
    }

    @Test
    void laterOfOneNameRefused_leavesTheEarlierOne() {
      String later = SHOP.substring(0, SHOP.indexOf("---")).replaceFirst("80", "0");
      SnapshotDescription described = describe(SHOP + "---\n" + later);

      assertThat(described.services()).hasSize(1);
      assertThat(described.services().get(0).location().orElseThrow().line()).isEqualTo(1);
      assertThat(described.refused()).hasSize(1);
      assertThat(described.refused().get(0).location().orElseThrow().line()).isGreaterThan(30);
    }

    @Test
    void whyFieldsAreSet_isToldOnceForAll() {
      String text = describe(SampleManifest.text()).toString();

      assertThat(text)
          .containsOnlyOnce("  sessionAffinity: A Service that says no session affinity has None.");
    }

    @Test
    void manyPorts_areNotAllTold() {
      StringBuilder ports = new StringBuilder();
      for (int i = 1; i <= 1000; i++) {
        ports.append("{name: p").append(i).append(", port: ").append(i).append("}, ");
      }
      String text =
          describe(
                  "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: ["
                      + ports
                      + "]}")
              .toString();

      assertThat(text.lines().filter(line -> line.startsWith("  set:")))
          .singleElement()
          .asString()
          .contains("ports[].protocol TCP")
          .endsWith("more")
          .hasSizeLessThan(2000);
    }

    @Test
    void seed_picksOtherAddresses() {
      SnapshotDescription described =
          SEMANTICS.describer().describe(SEMANTICS.manifests().read(SHOP), 7);

      assertThat(described.services().get(0).service().spec().clusterIP())
          .startsWith("10.")
          .isNotEqualTo("10.96.1.1");
    }

    @Test
    void apiServersOwnService_isDescribedWhereItIsGiven() {
      assertThat(describe(SHOP).services()).hasSize(1);
      assertThat(describe(SHOP).world().service("default", "kubernetes")).isPresent();
      assertThat(
              describe(
                      "apiVersion: v1\nkind: Service\nmetadata: {name: kubernetes}\n"
                          + "spec: {ports: [{name: https, port: 443, targetPort: 6443}]}")
                  .services())
          .hasSize(1);
    }

    @Test
    void numbersFoundTwice_areComplainedAbout() {
      String found =
          SHOP.replaceFirst("  name: web", "  name: web\n  uid: a")
              .replaceFirst(
                  "  selector:", "  clusterIP: 10.96.9.9\n  clusterIPs: [10.96.9.9]\n  selector:");
      String other =
          found.substring(0, found.indexOf("---")).replaceFirst("name: web", "name: other");

      assertThat(describe(found + "---\n" + other).complaints())
          .singleElement()
          .satisfies(
              complaint -> {
                assertThat(complaint.reason()).isEqualTo(ComplaintReason.NUMBER_DOES_NOT_FIT);
                assertThat(complaint.message()).contains("10.96.9.9 was assigned to multiple");
              });
    }

    private ImmutableList<ComplaintReason> reasonsOf(SnapshotDescription described) {
      return described.allComplaints().stream()
          .map(Complaint::reason)
          .collect(ImmutableList.toImmutableList());
    }
  }

  @Test
  void printed_readsAsAnAccount() {
    assertThat(describe(SHOP.replaceFirst("replicas: 3", "replicas: 1")).toString())
        .startsWith(
            """
            NAME   TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE         SELECTOR
            web    ClusterIP   10.96.1.1    <none>        80/TCP    <unknown>   app=shop,tier=web

            Service shop/web, ClusterIP (line 1)
              picked: clusterIP 10.96.1.1
              set: sessionAffinity None, type ClusterIP, ports[0].protocol TCP, \
            internalTrafficPolicy Cluster, ipFamilyPolicy SingleStack, ipFamilies[0] IPv4
              port http 80/TCP (http) leads to 8080 on 1 Pod
              1 endpoint, all used:
                10.244.0.2""")
        .endsWith("1 Service, no complaint\n");
  }

  @Test
  void unknownKind_isCountedNotComplainedAbout() {
    SnapshotDescription described =
        describe("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {}\n");

    assertThat(described.problems()).isEmpty();
    assertThat(described.unreadKinds()).containsExactly("1 ConfigMap");
  }

  @Test
  void serviceNamedInNoNamespace_standsInDefault() {
    assertThat(
            describe(
                    "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 1}]}")
                .services()
                .get(0)
                .service()
                .namespacedName())
        .isEqualTo(NamespacedName.of("default", "a"));
  }

  private static SnapshotDescription describe(String text) {
    return SEMANTICS.describer().describe(SEMANTICS.manifests().read(text));
  }

  private static ImmutableList<ComplaintReason> reasons(String text) {
    return describe(text).allComplaints().stream()
        .map(Complaint::reason)
        .collect(ImmutableList.toImmutableList());
  }

  private static Complaint onlyComplaint(String text) {
    ImmutableList<Complaint> complaints = describe(text).allComplaints();
    assertThat(complaints).hasSize(1);
    return complaints.get(0);
  }
}
