package io.servicesemantics.impl.text;

/** A line and a column packed into a long, so that a tree carries places without objects. */
final class Place {
  /** No place: what was not read from text. */
  static final long NONE = 0;

  private Place() {}

  static long of(int line, int column) {
    return ((long) line << 32) | column;
  }

  static int line(long place) {
    return (int) (place >>> 32);
  }

  static int column(long place) {
    return (int) place;
  }
}
