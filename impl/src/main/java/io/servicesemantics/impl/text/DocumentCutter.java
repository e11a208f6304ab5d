package io.servicesemantics.impl.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into its documents before anything reads them, so that a broken one costs only
 * itself.
 *
 * <p>A line {@code ---}, with nothing but blanks or a comment behind it, ends a document wherever
 * it stands, even inside a block of text. Pieces without content are left out. Unlike kubectl's
 * reader it keeps {@code %} directives with the document they belong to.
 *
 * <p>Source: apimachinery {@code pkg/util/yaml/decoder.go}, YAMLReader.
 */
final class DocumentCutter {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();

  // of the piece being read
  private int start;
  private int startLine = 1;
  private int contentLine;
  private int contentStart;
  private boolean directives;
  private int longestLine;
  private int longestLineNumber;

  private DocumentCutter(String text) {
    this.text = text;
  }

  /**
   * One document's text.
   *
   * @param start where it begins in the whole text
   * @param end where it ends
   * @param line the line it begins on, from 1
   * @param contentStart where its first line begins that is neither blank nor a comment
   * @param contentLine the number of that line, from 1
   * @param longestLine the length of its longest line
   * @param longestLineNumber the number of that line, from 1
   */
  record Piece(
      int start,
      int end,
      int line,
      int contentStart,
      int contentLine,
      int longestLine,
      int longestLineNumber) {}

  static List<Piece> cut(String text) {
    return new DocumentCutter(text).cut();
  }

  /** The whole text as one piece. */
  static List<Piece> whole(String text) {
    int start = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? 0 : 1;
    return List.of(new Piece(start, text.length(), 1, start, 1, 0, 1));
  }

  private List<Piece> cut() {
    int line = 1;
    int at = 0;
    begin(0, 1);
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      int next = newline < 0 ? end : newline + 1;
      if (isSeparator(at, end) && !directives) {
        finish(at);
        begin(next, line + 1);
      } else {
        take(at, end, line);
      }
      at = next;
      line++;
    }
    finish(text.length());
    return pieces;
  }

  private void begin(int at, int line) {
    boolean marked = at < text.length() && text.charAt(at) == BYTE_ORDER_MARK;
    start = marked ? at + 1 : at;
    startLine = line;
    contentLine = 0;
    directives = false;
    longestLine = 0;
    longestLineNumber = line;
  }

  private void finish(int end) {
    if (directives) {
      contentLine = startLine;
      contentStart = start;
    }
    if (contentLine > 0) {
      pieces.add(
          new Piece(
              start, end, startLine, contentStart, contentLine, longestLine, longestLineNumber));
    }
  }

  private void take(int lineStart, int end, int line) {
    int from = Math.max(lineStart, start);
    if (end - from > longestLine) {
      longestLine = end - from;
      longestLineNumber = line;
    }
    int content = skipBlanks(from, end);
    if (content == end || text.charAt(content) == '#') {
      return;
    }
    if (contentLine == 0 && text.charAt(from) == '%') {
      directives = true;
    } else if (contentLine == 0) {
      contentLine = line;
      contentStart = content;
      directives = false;
    }
  }

  private boolean isSeparator(int from, int end) {
    if (!text.startsWith("---", from)) {
      return false;
    }
    int behind = skipBlanks(from + 3, end);
    return behind >= end || text.charAt(behind) == '#';
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }
}
