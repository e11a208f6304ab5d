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
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.ServiceRanges;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each complaint about traffic: it is there, with place and cure, and gone once cured. */
class TrafficComplaintsTest {

  private static final StandardSemantics PLAIN = semantics(ProxySettings.of(ProxyMode.IPTABLES));

  // Two Pods on three nodes; lines 1 to 6 are the Service.
  private static final String WEB =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: 8080}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, ports: [{containerPort: 8080}]}]}
      """;

  // A Service as found, with one slice.
  private static final String FOUND =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        type: ClusterIP
        clusterIP: 10.96.0.10
        clusterIPs: [10.96.0.10]
        ipFamilies: [IPv4]
        ipFamilyPolicy: SingleStack
        sessionAffinity: None
        internalTrafficPolicy: Cluster
        ports: [{name: http, port: 80, protocol: TCP, targetPort: 8080}]
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: web-1, labels: {kubernetes.io/service-name: web}}
      addressType: IPv4
      ports: [{name: http, port: 8080, protocol: TCP}]
      endpoints:
        - {addresses: [10.244.0.7], nodeName: node-a, zone: zone-a, conditions: {ready: true}}
        - {addresses: [10.244.1.7], nodeName: node-b, zone: zone-b, conditions: {ready: true}}
      """;

  private static final String NODES = node("a") + node("b") + node("c");

  @Nested
  @DisplayName("traffic that must stay on its node")
  class StaysOnItsNode {

    @Test
    void nodePortOfNodesWithout_isADoubtThatNamesThem() {
      String local = with("type: NodePort", "externalTrafficPolicy: Local");

      Complaint complaint = only(local, ComplaintReason.NO_ANSWER_FROM_OUTSIDE);

      assertThat(complaint.reason().weight()).isEqualTo(ComplaintWeight.DOUBT);
      assertThat(complaint.message()).startsWith("who comes from outside by node-c gets no answer");
      assertThat(complaint.cure()).contains("externalTrafficPolicy: Cluster");
      assertThat(complaint.location()).hasValueSatisfying(at -> assertThat(at.line()).isEqualTo(6));
      assertThat(found(local.replace("replicas: 2", "replicas: 3"))).isEmpty();
      assertThat(found(with("type: NodePort"))).isEmpty();
    }

    @Test
    void loadBalancerThatAsksForHealth_isOnlyNoted() {
      String local = with("type: LoadBalancer", "externalTrafficPolicy: Local");

      Complaint note = only(local, ComplaintReason.NODES_WITHOUT_ENDPOINTS);

      assertThat(describe(local).allComplaints()).isEmpty();
      assertThat(note.cure()).contains("health check at port 30087");
      assertThat(describe(local).toString())
          .contains("  note: spec.externalTrafficPolicy: who comes from outside by node-c gets")
          .endsWith("1 Service, no complaint\n");
      assertThat(found(local.replace("replicas: 2", "replicas: 3"))).isEmpty();
    }

    @Test
    void insideWithoutEndpointsHere_namesTheNodes() {
      String local = with("internalTrafficPolicy: Local");

      Complaint complaint = only(local, ComplaintReason.NO_ANSWER_INSIDE);

      assertThat(complaint.message()).contains("Pods on node-c get no answer");
      assertThat(found(local.replace("replicas: 2", "replicas: 3"))).isEmpty();
    }

    @Test
    void virtualServers_sendAnswersAstray() {
      String local = with("type: NodePort", "externalTrafficPolicy: Local");
      StandardSemantics ipvs = semantics(ProxySettings.of(ProxyMode.IPVS));

      assertThat(reasons(describe(ipvs, local)))
          .containsExactly(ComplaintReason.ANSWER_GOES_ASTRAY);
      assertThat(reasons(describe(ipvs, local.replace("replicas: 2", "replicas: 3")))).isEmpty();
    }

    @Test
    void podsToldByTheClustersNetwork_mayHangAtOtherNodes() {
      String local =
          with("type: NodePort", "externalTrafficPolicy: Local")
              .replace("replicas: 2", "replicas: 3");
      ProxySettings detecting =
          ProxySettings.of(ProxyMode.IPTABLES).withClusterCIDRs(Cidr.parse("10.244.0.0/16"));

      assertThat(reasons(describe(semantics(detecting), local)))
          .containsExactly(ComplaintReason.POD_ELSEWHERE_MAY_HANG);
      assertThat(reasons(describe(local))).isEmpty();
    }
  }

  @Nested
  @DisplayName("endpoints that are going away")
  class GoingAway {

    private static final String TERMINATING =
        "conditions: {ready: false, serving: true, terminating: true}";

    @Test
    void nothingElse_isADoubtThatNamesThem() {
      String going = FOUND.replace("conditions: {ready: true}", TERMINATING);

      Complaint complaint = onlyFound(going, ComplaintReason.ONLY_TERMINATING);

      assertThat(complaint.message())
          .isEqualTo(
              "nothing is ready; 10.244.0.7:8080, 10.244.1.7:8080, which are going away, take the"
                  + " traffic as long as they serve.");
      assertThat(ofFound(going).get(0).traffic().toString())
          .contains("2 terminating endpoints, sender kept");
      assertThat(ofFound(FOUND).get(0).complaints()).isEmpty();
    }

    @Test
    void nothingElseOnANode_isToldOfThatNode() {
      String local =
          (FOUND + NODES)
              .replace("internalTrafficPolicy: Cluster", "internalTrafficPolicy: Local")
              .replaceFirst("conditions: \\{ready: true}", TERMINATING);

      assertThat(ofFound(local).get(0).complaints())
          .extracting(Complaint::reason)
          .containsExactly(ComplaintReason.NO_ANSWER_INSIDE, ComplaintReason.ONLY_TERMINATING);
      assertThat(ofFound(local).get(0).complaints().get(1).message())
          .startsWith("nothing is ready on node-a; 10.244.0.7:8080, which is going away, takes");
    }
  }

  @Nested
  @DisplayName("source ranges")
  class SourceRanges {

    private final String ranged =
        with("type: LoadBalancer", "loadBalancerSourceRanges: [203.0.113.0/25]");

    @Test
    void rangesOfOthers_keepOutPodsAndNodesButNotAtNodePorts() {
      assertThat(notes(ranged))
          .containsExactly(
              ComplaintReason.SOURCE_RANGES_KEEP_OUT_THE_CLUSTER,
              ComplaintReason.SOURCE_RANGES_NOT_AT_NODE_PORTS);
      assertThat(describe(ranged).toString())
          .contains("note: spec.loadBalancerSourceRanges: Pods and nodes of the cluster are in no");
    }

    @Test
    void networksAdded_keepNobodyOut() {
      String open =
          ranged.replace("203.0.113.0/25]", "203.0.113.0/25, 10.244.0.0/16, 192.168.0.0/24]");

      assertThat(notes(open)).containsExactly(ComplaintReason.SOURCE_RANGES_NOT_AT_NODE_PORTS);
      assertThat(
              notes(
                  open.replace("type: Load", "allocateLoadBalancerNodePorts: false\n  type: Load")))
          .isEmpty();
      assertThat(notes(ranged.replace("203.0.113.0/25", "0.0.0.0/0"))).isEmpty();
    }

    @Test
    void rangesOfTheOtherFamily_filterNothing() {
      String other = ranged.replace("203.0.113.0/25", "2001:db8::/32");

      Complaint complaint =
          only(
              other.replace("[2001:db8::/32]", "[\"2001:db8::/32\"]"),
              ComplaintReason.SOURCE_RANGES_OF_OTHER_FAMILY);

      assertThat(complaint.message()).contains("take every sender");
      assertThat(complaint.cure()).isEqualTo("Add a range of family IPv4.");
    }
  }

  @Nested
  @DisplayName("session affinity")
  class SessionAffinity {

    @Test
    void insideTheCluster_isExplained() {
      String sticky = with("sessionAffinity: ClientIP");

      Complaint note = only(sticky, ComplaintReason.CLIENTS_ARE_REMEMBERED);

      assertThat(note.message()).contains("for 10800 s").contains("and each port apart");
      assertThat(found(sticky.replace("replicas: 2", "replicas: 1"))).isEmpty();
      assertThat(found(WEB)).isEmpty();
    }

    @Test
    void fromOutsideOverSeveralNodes_isDoubtful() {
      assertThat(found(with("type: NodePort", "sessionAffinity: ClientIP")))
          .containsExactly(
              ComplaintReason.CLIENTS_COME_OVER_NODES, ComplaintReason.CLIENTS_ARE_REMEMBERED);
    }

    @Test
    void virtualServers_rememberEachAddressApart() {
      assertThat(
              describe(
                      semantics(ProxySettings.of(ProxyMode.IPVS)),
                      with("sessionAffinity: ClientIP"))
                  .toString())
          .contains("each node remembers for itself, and each address and port apart.");
    }
  }

  @Nested
  @DisplayName("hints")
  class Hints {

    @Test
    void oneEndpointWithout_voidsAllOthers() {
      String hinted =
          (FOUND + NODES)
              .replaceFirst("zone: zone-a,", "zone: zone-a, hints: {forZones: [{name: zone-a}]},");

      Complaint complaint = onlyFound(hinted, ComplaintReason.HINTS_INCOMPLETE);

      assertThat(complaint.message()).startsWith("endpoint 10.244.1.7:8080 has no hint");
      String complete =
          hinted.replaceFirst(
              "zone: zone-b,", "zone: zone-b, hints: {forZones: [{name: zone-b}]},");
      assertThat(ofFound(complete).get(0).complaints()).isEmpty();
      assertThat(ofFound(complete).get(0).notes())
          .singleElement()
          .satisfies(
              note -> {
                assertThat(note.reason()).isEqualTo(ComplaintReason.ZONE_WITHOUT_HINTS);
                assertThat(note.message()).contains("zone-c");
              });
    }

    @Test
    void thoseAnOlderReleasePassesOver_areTold() {
      String byNode =
          (FOUND + NODES)
              .replace("zone: zone-a,", "zone: zone-a, hints: {forNodes: [{name: a}]},")
              .replace("zone: zone-b,", "zone: zone-b, hints: {forNodes: [{name: b}]},");
      String byZone = byNode.replace("forNodes", "forZones").replace("name: a}]", "name: zone-a}]");

      assertThat(inRelease("1.33", byNode)).containsExactly(ComplaintReason.HINTS_NOT_OBEYED);
      assertThat(inRelease("1.34", byNode)).doesNotContain(ComplaintReason.HINTS_NOT_OBEYED);
      assertThat(inRelease("1.30", byZone)).containsExactly(ComplaintReason.HINTS_NOT_OBEYED);
      assertThat(inRelease("1.31", byZone)).doesNotContain(ComplaintReason.HINTS_NOT_OBEYED);
    }

    private ImmutableList<ComplaintReason> inRelease(String release, String text) {
      ClusterProfile profile = ClusterProfile.of(KubernetesVersion.parse(release));
      return describeFound(StandardSemantics.of(profile), text)
          .services()
          .get(0)
          .complaints()
          .stream()
          .map(Complaint::reason)
          .collect(ImmutableList.toImmutableList());
    }

    @Test
    void nodeWithoutAZone_isNamed() {
      String distributed =
          with("trafficDistribution: PreferSameZone")
              + """
              ---
              apiVersion: v1
              kind: Node
              metadata: {name: n1, labels: {topology.kubernetes.io/zone: a}}
              ---
              apiVersion: v1
              kind: Node
              metadata: {name: n2LABELS}
              """;

      Complaint complaint =
          only(distributed.replace("LABELS", ""), ComplaintReason.HINTS_INCOMPLETE);

      assertThat(complaint.cure()).contains("label node n2 with topology.kubernetes.io/zone");
      assertThat(complaint.field()).hasToString("spec.trafficDistribution");
      assertThat(found(distributed.replace("LABELS", ", labels: {topology.kubernetes.io/zone: b}")))
          .isEmpty();
      assertThat(
              found(
                  distributed
                      .replace("LABELS", "")
                      .replace(", labels: {topology.kubernetes.io/zone: a}", "")))
          .containsExactly(ComplaintReason.HINTS_WITHHELD);
    }

    @Test
    void autoWithTooFew_isTheControllersOwnReason() {
      String auto =
          WEB.replaceFirst(
              "\\{name: web}",
              "{name: web, annotations: {service.kubernetes.io/topology-mode: Auto}}");

      Complaint complaint = only(auto, ComplaintReason.HINTS_WITHHELD);

      assertThat(complaint.message()).contains("nsufficient number of endpoints");
      assertThat(complaint.field().toString()).contains("topology-mode");
    }
  }

  @Nested
  @DisplayName("addresses")
  class Addresses {

    @Test
    void externalIpOfTwo_isLeftToChance() {
      String one =
          FOUND.replace("  type: ClusterIP", "  type: ClusterIP\n  externalIPs: [5.6.7.8]");
      String two =
          one.substring(0, one.indexOf("---"))
              .replace("name: web", "name: other")
              .replace("10.96.0.10", "10.96.0.11");

      assertThat(ofFound(one + "---\n" + two).get(1).complaints())
          .extracting(Complaint::reason, Complaint::message)
          .contains(
              org.assertj.core.groups.Tuple.tuple(
                  ComplaintReason.ADDRESS_CLAIMED_TWICE,
                  "5.6.7.8 port 80/TCP is also an address of Service default/other; which of them"
                      + " gets the traffic is left to chance."));
      assertThat(ofFound(one + "---\n" + two.replace("5.6.7.8", "5.6.7.9")).get(1).complaints())
          .extracting(Complaint::reason)
          .doesNotContain(ComplaintReason.ADDRESS_CLAIMED_TWICE);
    }

    @Test
    void externalIpOfAnotherFamily_isLeftAlone() {
      String other =
          FOUND.replace("  type: ClusterIP", "  type: ClusterIP\n  externalIPs: [\"2001:db8::8\"]");

      Complaint complaint = onlyFound(other, ComplaintReason.ADDRESS_NOT_SERVED);

      assertThat(complaint.message()).contains("the Service has no IPv6 cluster IP");
      assertThat(
              ofFound(other.replace("\"2001:db8::8\"", "5.6.7.8")).get(0).complaints().stream()
                  .map(Complaint::reason))
          .doesNotContain(ComplaintReason.ADDRESS_NOT_SERVED);
    }

    @Test
    void secondFamilyWithoutPods_isRefused() {
      String dual =
          FOUND
              .replace("clusterIPs: [10.96.0.10]", "clusterIPs: [10.96.0.10, \"fd00:96::a\"]")
              .replace("ipFamilies: [IPv4]", "ipFamilies: [IPv4, IPv6]")
              .replace("SingleStack", "RequireDualStack");
      String slice =
          FOUND
              .substring(FOUND.indexOf("---"))
              .replace("web-1", "web-2")
              .replace("addressType: IPv4", "addressType: IPv6")
              .replace("10.244.0.7", "\"fd00:1::7\"")
              .replace("10.244.1.7", "\"fd00:2::7\"");

      assertThat(reasons(describeFound(DUAL, dual)))
          .containsExactly(ComplaintReason.FAMILY_WITHOUT_ENDPOINTS);
      assertThat(describeFound(DUAL, dual).toString())
          .contains("fd00:96::a port 80   refused at once");
      assertThat(reasons(describeFound(DUAL, dual + slice))).isEmpty();
    }

    @Test
    void nodePortWithoutEndpoints_isRefusedEverywhere() {
      String open = with("type: NodePort");

      assertThat(notes(open.replace("replicas: 2", "replicas: 0")))
          .containsExactly(ComplaintReason.NODE_PORT_REFUSED);
      assertThat(notes(open)).isEmpty();
    }
  }

  @Nested
  @DisplayName("headless")
  class Headless {

    @Test
    void portOfItsOwn_isNotTranslated() {
      String headless = with("clusterIP: None");

      Complaint complaint = only(headless, ComplaintReason.HEADLESS_PORT_NOT_TRANSLATED);

      assertThat(complaint.field()).hasToString("spec.ports[0]");
      assertThat(complaint.message()).contains("must call 8080");
      assertThat(found(headless.replace("port: 80,", "port: 8080,"))).isEmpty();
    }

    @Test
    void policies_haveNoEffect() {
      String headless =
          with("clusterIP: None", "trafficDistribution: PreferSameZone")
              .replace("port: 80,", "port: 8080,");

      assertThat(only(headless, ComplaintReason.HEADLESS_WITHOUT_EFFECT).field())
          .hasToString("spec.trafficDistribution");
    }
  }

  private static final StandardSemantics DUAL =
      StandardSemantics.of(
          ClusterProfile.of(KubernetesVersion.V1_36)
              .withRanges(
                  ServiceRanges.builder()
                      .addServiceCIDRs(Cidr.parse("10.96.0.0/12"), Cidr.parse("fd00:96::/112"))
                      .build()));

  private static String node(String letter) {
    return """
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: node-LETTER, labels: {topology.kubernetes.io/zone: zone-LETTER}}
        """
        .replace("LETTER", letter);
  }

  private static String with(String... fields) {
    return WEB.replaceFirst("spec:\n", "spec:\n  " + String.join("\n  ", fields) + "\n");
  }

  private static StandardSemantics semantics(ProxySettings proxy) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(proxy));
  }

  private static SnapshotDescription describe(String text) {
    return describe(PLAIN, text);
  }

  private static SnapshotDescription describe(StandardSemantics semantics, String text) {
    return semantics.describer().describe(semantics.manifests().read(text));
  }

  // As it is found in a cluster, not sent to its server.
  private static SnapshotDescription describeFound(StandardSemantics semantics, String text) {
    return semantics.describer().describe(semantics.manifests().read(text).snapshot());
  }

  private static ImmutableList<ServiceDescription> ofFound(String text) {
    return describeFound(PLAIN, text).services();
  }

  private static ImmutableList<ComplaintReason> found(String text) {
    return reasons(describe(text));
  }

  // Those of all Services, the notes last.
  private static ImmutableList<ComplaintReason> reasons(SnapshotDescription described) {
    ImmutableList.Builder<ComplaintReason> reasons = ImmutableList.builder();
    described.allComplaints().forEach(complaint -> reasons.add(complaint.reason()));
    for (ServiceDescription service : described.services()) {
      service.notes().forEach(note -> reasons.add(note.reason()));
    }
    return reasons.build();
  }

  private static ImmutableList<ComplaintReason> notes(String text) {
    ServiceDescription service = describe(text).services().get(0);
    return service.notes().stream().map(Complaint::reason).collect(ImmutableList.toImmutableList());
  }

  private static Complaint only(String text, ComplaintReason reason) {
    return only(describe(text).services().get(0), reason);
  }

  private static Complaint onlyFound(String text, ComplaintReason reason) {
    return only(ofFound(text).get(0), reason);
  }

  private static Complaint only(ServiceDescription service, ComplaintReason reason) {
    Optional<Complaint> found = Optional.empty();
    for (Complaint complaint : Iterables.concat(service.complaints(), service.notes())) {
      if (complaint.reason() == reason) {
        found = Optional.of(complaint);
      }
    }
    assertThat(found)
        .as("%s among %s %s", reason, service.complaints(), service.notes())
        .isPresent();
    return found.orElseThrow();
  }
}
