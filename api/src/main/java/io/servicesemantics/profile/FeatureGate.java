package io.servicesemantics.profile;

import static io.servicesemantics.profile.GateStage.locked;
import static io.servicesemantics.profile.GateStage.off;
import static io.servicesemantics.profile.GateStage.on;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Reason;
import java.util.Optional;

/**
 * A switch that changes what Services do, under Kubernetes' own name, with its stages in each
 * release.
 *
 * <p>Source: {@code pkg/features/kube_features.go} (versions 7; api 0.6, 9).
 */
public enum FeatureGate implements Reason {
  /** Names of Services may start with a digit. */
  RELAXED_SERVICE_NAME_VALIDATION(
      "RelaxedServiceNameValidation",
      "A1",
      "Names of Services may start with a digit.",
      off("1.34"),
      on("1.36")),
  /** New addresses and networks must be written in their one canonical form. */
  STRICT_IP_CIDR_VALIDATION(
      "StrictIPCIDRValidation",
      "A2",
      "New addresses and networks must be written without ambiguity.",
      off("1.33"),
      on("1.36")),
  /** {@code trafficDistribution} knows PreferSameZone and PreferSameNode. */
  PREFER_SAME_TRAFFIC_DISTRIBUTION(
      "PreferSameTrafficDistribution",
      "A9",
      "trafficDistribution knows PreferSameZone and PreferSameNode.",
      off("1.33"),
      on("1.34"),
      locked("1.35")),
  /** {@code trafficDistribution} is stored and obeyed. */
  SERVICE_TRAFFIC_DISTRIBUTION(
      "ServiceTrafficDistribution",
      "A14",
      "trafficDistribution is stored and obeyed.",
      off("1.30"),
      on("1.31"),
      locked("1.33")),
  /** Cluster addresses come from ServiceCIDR objects. */
  MULTI_CIDR_SERVICE_ALLOCATOR(
      "MultiCIDRServiceAllocator",
      "A13",
      "Cluster addresses are taken by IPAddress objects, from ServiceCIDR objects.",
      off("1.27"),
      on("1.33"),
      locked("1.34")),
  /** Cluster addresses are no longer written to the older bitmap too. */
  DISABLE_ALLOCATOR_DUAL_WRITE(
      "DisableAllocatorDualWrite",
      "A8",
      "Cluster addresses are no longer written to the older allocator as well.",
      off("1.31"),
      on("1.34"),
      locked("1.35")),
  /** Load balancers' addresses have a mode. */
  LOAD_BALANCER_IP_MODE(
      "LoadBalancerIPMode",
      "A17",
      "Addresses of load balancers have an ipMode.",
      off("1.29"),
      on("1.30"),
      locked("1.32")),
  /** kube-proxy serves {@code externalIPs}. */
  ALLOW_SERVICE_EXTERNAL_IPS(
      "AllowServiceExternalIPs", "5", "kube-proxy serves externalIPs.", locked("1.0"), on("1.36"));

  private final String gateName;
  private final String rule;
  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // a stage is a record of numbers
  private final ImmutableList<GateStage> stages;

  FeatureGate(String gateName, String rule, String sentence, GateStage... stages) {
    this.gateName = gateName;
    this.rule = "versions " + rule;
    this.sentence = sentence;
    this.stages = ImmutableList.copyOf(stages);
  }

  /** {@return Kubernetes' name for it} */
  public String gateName() {
    return gateName;
  }

  /** {@return what holds where it is on} */
  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }

  /** {@return how it stands from which release on, the oldest first} */
  public ImmutableList<GateStage> stages() {
    return stages;
  }

  /**
   * Returns how it stands in a release.
   *
   * @param version the release
   * @return its stage; empty where the release does not know it yet, so that it counts as off
   */
  public Optional<GateStage> stageIn(KubernetesVersion version) {
    return stages.stream()
        .filter(stage -> version.isAtLeast(stage.since()))
        .reduce((earlier, later) -> later);
  }
}
