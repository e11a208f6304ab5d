package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * A call to one address and port, or to one port of all nodes.
 *
 * @param called what is called, such as {@code TCP 10.96.0.10:80}
 * @param paths the ways it may take, each with the places where it may begin
 */
public record ConnectionAttempt(String called, ImmutableList<ConnectionPath> paths) {

  /** Checks that there is a way. */
  public ConnectionAttempt {
    checkNotNull(called, "Name of what is called is null; expected text");
    checkArgument(!paths.isEmpty(), "Ways of a call: \"[]\"; expected one or more");
  }

  /** {@return what the caller experiences} */
  public ConnectionOutcome outcome() {
    return paths.stream()
        .map(ConnectionPath::outcome)
        .reduce(ConnectionOutcome::and)
        .orElse(ConnectionOutcome.DEPENDS);
  }
}
