package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One line for a Pod's {@code /etc/hosts}. */
@ValueStyle
@Value.Immutable
public interface HostAlias extends WithHostAlias, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the address} */
  @Value.Default
  default String ip() {
    return "";
  }

  /** {@return its names} */
  ImmutableList<String> hostnames();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link HostAlias}. */
  class Builder extends ImmutableHostAlias.Builder {
    Builder() {}
  }
}
