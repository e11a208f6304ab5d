package io.servicesemantics.testkit.vector;

import java.util.function.Function;
import java.util.function.Supplier;

/** What came of holding an implementation against one vector. */
public sealed interface VectorOutcome {

  /** The answers agree. */
  record Agree() implements VectorOutcome {}

  /**
   * The answers differ, or the implementation threw.
   *
   * @param difference where they differ first
   */
  record Disagree(Difference difference) implements VectorOutcome {}

  /** The area is one this kit has no reader for. */
  record NotImplemented() implements VectorOutcome {}

  /** Handles every outcome; a new kind breaks the build of whoever calls this, as it should. */
  default <R> R match(
      Supplier<R> agree, Function<Disagree, R> disagree, Supplier<R> notImplemented) {
    if (this instanceof Agree) {
      return agree.get();
    }
    return this instanceof Disagree differing ? disagree.apply(differing) : notImplemented.get();
  }
}
