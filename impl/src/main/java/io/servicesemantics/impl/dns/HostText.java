package io.servicesemantics.impl.dns;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as the DNS server does: IPv4 without leading zeros, IPv6 in any form, a mapped
 * one being the IPv4 address in it (dns 5.5).
 */
final class HostText {

  private HostText() {}

  /** The address; null for a name. */
  static @Nullable IpAddress address(String text) {
    if (text.indexOf(':') < 0) {
      return IpAddress.tryParse(text).orElse(null);
    }
    if (hasLeadingZero(text)) {
      return null;
    }
    return IpAddress.tryParseLenient(text).map(IpAddress::unmapped).orElse(null);
  }

  // Of IPv4 octets at the end of IPv6 text, which are read strictly too.
  private static boolean hasLeadingZero(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return false;
    }
    for (int i = text.lastIndexOf(':', dot) + 1; i + 1 < text.length(); i++) {
      boolean starts = text.charAt(i - 1) == ':' || text.charAt(i - 1) == '.';
      if (starts && text.charAt(i) == '0' && text.charAt(i + 1) != '.') {
        return true;
      }
    }
    return false;
  }

  /** Whether a text is an address of a family. */
  static boolean isOf(String text, IpFamily family) {
    IpAddress address = address(text);
    return address != null && address.family() == family;
  }
}
