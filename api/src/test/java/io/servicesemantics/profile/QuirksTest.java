package io.servicesemantics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuirksTest {

  @Test
  void theNewestRelease_hasNone() {
    assertThat(Quirks.of(KubernetesVersion.V1_36)).isEqualTo(Quirks.NONE);
  }

  @Test
  void eachRelease_hasThoseOfTheNextAndMore() {
    List<KubernetesVersion> known = KubernetesVersion.KNOWN;
    for (int i = 1; i < known.size(); i++) {
      assertThat(Quirks.of(known.get(i - 1)).all())
          .as("%s", known.get(i - 1))
          .containsAll(Quirks.of(known.get(i)).all());
    }
    assertThat(Quirks.of(KubernetesVersion.V1_29).all()).containsExactly(Quirk.values());
  }

  @ParameterizedTest
  @EnumSource(Quirk.class)
  void aQuirk_isGoneInAKnownReleaseAndHadByTheOneBefore(Quirk quirk) {
    KubernetesVersion gone = quirk.goneIn();
    KubernetesVersion before = KubernetesVersion.of(gone.major(), gone.minor() - 1);

    assertThat(Quirks.of(gone).has(quirk)).isFalse();
    assertThat(Quirks.of(before).has(quirk)).isTrue();
    assertThat(quirk.rule()).matches("(versions [A-ER]\\d.*|api 9)");
    assertThat(quirk.sentence()).endsWith(".");
  }

  @Test
  void aReleaseNobodyAsked_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Quirks.of(KubernetesVersion.of(1, 28)));
  }
}
