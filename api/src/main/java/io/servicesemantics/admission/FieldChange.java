package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Reason;
import io.servicesemantics.fault.FieldPath;

/**
 * One field the server stores otherwise than it was sent, and why.
 *
 * @param kind what the server did
 * @param field the field
 * @param before what was sent, as text; empty where nothing was
 * @param after what is stored, as text; empty where nothing is
 * @param reason the rule it did so by
 */
public record FieldChange(Kind kind, FieldPath field, String before, String after, Reason reason) {

  /** Checks that no part is null. */
  public FieldChange {
    checkNotNull(kind, "Kind of a change is null; expected one");
    checkNotNull(field, "Field of a change is null; expected a path");
    checkNotNull(before, "Value before a change is null; expected text, empty for none");
    checkNotNull(after, "Value after a change is null; expected text, empty for none");
    checkNotNull(reason, "Reason of a change is null; expected one");
  }

  /** What the server did with a field. */
  public enum Kind {
    /** It set what a Service that says nothing gets. */
    DEFAULTED,
    /** It set what follows from other fields of the request. */
    INFERRED,
    /** It picked a free address, port or name. */
    PICKED,
    /** It kept what the stored Service has, since the request says nothing. */
    CARRIED_OVER,
    /** It took away what no longer has a meaning. */
    WIPED,
    /** It did not read what was sent. */
    IGNORED
  }

  /** {@return the change in one line, with its reason} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(field.toString()).append(": ");
    text.append(before.isEmpty() ? "nothing" : before).append(" -> ");
    return text.append(after.isEmpty() ? "nothing" : after)
        .append(": ")
        .append(reason.sentence())
        .append(" [")
        .append(reason.rule())
        .append(']')
        .toString();
  }
}
