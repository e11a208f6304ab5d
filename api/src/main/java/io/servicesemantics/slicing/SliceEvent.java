package io.servicesemantics.slicing;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * An event a controller sends about a Service or an Endpoints object, printed as kubectl lists it.
 *
 * @param warning whether its type is Warning, not Normal
 * @param reason the reason, as one word
 * @param message the message
 */
public record SliceEvent(boolean warning, String reason, String message) implements Serializable {

  /** Checks that no part is null. */
  public SliceEvent {
    checkNotNull(reason, "Reason of an event is null; expected text");
    checkNotNull(message, "Message of an event is null; expected text");
  }

  /** {@return {@code Warning} or {@code Normal}} */
  public String type() {
    return warning ? "Warning" : "Normal";
  }

  @Override
  public String toString() {
    return type() + " " + reason + " " + message;
  }
}
