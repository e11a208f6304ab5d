package io.servicesemantics.impl.text;

import io.servicesemantics.impl.text.DocumentCutter.Piece;

/**
 * What brackets inside one another will cost the scanner: at each token it looks through every
 * bracket that stands before it on the same line, since each might begin a key.
 */
final class Brackets {
  // a bracket this far back can no longer begin a key, and the scanner forgets it
  private static final int POSSIBLE_KEY_LENGTH = 1_024;
  private static final int ORDINARY = 16;

  private Brackets() {}

  /** For each opening bracket, how many beyond 16 are open before it on its line. */
  static long cost(String text, Piece piece) {
    long cost = 0;
    int depth = 0;
    for (int i = piece.start(); i < piece.end(); i++) {
      switch (text.charAt(i)) {
        case '[', '{' -> cost += Math.max(0, Math.min(depth++, POSSIBLE_KEY_LENGTH) - ORDINARY);
        case ']', '}' -> depth = Math.max(0, depth - 1);
        case '\n' -> depth = 0;
        default -> {
          // other characters open and close nothing
        }
      }
    }
    return cost;
  }
}
