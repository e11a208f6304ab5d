package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;

/**
 * What would become of one field.
 *
 * @param field the field
 * @param outcome what becomes of it
 * @param stored what the stored Service has, as text; empty where nothing
 * @param sent what the request sends, as text; empty where nothing
 * @param result what would be stored, as text; empty where nothing, or where it is refused
 * @param because why, in plain sentences with their rules, or the server's faults; empty where the
 *     result is simply what was sent
 */
public record FieldPreview(
    FieldPath field,
    Outcome outcome,
    String stored,
    String sent,
    String result,
    ImmutableList<String> because) {

  /** Checks that no part is null. */
  public FieldPreview {
    checkNotNull(field, "Field is null; expected a path");
    checkNotNull(outcome, "Outcome is null; expected one");
    checkNotNull(stored, "Stored value is null; expected text, empty for none");
    checkNotNull(sent, "Sent value is null; expected text, empty for none");
    checkNotNull(result, "Result is null; expected text, empty for none");
    checkNotNull(because, "Reasons are null; expected a list");
  }

  /** What becomes of a field. */
  public enum Outcome {
    /** It stays as it is stored. */
    KEPT,
    /** It becomes what was sent. */
    CHANGED,
    /** It becomes what a Service that says nothing gets. */
    DEFAULTED,
    /** It becomes what follows from other fields. */
    INFERRED,
    /** It is taken away, since it no longer has a meaning or was not sent. */
    WIPED,
    /** It is taken away, and its address or port is given back. */
    FREED,
    /** A free address or port is picked for it. */
    PICKED,
    /** What was sent is not read. */
    IGNORED,
    /** It is a reason why the request is refused. */
    REFUSED
  }

  /** {@return the field, what becomes of it, and why} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(field).append(": ").append(outcome);
    if (!stored.equals(result) || outcome == Outcome.REFUSED) {
      String next = outcome == Outcome.REFUSED ? sent : result;
      text.append(' ')
          .append(stored.isEmpty() ? "nothing" : stored)
          .append(" -> ")
          .append(next.isEmpty() ? "nothing" : next);
    } else if (!result.isEmpty()) {
      text.append(' ').append(result);
    }
    for (String reason : because) {
      text.append("\n    ").append(reason);
    }
    return text.toString();
  }
}
