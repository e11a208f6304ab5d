package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.profile.KubernetesVersion;
import java.io.Serializable;

/**
 * That a field, or a value of one, should no longer be used. It still works.
 *
 * @param since the release that said so first
 * @param instead what to use; empty where Kubernetes names nothing
 * @param warning what the API server of Kubernetes 1.36 says when it is used; empty where it says
 *     nothing
 */
public record FieldDeprecation(KubernetesVersion since, String instead, String warning)
    implements Serializable {

  /** Checks that no part is null. */
  public FieldDeprecation {
    checkNotNull(since, "Release of a deprecation is null; expected one");
    checkNotNull(instead, "Successor of a field is null; expected text, empty for none");
    checkNotNull(warning, "Warning of a deprecation is null; expected text, empty for none");
  }

  /** {@return the deprecation in a few words} */
  @Override
  public String toString() {
    return "deprecated since " + since + (instead.isEmpty() ? "" : "; use " + instead);
  }
}
