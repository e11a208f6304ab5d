package io.servicesemantics.impl.pod;

/** Lengths as the kubelet and C libraries count them: in octets of UTF-8. */
final class Octets {

  private Octets() {}

  /** The octets of any text; half a pair of surrogates stands for a letter of three. */
  static int of(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isHighSurrogate(unit)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        octets += 4;
        i++;
      } else {
        octets += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
      }
    }
    return octets;
  }

  /** The octets of texts on one line, with a blank between each two. */
  static int ofLine(Iterable<String> texts) {
    int octets = -1;
    for (String text : texts) {
      octets += 1 + of(text);
    }
    return Math.max(0, octets);
  }
}
