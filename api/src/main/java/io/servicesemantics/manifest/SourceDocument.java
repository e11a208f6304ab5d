package io.servicesemantics.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import java.util.Optional;

/**
 * One document of a text: a neutral tree, the places of its parts, and its problems.
 *
 * <p>A neutral tree is made of {@code Map<String, ?>}, {@code List<?>}, {@code String}, {@code
 * Integer}, {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean} and null, as JSON has
 * them. Trees read from text cannot be changed and keep the order of keys.
 */
public interface SourceDocument {

  /** {@return the tree; empty where the document could not be read, and its problems say why} */
  Optional<Object> tree();

  /** {@return which document of its text this is, from 1; documents without content don't count} */
  int index();

  /**
   * {@return whether it was read from JSON text, whose numbers are as written and whose order of
   * keys is the server's}
   */
  default boolean isJson() {
    return false;
  }

  /** {@return where the document's content begins} */
  SourceLocation start();

  /** {@return what is wrong with the text of this document, in the order of the text} */
  ImmutableList<ManifestProblem> problems();

  /**
   * Finds where a field stands.
   *
   * @param path the field's path from the top of this document
   * @return the place of its key, or of the item in a list; where there is no such field, the place
   *     of the nearest one above it
   */
  SourceLocation locationOf(FieldPath path);

  /**
   * Finds where the value of a field stands.
   *
   * @param path the field's path from the top of this document
   * @return the place of its value, or what {@link #locationOf} finds where there is no such field
   */
  SourceLocation valueLocationOf(FieldPath path);
}
