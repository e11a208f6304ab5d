package io.servicesemantics.impl.description;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.TrafficCell;
import io.servicesemantics.description.TrafficSender;
import io.servicesemantics.description.TrafficTable;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrafficTablesTest {

  private static final ProxySettings DETECTING =
      ProxySettings.of(ProxyMode.IPTABLES).withClusterCIDRs(Cidr.parse("10.244.0.0/16"));

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

  @Nested
  @DisplayName("as printed")
  class Printed {

    @Test
    void serviceOfTheCluster_takesOneLine() {
      assertThat(table(WEB))
          .hasToString("traffic to 10.96.1.1 port 80: any of 2 endpoints, sender kept\n");
    }

    @Test
    void nodePort_hidesTheSenderWhoeverItIs() {
      assertThat(table(with("type: NodePort")))
          .hasToString(
              """
              traffic to               from anybody
                10.96.1.1 port 80      any of 2 endpoints, sender kept
                a node's port 30086    any of 2 endpoints, sender hidden (1)
                127.0.0.1 port 30086   any of 2 endpoints, sender hidden (1)
              (1) External traffic may go to any endpoint; the sender's address is hidden. \
              [routing 2.8.1]
              """);
    }

    @Test
    void externalPolicyLocal_isToldNodeByNode() {
      assertThat(service(SampleManifest.text(), "shop", "pages").traffic())
          .hasToString(
              """
              traffic to                            from a Pod or outside               \
              from the node itself
                10.96.1.1 port 80                   any of 2 endpoints, sender kept     \
              any of 2 endpoints, sender kept
                a node's port 30086
                  on node-a, node-c                 its own endpoint, sender kept (1)   \
              any of 2 endpoints, sender hidden (2)
                  on node-b                         no answer (3)                       \
              any of 2 endpoints, sender hidden (2)
                127.0.0.1 port 30086                -                                   \
              any of 2 endpoints, sender hidden (2)
                health check: a node's port 30087   answered by kube-proxy              \
              answered by kube-proxy
              (1) External traffic stays on this node; the sender's address is kept. \
              [routing 2.8.2 c]
              (2) External traffic must stay here, but the node itself may reach any endpoint. \
              [routing 2.8.2 b]
              (3) externalTrafficPolicy: Local keeps it on this node, and the endpoints are all \
              elsewhere: it is dropped, and the sender waits in vain. [routing 2.8.2 d]
              """);
    }

    @Test
    void hints_sendToTheNodesOwnZone() {
      assertThat(service(SampleManifest.text(), "shop", "orders").traffic().toString())
          .startsWith("traffic to 10.96.1.2 ports 80, 9100: 1 of 3 endpoints, sender kept (1)\n")
          .contains("(1) Every ready endpoint has a zone hint");
    }

    @Test
    void headless_hasNoTable() {
      assertThat(table(with("clusterIP: None")).rows()).isEmpty();
      assertThat(table(with("clusterIP: None"))).hasToString("");
    }

    @Test
    void nothingBehindIt_isRefused() {
      assertThat(table(WEB.replace("replicas: 2", "replicas: 0")).toString())
          .startsWith("traffic to 10.96.1.1 port 80: refused at once (1)\n");
    }

    @Test
    void twoNodesOfSixtyWithout_areNamedAndTheOthersCounted() {
      StringBuilder nodes = new StringBuilder();
      for (int i = 10; i < 70; i++) {
        nodes.append("---\napiVersion: v1\nkind: Node\nmetadata: {name: n").append(i);
        nodes.append("}\nspec: {podCIDR: 10.1.").append(i).append(".0/24}\nstatus: {addresses: ");
        nodes.append("[{type: InternalIP, address: 192.168.5.").append(i).append("}]}\n");
      }
      String local =
          with("type: NodePort\n  externalTrafficPolicy: Local")
              .replace("replicas: 2", "replicas: 58");

      assertThat(table(local + nodes).toString())
          .contains("    on n10, n11, n12 and 55 more   its own endpoint, sender kept (1)")
          .contains("    on n68, n69                    no answer");
    }
  }

  @Nested
  @DisplayName("as a value")
  class AsAValue {

    @Test
    void cell_tellsWhy() {
      TrafficTable table = service(SampleManifest.text(), "shop", "pages").traffic();
      TrafficCell dropped =
          requireNonNull(table.rows().get(1).groups().get(1).cells().get(TrafficSender.OUTSIDE));

      assertThat(table.rows().get(1).groups().get(1).nodes()).containsExactly("node-b");
      assertThat(dropped.verdict().kind()).isEqualTo(VerdictKind.DROP);
      assertThat(dropped.explain().because().reason()).isEqualTo(RoutingReason.EXTERNAL_NONE_HERE);
    }

    @Test
    void podsToldApart_reachEveryEndpointUnderLocalPolicy() {
      String local = with("type: NodePort\n  externalTrafficPolicy: Local");

      assertThat(table(local, DETECTING).toString())
          .contains("from a Pod", "any of 2 endpoints, sender kept (")
          .contains("but a local Pod may reach any endpoint, as itself. [routing 2.8.2 a]");
    }

    @Test
    void loopback_isServedByIptablesAlone() {
      String open = with("type: NodePort");

      assertThat(table(open).toString()).contains("127.0.0.1 port 30086   any of 2");
      assertThat(table(open, ProxySettings.of(ProxyMode.NFTABLES)).toString())
          .contains("127.0.0.1 port 30086   left alone (2)")
          .contains("(2) Node ports are not served at this address.");
    }

    @Test
    void sourceRanges_tellThoseWithinFromTheRest() {
      String ranged =
          with("type: LoadBalancer\n  loadBalancerSourceRanges: [203.0.113.0/25]")
              .replaceFirst(
                  "---", "status: {loadBalancer: {ingress: [{ip: 1.2.3.4, ipMode: VIP}]}}\n---");
      // the server clears what a manifest says of the status, so it is described as found
      TrafficTable table = found(ranged);

      assertThat(table.toString())
          .contains("from outside, within the source ranges")
          .contains("load-balancer IP 1.2.3.4 port 80")
          .contains("no answer (")
          .contains("They are 203.0.113.0/25.");
    }

    @Test
    void externalIpsOfTwoServices_areLeftToChance() {
      String one = with("externalIPs: [5.6.7.8]");
      String two =
          one.substring(0, one.indexOf("---"))
              .replace("name: web", "name: other")
              .replace("targetPort: 8080", "targetPort: 9090");

      assertThat(table(one + "---\n" + two).toString())
          .contains("Several Services claim the address and port; chance decides.")
          .contains("They are default/other default/web.");
    }
  }

  private static String with(String field) {
    return WEB.replaceFirst("spec:\n", "spec:\n  " + field + "\n");
  }

  private static TrafficTable table(String text) {
    return service(text, "default", "web").traffic();
  }

  private static TrafficTable table(String text, ProxySettings proxy) {
    return service(semantics(proxy), text, "default", "web").traffic();
  }

  private static TrafficTable found(String text) {
    StandardSemantics semantics = semantics(ProxySettings.of(ProxyMode.IPTABLES));
    return semantics
        .describer()
        .describe(semantics.manifests().read(text).snapshot())
        .services()
        .get(0)
        .traffic();
  }

  private static ServiceDescription service(String text, String namespace, String name) {
    return service(semantics(ProxySettings.of(ProxyMode.IPTABLES)), text, namespace, name);
  }

  private static ServiceDescription service(
      StandardSemantics semantics, String text, String namespace, String name) {
    return semantics.describer().describe(semantics.manifests().read(text)).services().stream()
        .filter(
            described ->
                described.service().namespacedName().equals(NamespacedName.of(namespace, name)))
        .findFirst()
        .orElseThrow();
  }

  private static StandardSemantics semantics(ProxySettings proxy) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(proxy));
  }
}
