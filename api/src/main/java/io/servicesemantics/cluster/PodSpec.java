package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** What a Pod asks for, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface PodSpec extends WithPodSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the node it is on; empty until it is placed} */
  @Value.Default
  default String nodeName() {
    return "";
  }

  /** {@return the host name asked for; may be empty} */
  @Value.Default
  default String hostname() {
    return "";
  }

  /** {@return the subdomain asked for; may be empty} */
  @Value.Default
  default String subdomain() {
    return "";
  }

  /** {@return whether it uses the node's network} */
  @Value.Default
  default boolean hostNetwork() {
    return false;
  }

  /** {@return the host name that replaces every other, if said} */
  Optional<String> hostnameOverride();

  /** {@return whether its full domain name is its host name, if said} */
  Optional<Boolean> setHostnameAsFQDN();

  /** {@return whether Services appear in its environment; unsaid means they do} */
  Optional<Boolean> enableServiceLinks();

  /** {@return the containers that run first, sidecars among them} */
  ImmutableList<Container> initContainers();

  /** {@return the containers} */
  ImmutableList<Container> containers();

  /** {@return the types of further conditions its readiness waits for} */
  ImmutableList<String> readinessGates();

  /** {@return where its resolver settings come from} */
  @Value.Default
  default Choice<DnsPolicy> dnsPolicy() {
    return Choice.unsaid();
  }

  /** {@return its own resolver settings, if said} */
  Optional<PodDnsConfig> dnsConfig();

  /** {@return further lines for its {@code /etc/hosts}} */
  ImmutableList<HostAlias> hostAliases();

  /** {@return the labels its node must have} */
  ImmutableMap<String, String> nodeSelector();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param dnsPolicy the name
   * @return a new value
   */
  default PodSpec withDnsPolicy(DnsPolicy dnsPolicy) {
    return withDnsPolicy(Choice.of(dnsPolicy));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodSpec}. */
  class Builder extends ImmutablePodSpec.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param dnsPolicy the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder dnsPolicy(DnsPolicy dnsPolicy) {
      return dnsPolicy(Choice.of(dnsPolicy));
    }
  }
}
