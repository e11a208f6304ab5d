package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.object.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the faults of one object in the order they are found, worded as the API server words
 * them.
 *
 * <p>Which method shows a value decides how it is printed (api 0.5): plain text is quoted, numbers
 * are plain, names of a closed set, optional texts and lists are JSON, or Go syntax in older
 * releases. It holds nothing until the first fault, so that a faultless object costs one small
 * object.
 */
public final class Faults {

  private final Wording wording;
  private @Nullable ArrayList<FieldError> found;

  /**
   * Makes a collector that holds no fault.
   *
   * @param wording how the release words faults
   */
  public Faults(Wording wording) {
    this.wording = wording;
  }

  Wording wording() {
    return wording;
  }

  ValueText values() {
    return wording.values();
  }

  /** {@return whether there is no fault} */
  public boolean isEmpty() {
    return found == null;
  }

  /** {@return how many faults there are} */
  public int size() {
    return found == null ? 0 : found.size();
  }

  /** {@return the faults, in the order they were found} */
  public ImmutableList<FieldError> toList() {
    return found == null ? ImmutableList.of() : ImmutableList.copyOf(found);
  }

  /**
   * Adds a fault.
   *
   * @param fault the fault
   * @return this collector
   */
  @CanIgnoreReturnValue
  public Faults add(FieldError fault) {
    if (found == null) {
      found = new ArrayList<>();
    }
    found.add(fault);
    return this;
  }

  /**
   * Adds faults.
   *
   * @param faults the faults, in order
   * @return this collector
   */
  @CanIgnoreReturnValue
  public Faults addAll(List<FieldError> faults) {
    faults.forEach(this::add);
    return this;
  }

  /**
   * Adds that a value must be given and is not.
   *
   * @param field where
   * @param detail what was expected; may be empty
   */
  public void required(FieldPath field, String detail) {
    add(FieldErrorType.REQUIRED, field, "", detail);
  }

  /**
   * Adds that a value may not be given here.
   *
   * @param field where
   * @param detail why not
   */
  public void forbidden(FieldPath field, String detail) {
    add(FieldErrorType.FORBIDDEN, field, "", detail);
  }

  /**
   * Adds that a text is malformed.
   *
   * @param field where
   * @param value the text, shown quoted
   * @param detail what was expected
   */
  public void invalid(FieldPath field, String value, String detail) {
    invalidShown(field, QuotedText.of(value), detail);
  }

  /**
   * Adds that a number is out of place.
   *
   * @param field where
   * @param value the number
   * @param detail what was expected
   */
  public void invalid(FieldPath field, long value, String detail) {
    invalidShown(field, Long.toString(value), detail);
  }

  /**
   * Adds that a name of a closed set is out of place.
   *
   * @param field where
   * @param value the name, shown as JSON; {@code null} when unsaid
   * @param detail what was expected
   */
  public void invalid(FieldPath field, Choice<?> value, String detail) {
    invalidShown(field, values().choice(value), detail);
  }

  /**
   * Adds that a text an object may leave out is out of place.
   *
   * @param field where
   * @param value the text, shown as JSON; {@code null} when there is none
   * @param detail what was expected
   */
  public void invalid(FieldPath field, Optional<String> value, String detail) {
    invalidShown(field, values().optional(value), detail);
  }

  /**
   * Adds that a list of texts is out of place.
   *
   * @param field where
   * @param value the list, shown as JSON; {@code null} when it is empty
   * @param detail what was expected
   */
  public void invalid(FieldPath field, List<?> value, String detail) {
    invalidShown(field, values().texts(value), detail);
  }

  /**
   * Adds that a value is malformed.
   *
   * @param field where
   * @param shown the value as the server prints it
   * @param detail what was expected
   */
  public void invalidShown(FieldPath field, String shown, String detail) {
    add(FieldErrorType.INVALID, field, shown, detail);
  }

  /**
   * Adds that a name is none of the accepted ones.
   *
   * @param field where
   * @param value the name, shown as JSON
   * @param supported the accepted names, in the server's order
   */
  public void notSupported(FieldPath field, Choice<?> value, List<String> supported) {
    StringBuilder detail = new StringBuilder("supported values: ");
    for (int i = 0; i < supported.size(); i++) {
      detail.append(i == 0 ? "" : ", ").append(QuotedText.of(supported.get(i)));
    }
    add(FieldErrorType.NOT_SUPPORTED, field, values().name(value.text()), detail.toString());
  }

  /**
   * Adds that a text is there twice.
   *
   * @param field where the later one is
   * @param value the text, shown quoted
   */
  public void duplicate(FieldPath field, String value) {
    duplicateShown(field, QuotedText.of(value));
  }

  /**
   * Adds that a number is there twice.
   *
   * @param field where the later one is
   * @param value the number
   */
  public void duplicate(FieldPath field, long value) {
    duplicateShown(field, Long.toString(value));
  }

  /**
   * Adds that a name of a closed set is there twice.
   *
   * @param field where the later one is
   * @param value the name, shown as JSON
   */
  public void duplicate(FieldPath field, Choice<?> value) {
    duplicateShown(field, values().name(value.text()));
  }

  /**
   * Adds that a value is there twice.
   *
   * @param field where the later one is
   * @param shown the value as the server prints it
   */
  public void duplicateShown(FieldPath field, String shown) {
    add(FieldErrorType.DUPLICATE, field, shown, "");
  }

  /**
   * Adds that a value is too long.
   *
   * @param field where
   * @param limit how many bytes it may have
   */
  public void tooLong(FieldPath field, int limit) {
    add(FieldErrorType.TOO_LONG, field, "", "may not be more than " + limit + " bytes");
  }

  /**
   * Adds that a list has too many items.
   *
   * @param field where
   * @param count how many it has
   * @param limit how many it may have
   */
  public void tooMany(FieldPath field, int count, int limit) {
    add(
        FieldErrorType.TOO_MANY,
        field,
        Integer.toString(count),
        "must have at most " + limit + (limit == 1 ? " item" : " items"));
  }

  /**
   * Adds that the server failed to judge a value.
   *
   * @param field where
   * @param detail what failed
   */
  public void internal(FieldPath field, String detail) {
    add(FieldErrorType.INTERNAL, field, "", detail);
  }

  private void add(FieldErrorType type, FieldPath field, String value, String detail) {
    add(new FieldError(type, field, value, detail));
  }
}
