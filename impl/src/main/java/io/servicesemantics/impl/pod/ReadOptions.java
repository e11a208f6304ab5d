package io.servicesemantics.impl.pod;

import io.servicesemantics.pod.ResolvConf;

/** The options of a resolv.conf as C libraries read them. */
final class ReadOptions {

  private static final String NDOTS = "ndots:";
  private static final String NO_TLD_QUERY = "no-tld-query";
  private static final int DEFAULT_NDOTS = 1;
  private static final int MOST_NDOTS = 15;
  // With "options " before them and a line break behind, musl reads no longer line.
  private static final int LONGEST_FOR_MUSL = 246;

  private ReadOptions() {}

  /**
   * From how many dots on glibc asks a name as it is first: the last option counts, and what is no
   * number is 0. A negative number is kept in four bits.
   */
  static int ndotsForGlibc(ResolvConf conf) {
    int ndots = DEFAULT_NDOTS;
    for (String option : conf.options()) {
      if (option.startsWith(NDOTS)) {
        int number = Math.min(number(option, NDOTS.length()), MOST_NDOTS);
        ndots = number & MOST_NDOTS;
      }
    }
    return ndots;
  }

  /** The same for musl, for which the first option counts, if a digit follows the colon. */
  static int ndotsForMusl(ResolvConf conf) {
    if (!isReadByMusl(conf)) {
      return DEFAULT_NDOTS;
    }
    for (String option : conf.options()) {
      int at = option.indexOf(NDOTS);
      if (at >= 0) {
        int from = at + NDOTS.length();
        return from < option.length() && isDigit(option.charAt(from))
            ? Math.min(number(option, from), MOST_NDOTS)
            : DEFAULT_NDOTS;
      }
    }
    return DEFAULT_NDOTS;
  }

  /** Whether the line of options is short enough for musl. */
  static boolean isReadByMusl(ResolvConf conf) {
    return Octets.ofLine(conf.options()) <= LONGEST_FOR_MUSL;
  }

  /** Whether glibc asks about a name without dots only with a search domain behind it. */
  static boolean hasNoTldQuery(ResolvConf conf) {
    for (String option : conf.options()) {
      if (option.startsWith(NO_TLD_QUERY)) {
        return true;
      }
    }
    return false;
  }

  // The number a text begins with, 0 without one, as C reads it.
  private static int number(String text, int from) {
    int at = from;
    boolean isNegative = at < text.length() && text.charAt(at) == '-';
    if (at < text.length() && (isNegative || text.charAt(at) == '+')) {
      at++;
    }
    long number = 0;
    for (; at < text.length() && isDigit(text.charAt(at)); at++) {
      number = Math.min(10 * number + (text.charAt(at) - '0'), Integer.MAX_VALUE);
    }
    return (int) (isNegative ? -number : number);
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }
}
