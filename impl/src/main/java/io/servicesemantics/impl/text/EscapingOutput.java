package io.servicesemantics.impl.text;

import org.snakeyaml.engine.v2.api.StreamDataWriter;

/**
 * Takes what the emitter writes, and escapes what it leaves as it is though some readers refuse it
 * or end a line there. Such characters come in double quotes only: {@link PlainText} sees to that.
 */
final class EscapingOutput implements StreamDataWriter {
  private final StringBuilder out;

  EscapingOutput(StringBuilder out) {
    this.out = out;
  }

  @Override
  public void write(String text) {
    write(text, 0, text.length());
  }

  @Override
  public void write(String text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        out.append(String.format("\\u%04X", (int) c));
      } else {
        out.append(c);
      }
    }
  }

  private static boolean isUnsafe(char c) {
    return (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029' || c == '\uFEFF';
  }
}
