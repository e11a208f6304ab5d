package io.servicesemantics.upgrade;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Reason;
import io.servicesemantics.profile.FeatureGate;

/**
 * A feature gate or a quirk that is otherwise in the other release.
 *
 * @param reason the {@link FeatureGate} or {@link io.servicesemantics.profile.Quirk}
 * @param holdsAfter whether it is on, or there, in the other release: its sentence holds then, and
 *     did not before
 */
public record UpgradeCause(Reason reason, boolean holdsAfter) {

  /** Checks that there is a reason. */
  public UpgradeCause {
    checkNotNull(reason, "Reason is null; expected a feature gate or a quirk");
  }

  /** {@return what is otherwise, with the rule} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (reason instanceof FeatureGate gate) {
      text.append(gate.gateName()).append(holdsAfter ? " turns on: " : " turns off; no longer: ");
    } else {
      text.append(holdsAfter ? "" : "No longer so: ");
    }
    return text.append(reason.sentence()).append(" [").append(reason.rule()).append(']').toString();
  }
}
