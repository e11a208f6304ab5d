package io.servicesemantics.service;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a Service asks for: its {@code spec}.
 *
 * <p>It holds what an object says, right or wrong; accessors are the JSON field names (api 1.1).
 */
@SuppressWarnings("unchecked") // copied to the generated builder, whose varargs are generic
@ValueStyle
@Value.Immutable
public interface ServiceSpec extends WithServiceSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the ports offered} */
  ImmutableList<ServicePort> ports();

  /**
   * {@return the labels a Pod must have to stand behind the Service; empty when somebody else
   * supplies endpoints}
   */
  ImmutableMap<String, String> selector();

  /**
   * Returns whether the object says {@code selector: {}}.
   *
   * <p>The API server stores that as no selector (api appendix E); a controller that is handed it
   * all the same takes every Pod of the namespace. It is of no meaning beside a selector that has
   * labels.
   *
   * @return whether there is a selector without labels
   */
  @Value.Default
  default boolean emptySelector() {
    return false;
  }

  /** {@return the address inside the cluster: empty, {@code None}, or an address} */
  @Value.Default
  default String clusterIP() {
    return "";
  }

  /** {@return the addresses inside the cluster, the first equal to {@link #clusterIP}} */
  ImmutableList<String> clusterIPs();

  /** {@return how the Service is reached; unsaid means ClusterIP} */
  @Value.Default
  default Choice<ServiceType> type() {
    return Choice.unsaid();
  }

  /** {@return further addresses at which nodes take its traffic} */
  ImmutableList<String> externalIPs();

  /** {@return whether a client stays with its endpoint} */
  @Value.Default
  default Choice<SessionAffinity> sessionAffinity() {
    return Choice.unsaid();
  }

  /** {@return the load-balancer address asked for; never validated} */
  @Value.Default
  default String loadBalancerIP() {
    return "";
  }

  /** {@return the networks a load balancer lets in; empty means all} */
  ImmutableList<String> loadBalancerSourceRanges();

  /** {@return the DNS name an ExternalName Service is an alias for} */
  @Value.Default
  default String externalName() {
    return "";
  }

  /** {@return which endpoints traffic from outside may reach} */
  @Value.Default
  default Choice<ExternalTrafficPolicy> externalTrafficPolicy() {
    return Choice.unsaid();
  }

  /** {@return the port of the health check on every node; 0 when there is none} */
  @Value.Default
  default int healthCheckNodePort() {
    return 0;
  }

  /** {@return whether endpoints count as ready whatever their Pods say} */
  @Value.Default
  default boolean publishNotReadyAddresses() {
    return false;
  }

  /** {@return the settings of session affinity, if said} */
  Optional<SessionAffinityConfig> sessionAffinityConfig();

  /** {@return the address families, the first being the primary one} */
  ImmutableList<Choice<IpFamily>> ipFamilies();

  /** {@return how many address families are asked for} */
  @Value.Default
  default Choice<IpFamilyPolicy> ipFamilyPolicy() {
    return Choice.unsaid();
  }

  /** {@return whether a load balancer's node ports are picked automatically, if said} */
  Optional<Boolean> allocateLoadBalancerNodePorts();

  /** {@return which load-balancer implementation is meant, if said} */
  Optional<String> loadBalancerClass();

  /** {@return which endpoints traffic from inside may reach} */
  @Value.Default
  default Choice<InternalTrafficPolicy> internalTrafficPolicy() {
    return Choice.unsaid();
  }

  /** {@return which endpoints traffic should prefer} */
  @Value.Default
  default Choice<TrafficDistribution> trafficDistribution() {
    return Choice.unsaid();
  }

  /** The text of {@link #clusterIP} that asks for no address. */
  String CLUSTER_IP_NONE = "None";

  /**
   * Returns whether a cluster address is set: neither empty nor {@code None}.
   *
   * <p>Source: {@code pkg/apis/core/v1/helper/helpers.go}, IsServiceIPSet (routing 0.11).
   *
   * @return whether there is one
   */
  default boolean isClusterIPSet() {
    return !clusterIP().isEmpty() && !clusterIP().equals(CLUSTER_IP_NONE);
  }

  /** {@return whether there is a selector, also one without labels} */
  default boolean hasSelector() {
    return !selector().isEmpty() || emptySelector();
  }

  /** {@return whether the object says {@code clusterIP: None}} */
  default boolean isHeadless() {
    return clusterIP().equals(CLUSTER_IP_NONE);
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param type the name
   * @return a new value
   */
  default ServiceSpec withType(ServiceType type) {
    return withType(Choice.of(type));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param sessionAffinity the name
   * @return a new value
   */
  default ServiceSpec withSessionAffinity(SessionAffinity sessionAffinity) {
    return withSessionAffinity(Choice.of(sessionAffinity));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param externalTrafficPolicy the name
   * @return a new value
   */
  default ServiceSpec withExternalTrafficPolicy(ExternalTrafficPolicy externalTrafficPolicy) {
    return withExternalTrafficPolicy(Choice.of(externalTrafficPolicy));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param ipFamilyPolicy the name
   * @return a new value
   */
  default ServiceSpec withIpFamilyPolicy(IpFamilyPolicy ipFamilyPolicy) {
    return withIpFamilyPolicy(Choice.of(ipFamilyPolicy));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param internalTrafficPolicy the name
   * @return a new value
   */
  default ServiceSpec withInternalTrafficPolicy(InternalTrafficPolicy internalTrafficPolicy) {
    return withInternalTrafficPolicy(Choice.of(internalTrafficPolicy));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param trafficDistribution the name
   * @return a new value
   */
  default ServiceSpec withTrafficDistribution(TrafficDistribution trafficDistribution) {
    return withTrafficDistribution(Choice.of(trafficDistribution));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceSpec}. */
  class Builder extends ImmutableServiceSpec.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param type the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder type(ServiceType type) {
      return type(Choice.of(type));
    }

    /**
     * Sets the field to one of its names.
     *
     * @param sessionAffinity the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder sessionAffinity(SessionAffinity sessionAffinity) {
      return sessionAffinity(Choice.of(sessionAffinity));
    }

    /**
     * Sets the field to one of its names.
     *
     * @param externalTrafficPolicy the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder externalTrafficPolicy(ExternalTrafficPolicy externalTrafficPolicy) {
      return externalTrafficPolicy(Choice.of(externalTrafficPolicy));
    }

    /**
     * Sets the field to one of its names.
     *
     * @param ipFamilyPolicy the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ipFamilyPolicy(IpFamilyPolicy ipFamilyPolicy) {
      return ipFamilyPolicy(Choice.of(ipFamilyPolicy));
    }

    /**
     * Sets the field to one of its names.
     *
     * @param internalTrafficPolicy the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder internalTrafficPolicy(InternalTrafficPolicy internalTrafficPolicy) {
      return internalTrafficPolicy(Choice.of(internalTrafficPolicy));
    }

    /**
     * Sets the field to one of its names.
     *
     * @param trafficDistribution the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder trafficDistribution(TrafficDistribution trafficDistribution) {
      return trafficDistribution(Choice.of(trafficDistribution));
    }

    /**
     * Sets the address families to some of their names.
     *
     * @param families the families, the first being the primary one
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ipFamilies(IpFamily... families) {
      ImmutableList.Builder<Choice<IpFamily>> choices = ImmutableList.builder();
      for (IpFamily family : families) {
        choices.add(Choice.of(family));
      }
      return ipFamilies(choices.build());
    }
  }
}
