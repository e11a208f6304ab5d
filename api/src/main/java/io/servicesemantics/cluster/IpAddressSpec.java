package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** What an IPAddress says. */
@ValueStyle
@Value.Immutable
public interface IpAddressSpec extends WithIpAddressSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the object it belongs to, if said} */
  Optional<ParentReference> parentRef();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link IpAddressSpec}. */
  class Builder extends ImmutableIpAddressSpec.Builder {
    Builder() {}
  }
}
