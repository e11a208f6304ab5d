package io.servicesemantics.profile;

import java.io.Serializable;

/**
 * How a feature gate stands from one release on, until its next stage.
 *
 * @param since the first release in which it stands so
 * @param isOn whether it is on unless somebody sets it
 * @param isSettable whether it can be set: neither a locked gate can, nor one that is gone, nor
 *     behaviour that has no gate yet
 */
public record GateStage(KubernetesVersion since, boolean isOn, boolean isSettable)
    implements Serializable {

  static GateStage off(String since) {
    return new GateStage(KubernetesVersion.parse(since), false, true);
  }

  static GateStage on(String since) {
    return new GateStage(KubernetesVersion.parse(since), true, true);
  }

  static GateStage locked(String since) {
    return new GateStage(KubernetesVersion.parse(since), true, false);
  }
}
