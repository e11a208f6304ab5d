package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.ValueStyle;
import io.servicesemantics.routing.Fraction;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a load balancer in front of a Service works, as far as Kubernetes does not settle it (routing
 * 6.1.5).
 *
 * <pre>{@code
 * LoadBalancerModel.of(TargetKind.NODE_PORT)
 * LoadBalancerModel.of(TargetKind.VIP).withKeepsClientAddress(true)
 * }</pre>
 */
@ValueStyle
@Value.Immutable
public interface LoadBalancerModel extends WithLoadBalancerModel, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a load balancer that spreads evenly over its healthy targets and hides its clients.
   *
   * @param targets what it sends connections to
   * @return the model
   */
  static LoadBalancerModel of(TargetKind targets) {
    return builder().targets(targets).build();
  }

  /** {@return what it sends connections to} */
  TargetKind targets();

  /** {@return how it spreads them} */
  @Value.Default
  default BalancerSpread spread() {
    return BalancerSpread.EVENLY;
  }

  /** {@return the share of each zone, for {@link BalancerSpread#BY_ZONE} alone} */
  ImmutableMap<String, Fraction> zoneShares();

  /**
   * {@return whether it asks targets for their health as Kubernetes means it to: at the Service's
   * health-check node port, or else at kube-proxy; otherwise every target gets connections (routing
   * 3.3.4)}
   */
  @Value.Default
  default boolean healthChecked() {
    return true;
  }

  /** {@return whether nodes see the client's own address as the sender} */
  @Value.Default
  default boolean keepsClientAddress() {
    return false;
  }

  /** {@return an example of a client; unsaid means one that source ranges let in} */
  Optional<IpAddress> client();

  /**
   * {@return the address nodes see where it hides its clients; unsaid means one that no source
   * range was made for}
   */
  Optional<IpAddress> ownAddress();

  /** Checks that zones have shares where they are used, and only there. */
  @Value.Check
  default void check() {
    if (spread() == BalancerSpread.BY_ZONE) {
      NodeWeights.check("zones", zoneShares());
    } else {
      checkArgument(
          zoneShares().isEmpty(),
          "Zone shares of a load balancer that spreads %s: \"%s\"; expected none",
          spread().words(),
          zoneShares());
    }
  }

  /**
   * Returns this model spread by zone.
   *
   * @param shares the share of each zone
   * @return a model that is otherwise the same
   */
  default LoadBalancerModel spreadByZone(Map<String, Fraction> shares) {
    return toBuilder().spread(BalancerSpread.BY_ZONE).zoneShares(shares).build();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link LoadBalancerModel}. */
  class Builder extends ImmutableLoadBalancerModel.Builder {
    Builder() {}
  }
}
