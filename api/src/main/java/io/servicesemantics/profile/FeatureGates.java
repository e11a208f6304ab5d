package io.servicesemantics.profile;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which feature gates of a cluster are on. */
public final class FeatureGates implements Serializable {

  private static final long serialVersionUID = 1;

  private final KubernetesVersion version;
  private final ImmutableSet<FeatureGate> on;

  private FeatureGates(KubernetesVersion version, ImmutableSet<FeatureGate> on) {
    this.version = version;
    this.on = on;
  }

  /**
   * Returns the gates as a release sets them.
   *
   * @param version the release
   * @return the gates
   * @throws IllegalArgumentException for a release whose answers are not known
   */
  public static FeatureGates of(KubernetesVersion version) {
    version.checkKnown();
    ImmutableSet.Builder<FeatureGate> on = ImmutableSet.builder();
    for (FeatureGate gate : FeatureGate.values()) {
      if (gate.stageIn(version).map(GateStage::isOn).orElse(false)) {
        on.add(gate);
      }
    }
    return new FeatureGates(version, Sets.immutableEnumSet(on.build()));
  }

  /** {@return the release whose gates they are} */
  public KubernetesVersion version() {
    return version;
  }

  /**
   * Returns whether a gate is on.
   *
   * @param gate the gate
   * @return whether it is
   */
  public boolean has(FeatureGate gate) {
    return on.contains(gate);
  }

  /**
   * Returns these gates with one of them set.
   *
   * @param gate the gate
   * @param isOn whether it is on
   * @return the gates
   * @throws IllegalArgumentException if the release does not know the gate, or does not let it be
   *     set otherwise than it is
   */
  public FeatureGates with(FeatureGate gate, boolean isOn) {
    Optional<GateStage> stage = gate.stageIn(version);
    checkArgument(
        stage.isPresent(),
        "Feature gate: \"%s=%s\"; expected one that Kubernetes %s knows, which %s has since %s",
        gate.gateName(),
        isOn,
        version,
        gate.gateName(),
        gate.stages().get(0).since());
    checkArgument(
        stage.get().isSettable() || isOn == stage.get().isOn(),
        "Feature gate: \"%s=%s\"; expected %s, to which Kubernetes %s has locked it",
        gate.gateName(),
        isOn,
        stage.get().isOn(),
        version);
    return supposing(gate, isOn);
  }

  /**
   * Returns these gates with one of them supposed to be otherwise, whether or not the release lets
   * it be: no cluster need be so, but answers to it tell what the gate alone changes.
   *
   * @param gate the gate
   * @param isOn whether it is on
   * @return the gates
   */
  public FeatureGates supposing(FeatureGate gate, boolean isOn) {
    ImmutableSet<FeatureGate> next =
        isOn
            ? Sets.immutableEnumSet(Sets.union(on, ImmutableSet.of(gate)))
            : Sets.immutableEnumSet(Sets.difference(on, ImmutableSet.of(gate)));
    return new FeatureGates(version, next);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureGates that && version.equals(that.version) && on.equals(that.on);
  }

  @Override
  public int hashCode() {
    return on.hashCode();
  }

  /** {@return the gates that are on, by their names} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (FeatureGate gate : on) {
      text.append(text.length() == 0 ? "" : ",").append(gate.gateName()).append("=true");
    }
    return text.toString();
  }
}
