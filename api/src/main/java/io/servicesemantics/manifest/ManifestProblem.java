package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.fault.FieldPath;
import java.io.Serializable;

/**
 * One thing a manifest has wrong: what, in which field, where in the text, and how to cure it.
 *
 * <p>Prints as one line: {@code spec.ports[0].port: text "80" where a number belongs: remove the
 * quotes (shop.yaml:7)}.
 *
 * @param kind what sort of problem it is
 * @param path the field, from the top of its object; the root where it concerns all of it
 * @param location where it stands
 * @param message what is wrong, in one line
 * @param hint how to cure it, in one line; empty where nothing general can be said
 * @param serverWords the API server's words for it, such as {@code unknown field "spec.Ports"};
 *     empty where it has none
 */
public record ManifestProblem(
    Kind kind,
    FieldPath path,
    SourceLocation location,
    String message,
    String hint,
    String serverWords)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Checks that the message says something. */
  public ManifestProblem {
    checkNotNull(kind, "Kind of a problem is null; expected one");
    checkNotNull(path, "Path of a problem is null; expected one");
    checkNotNull(location, "Location of a problem is null; expected one");
    checkArgument(!message.isEmpty(), "Message of a problem: \"%s\"; expected text", message);
    checkNotNull(hint, "Hint of a problem is null; expected text");
    checkNotNull(serverWords, "Server's words for a problem are null; expected text");
  }

  /**
   * A problem for which the server has no words.
   *
   * @param kind what sort of problem it is
   * @param path the field; the root where it concerns a whole document
   * @param location where it stands
   * @param message what is wrong, in one line
   * @param hint how to cure it, in one line; empty where nothing general can be said
   */
  public ManifestProblem(
      Kind kind, FieldPath path, SourceLocation location, String message, String hint) {
    this(kind, path, location, message, hint, "");
  }

  /** The sorts of problem a manifest can have. */
  public enum Kind {
    /** The text is not YAML or JSON from here on; the document is not read. */
    SYNTAX,
    /** A key stands twice in one map; the last one counts. */
    DUPLICATE_KEY,
    /** A field the kind does not have; it is not read. */
    UNKNOWN_FIELD,
    /** Text where a number belongs, a map where a list belongs, and the like. */
    WRONG_TYPE,
    /** A number too large or too small for its field. */
    OUT_OF_RANGE,
    /** A number with a fraction where a whole one belongs. */
    FRACTION,
    /** An element of a list that is null; Kubernetes takes it as an empty element. */
    NULL_ELEMENT,
    /** An object of a kind this library does not read; nothing is wrong with it. */
    UNREAD_KIND,
    /** A kind in an API version that the server does not have. */
    UNSERVED_VERSION,
    /** A document that does not say what kind of object it is. */
    MISSING_KIND,
    /** Text, nesting or aliases beyond what is read; the document is not read. */
    TOO_LARGE,
    /** A value or key that JSON has no words for, such as infinity; the document is not read. */
    UNSUPPORTED_VALUE,
    /** A value of the right type that means nothing, such as an address that is none. */
    BAD_VALUE,
    /** Text that no Kubernetes tool reads, because the document ended before it. */
    IGNORED_TEXT,
    /** A file that cannot be read. */
    FILE
  }

  /** {@return field, message, hint and place in one line} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!path.isRoot()) {
      text.append(path).append(": ");
    }
    text.append(message);
    if (!hint.isEmpty()) {
      text.append(": ").append(hint);
    }
    return text.append(" (").append(location.toLineText()).append(')').toString();
  }
}
