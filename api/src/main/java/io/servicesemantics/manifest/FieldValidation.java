package io.servicesemantics.manifest;

import io.servicesemantics.object.WireName;

/**
 * What becomes of fields nobody knows and of keys given twice; Kubernetes' {@code fieldValidation}.
 *
 * <p>It never decides what is read: the last of two equal keys counts, and an unknown field is
 * dropped, in every mode.
 */
public enum FieldValidation implements WireName {
  /** They are errors, and the object is refused; what kubectl asks for since 1.27. */
  STRICT("Strict"),
  /** They are warnings; the server's default. */
  WARN("Warn"),
  /** They are not mentioned. */
  IGNORE("Ignore");

  private final String wireName;

  FieldValidation(String wireName) {
    this.wireName = wireName;
  }

  /** {@return the value as a request spells it, such as {@code Strict}} */
  @Override
  public String wireName() {
    return wireName;
  }
}
