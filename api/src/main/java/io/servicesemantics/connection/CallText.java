package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.primitives.Ints;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import java.util.Optional;

/** What callers and destinations are written in: names, addresses, ports and protocols. */
final class CallText {

  static final int HIGHEST_PORT = 65535;
  // A URL may be long; nothing of it that counts is.
  static final int LONGEST = 4096;
  private static final int LONGEST_NAME = 253;
  private static final CharMatcher NAME =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("-._"))
          .precomputed();
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher DIGITS_AND_DOTS = DIGITS.or(CharMatcher.is('.'));

  private CallText() {}

  static String trimmed(String text, String what, String expected) {
    checkArgument(
        text.length() <= LONGEST,
        "%s: \"%s\"; expected no more than %s characters",
        what,
        shown(text),
        LONGEST);
    String trimmed = CharMatcher.is(' ').trimFrom(text);
    checkArgument(!trimmed.isEmpty(), "%s: \"%s\"; expected %s", what, shown(text), expected);
    return trimmed;
  }

  static void checkName(String name, String what) {
    checkArgument(
        isName(name),
        "%s: \"%s\"; expected letters, digits, \"-\", \".\" or \"_\", at most %s",
        what,
        shown(name),
        LONGEST_NAME);
  }

  static boolean isName(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_NAME && NAME.matchesAllOf(text);
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && DIGITS.matchesAllOf(text);
  }

  /** Whether it is all digits and dots, as an address is, and no name anybody means. */
  static boolean isLikeIpv4(String text) {
    return text.indexOf('.') >= 0 && DIGITS_AND_DOTS.matchesAllOf(text);
  }

  /** An address, in brackets or not. */
  static Optional<IpAddress> address(String text) {
    boolean isBracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
    return isBracketed
        ? IpAddress.tryParse(text.substring(1, text.length() - 1))
            .filter(address -> address.family() == IpFamily.IPV6)
        : IpAddress.tryParse(text);
  }

  static Optional<Protocol> protocol(String text) {
    for (Protocol protocol : Protocol.values()) {
      if (Ascii.equalsIgnoreCase(protocol.wireName(), text)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  static Optional<Integer> port(String text) {
    return Optional.ofNullable(isNumber(text) ? Ints.tryParse(text) : null)
        .filter(port -> port >= 1 && port <= HIGHEST_PORT);
  }

  /** Text as it may be quoted: short, and without anything that steers a terminal. */
  static String shown(String text) {
    return CharMatcher.javaIsoControl().replaceFrom(Ascii.truncate(text, 120, "..."), '?');
  }
}
