package io.servicesemantics.endpoint;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The state of an endpoint; each part may be unsaid.
 *
 * <p>Unsaid {@code ready} and {@code serving} mean true to kube-proxy, unsaid {@code terminating}
 * means false (routing 2.3.6).
 */
@ValueStyle
@Value.Immutable
public interface EndpointConditions extends WithEndpointConditions, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns conditions that are all said.
   *
   * @param ready whether it takes new traffic
   * @param serving whether it answers at all
   * @param terminating whether it is going away
   * @return the conditions
   */
  static EndpointConditions of(boolean ready, boolean serving, boolean terminating) {
    return builder().ready(ready).serving(serving).terminating(terminating).build();
  }

  /** {@return whether it takes new traffic, if said} */
  Optional<Boolean> ready();

  /** {@return whether it answers at all, if said} */
  Optional<Boolean> serving();

  /** {@return whether it is going away, if said} */
  Optional<Boolean> terminating();

  /** {@return whether kube-proxy takes it as ready: said so, or unsaid} */
  default boolean isReady() {
    return ready().orElse(true);
  }

  /** {@return whether kube-proxy takes it as serving: said so, or unsaid} */
  default boolean isServing() {
    return serving().orElse(true);
  }

  /** {@return whether kube-proxy takes it as terminating: only if said so} */
  default boolean isTerminating() {
    return terminating().orElse(false);
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointConditions}. */
  class Builder extends ImmutableEndpointConditions.Builder {
    Builder() {}
  }
}
