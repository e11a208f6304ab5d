package io.servicesemantics.impl.app;

import io.servicesemantics.profile.KubernetesVersion;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The switches about releases.
 *
 * @param kubernetes the release of the cluster; the newest unless said
 * @param upgrade the release it would get; empty where that is not asked
 */
record ReleaseSwitches(KubernetesVersion kubernetes, Optional<KubernetesVersion> upgrade) {

  /**
   * Reads the switches.
   *
   * @param switches gives the text of a switch by its name; empty where it is not given
   */
  static ReleaseSwitches of(UnaryOperator<String> switches) {
    return new ReleaseSwitches(
        release("kubernetes", switches).orElse(KubernetesVersion.V1_36),
        release("upgrade", switches));
  }

  private static Optional<KubernetesVersion> release(String name, UnaryOperator<String> switches) {
    String text = switches.apply(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<KubernetesVersion> release =
        KubernetesVersion.tryParse(text).filter(KubernetesVersion.KNOWN::contains);
    if (release.isEmpty()) {
      throw new IllegalArgumentException(
          "Switch \""
              + name
              + "\": \""
              + text
              + "\"; expected a release from v"
              + KubernetesVersion.V1_29
              + " to v"
              + KubernetesVersion.V1_36);
    }
    return release;
  }
}
