package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A Pod's own resolver settings: {@code spec.dnsConfig}. */
@ValueStyle
@Value.Immutable
public interface PodDnsConfig extends WithPodDnsConfig, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the addresses of name servers} */
  ImmutableList<String> nameservers();

  /** {@return the domains to search} */
  ImmutableList<String> searches();

  /** {@return the resolver's options} */
  ImmutableList<PodDnsOption> options();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodDnsConfig}. */
  class Builder extends ImmutablePodDnsConfig.Builder {
    Builder() {}
  }
}
