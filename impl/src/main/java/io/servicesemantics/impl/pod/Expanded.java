package io.servicesemantics.impl.pod;

/**
 * What a value came to.
 *
 * @param text the text, cut off where it is too long
 * @param octets how long it is in truth, in UTF-8
 * @param isKnown whether all it is made of is known here
 */
record Expanded(String text, long octets, boolean isKnown) {

  static final Expanded UNKNOWN = new Expanded("", 0, false);

  static Expanded of(String text) {
    return new Expanded(text, octets(text, 0, text.length()), true);
  }

  /** How many octets a piece of a text has in UTF-8. */
  static long octets(String text, int start, int end) {
    long octets = 0;
    for (int i = start; i < end; i++) {
      char unit = text.charAt(i);
      // Each half of a pair stands for two of its four octets.
      octets += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return octets;
  }
}
