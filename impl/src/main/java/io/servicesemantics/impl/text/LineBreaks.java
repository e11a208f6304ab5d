package io.servicesemantics.impl.text;

/**
 * The line breaks of YAML 1.1 that the engine, which follows YAML 1.2, takes as ordinary
 * characters: U+0085, U+2028 and U+2029. Kubernetes ends a line at each, except that the latter two
 * are kept as they are inside of quotes.
 *
 * <p>Source: go-yaml v2 {@code yamlprivateh.go} is_break, {@code scannerc.go} read_line.
 */
final class LineBreaks {
  private static final char NEXT_LINE = '\u0085';
  private static final char LINE_SEPARATOR = '\u2028';
  private static final char PARAGRAPH_SEPARATOR = '\u2029';

  private LineBreaks() {}

  static boolean areIn(String text) {
    return text.indexOf(NEXT_LINE) >= 0
        || text.indexOf(LINE_SEPARATOR) >= 0
        || text.indexOf(PARAGRAPH_SEPARATOR) >= 0;
  }

  /**
   * The text with ordinary line breaks instead. What is quoted is told by the line alone; quotes
   * that span lines and hold a separator are not worth a scanner of our own.
   */
  static String mended(String text) {
    StringBuilder mended = new StringBuilder(text);
    char quote = 0;
    boolean escaped = false;
    for (int i = 0; i < mended.length(); i++) {
      char c = mended.charAt(i);
      if (escaped) {
        escaped = false;
        continue;
      }
      boolean separator = c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
      if (c == NEXT_LINE || (separator && quote == 0)) {
        mended.setCharAt(i, '\n');
        quote = 0;
      } else if (c == '\n') {
        quote = 0;
      } else if (quote == '"' && c == '\\') {
        escaped = true;
      } else if (quote == c) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'') && canOpen(mended, i)) {
        quote = c;
      }
    }
    return mended.toString();
  }

  private static boolean canOpen(StringBuilder text, int at) {
    return at == 0 || " \t\n[{,".indexOf(text.charAt(at - 1)) >= 0;
  }
}
