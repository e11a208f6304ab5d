package io.servicesemantics.profile;

/**
 * A switch that changes what Services do, under Kubernetes' own name.
 *
 * <p>Source: {@code pkg/features/kube_features.go} (api 0.6, routing 12.2).
 */
public enum FeatureGate {
  /** Names of Services may start with a digit. */
  RELAXED_SERVICE_NAME_VALIDATION("RelaxedServiceNameValidation", true, false),
  /** New addresses and networks must be written in their one canonical form. */
  STRICT_IP_CIDR_VALIDATION("StrictIPCIDRValidation", true, false),
  /** {@code trafficDistribution} knows PreferSameZone and PreferSameNode. */
  PREFER_SAME_TRAFFIC_DISTRIBUTION("PreferSameTrafficDistribution", true, true),
  /** Cluster addresses come from ServiceCIDR objects. */
  MULTI_CIDR_SERVICE_ALLOCATOR("MultiCIDRServiceAllocator", true, true),
  /** kube-proxy serves {@code externalIPs}. */
  ALLOW_SERVICE_EXTERNAL_IPS("AllowServiceExternalIPs", true, false);

  private final String gateName;
  private final boolean onByDefault;
  private final boolean locked;

  FeatureGate(String gateName, boolean onByDefault, boolean locked) {
    this.gateName = gateName;
    this.onByDefault = onByDefault;
    this.locked = locked;
  }

  /** {@return Kubernetes' name for it} */
  public String gateName() {
    return gateName;
  }

  /**
   * Returns whether a release turns it on by itself.
   *
   * @param version the release
   * @return whether it does
   */
  public boolean isOnByDefault(KubernetesVersion version) {
    return version.isAtLeast(KubernetesVersion.V1_36) && onByDefault;
  }

  /**
   * Returns whether a release lets nobody change it.
   *
   * @param version the release
   * @return whether it is locked to its default
   */
  public boolean isLocked(KubernetesVersion version) {
    return version.isAtLeast(KubernetesVersion.V1_36) && locked;
  }
}
