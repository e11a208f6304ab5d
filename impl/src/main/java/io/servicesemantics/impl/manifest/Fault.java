package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem.Kind;

/**
 * One thing wrong with an object, in our words and the server's.
 *
 * @param kind what sort it is
 * @param weight what the server makes of it
 * @param path the field, from the top of the object
 * @param atValue whether it stands at the value of the field, rather than at its key
 * @param message what is wrong
 * @param hint how to cure it; may be empty
 * @param words the server's words; empty where it has none
 */
record Fault(
    Kind kind,
    Weight weight,
    FieldPath path,
    boolean atValue,
    String message,
    String hint,
    String words) {

  /** What the server makes of a fault. */
  enum Weight {
    /** Reading ends here with this error, whatever came before. */
    ENDS,
    /** The object is refused in the end, with the first of these. */
    REFUSES,
    /** The object is refused if read strictly; else it is a warning. */
    STRICT,
    /** Nothing. */
    TAKEN
  }
}
