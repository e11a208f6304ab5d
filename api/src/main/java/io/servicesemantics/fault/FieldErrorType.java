package io.servicesemantics.fault;

/**
 * The types of fault the API server tells apart.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/field/errors.go} (api 0.5).
 */
public enum FieldErrorType {
  /** A value must be given and is not. */
  REQUIRED("FieldValueRequired", "Required value", false),
  /** A value is malformed. */
  INVALID("FieldValueInvalid", "Invalid value", true),
  /** A value collides with another one. */
  DUPLICATE("FieldValueDuplicate", "Duplicate value", true),
  /** A value is none of the accepted ones. */
  NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value", true),
  /** A value may not be given here. */
  FORBIDDEN("FieldValueForbidden", "Forbidden", false),
  /** A text is too long. */
  TOO_LONG("FieldValueTooLong", "Too long", false),
  /** A text is too short. */
  TOO_SHORT("FieldValueTooShort", "Too short", false),
  /** A list has too many items. */
  TOO_MANY("FieldValueTooMany", "Too many", true),
  /** A list has too few items. */
  TOO_FEW("FieldValueTooFew", "Too few", true),
  /** What a value refers to does not exist. */
  NOT_FOUND("FieldValueNotFound", "Not found", true),
  /** The server itself failed. */
  INTERNAL("InternalError", "Internal error", false);

  private final String causeReason;
  private final String text;
  private final boolean showsValue;

  FieldErrorType(String causeReason, String text, boolean showsValue) {
    this.causeReason = causeReason;
    this.text = text;
    this.showsValue = showsValue;
  }

  /** {@return the {@code reason} of a cause in a Status, such as {@code FieldValueInvalid}} */
  public String causeReason() {
    return causeReason;
  }

  /** {@return the words a message starts with, such as {@code Invalid value}} */
  public String text() {
    return text;
  }

  /** {@return whether a message of this type quotes the bad value} */
  public boolean showsValue() {
    return showsValue;
  }
}
