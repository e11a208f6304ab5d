package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * A look-up of a name by a C library: what it asks, and what the program gets.
 *
 * <pre>{@code
 * lookup.questions();        // 6: what the short name costs
 * lookup.wastedQuestions();  // 4: what a dot would spare
 * lookup.absoluteName();     // db.shop.svc.cluster.local.: where the dot goes
 * }</pre>
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

  /** {@return how many questions it costs: one for each type at each name} */
  public int questions() {
    return steps.size() * types.types().size();
  }

  /**
   * {@return how many of the questions lead to nothing: all but those about the name that has the
   * addresses}
   */
  public int wastedQuestions() {
    return absoluteName().isPresent() ? questions() - types.types().size() : questions();
  }

  /**
   * Returns the name that has the addresses. Written so, with the dot behind, it costs one question
   * for each type, by every library and with every resolv.conf.
   *
   * @return the name; empty where there are no addresses, or nobody was asked for them
   */
  public Optional<DnsName> absoluteName() {
    return addresses.isEmpty() || steps.isEmpty()
        ? Optional.empty()
        : steps.get(steps.size() - 1).name();
  }

  /** {@return a line for each name asked about, and what came of it} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    text.append(": ").append(questions()).append(questions() == 1 ? " question" : " questions");
    if (wastedQuestions() > 0 && error.isEmpty()) {
      text.append(", ").append(wastedQuestions()).append(" of them wasted");
    }
    steps.forEach(step -> text.append("\n  ").append(step));
    addresses.forEach(address -> text.append("\n  gets ").append(address));
    error.ifPresent(
        told ->
            text.append("\n  fails: ").append(told.words()).append(" (").append(told).append(')'));
    return text.toString();
  }
}
