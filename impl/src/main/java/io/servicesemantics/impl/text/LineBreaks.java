package io.servicesemantics.impl.text;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The line breaks of YAML 1.1 that the engine, which follows YAML 1.2, takes as ordinary
 * characters: U+0085, U+2028 and U+2029. Kubernetes ends a line at each.
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
   * The text with ordinary line breaks instead; separators inside quotes stay, since there they are
   * kept as they are.
   *
   * @param events what the engine makes of the text as it is
   */
  static String mended(String text, Iterator<Event> events) {
    StringBuilder mended = new StringBuilder(text);
    int done = 0;
    int codePoints = 0;
    int chars = 0;
    for (ScalarEvent quoted = next(events); quoted != null; quoted = next(events)) {
      int start = quoted.getStartMark().map(Mark::getIndex).orElse(codePoints);
      int end = quoted.getEndMark().map(Mark::getIndex).orElse(start);
      int from = text.offsetByCodePoints(chars, start - codePoints);
      chars = text.offsetByCodePoints(from, end - start);
      codePoints = end;
      mend(mended, done, from, true);
      mend(mended, from, chars, false);
      done = chars;
    }
    mend(mended, done, text.length(), true);
    return mended.toString();
  }

  private static @Nullable ScalarEvent next(Iterator<Event> events) {
    try {
      while (events.hasNext()) {
        if (events.next() instanceof ScalarEvent scalar && isQuoted(scalar)) {
          return scalar;
        }
      }
      return null;
    } catch (RuntimeException e) {
      // the text is read again after mending, and what is wrong with it is reported then
      return null;
    }
  }

  private static boolean isQuoted(ScalarEvent scalar) {
    return scalar.isDQuoted() || scalar.isSQuoted();
  }

  private static void mend(StringBuilder text, int from, int to, boolean separators) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == NEXT_LINE || (separators && (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR))) {
        text.setCharAt(i, '\n');
      }
    }
  }
}
