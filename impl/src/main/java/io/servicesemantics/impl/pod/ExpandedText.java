package io.servicesemantics.impl.pod;

import io.servicesemantics.pod.EnvironmentValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts a value together out of its text and what it refers to. */
final class ExpandedText implements Expansion.Sink {

  private final Function<String, @Nullable Expanded> variables;
  private final StringBuilder text = new StringBuilder();
  private final int written;
  private final int longest;
  private long octets;
  private boolean isKnown = true;

  ExpandedText(String value, Function<String, @Nullable Expanded> variables, int room) {
    this.variables = variables;
    written = value.length();
    longest = written + Math.min(room, Math.max(0, EnvironmentValue.LONGEST_TEXT - written));
  }

  @Override
  public void text(String value, int start, int end) {
    octets = sum(octets, Expanded.octets(value, start, end));
    append(value, start, end);
  }

  @Override
  public void reference(String name) {
    Expanded found = variables.apply(name);
    if (found == null) {
      text("$(" + name + ")", 0, name.length() + 3);
      return;
    }
    isKnown &= found.isKnown();
    octets = sum(octets, found.octets());
    append(found.text(), 0, found.text().length());
  }

  private void append(String value, int start, int end) {
    int room = longest - text.length();
    int last = end - start <= room ? end : start + room;
    if (last < end && last > start && Character.isHighSurrogate(value.charAt(last - 1))) {
      last--;
    }
    text.append(value, start, last);
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }

  /** How much longer the text is than what was written. */
  int grown() {
    return Math.max(0, text.length() - written);
  }

  Expanded build() {
    return new Expanded(text.toString(), octets, isKnown);
  }
}
