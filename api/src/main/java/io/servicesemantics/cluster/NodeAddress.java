package io.servicesemantics.cluster;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One address of a node. */
@ValueStyle
@Value.Immutable
public interface NodeAddress extends WithNodeAddress, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return what it is good for} */
  @Value.Default
  default Choice<NodeAddressType> type() {
    return Choice.unsaid();
  }

  /** {@return the address or name} */
  @Value.Default
  default String address() {
    return "";
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param type the name
   * @return a new value
   */
  default NodeAddress withType(NodeAddressType type) {
    return withType(Choice.of(type));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeAddress}. */
  class Builder extends ImmutableNodeAddress.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param type the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder type(NodeAddressType type) {
      return type(Choice.of(type));
    }
  }
}
