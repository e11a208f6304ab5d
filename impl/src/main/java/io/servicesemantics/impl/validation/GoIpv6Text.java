package io.servicesemantics.impl.validation;

/** What Go's reader says of text that is to be an IPv6 address, group by group. */
final class GoIpv6Text {

  private static final int OCTETS = 16;
  private static final int OCTETS_OF_IPV4 = 4;
  private static final int MOST_DIGITS = 4;

  private final String whole;
  private final int end; // where a zone begins, or the text ends
  private int at;
  private int octets;
  private boolean hasEllipsis;

  GoIpv6Text(String whole) {
    this.whole = whole;
    int zone = whole.indexOf('%');
    end = zone < 0 ? whole.length() : zone;
  }

  /** Returns what is said of it; empty text where it can be read. */
  String fault() {
    if (end == whole.length() - 1) {
      return say("zone must be a non-empty string", "");
    }
    if (end >= 2 && whole.startsWith("::")) {
      hasEllipsis = true;
      at = 2;
      if (at == end) {
        return "";
      }
    }
    while (octets < OCTETS) {
      int digits = digits();
      if (digits > MOST_DIGITS) {
        return say("each group must have 4 or less digits", rest());
      }
      if (digits == 0) {
        return say("each colon-separated field must have at least one digit", rest());
      }
      if (at + digits < end && whole.charAt(at + digits) == '.') {
        return ipv4AtTheEnd();
      }
      octets += 2;
      at += digits;
      if (at == end) {
        break;
      }
      String fault = separator();
      if (!fault.isEmpty()) {
        return fault;
      }
      if (at == end) {
        break;
      }
    }
    return at < end ? say("trailing garbage after address", rest()) : length();
  }

  private int digits() {
    int count = 0;
    while (at + count < end
        && Character.digit(whole.charAt(at + count), 16) >= 0
        && whole.charAt(at + count) < 0x80) {
      count++;
    }
    return count;
  }

  private String ipv4AtTheEnd() {
    if (!hasEllipsis && octets != OCTETS - OCTETS_OF_IPV4) {
      return say("embedded IPv4 address must replace the final 2 fields of the address", rest());
    }
    if (octets + OCTETS_OF_IPV4 > OCTETS) {
      return say("too many hex fields to fit an embedded IPv4 at the end of the address", rest());
    }
    String fault = GoAddressText.ipv4Fault(whole, at, end);
    octets += OCTETS_OF_IPV4;
    return fault.isEmpty() ? length() : fault;
  }

  // A colon, or two for the groups that are left out.
  private String separator() {
    if (whole.charAt(at) != ':') {
      return say("unexpected character, want colon", rest());
    }
    if (at + 1 == end) {
      return say("colon must be followed by more characters", rest());
    }
    at++;
    if (whole.charAt(at) == ':') {
      if (hasEllipsis) {
        return say("multiple :: in address", rest());
      }
      hasEllipsis = true;
      at++;
    }
    return "";
  }

  private String length() {
    if (octets < OCTETS) {
      return hasEllipsis ? "" : say("address string too short", "");
    }
    return hasEllipsis ? say("the :: must expand to at least one field of zeros", "") : "";
  }

  private String rest() {
    return whole.substring(at, end);
  }

  private String say(String message, String where) {
    return GoAddressText.of(whole, message, where);
  }
}
