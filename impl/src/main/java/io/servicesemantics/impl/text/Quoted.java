package io.servicesemantics.impl.text;

/** Text in quotes for messages, cut where it is long. */
final class Quoted {
  private static final int MAXIMUM = 1_000;

  private Quoted() {}

  static String text(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < Math.min(text.length(), MAXIMUM); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || c == 0x7f) {
            quoted.append(String.format("\\x%02x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append(text.length() > MAXIMUM ? "…\"" : "\"").toString();
  }
}
