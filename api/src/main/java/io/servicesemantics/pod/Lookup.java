package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * A look-up of a name by a C library: what it asks, and what the program gets.
 *
 * @param name the name as the program gives it
 * @param types how many questions are put at each step: one for each type asked for
 * @param steps the names asked about, in order
 * @param addresses the addresses the program gets
 * @param error what it is told instead; empty where it gets addresses
 */
public record Lookup(
    String name,
    WantedAddresses types,
    ImmutableList<LookupStep> steps,
    ImmutableList<IpAddress> addresses,
    Optional<LookupError> error) {

  /** Checks that no part is missing. */
  public Lookup {
    checkNotNull(name, "Name of a look-up is null; expected text");
    checkNotNull(types, "Types of a look-up are null; expected some");
    checkNotNull(steps, "Steps of a look-up are null; expected a list");
    checkNotNull(addresses, "Addresses of a look-up are null; expected a list");
    checkNotNull(error, "Error of a look-up is null; expected one, or empty");
  }

  /** {@return how many questions it costs} */
  public int questions() {
    return steps.size() * types.types().size();
  }

  /** {@return a line for each name asked about, and what came of it} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    text.append(": ").append(questions()).append(questions() == 1 ? " question" : " questions");
    steps.forEach(step -> text.append("\n  ").append(step));
    addresses.forEach(address -> text.append("\n  gets ").append(address));
    error.ifPresent(
        told ->
            text.append("\n  fails: ").append(told.words()).append(" (").append(told).append(')'));
    return text.toString();
  }
}
