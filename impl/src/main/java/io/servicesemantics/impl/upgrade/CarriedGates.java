package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.GateStage;
import io.servicesemantics.profile.KubernetesVersion;
import java.util.Optional;

/**
 * The gates of a cluster in another release: those set by hand stay set where they may be.
 *
 * @param gates the gates
 * @param notes what is to be known of those that may not
 */
record CarriedGates(FeatureGates gates, ImmutableList<String> notes) {

  static CarriedGates of(ClusterProfile before, KubernetesVersion to) {
    FeatureGates usual = FeatureGates.of(before.version());
    FeatureGates gates = FeatureGates.of(to);
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    for (FeatureGate gate : FeatureGate.values()) {
      boolean isOn = before.gates().has(gate);
      if (isOn == usual.has(gate)) {
        continue;
      }
      Optional<GateStage> stage = gate.stageIn(to);
      if (stage.filter(GateStage::isSettable).isPresent()) {
        gates = gates.with(gate, isOn);
      } else {
        String setting = gate.gateName() + "=" + isOn;
        notes.add(
            stage.isPresent()
                ? "Take the gate "
                    + setting
                    + " away: in "
                    + to
                    + " it is locked or gone, "
                    + (stage.get().isOn() == isOn ? "and so it is." : "and the other way round.")
                : "Take the gate " + setting + " away: " + to + " does not know it.");
      }
    }
    return new CarriedGates(gates, notes.build());
  }
}
