package io.servicesemantics.profile;

import static com.google.common.base.Preconditions.checkArgument;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * What differs between clusters, in one value: given once, when the semantics are made.
 *
 * <pre>{@code
 * ClusterProfile plain = ClusterProfile.of(KubernetesVersion.parse("1.36"));
 * ClusterProfile nft = plain.withProxy(ProxySettings.of(ProxyMode.NFTABLES));
 * }</pre>
 */
@ValueStyle
@Value.Immutable
public interface ClusterProfile extends WithClusterProfile, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a cluster of a release, all else as upstream sets it.
   *
   * @param version the release
   * @return the profile
   */
  static ClusterProfile of(KubernetesVersion version) {
    return builder().version(version).build();
  }

  /** {@return the release} */
  KubernetesVersion version();

  /** {@return the feature gates; as the release sets them unless said otherwise} */
  @Value.Default
  default FeatureGates gates() {
    return FeatureGates.of(version());
  }

  /** {@return the networks and ports given to Services} */
  @Value.Default
  default ServiceRanges ranges() {
    return ServiceRanges.builder().build();
  }

  /** {@return how the endpoint controllers are set up} */
  @Value.Default
  default SliceSettings slices() {
    return SliceSettings.builder().build();
  }

  /** {@return how kube-proxy is set up} */
  @Value.Default
  default ProxySettings proxy() {
    return ProxySettings.builder().build();
  }

  /** {@return how the DNS server is set up} */
  @Value.Default
  default DnsSettings dns() {
    return DnsSettings.builder().build();
  }

  /** {@return what the release does otherwise than the newest one, without a gate} */
  default Quirks quirks() {
    return Quirks.of(version());
  }

  /** Checks that the gates are those of the release. */
  @Value.Check
  default void check() {
    checkArgument(
        gates().version().equals(version()),
        "Feature gates: \"%s\", of Kubernetes %s; expected those of %s",
        gates(),
        gates().version(),
        version());
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterProfile}. */
  class Builder extends ImmutableClusterProfile.Builder {
    Builder() {}
  }
}
