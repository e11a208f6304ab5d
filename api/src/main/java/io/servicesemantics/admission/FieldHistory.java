package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.profile.KubernetesVersion;
import java.util.Optional;

/**
 * In which releases of Kubernetes a field, or a value of one, came and went through its stages.
 *
 * @param alpha the release that had it as alpha, switched off by default; empty where none did
 * @param beta the release that had it as beta; empty where none did
 * @param stable the release from which it is stable
 * @param gate the feature gate it stood behind until then; empty for none
 * @param deprecation since when it should no longer be used; empty where it may be
 */
public record FieldHistory(
    Optional<KubernetesVersion> alpha,
    Optional<KubernetesVersion> beta,
    KubernetesVersion stable,
    String gate,
    Optional<FieldDeprecation> deprecation) {

  /** Checks that the stages are in order. */
  public FieldHistory {
    checkNotNull(alpha, "Alpha release is null; expected one, or empty");
    checkNotNull(beta, "Beta release is null; expected one, or empty");
    checkNotNull(stable, "Stable release is null; expected one");
    checkNotNull(gate, "Feature gate is null; expected its name, empty for none");
    checkNotNull(deprecation, "Deprecation is null; expected one, or empty");
    checkArgument(
        stable.isAtLeast(beta.orElse(stable)) && stable.isAtLeast(alpha.orElse(stable)),
        "Stable release: \"%s\"; expected one after alpha %s and beta %s",
        stable,
        alpha,
        beta);
  }

  /** {@return the first release that had it at all} */
  public KubernetesVersion since() {
    return alpha.or(() -> beta).orElse(stable);
  }

  /**
   * Returns whether a release has it, as alpha at the least.
   *
   * @param release the release
   * @return whether it does
   */
  public boolean isIn(KubernetesVersion release) {
    return release.isAtLeast(since());
  }

  /**
   * Returns whether a release has it as stable.
   *
   * @param release the release
   * @return whether it does
   */
  public boolean isStableIn(KubernetesVersion release) {
    return release.isAtLeast(stable);
  }

  /**
   * Returns whether it is deprecated in a release.
   *
   * @param release the release
   * @return whether it is
   */
  public boolean isDeprecatedIn(KubernetesVersion release) {
    return deprecation.isPresent() && release.isAtLeast(deprecation.get().since());
  }

  // This history with an end.
  FieldHistory deprecated(String release, String instead, String warning) {
    return new FieldHistory(
        alpha,
        beta,
        stable,
        gate,
        Optional.of(new FieldDeprecation(KubernetesVersion.parse(release), instead, warning)));
  }

  /** {@return the stages in a few words, such as {@code alpha 1.20, beta 1.22, stable 1.24}} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    alpha.ifPresent(release -> text.append("alpha ").append(release).append(", "));
    beta.ifPresent(release -> text.append("beta ").append(release).append(", "));
    text.append("stable ").append(stable);
    deprecation.ifPresent(words -> text.append(", ").append(words));
    return text.toString();
  }
}
