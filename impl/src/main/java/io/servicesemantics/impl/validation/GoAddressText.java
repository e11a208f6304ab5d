package io.servicesemantics.impl.validation;

import io.servicesemantics.fault.QuotedText;

/**
 * What Go's reader of addresses says of text that it cannot read: {@code net/netip}, ParseAddr and
 * ParsePrefix.
 */
final class GoAddressText {

  private static final int MOST_BITS_OF_IPV4 = 32;
  private static final int MOST_BITS_OF_IPV6 = 128;

  private GoAddressText() {}

  /** Returns what is said of text that is to be an address; empty text where it can be read. */
  static String fault(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '.') {
        return ipv4Fault(text, 0, text.length());
      }
      if (character == ':') {
        return new GoIpv6Text(text).fault();
      }
      if (character == '%') {
        return of(text, "missing IPv6 address", "");
      }
    }
    return of(text, "unable to parse IP", "");
  }

  /** Returns what is said of text that is to be a network; empty text where it can be read. */
  static String prefixFault(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 0) {
      return ofPrefix(text, "no '/'");
    }
    String address = text.substring(0, slash);
    String fault = fault(address);
    if (!fault.isEmpty()) {
      return ofPrefix(text, fault);
    }
    if (address.indexOf('%') >= 0) {
      return ofPrefix(text, "IPv6 zones cannot be present in a prefix");
    }
    String bits = text.substring(slash + 1);
    int number = number(bits);
    if (number < 0) {
      return ofPrefix(text, "bad bits after slash: " + QuotedText.of(bits));
    }
    int most = address.indexOf(':') < 0 ? MOST_BITS_OF_IPV4 : MOST_BITS_OF_IPV6;
    return number > most ? ofPrefix(text, "prefix length out of range") : "";
  }

  // A number without sign or leading zeros; -1 for anything else, and a large one for what is
  // large.
  private static int number(String text) {
    if (text.isEmpty() || text.length() > 18 || (text.length() > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Spelling.isDigit(text.charAt(i))) {
        return -1;
      }
      number = Math.min(number * 10 + text.charAt(i) - '0', MOST_BITS_OF_IPV6 + 1);
    }
    return number;
  }

  /** What is said of the part of an address that is to be four numbers. */
  static String ipv4Fault(String whole, int from, int end) {
    int value = 0;
    int field = 0;
    int digits = 0;
    for (int i = from; i < end; i++) {
      char letter = whole.charAt(i);
      if (Spelling.isDigit(letter)) {
        if (digits == 1 && value == 0) {
          return of(whole, "IPv4 field has octet with leading zero", "");
        }
        value = value * 10 + letter - '0';
        digits++;
        if (value > 0xff) {
          return of(whole, "IPv4 field has value >255", "");
        }
      } else if (letter != '.') {
        return of(whole, "unexpected character", whole.substring(i, end));
      } else if (i == from || i == end - 1 || whole.charAt(i - 1) == '.') {
        return of(whole, "IPv4 field must have at least one digit", whole.substring(i, end));
      } else if (field == 3) {
        return of(whole, "IPv4 address too long", "");
      } else {
        field++;
        value = 0;
        digits = 0;
      }
    }
    return field < 3 ? of(whole, "IPv4 address too short", "") : "";
  }

  static String of(String text, String message, String at) {
    return "ParseAddr("
        + QuotedText.of(text)
        + "): "
        + message
        + (at.isEmpty() ? "" : " (at " + QuotedText.of(at) + ")");
  }

  private static String ofPrefix(String text, String message) {
    return "netip.ParsePrefix(" + QuotedText.of(text) + "): " + message;
  }
}
