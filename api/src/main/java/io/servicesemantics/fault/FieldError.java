package io.servicesemantics.fault;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * One fault in one field, worded as the API server words it.
 *
 * <p>The value is text already, because how the server prints a value depends on its Go type and
 * not on the value alone (api 0.5).
 *
 * @param type what is wrong
 * @param field where
 * @param value the bad value as the server prints it; empty for types that show none
 * @param detail what was expected; may be empty
 */
public record FieldError(FieldErrorType type, FieldPath field, String value, String detail)
    implements Serializable {

  /** Checks that no part is null. */
  public FieldError {
    checkNotNull(type, "Type of a fault is null; expected a FieldErrorType");
    checkNotNull(field, "Field of a fault is null; expected a path");
    checkNotNull(value, "Value of a fault is null; expected text, empty where none is shown");
    checkNotNull(detail, "Detail of a fault is null; expected text, empty where there is none");
  }

  /** {@return the message without the field: {@code Invalid value: 70000: must be between …}} */
  public String body() {
    StringBuilder text = new StringBuilder(type.text());
    if (type.showsValue()) {
      text.append(": ").append(value);
    }
    if (!detail.isEmpty()) {
      text.append(": ").append(detail);
    }
    return text.toString();
  }

  /** {@return the whole message: {@code spec.ports[0].port: Invalid value: 70000: must be …}} */
  public String message() {
    return field + ": " + body();
  }

  /** {@return the whole message} */
  @Override
  public String toString() {
    return message();
  }
}
