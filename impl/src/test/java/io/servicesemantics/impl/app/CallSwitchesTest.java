package io.servicesemantics.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.testkit.fixture.ConnectionFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.Test;

class CallSwitchesTest {

  private static final ClusterProfile PLAIN = ClusterProfile.of(KubernetesVersion.V1_36);
  private static final ClusterSnapshot WORLD =
      ConnectionFixtures.world(ServiceFixtures.clusterIp());

  private static CallSwitches of(ImmutableMap<String, String> switches) {
    return CallSwitches.of(name -> switches.getOrDefault(name, ""));
  }

  @Test
  void nothingGiven_asksAboutNoCall() {
    CallSwitches switches = of(ImmutableMap.of());

    assertThat(switches.call()).isEmpty();
    assertThat(switches.mode()).isEqualTo(ProxyMode.IPTABLES);
    assertThat(switches.profile(PLAIN, ClusterSnapshot.builder().build())).isEqualTo(PLAIN);
    assertThat(switches.assumption(ClusterSnapshot.builder().build()))
        .isEqualTo(
            "kube-proxy in mode iptables; no network of Pods is known, so no sender counts as a"
                + " local Pod");
  }

  @Test
  void aCall_isTakenWithTheModeSaid() {
    CallSwitches switches =
        of(ImmutableMap.of("from", "client", "to", "ping web", "mode", "nftables"));

    assertThat(switches.call())
        .hasValueSatisfying(call -> assertThat(call.to()).hasToString("ping web"));
    assertThat(switches.profile(PLAIN, WORLD).proxy())
        .isEqualTo(
            ProxySettings.of(ProxyMode.NFTABLES).withClusterCIDRs(Cidr.parse("10.244.0.0/22")));
    assertThat(switches.assumption(WORLD))
        .startsWith("kube-proxy in mode nftables; as Pods count senders in 10.244.0.0/22 (assumed");
  }

  @Test
  void theNetworksSaid_areTaken() {
    CallSwitches switches =
        of(ImmutableMap.of("from", "client", "to", "web", "clusterCIDR", "10.0.0.0/8, fd00::/8"));

    assertThat(switches.clusterCIDRs())
        .containsExactly(Cidr.parse("10.0.0.0/8"), Cidr.parse("fd00::/8"));
    assertThat(switches.assumption(WORLD))
        .isEqualTo("kube-proxy in mode iptables; as Pods count senders in 10.0.0.0/8 fd00::/8");
  }

  @Test
  void aClusterWithoutPods_hasNoNetworkOfPods() {
    assertThat(PodNetworks.of(ClusterSnapshot.builder().build())).isEmpty();
    assertThat(PodNetworks.of(WORLD)).isEqualTo(ImmutableList.of(Cidr.parse("10.244.0.0/22")));
  }

  @Test
  void wrongSwitches_areRefusedWithWhatWasExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(ImmutableMap.of("from", "client")))
        .withMessageContaining("Switch \"to\": \"\"; expected it beside \"from\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(ImmutableMap.of("to", "web")))
        .withMessageContaining("Switch \"from\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(ImmutableMap.of("mode", "ebpf")))
        .withMessage("Switch \"mode\": \"ebpf\"; expected one of iptables, nftables and ipvs");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(ImmutableMap.of("clusterCIDR", "10.0.0.0")))
        .withMessageContaining("Switch \"clusterCIDR\": \"10.0.0.0\"; expected networks");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(ImmutableMap.of("from", "a b c d", "to", "web")))
        .withMessageStartingWith("Caller: \"a b c d\"");
  }
}
