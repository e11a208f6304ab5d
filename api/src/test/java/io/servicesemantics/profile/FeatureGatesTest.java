package io.servicesemantics.profile;

import static io.servicesemantics.profile.FeatureGate.ALLOW_SERVICE_EXTERNAL_IPS;
import static io.servicesemantics.profile.FeatureGate.DISABLE_ALLOCATOR_DUAL_WRITE;
import static io.servicesemantics.profile.FeatureGate.LOAD_BALANCER_IP_MODE;
import static io.servicesemantics.profile.FeatureGate.MULTI_CIDR_SERVICE_ALLOCATOR;
import static io.servicesemantics.profile.FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION;
import static io.servicesemantics.profile.FeatureGate.RELAXED_SERVICE_NAME_VALIDATION;
import static io.servicesemantics.profile.FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION;
import static io.servicesemantics.profile.FeatureGate.STRICT_IP_CIDR_VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureGatesTest {

  private static final FeatureGates GATES = FeatureGates.of(KubernetesVersion.V1_36);

  private static FeatureGates of(String version) {
    return FeatureGates.of(KubernetesVersion.parse(version));
  }

  @Test
  void aGateSetOff_isOffAndTheOthersStay() {
    FeatureGates off = GATES.with(STRICT_IP_CIDR_VALIDATION, false);

    assertThat(off.has(STRICT_IP_CIDR_VALIDATION)).isFalse();
    assertThat(off.has(RELAXED_SERVICE_NAME_VALIDATION)).isTrue();
    assertThat(off.with(STRICT_IP_CIDR_VALIDATION, true)).isEqualTo(GATES);
  }

  @Test
  void aLockedGate_takesItsDefaultOnly() {
    assertThat(GATES.with(PREFER_SAME_TRAFFIC_DISTRIBUTION, true)).isEqualTo(GATES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GATES.with(PREFER_SAME_TRAFFIC_DISTRIBUTION, false))
        .withMessage(
            "Feature gate: \"PreferSameTrafficDistribution=false\"; expected true, to which"
                + " Kubernetes 1.36 has locked it");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aGateOfALaterRelease_cannotBeSetAtAll(boolean isOn) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of("1.32").with(STRICT_IP_CIDR_VALIDATION, isOn))
        .withMessageContaining("expected one that Kubernetes 1.32 knows")
        .withMessageContaining("since 1.33");
  }

  @Test
  void behaviourOlderThanItsGate_isOnAndCannotBeSet() {
    FeatureGates older = of("1.35");

    assertThat(older.has(ALLOW_SERVICE_EXTERNAL_IPS)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> older.with(ALLOW_SERVICE_EXTERNAL_IPS, false));
    assertThat(GATES.with(ALLOW_SERVICE_EXTERNAL_IPS, false).has(ALLOW_SERVICE_EXTERNAL_IPS))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1.29, false, false, false, false, false, false",
    "1.30, false, false, false, false, true, false",
    "1.31, false, false, true, false, true, false",
    "1.32, false, false, true, false, true, false",
    "1.33, false, false, true, true, true, false",
    "1.34, false, true, true, true, true, true",
    "1.35, false, true, true, true, true, true",
    "1.36, true, true, true, true, true, true"
  })
  void eachRelease_hasItsDefaults(
      String version,
      boolean strictAndRelaxed,
      boolean preferSame,
      boolean distribution,
      boolean multiCidr,
      boolean ipMode,
      boolean singleWrite) {
    FeatureGates gates = of(version);

    assertThat(gates.version()).isEqualTo(KubernetesVersion.parse(version));
    assertThat(gates.has(STRICT_IP_CIDR_VALIDATION)).isEqualTo(strictAndRelaxed);
    assertThat(gates.has(RELAXED_SERVICE_NAME_VALIDATION)).isEqualTo(strictAndRelaxed);
    assertThat(gates.has(PREFER_SAME_TRAFFIC_DISTRIBUTION)).isEqualTo(preferSame);
    assertThat(gates.has(SERVICE_TRAFFIC_DISTRIBUTION)).isEqualTo(distribution);
    assertThat(gates.has(MULTI_CIDR_SERVICE_ALLOCATOR)).isEqualTo(multiCidr);
    assertThat(gates.has(LOAD_BALANCER_IP_MODE)).isEqualTo(ipMode);
    assertThat(gates.has(DISABLE_ALLOCATOR_DUAL_WRITE)).isEqualTo(singleWrite);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.28", "1.37", "2.30"})
  void aReleaseNobodyAsked_isRefused(String version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(version))
        .withMessage(
            "Kubernetes version: \""
                + version
                + "\"; expected 1.29 to 1.36, whose answers are known");
  }

  @Test
  void aNextReleaseWithAGateFlipped_isTheNewestOneWithTheGateSetByHand() {
    ClusterProfile newest = ClusterProfile.of(KubernetesVersion.V1_36);
    ClusterProfile flipped =
        newest.withGates(newest.gates().with(ALLOW_SERVICE_EXTERNAL_IPS, false));

    assertThat(flipped.gates().has(ALLOW_SERVICE_EXTERNAL_IPS)).isFalse();
    assertThat(flipped.quirks()).isEqualTo(newest.quirks());
  }

  @Test
  void gatesOfAnotherRelease_areRefusedByAProfile() {
    ClusterProfile newest = ClusterProfile.of(KubernetesVersion.V1_36);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> newest.withGates(of("1.33")))
        .withMessageEndingWith("of Kubernetes 1.33; expected those of 1.36");
  }
}
