package io.servicesemantics.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.servicesemantics.profile.KubernetesVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseSwitchesTest {

  @Test
  void nothingSaid_isTheNewestRelease() {
    assertThat(of(Map.of()).kubernetes()).isEqualTo(KubernetesVersion.V1_36);
    assertThat(of(Map.of()).upgrade()).isEmpty();
  }

  @Test
  void releases_areReadInAnySpelling() {
    ReleaseSwitches said = of(Map.of("kubernetes", "v1.33", "upgrade", "1.34.2"));

    assertThat(said.kubernetes()).isEqualTo(KubernetesVersion.of(1, 33));
    assertThat(said.upgrade()).contains(KubernetesVersion.of(1, 34));
  }

  @Test
  void unknownReleasesAndOtherText_areRefused() {
    for (String wrong : new String[] {"v1.28", "1.37", "true", "latest", "36", "1."}) {
      for (String name : new String[] {"kubernetes", "upgrade"}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> of(Map.of(name, wrong)))
            .withMessage(
                "Switch \"%s\": \"%s\"; expected a release from v1.29 to v1.36", name, wrong);
      }
    }
  }

  private static ReleaseSwitches of(Map<String, String> said) {
    return ReleaseSwitches.of(name -> said.getOrDefault(name, ""));
  }
}
