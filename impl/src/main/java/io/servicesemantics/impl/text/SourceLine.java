package io.servicesemantics.impl.text;

/**
 * The line of a text in which something went wrong.
 *
 * @param text the line
 * @param column where in it, from 0
 * @param key the key at its beginning, if it ends before that column; else empty
 * @param valueStart where the value of that key begins
 */
record SourceLine(String text, int column, String key, int valueStart) {

  static SourceLine of(String whole, int line, int column) {
    int start = 0;
    for (int i = 0; i < line; i++) {
      int newline = whole.indexOf('\n', start);
      if (newline < 0) {
        break;
      }
      start = newline + 1;
    }
    int end = whole.indexOf('\n', start);
    String text = whole.substring(start, end < 0 ? whole.length() : end).stripTrailing();
    int from = 0;
    while (from < text.length() && (text.charAt(from) == ' ' || text.startsWith("- ", from))) {
      from++;
    }
    int colon = text.indexOf(": ", from);
    boolean keyed = colon > from && colon < column;
    return new SourceLine(
        text, column, keyed ? text.substring(from, colon) : "", keyed ? colon + 2 : 0);
  }

  /** Whether nothing but blanks and dashes stands before the column. */
  boolean isIndentation() {
    for (int i = 0; i < Math.min(column, text.length()); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '-' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** The value of the key, without its comment. */
  String valueBefore() {
    int comment = text.indexOf(" #", valueStart);
    return text.substring(valueStart, comment < 0 ? text.length() : comment).strip();
  }
}
