package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;

/**
 * What becomes of a call: how each name was read, and every address that is tried; prints as an
 * indented account.
 *
 * @param caller who calls
 * @param destination what is called
 * @param notes how both were read, and what was assumed
 * @param attempts the addresses tried, in the order they are found; none where a name leads nowhere
 */
public record ConnectionTrace(
    Caller caller,
    Destination destination,
    ImmutableList<Because> notes,
    ImmutableList<ConnectionAttempt> attempts) {

  /** Checks that it says what happens. */
  public ConnectionTrace {
    checkNotNull(caller, "Caller is null; expected one");
    checkNotNull(destination, "Destination is null; expected one");
    checkArgument(
        !attempts.isEmpty() || Outcomes.settledBy(notes).isPresent(),
        "Notes of a call that is not tried: \"%s\"; expected one that settles the outcome",
        notes);
  }

  /** {@return what the caller experiences, over all addresses tried} */
  public ConnectionOutcome outcome() {
    return attempts.stream()
        .map(ConnectionAttempt::outcome)
        .reduce(ConnectionOutcome::and)
        .or(() -> Outcomes.settledBy(notes))
        .orElse(ConnectionOutcome.DEPENDS);
  }

  /** {@return the account as text, its lines indented} */
  @Override
  public String toString() {
    return ConnectionText.of(this);
  }
}
