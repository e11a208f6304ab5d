package io.servicesemantics.impl.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.description.ModeMigration;
import io.servicesemantics.description.TrafficChange;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.testkit.fixture.SampleManifest;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  private static final StandardSemantics SEMANTICS =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  @Test
  void toNftables_isToldWithItsReasons() {
    assertThat(sampleIn(ProxyMode.NFTABLES).toString())
        .startsWith(
            """
            If kube-proxy ran in mode nftables instead of iptables
              every Service with a cluster IP
            """)
        .contains(
            """
                any other port of its cluster IP, from the node itself, somebody outside: \
            left alone -> refused at once
                  The cluster IP has no such port, so it is refused. [routing 2.7.6]
            """)
        .contains(
            """
                127.0.0.1 port 30086, from the node itself: any of 2 endpoints, sender hidden -> \
            left alone
                  Node ports are not served at this address. [routing 2.11.3]
            """)
        .endsWith("Nothing else changes for the other 3 Services.\n");
  }

  @Test
  void toIpvs_localPolicyNoLongerHolds() {
    assertThat(sampleIn(ProxyMode.IPVS).changes())
        .filteredOn(change -> change.service().isPresent())
        .filteredOn(change -> change.nodes().contains("node-b"))
        .extracting(change -> change.after().because().reason())
        .contains(RoutingReason.VIRTUAL_SERVER_FALLS_BACK);
    assertThat(sampleIn(ProxyMode.IPVS).toString())
        .contains("a node's port 30086 on node-b, from somebody outside")
        .contains("no answer -> any of 2 endpoints, sender kept");
  }

  @Test
  void whatIsAlikeForAll_isToldOnce() {
    assertThat(sampleIn(ProxyMode.NFTABLES).changes())
        .filteredOn(change -> change.service().isEmpty())
        .extracting(change -> change.after().because().reason())
        .containsExactlyInAnyOrder(
            RoutingReason.CLUSTER_IP_OTHER_PORT_REFUSED, RoutingReason.FREE_CLUSTER_IP_DROPPED);
  }

  @Test
  void toTheSameMode_nothingChanges() {
    ModeMigration same = sampleIn(ProxyMode.IPTABLES);

    assertThat(same.changes()).isEmpty();
    assertThat(same.toString()).endsWith("  Nothing changes for 5 Services.\n");
  }

  @Test
  void everyChange_isOneOfVerdictToo() {
    for (ProxyMode mode : ProxyMode.values()) {
      for (TrafficChange change : sampleIn(mode).changes()) {
        assertThat(change.before().value().isSameFor(change.after().value(), change.flow()))
            .isFalse();
      }
    }
  }

  private static ModeMigration sampleIn(ProxyMode mode) {
    return SEMANTICS
        .describer()
        .migration(
            SEMANTICS
                .describer()
                .describe(SEMANTICS.manifests().read(SampleManifest.text()))
                .world(),
            mode);
  }
}
