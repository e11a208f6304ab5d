package io.servicesemantics.profile;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** How the cluster's DNS server is set up: the options of CoreDNS's kubernetes plugin. */
@ValueStyle
@Value.Immutable
public interface DnsSettings extends WithDnsSettings, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the domain all names of the cluster end in, without a dot behind} */
  @Value.Default
  default String clusterDomain() {
    return "cluster.local";
  }

  /**
   * {@return the zones it answers for; empty means the cluster domain, {@code in-addr.arpa} and
   * {@code ip6.arpa}}
   */
  ImmutableList<String> zones();

  /** {@return which names Pods get by address} */
  @Value.Default
  default PodRecords pods() {
    return PodRecords.DISABLED;
  }

  /** {@return whether an endpoint without host name is called as its Pod} */
  @Value.Default
  default boolean endpointPodNames() {
    return false;
  }

  /** {@return how long an answer may be kept, in seconds, 0 to 3600} */
  @Value.Default
  default int ttl() {
    return 5;
  }

  /** {@return whether endpoints are left out} */
  @Value.Default
  default boolean noEndpoints() {
    return false;
  }

  /** {@return whether a Service without ready endpoints has no name} */
  @Value.Default
  default boolean ignoreEmptyService() {
    return false;
  }

  /** {@return the namespaces it knows; empty means all} */
  ImmutableList<String> namespaces();

  /** {@return the label selector objects must meet, if said} */
  Optional<String> labels();

  /** {@return the label selector namespaces must meet, if said} */
  Optional<String> namespaceLabels();

  /**
   * {@return the zones in which an unknown name is asked further on, if said; an empty list means
   * all}
   */
  Optional<ImmutableList<String>> fallthrough();

  /** Checks the range the plugin accepts. */
  @Value.Check
  default void check() {
    checkArgument(ttl() >= 0 && ttl() <= 3600, "TTL: \"%s\"; expected 0 to 3600 seconds", ttl());
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link DnsSettings}. */
  class Builder extends ImmutableDnsSettings.Builder {
    Builder() {}
  }
}
