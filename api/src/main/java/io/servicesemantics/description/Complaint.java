package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/**
 * Something that will not work, or probably not: what, where, and how to cure it.
 *
 * @param reason what sort of thing it is
 * @param kind the kind of object it is about
 * @param name the object's name
 * @param field the field it is about; the root where it is about the whole object
 * @param location where that field stands, if it was read from text
 * @param message what is wrong, in one sentence without the object's name; the field need not be
 *     told again where it tells it
 * @param cure what to do about it; empty where nothing general can be said
 */
public record Complaint(
    ComplaintReason reason,
    String kind,
    NamespacedName name,
    FieldPath field,
    Optional<SourceLocation> location,
    String message,
    String cure) {

  /** Checks that the message says something. */
  public Complaint {
    checkNotNull(reason, "Reason of a complaint is null; expected one");
    checkNotNull(kind, "Kind of a complaint's object is null; expected one");
    checkNotNull(name, "Name of a complaint's object is null; expected one");
    checkNotNull(field, "Field of a complaint is null; expected a path");
    checkNotNull(location, "Location of a complaint is null; expected one, or empty");
    checkArgument(!message.isEmpty(), "Message of a complaint: \"%s\"; expected text", message);
    checkNotNull(cure, "Cure of a complaint is null; expected text");
  }

  /** {@return object, field, message, cure and place in one line} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(kind).append(' ').append(name).append(": ");
    if (!field.isRoot() && !message.contains(field.toString())) {
      text.append(field).append(": ");
    }
    text.append(message);
    if (!cure.isEmpty()) {
      text.append(' ').append(cure);
    }
    location.ifPresent(place -> text.append(" (").append(place.toLineText()).append(')'));
    return text.toString();
  }
}
