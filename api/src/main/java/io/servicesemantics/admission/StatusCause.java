package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.fault.FieldError;
import java.io.Serializable;

/**
 * One cause in the Status that refuses a request: {@code details.causes[]}.
 *
 * @param field the field, as text; empty where the server names none
 * @param reason the reason, such as {@code FieldValueInvalid}; empty where the server gives none
 * @param message the message without the field
 */
public record StatusCause(String field, String reason, String message) implements Serializable {

  /** Checks that no part is null. */
  public StatusCause {
    checkNotNull(field, "Field of a cause is null; expected text, empty where there is none");
    checkNotNull(reason, "Reason of a cause is null; expected text, empty where there is none");
    checkNotNull(message, "Message of a cause is null; expected text");
  }

  /**
   * Returns the cause that tells of a fault.
   *
   * @param fault the fault
   * @return the cause
   */
  public static StatusCause of(FieldError fault) {
    return new StatusCause(fault.field().toString(), fault.type().causeReason(), fault.body());
  }
}
