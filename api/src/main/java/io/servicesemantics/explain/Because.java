package io.servicesemantics.explain;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;

/**
 * A reason, the facts it rests on, and the earlier decisions it follows from; prints as an indented
 * account.
 *
 * @param reason why
 * @param facts the facts of the case by name, in the order to print them
 * @param causes the earlier decisions this one follows from
 */
public record Because(
    Reason reason, ImmutableMap<String, String> facts, ImmutableList<Because> causes) {

  /** Checks that no part is null. */
  public Because {
    checkNotNull(reason, "Reason is null; expected a constant of an area's reasons");
    checkNotNull(facts, "Facts are null; expected a map, empty where there are none");
    checkNotNull(causes, "Causes are null; expected a list, empty where there are none");
  }

  /**
   * Returns a reason without facts or causes.
   *
   * @param reason why
   * @return the account
   */
  public static Because of(Reason reason) {
    return new Because(reason, ImmutableMap.of(), ImmutableList.of());
  }

  /**
   * Returns this account with one more fact.
   *
   * @param name what is stated, such as {@code endpoint}
   * @param value the fact
   * @return a new account
   */
  public Because withFact(String name, Object value) {
    ImmutableMap<String, String> more =
        ImmutableMap.<String, String>builder()
            .putAll(facts)
            .put(name, value.toString())
            .buildKeepingLast();
    return new Because(reason, more, causes);
  }

  /**
   * Returns this account with one more cause behind the others.
   *
   * @param cause an earlier decision
   * @return a new account
   */
  public Because withCause(Because cause) {
    return new Because(
        reason, facts, ImmutableList.<Because>builder().addAll(causes).add(cause).build());
  }

  /**
   * {@return the account, a line for each decision, causes indented below what follows from them}
   */
  @Override
  public String toString() {
    record Line(Because because, int depth) {}
    StringBuilder text = new StringBuilder();
    ArrayDeque<Line> open = new ArrayDeque<>();
    open.push(new Line(this, 0));
    while (!open.isEmpty()) {
      Line line = open.pop();
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append("  ".repeat(line.depth())).append(line.because().line());
      for (Because cause : line.because().causes().reverse()) {
        open.push(new Line(cause, line.depth() + 1));
      }
    }
    return text.toString();
  }

  private String line() {
    StringBuilder text = new StringBuilder(reason.sentence());
    if (!facts.isEmpty()) {
      text.append(" (");
      String separator = "";
      for (var fact : facts.entrySet()) {
        text.append(separator).append(fact.getKey()).append(' ').append(fact.getValue());
        separator = ", ";
      }
      text.append(')');
    }
    return text.append(" [").append(reason.rule()).append(']').toString();
  }
}
