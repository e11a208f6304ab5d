package io.servicesemantics.impl.pod;

/**
 * Reads the references to variables, {@code $(NAME)}, in a value.
 *
 * <p>{@code $$} is one dollar and begins no reference; a reference ends at the next closing
 * parenthesis, whatever stands before it; what is not closed is text. Once over the value, however
 * many references are left open.
 *
 * <p>Source: {@code third_party/forked/golang/expansion/expand.go}, Expand (routing 5.13).
 */
final class Expansion {

  private static final char DOLLAR = '$';

  private Expansion() {}

  /** Takes a value in, piece by piece. */
  interface Sink {

    /** A piece of text, as it stays. */
    void text(String value, int start, int end);

    /** A reference to a variable. */
    void reference(String name);
  }

  static void read(String value, Sink sink) {
    int lastEnd = value.lastIndexOf(')');
    int taken = 0;
    int at = 0;
    while (at + 1 < value.length()) {
      if (value.charAt(at) != DOLLAR) {
        at++;
        continue;
      }
      char next = value.charAt(at + 1);
      if (next == '(' && at < lastEnd) {
        int end = value.indexOf(')', at);
        sink.text(value, taken, at);
        sink.reference(value.substring(at + 2, end));
        at = end + 1;
        taken = at;
      } else {
        if (next == DOLLAR) {
          sink.text(value, taken, at + 1);
          taken = at + 2;
        }
        at += 2;
      }
    }
    sink.text(value, taken, value.length());
  }
}
