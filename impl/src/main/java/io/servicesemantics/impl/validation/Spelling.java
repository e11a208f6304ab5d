package io.servicesemantics.impl.validation;

/** Whether a part of a text is spelled as a pattern of Kubernetes says, by one pass over it. */
final class Spelling {

  private Spelling() {}

  /** One or more labels with dots between: {@code label(\.label)*}. */
  static boolean isSubdomain(String text, int from, int end) {
    int start = from;
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '.') {
        if (!isLabel(text, start, i)) {
          return false;
        }
        start = i + 1;
      }
    }
    return isLabel(text, start, end);
  }

  /** {@code [a-z0-9]([-a-z0-9]*[a-z0-9])?}. */
  static boolean isLabel(String text, int from, int end) {
    if (from == end || text.charAt(from) == '-' || text.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!isLower(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** {@code ([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]}. */
  static boolean isName(String text, int from, int end) {
    if (from == end
        || !isAlphanumeric(text.charAt(from))
        || !isAlphanumeric(text.charAt(end - 1))) {
      return false;
    }
    for (int i = from + 1; i < end - 1; i++) {
      char c = text.charAt(i);
      if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlphanumeric(char c) {
    return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
