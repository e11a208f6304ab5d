package io.servicesemantics.explain;

import com.google.common.collect.ImmutableList;

/**
 * Rows of cells as aligned lines, as Go's {@code text/tabwriter} aligns them for kubectl: columns
 * at least six letters wide, three blanks between them, and nothing behind the last cell.
 */
public final class AlignedText {

  private static final int LEAST_WIDTH = 6;
  private static final int PADDING = 3;

  private AlignedText() {}

  /**
   * Returns headings and rows as lines.
   *
   * @param columns the headings
   * @param rows a row each, as wide as the headings
   * @return the lines, without a line break behind the last
   */
  public static String of(
      ImmutableList<String> columns, ImmutableList<ImmutableList<String>> rows) {
    int[] widths = new int[columns.size()];
    widen(widths, columns);
    rows.forEach(row -> widen(widths, row));
    StringBuilder text = new StringBuilder();
    append(text, columns, widths);
    for (ImmutableList<String> row : rows) {
      append(text.append('\n'), row, widths);
    }
    return text.toString();
  }

  private static void widen(int[] widths, ImmutableList<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      widths[i] = Math.max(widths[i], Math.max(LEAST_WIDTH, length(shown(cells.get(i))) + PADDING));
    }
  }

  private static void append(StringBuilder text, ImmutableList<String> cells, int[] widths) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = shown(cells.get(i));
      text.append(cell);
      if (i < cells.size() - 1) {
        text.append(" ".repeat(widths[i] - length(cell)));
      }
    }
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  // A cell ends at the first line break, and cannot steer the terminal.
  private static String shown(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char letter = cell.charAt(i);
      if (letter == '\n' || letter == '\r' || letter == '\f') {
        return escaped(cell.substring(0, i)) + "...";
      }
    }
    return escaped(cell);
  }

  private static String escaped(String cell) {
    return cell.indexOf('\u001b') < 0 ? cell : cell.replace("\u001b", "^[");
  }
}
