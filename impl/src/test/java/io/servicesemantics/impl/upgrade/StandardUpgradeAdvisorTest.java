package io.servicesemantics.impl.upgrade;

import static io.servicesemantics.upgrade.UpgradeChangeKind.ACCEPTED_NOW;
import static io.servicesemantics.upgrade.UpgradeChangeKind.HINTED_OTHERWISE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.REFUSED_IN_OTHER_WORDS;
import static io.servicesemantics.upgrade.UpgradeChangeKind.REFUSED_ON_CREATE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.REFUSED_ON_UPDATE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.ROUTED_OTHERWISE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.SLICED_OTHERWISE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.STORED_OTHERWISE;
import static io.servicesemantics.upgrade.UpgradeChangeKind.WARNED_OTHERWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.testkit.fixture.SampleManifest;
import io.servicesemantics.upgrade.UpgradeCause;
import io.servicesemantics.upgrade.UpgradeChange;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import io.servicesemantics.upgrade.UpgradeReport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardUpgradeAdvisorTest {

  private static final String NODES =
      """
      ---
      {apiVersion: v1, kind: Node, metadata: {name: a, labels: {topology.kubernetes.io/zone: za}},
       spec: {podCIDRs: [10.244.0.0/24]},
       status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}}
      ---
      {apiVersion: v1, kind: Node, metadata: {name: b, labels: {topology.kubernetes.io/zone: zb}},
       spec: {podCIDRs: [10.244.1.0/24]},
       status: {addresses: [{type: InternalIP, address: 192.168.0.2}]}}
      ---
      {apiVersion: apps/v1, kind: Deployment, metadata: {name: web},
       spec: {replicas: 2, selector: {matchLabels: {app: web}},
              template: {metadata: {labels: {app: web}},
                         spec: {containers: [{name: c, image: x}]}}}}
      """;

  private static String service(String name, String spec) {
    return "---\n{apiVersion: v1, kind: Service, metadata: {name: "
        + name
        + "}, spec: {selector: {app: web}, ports: [{port: 80}]"
        + spec
        + "}}\n";
  }

  // A Service as a server has stored it.
  private static String stored(String name, String spec) {
    return "---\n{apiVersion: v1, kind: Service, metadata: {name: "
        + name
        + ", namespace: default, uid: 6f1c7d2e-0000-4000-8000-000000000001}, spec: {"
        + "type: ClusterIP, clusterIP: 10.96.0.50, clusterIPs: [10.96.0.50], ipFamilies: [IPv4],"
        + " ipFamilyPolicy: SingleStack, internalTrafficPolicy: Cluster, sessionAffinity: None,"
        + " selector: {app: web}, ports: [{port: 80, protocol: TCP, targetPort: 80}]"
        + spec
        + "}}\n";
  }

  private static UpgradeReport report(String text, String from, String to) {
    return report(text, ClusterProfile.of(KubernetesVersion.parse(from)), to);
  }

  private static UpgradeReport report(String text, ClusterProfile from, String to) {
    StandardSemantics k8s = StandardSemantics.of(from);
    return k8s.upgrades()
        .report(
            k8s.simulator().run(k8s.manifests().read(NODES + text)), KubernetesVersion.parse(to));
  }

  private static ImmutableList<UpgradeChange> changes(UpgradeReport report) {
    return report.services().isEmpty() ? ImmutableList.of() : report.services().get(0).changes();
  }

  private static UpgradeChange only(UpgradeReport report, UpgradeChangeKind kind) {
    assertThat(report.services()).hasSize(1);
    assertThat(report.services().get(0).changes(kind)).hasSize(1);
    return report.services().get(0).changes(kind).get(0);
  }

  private static ImmutableList<Reason> reasons(UpgradeChange change) {
    return change.causes().stream()
        .map(UpgradeCause::reason)
        .collect(ImmutableList.toImmutableList());
  }

  @Nested
  @DisplayName("acceptance")
  class Acceptance {
    @Test
    void nameWithADigitFirst_isAcceptedSince136() {
      UpgradeReport report = report(service("1web", ""), "1.35", "1.36");

      UpgradeChange change = only(report, ACCEPTED_NOW);
      assertThat(changes(report)).hasSize(1);
      assertThat(change.where()).isEqualTo("on create");
      assertThat(change.after()).isEqualTo("accepted");
      assertThat(reasons(change)).containsExactly(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION);
      assertThat(change.causes().get(0).holdsAfter()).isTrue();
      assertThat(report(service("1web", ""), "1.34", "1.35").services())
          .allSatisfy(service -> assertThat(service.changes(ACCEPTED_NOW)).isEmpty());
    }

    @Test
    void nameWithADigitFirst_isRefusedAgainIn135() {
      UpgradeChange change = only(report(service("1web", ""), "1.36", "1.35"), REFUSED_ON_CREATE);

      assertThat(change.causes().get(0).toString())
          .startsWith("RelaxedServiceNameValidation turns off; no longer: Names of Services");
      assertThat(change.advice())
          .isEqualTo(
              "Give it a name that begins with a letter. Kubernetes 1.35 still does as before with"
                  + " the gate RelaxedServiceNameValidation=true.");
    }

    @Test
    void storedNameWithADigitFirst_cannotBeUpdatedBefore134() {
      UpgradeChange change = only(report(stored("1web", ""), "1.34", "1.33"), REFUSED_ON_UPDATE);

      assertThat(reasons(change)).containsExactly(Quirk.METADATA_CHECKED_AS_NEW_ON_UPDATE);
      assertThat(only(report(stored("1web", ""), "1.33", "1.34"), ACCEPTED_NOW).where())
          .startsWith("on update");
    }

    @Test
    void networkWithBitsBehindThePrefix_isRefusedOnCreateAlone() {
      UpgradeReport report =
          report(
              service("web", ", type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.1/8]"),
              "1.35",
              "1.36");

      UpgradeChange change = only(report, REFUSED_ON_CREATE);
      assertThat(reasons(change)).containsExactly(FeatureGate.STRICT_IP_CIDR_VALIDATION);
      assertThat(change.before()).isEqualTo("accepted");
      assertThat(change.after()).contains("must not have bits set beyond the prefix length");
      assertThat(change.advice())
          .startsWith("Write addresses without leading zeros")
          .endsWith("with the gate StrictIPCIDRValidation=false.");
      assertThat(report.services().get(0).changes(REFUSED_ON_UPDATE)).isEmpty();
    }

    @Test
    void refusedAsBefore_isOnlyANote() {
      UpgradeReport report = report(service("web", ", clusterIP: 10.0.0.1"), "1.32", "1.33");

      UpgradeChange change = only(report, REFUSED_IN_OTHER_WORDS);
      assertThat(changes(report)).hasSize(1);
      assertThat(change.kind().isNote()).isTrue();
      assertThat(reasons(change)).containsExactly(FeatureGate.MULTI_CIDR_SERVICE_ALLOCATOR);
      assertThat(change.advice()).isEmpty();
      assertThat(report(service("web", ", clusterIP: 10.0.0.1"), "1.34", "1.35").services())
          .isEmpty();
    }
  }

  @Nested
  @DisplayName("trafficDistribution")
  class TrafficDistribution {
    private static final String SAME_ZONE = ", trafficDistribution: PreferSameZone";

    @Test
    void preferSameZone_isKnownSince134() {
      UpgradeReport report = report(service("web", SAME_ZONE), "1.33", "1.34");

      assertThat(reasons(only(report, ACCEPTED_NOW)))
          .containsExactly(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION);
      assertThat(report(service("web", SAME_ZONE), "1.34", "1.35").services()).isEmpty();
    }

    @Test
    void storedPreferSameZone_isHintedAndRoutedSince134() {
      UpgradeReport report = report(stored("web", SAME_ZONE), "1.33", "1.34");

      UpgradeChange hinted = only(report, HINTED_OTHERWISE);
      assertThat(hinted.before()).isEqualTo("no hint for 2 endpoints");
      assertThat(hinted.after()).isEqualTo("zone za for 1 endpoint, zone zb for 1 endpoint");
      assertThat(reasons(hinted)).containsExactly(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION);
      assertThat(report.services().get(0).changes(ROUTED_OTHERWISE))
          .hasSize(2)
          .allSatisfy(
              change ->
                  assertThat(reasons(change))
                      .containsExactly(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION))
          .extracting(UpgradeChange::where)
          .containsExactly(
              "TCP 10.96.0.50:80 from anybody on a", "TCP 10.96.0.50:80 from anybody on b");
    }

    @Test
    void preferClose_isStoredSince131_andHintedOnceAppliedAgain() {
      UpgradeReport report =
          report(service("web", ", trafficDistribution: PreferClose"), "1.30", "1.31");

      UpgradeChange change = only(report, STORED_OTHERWISE);
      assertThat(change.before()).isEqualTo("spec.trafficDistribution is not stored");
      assertThat(change.after()).isEqualTo("spec.trafficDistribution: PreferClose");
      assertThat(reasons(change)).containsExactly(FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION);
      assertThat(only(report, HINTED_OTHERWISE).where())
          .isEqualTo("in its slices, once it is applied again");
    }

    @Test
    void preferClose_isWarnedOfSince135() {
      UpgradeReport report =
          report(service("web", ", trafficDistribution: PreferClose"), "1.34", "1.35");

      UpgradeChange change = only(report, WARNED_OTHERWISE);
      assertThat(changes(report)).hasSize(1);
      assertThat(change.where()).startsWith("on create");
      assertThat(change.before()).isEmpty();
      assertThat(change.after())
          .isEqualTo(
              "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
      assertThat(reasons(change)).containsExactly(Quirk.NO_PREFER_CLOSE_WARNING);
    }

    @Test
    void whatTwoSwitchesBringAboutTogether_namesBoth() {
      UpgradeChange change =
          only(report(service("web", SAME_ZONE), "1.30", "1.34"), HINTED_OTHERWISE);

      assertThat(reasons(change))
          .containsExactlyInAnyOrder(
              FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION,
              FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION);
    }
  }

  @Nested
  @DisplayName("slices and traffic")
  class Traffic {
    private static final String BY_HAND =
        """
        ---
        {apiVersion: v1, kind: Service, metadata: {name: byhand}, spec: {ports: [{port: 80}]}}
        ---
        {apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, addressType: IPv4,
         metadata: {name: byhand-1, labels: {kubernetes.io/service-name: byhand}},
         ports: [{port: 8080, name: ''}],
         endpoints: [{addresses: [10.9.9.9], conditions: {ready: true}},
                     {addresses: [10.9.9.9], conditions: {ready: false, serving: false}}]}
        """;

    @Test
    void addressGivenTwice_isRoutedOtherwiseSince136() {
      UpgradeReport report = report(BY_HAND, "1.35", "1.36");

      assertThat(changes(report)).isNotEmpty();
      assertThat(changes(report))
          .allSatisfy(
              change -> {
                assertThat(change.kind()).isEqualTo(ROUTED_OTHERWISE);
                assertThat(change.before()).startsWith("10.9.9.9:8080");
                assertThat(change.after()).isEqualTo("refused at once");
                assertThat(reasons(change)).containsExactly(Quirk.FIRST_DUPLICATE_COUNTS);
              });
      assertThat(report(BY_HAND, "1.34", "1.35").services()).isEmpty();
    }

    @Test
    void hairpinElsewhere_isKeptByNftablesSince136() {
      ClusterProfile nftables =
          ClusterProfile.of(KubernetesVersion.of(1, 35))
              .withProxy(ProxySettings.of(ProxyMode.NFTABLES));
      UpgradeReport report = report(service("web", ""), nftables, "1.36");

      assertThat(changes(report))
          .isNotEmpty()
          .allSatisfy(
              change -> {
                assertThat(change.kind()).isEqualTo(ROUTED_OTHERWISE);
                assertThat(change.where()).contains("an endpoint of it elsewhere");
                assertThat(reasons(change)).containsExactly(Quirk.REMOTE_HAIRPIN_HIDDEN);
              });
      assertThat(report(service("web", ""), "1.35", "1.36").services()).isEmpty();
    }

    @Test
    void portOfASidecar_isFoundSince133() {
      String sidecar =
          """
          ---
          {apiVersion: v1, kind: Service, metadata: {name: side},
           spec: {selector: {app: side}, ports: [{port: 80, targetPort: metrics}]}}
          ---
          {apiVersion: v1, kind: Pod, metadata: {name: side, labels: {app: side}},
           spec: {initContainers: [{name: s, image: x, restartPolicy: Always,
                                    ports: [{name: metrics, containerPort: 9090}]}],
                  containers: [{name: c, image: x}]}}
          """;

      UpgradeChange change = only(report(sidecar, "1.32", "1.33"), SLICED_OTHERWISE);
      assertThat(change.after()).contains(" port 9090");
      assertThat(reasons(change)).containsExactly(Quirk.SIDECAR_PORTS_NOT_FOUND);
      assertThat(report(sidecar, "1.33", "1.34").services()).isEmpty();
    }
  }

  @Nested
  @DisplayName("the report")
  class Whole {
    @Test
    void plainService_isTheSameInAllReleases() {
      for (KubernetesVersion from : KubernetesVersion.KNOWN) {
        for (KubernetesVersion to : KubernetesVersion.KNOWN) {
          UpgradeReport report = report(service("web", ""), from.toString(), to.toString());

          assertThat(report.services()).as("from %s to %s", from, to).isEmpty();
          assertThat(report.asked()).isEqualTo(1);
        }
      }
    }

    @Test
    void sameRelease_changesNothing() {
      for (KubernetesVersion release : KubernetesVersion.KNOWN) {
        StandardSemantics k8s = StandardSemantics.of(ClusterProfile.of(release));
        UpgradeReport report =
            k8s.upgrades()
                .report(k8s.simulator().run(k8s.manifests().read(SampleManifest.text())), release);

        assertThat(report.services()).isEmpty();
        assertThat(report.toString())
            .endsWith("  Nothing changes for " + report.asked() + " Services.\n");
      }
    }

    @Test
    void snapshot_isBroughtUpFirst() {
      StandardSemantics k8s = StandardSemantics.of(ClusterProfile.of(KubernetesVersion.of(1, 35)));
      String text = NODES + service("1web", "");

      assertThat(
              k8s.upgrades()
                  .report(k8s.manifests().read(text).snapshot(), KubernetesVersion.V1_36)
                  .services())
          .flatExtracting(service -> service.changes())
          .extracting(UpgradeChange::kind)
          .containsExactly(ACCEPTED_NOW);
    }

    @Test
    void gatesSetByHand_areCarried() {
      FeatureGates gates =
          FeatureGates.of(KubernetesVersion.of(1, 35))
              .with(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION, true);
      ClusterProfile relaxed =
          ClusterProfile.builder().version(KubernetesVersion.of(1, 35)).gates(gates).build();

      assertThat(report(service("1web", ""), relaxed, "1.36").services()).isEmpty();
      assertThat(report(service("1web", ""), relaxed, "1.34").services()).isEmpty();
      UpgradeReport older = report(service("1web", ""), relaxed, "1.33");
      assertThat(older.notes())
          .containsExactly(
              "Take the gate RelaxedServiceNameValidation=true away: 1.33 does not know it.");
      assertThat(older.services().get(0).changes(REFUSED_ON_CREATE)).hasSize(1);
    }

    @Test
    void gateThatGetsLocked_isTold() {
      FeatureGates gates =
          FeatureGates.of(KubernetesVersion.of(1, 34))
              .with(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION, false);
      ClusterProfile without =
          ClusterProfile.builder().version(KubernetesVersion.of(1, 34)).gates(gates).build();

      assertThat(report(service("web", ""), without, "1.35").notes())
          .containsExactly(
              "Take the gate PreferSameTrafficDistribution=false away: in 1.35 it is locked or"
                  + " gone, and the other way round.");
    }

    @Test
    void unknownRelease_isRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> report(service("web", ""), "1.36", "1.37"))
          .withMessageContaining("expected 1.29 to 1.36");
    }

    @Test
    void printed_hasPlaceCauseAndAdvice() {
      assertThat(
              report(
                      service("plain", "") + service("near", ", trafficDistribution: PreferClose"),
                      "1.34",
                      "1.36")
                  .toString())
          .isEqualTo(
              """
              From Kubernetes 1.34 to 1.36
                Service default/near (line 17)
                  ! Other warnings, on create; on update, even unchanged
                    after:  spec.trafficDistribution: "PreferClose" is deprecated; use \
              "PreferSameZone"
                    No longer so: Nobody is warned that PreferClose is deprecated. [versions A6]
                    Do: Write PreferSameZone, which means the same, once no cluster is older \
              than 1.34.
                Nothing changes for the other 1 Service.
              """);
    }
  }
}
