package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.AddressNotation;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.Optional;

/**
 * What text an address or a network may be written as.
 *
 * <p>Each rule answers with its detail, empty text where there is no fault, so that the caller need
 * make a path only for a fault.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/ip.go} (api 3.6).
 */
final class AddressRules {

  private static final String NOT_AN_IP =
      "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
  private static final String NOT_A_CIDR =
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

  private AddressRules() {}

  /** Of a field that once took any spelling: IsValidIPForLegacyField without old values. */
  static String addressFault(String text, boolean strict) {
    // whether IPv6 is canonical is of no interest, and takes time to tell
    if (text.indexOf(':') >= 0 && IpAddress.tryParse(text).isPresent()) {
      return "";
    }
    return switch (AddressNotation.ofAddress(text)) {
      case UNREADABLE -> NOT_AN_IP;
      case LEADING_ZEROS -> strict ? "must not have leading 0s" : "";
      case IPV4_MAPPED -> strict ? "must not be an IPv4-mapped IPv6 address" : "";
      case HOST_BITS, NON_CANONICAL, CANONICAL -> "";
    };
  }

  /** Of a field that once took any spelling: IsValidCIDRForLegacyField without old values. */
  static String cidrFault(String text, boolean strict) {
    if (text.indexOf(':') >= 0) {
      Optional<Cidr> cidr = Cidr.tryParse(text);
      if (cidr.isPresent() && !cidr.get().hasHostBits()) {
        return "";
      }
    }
    return switch (AddressNotation.ofCidr(text)) {
      case UNREADABLE -> NOT_A_CIDR;
      case LEADING_ZEROS -> strict ? "must not have leading 0s in IP or prefix length" : "";
      case IPV4_MAPPED -> strict ? "must not have an IPv4-mapped IPv6 address" : "";
      case HOST_BITS -> strict ? "must not have bits set beyond the prefix length" : "";
      case NON_CANONICAL, CANONICAL -> "";
    };
  }

  /** Of a field that takes canonical addresses alone: IsValidIP. */
  static String canonicalAddressFault(String text) {
    String fault = addressFault(text, true);
    if (!fault.isEmpty() || IpAddress.isCanonical(text)) {
      return fault;
    }
    return notCanonical(IpAddress.parse(text));
  }

  /** Of a field that takes canonical networks alone: IsValidCIDR. */
  static String canonicalCidrFault(String text) {
    String fault = cidrFault(text, true);
    if (!fault.isEmpty() || Cidr.isCanonical(text)) {
      return fault;
    }
    return notCanonical(Cidr.parse(text));
  }

  private static String notCanonical(Object value) {
    return "must be in canonical form (\"" + value + "\")";
  }

  /**
   * Of the address of an endpoint or a node, every detail that applies: ValidateEndpointIP (api
   * 3.7).
   */
  static ImmutableList<String> specialFaults(String text) {
    Optional<IpAddress> read = IpAddress.tryParseLenient(text);
    if (read.isEmpty()) {
      return ImmutableList.of("must be a valid IP address");
    }
    IpAddress address = read.get();
    if (!address.isUnspecified()
        && !address.isLoopback()
        && !address.isLinkLocalUnicast()
        && !address.isLinkLocalMulticast()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> faults = ImmutableList.builder();
    if (address.isUnspecified()) {
      faults.add("may not be unspecified (" + text + ")");
    }
    if (address.isLoopback()) {
      faults.add("may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    if (address.isLinkLocalUnicast()) {
      faults.add("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if (address.isLinkLocalMulticast()) {
      faults.add("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
    return faults.build();
  }

  /** Whether the server takes a text for an IPv6 address; whatever else it is, for an IPv4 one. */
  static boolean isIpv6(String text) {
    Optional<IpAddress> address = IpAddress.tryParseLenient(text);
    return address.isPresent() && address.get().family() == IpFamily.IPV6;
  }
}
