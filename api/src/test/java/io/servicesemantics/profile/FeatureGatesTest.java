package io.servicesemantics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FeatureGatesTest {

  private static final FeatureGates GATES = FeatureGates.of(KubernetesVersion.V1_36);

  @Test
  void aGateSetOff_isOffAndTheOthersStay() {
    FeatureGates off = GATES.with(FeatureGate.STRICT_IP_CIDR_VALIDATION, false);

    assertThat(off.has(FeatureGate.STRICT_IP_CIDR_VALIDATION)).isFalse();
    assertThat(off.has(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION)).isTrue();
    assertThat(off.with(FeatureGate.STRICT_IP_CIDR_VALIDATION, true)).isEqualTo(GATES);
  }

  @Test
  void aLockedGate_takesItsDefaultOnly() {
    assertThat(GATES.with(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION, true)).isEqualTo(GATES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GATES.with(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION, false))
        .withMessageContaining("\"PreferSameTrafficDistribution=false\"");
  }
}
