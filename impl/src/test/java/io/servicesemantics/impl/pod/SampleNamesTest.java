package io.servicesemantics.impl.pod;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.fixture.RecordServer;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of the bundled sample, as its Pods look them up. */
class SampleNamesTest {

  private static final ServiceSemantics K8S =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  private static final ClusterSnapshot WORLD =
      K8S.simulator().run(K8S.manifests().read(SampleManifest.text())).world();
  // Behind the cluster somebody answers who knows nothing of its names.
  private static final DnsZone ZONE =
      K8S.dns()
          .zoneOf(
              WORLD,
              DnsSurroundings.NONE.withUpstream(RecordServer.of(ImmutableList.of())),
              DnsMode.COREDNS);
  private static final NodeResolver NODE =
      NodeResolver.of(ImmutableList.of(IpAddress.parse("10.96.0.10")), "nameserver 192.0.2.53\n");

  @Test
  void wholeNameOfAPod_answersItsAddress() {
    DnsQuestion question =
        DnsQuestion.of("busybox-1.default-subdomain.default.svc.cluster.local", RecordType.A);

    assertThat(ZONE.answer(question)).hasCode(ResponseCode.NOERROR);
    assertThat(ZONE.answer(question).answer())
        .extracting(record -> record.data().toString())
        .containsExactly(address("default", "busybox1"));
  }

  @ParameterizedTest
  @EnumSource(Libc.class)
  void hostnameAndSubdomain_leadToThePodFromItsNamespace(Libc libc) {
    assertThat(lookUp("busybox-1.default-subdomain", "default", "busybox2", libc))
        .gets(address("default", "busybox1"))
        .asks("busybox-1.default-subdomain.default.svc.cluster.local.")
        .costs(1);
    assertThat(lookUp("busybox-1.default-subdomain", "shop", "database-0", libc))
        .fails(LookupError.EAI_NONAME);
  }

  @ParameterizedTest
  @EnumSource(Libc.class)
  void hostnameSubdomainAndNamespace_leadToThePodFromAnother(Libc libc) {
    assertThat(lookUp("busybox-1.default-subdomain.default", "shop", "database-0", libc))
        .gets(address("default", "busybox1"))
        .asks(
            "busybox-1.default-subdomain.default.shop.svc.cluster.local.",
            "busybox-1.default-subdomain.default.svc.cluster.local.")
        .costs(2)
        .wastes(1);
  }

  @ParameterizedTest
  @EnumSource(Libc.class)
  void nameOfAService_leadsToItFromItsNamespace(Libc libc) {
    String orders = WORLD.service("shop", "orders").orElseThrow().spec().clusterIP();

    assertThat(lookUp("orders", "shop", "database-0", libc)).gets(orders).costs(1);
    assertThat(lookUp("orders", "default", "busybox1", libc))
        .fails(LookupError.EAI_NONAME)
        .costs(4)
        .wastes(4);
  }

  @ParameterizedTest
  @EnumSource(Libc.class)
  void nameOfAServiceAndItsNamespace_leadToItFromAnother(Libc libc) {
    String orders = WORLD.service("shop", "orders").orElseThrow().spec().clusterIP();

    assertThat(lookUp("orders.shop", "default", "busybox1", libc))
        .gets(orders)
        .asks("orders.shop.default.svc.cluster.local.", "orders.shop.svc.cluster.local.");
    assertThat(lookUp("orders.shop.svc.cluster.local", "default", "busybox1", libc)).costs(4);
    assertThat(lookUp("orders.shop.svc.cluster.local.", "default", "busybox1", libc))
        .gets(orders)
        .costs(1)
        .wastes(0);
  }

  @Test
  void podsOfTheSample_areCalledAsDnsCallsThem() {
    assertThat(K8S.podHostname().explainResolvable(pod("default", "busybox1"), ZONE))
        .hasValue(true);
    assertThat(K8S.podHostname().explainResolvable(pod("shop", "database-1"), ZONE)).hasValue(true);
  }

  private static Lookup lookUp(String name, String namespace, String pod, Libc libc) {
    ResolvConf conf =
        K8S.podResolver().resolvConfOf(pod(namespace, pod), NODE).conf().orElseThrow();
    return K8S.podResolver().lookUp(name, WantedAddresses.IPV4, conf, libc, ZONE);
  }

  private static Pod pod(String namespace, String name) {
    return WORLD.pod(namespace, name).orElseThrow();
  }

  private static String address(String namespace, String pod) {
    return pod(namespace, pod).status().podIP();
  }
}
