package io.servicesemantics.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.Test;

class LookupReportTest {

  private static final StandardSemantics K8S =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  private static final ClusterSnapshot SAMPLE = world(SampleManifest.text());

  private static ClusterSnapshot world(String text) {
    return K8S.simulator().run(K8S.manifests().read(text)).world();
  }

  private static String report(ClusterSnapshot world, ImmutableMap<String, String> switches) {
    return LookupReport.of(LookupSwitches.of(name -> switches.getOrDefault(name, "")), K8S, world);
  }

  private static String lookUp(String name, String from) {
    return report(SAMPLE, ImmutableMap.of("lookup", name, "from", from));
  }

  @Test
  void shortNameInItsNamespace_isFoundAtOnce() {
    assertThat(lookUp("orders", "pod shop/database-0"))
        .startsWith(
            """
            Pod shop/database-0 looks up orders, by glibc-2.36

            /etc/resolv.conf
              search shop.svc.cluster.local svc.cluster.local cluster.local
              nameserver 10.96.0.10
              options ndots:5

            orders: 2 questions
              orders.shop.svc.cluster.local. NOERROR
              gets 10.96.1.2

            Why
              The program gets addresses.""")
        .doesNotContain("with the dot behind, it takes");
  }

  @Test
  void longerName_tellsWhatADotWouldSpare() {
    assertThat(lookUp("orders.shop", "busybox1"))
        .contains("Pod default/busybox1 looks up orders.shop")
        .contains("orders.shop: 4 questions")
        .endsWith(
            "\nCalled orders.shop.svc.cluster.local. with the dot behind, it takes 2 of the 4"
                + " questions.\n");
  }

  @Test
  void nameNotFound_saysWhereItIsAndWhatIsNotKnown() {
    assertThat(lookUp("orders", "busybox1"))
        .contains("  fails: Name or service not known (EAI_NONAME)\n")
        .contains("the last name is outside the cluster")
        .contains("Another namespace has a Service of this name. (service shop/orders)");
  }

  @Test
  void musl_asksByItsOwnRules() {
    assertThat(
            report(
                SAMPLE,
                ImmutableMap.of(
                    "lookup", "a.b.c.d.e.f", "from", "busybox1", "libc", "musl", "type", "A")))
        .contains("by musl-1.2.3")
        .contains("a.b.c.d.e.f: 1 question\n");
  }

  @Test
  void podThatAsksOthers_isNotAnsweredFor() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: agent}
        spec: {hostNetwork: true, containers: [{name: x}]}
        """;

    assertThat(report(world(pod), ImmutableMap.of("lookup", "orders", "from", "agent")))
        .contains("It does not ask the cluster's DNS")
        .doesNotContain("questions");
    assertThat(
            report(
                world(
                    pod.replace("hostNetwork", "dnsPolicy: ClusterFirstWithHostNet, hostNetwork")),
                ImmutableMap.of("lookup", "orders", "from", "agent")))
        .contains("orders: 8 questions");
  }

  @Test
  void clustersOwnDnsService_isTheServer() {
    String dns =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: kube-dns, namespace: kube-system}
        spec: {clusterIP: 10.96.0.53, ports: [{port: 53, protocol: UDP}]}
        ---
        """;

    assertThat(
            report(
                world(dns + SampleManifest.text()),
                ImmutableMap.of("lookup", "orders", "from", "shop/database-0")))
        .contains("  nameserver 10.96.0.53\n")
        .contains("gets 10.96.1.2");
  }

  @Test
  void questionWithoutPod_isAnsweredByTheServerWithItsReason() {
    assertThat(
            report(
                SAMPLE,
                ImmutableMap.of(
                    "lookup", "_http._tcp.orders.shop.svc.cluster.local", "type", "SRV")))
        .startsWith(
            """
            _http._tcp.orders.shop.svc.cluster.local. IN SRV, asked of the cluster's DNS

            NOERROR aa
              _http._tcp.orders.shop.svc.cluster.local. 5 IN SRV 0 100 80 orders.shop.svc.cluster.local.
            """);
    assertThat(report(SAMPLE, ImmutableMap.of("lookup", "order.shop.svc.cluster.local")))
        .contains("NXDOMAIN")
        .contains("shop/orders");
  }

  @Test
  void shortNameWithoutPod_saysWhatItWouldBe() {
    assertThat(report(SAMPLE, ImmutableMap.of("lookup", "orders")))
        .contains("\nThere is orders.shop.svc.cluster.local.\n")
        .contains("say which, as in -Dfrom");
    assertThat(report(SAMPLE, ImmutableMap.of("lookup", "orders.shop")))
        .contains("\nThere is orders.shop.svc.cluster.local.\n");
    assertThat(report(SAMPLE, ImmutableMap.of("lookup", "example.com")))
        .doesNotContain("There is example");
  }

  @Test
  void zone_hasEveryRecord() {
    assertThat(report(SAMPLE, ImmutableMap.of("zone", "true")))
        .startsWith("$ORIGIN cluster.local.\n")
        .contains("orders.shop.svc.cluster.local. 5 IN A 10.96.1.2\n");
    assertThat(report(SAMPLE, ImmutableMap.of("zone", "in-addr.arpa")))
        .contains("2.1.96.10.in-addr.arpa. 5 IN PTR orders.shop.svc.cluster.local.\n");
  }

  @Test
  void podThatIsNotThere_isRefusedWithThoseAlike() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lookUp("orders", "pod shop/databse-0"))
        .withMessage(
            "Switch \"from\": \"shop/databse-0\"; expected a Pod of what was read, such as"
                + " shop/database-0, shop/database-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> report(SAMPLE, ImmutableMap.of("zone", "example.com")))
        .withMessageContaining("example.com");
  }
}
