package io.servicesemantics.impl.validation;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.fault.QuotedText;
import java.util.Optional;

/** Prints a struct of Go, field by field, as JSON or in Go's own syntax. */
final class GoStruct {

  private final ValueText style;
  private final StringBuilder out;
  private boolean hasField;

  private GoStruct(ValueText style, StringBuilder out) {
    this.style = style;
    this.out = out;
  }

  static GoStruct of(ValueText style, String type) {
    return new GoStruct(style, new StringBuilder(style == ValueText.JSON ? "{" : type + "{"));
  }

  @CanIgnoreReturnValue
  GoStruct text(String field, String value) {
    begin(field);
    if (style == ValueText.JSON) {
      GoText.appendJson(out, value);
    } else {
      out.append(QuotedText.of(value));
    }
    return this;
  }

  /** A pointer to a flag, left out of JSON where it is nil; where it points is chance. */
  @CanIgnoreReturnValue
  GoStruct flag(String field, Optional<Boolean> value) {
    if (style == ValueText.JSON) {
      if (value.isPresent()) {
        begin(field);
        out.append(value.get());
      }
    } else {
      begin(field);
      out.append(value.isPresent() ? "(*bool)(0x*)" : "(*bool)(nil)");
    }
    return this;
  }

  private void begin(String field) {
    boolean isJson = style == ValueText.JSON;
    out.append(hasField ? isJson ? "," : ", " : "");
    hasField = true;
    if (isJson) {
      out.append('"').append(field).append("\":");
    } else {
      out.append(field).append(':');
    }
  }

  @Override
  public String toString() {
    return out.append('}').toString();
  }
}
