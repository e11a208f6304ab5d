package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.net.AddressNotation;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;

/**
 * What the server warns of in the spelling of addresses and networks it takes.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/ip.go}, GetWarningsForIP and
 * GetWarningsForCIDR (api 3.9).
 */
final class StandardAddressWarnings implements AddressWarnings {

  private final String verdict;

  /** Takes what is said of an address or network that is not written as it should be. */
  StandardAddressWarnings(String verdict) {
    this.verdict = verdict;
  }

  @Override
  public boolean areOfAllKinds() {
    return true;
  }

  @Override
  public String ofAddress(String text) {
    return switch (AddressNotation.ofAddress(text)) {
      case UNREADABLE, HOST_BITS, CANONICAL -> "";
      case NON_CANONICAL -> notCanonical("IPv6 address", text, IpAddress.parse(text));
      case LEADING_ZEROS, IPV4_MAPPED ->
          nonStandard("IP address", text, IpAddress.tryParseLenient(text).orElseThrow());
    };
  }

  @Override
  public ImmutableList<String> ofCidr(String text) {
    AddressNotation notation = AddressNotation.ofCidr(text);
    if (notation == AddressNotation.UNREADABLE || notation == AddressNotation.CANONICAL) {
      return ImmutableList.of();
    }
    Cidr cidr = Cidr.tryParseLenient(text).orElseThrow();
    if (notation == AddressNotation.NON_CANONICAL) {
      return ImmutableList.of(notCanonical("IPv6 CIDR value", text, cidr));
    }
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    if (cidr.hasHostBits()) {
      // the length of an address as it is written: also of an IPv4 address written as IPv6
      int whole = text.indexOf(':') >= 0 ? 128 : 32;
      warnings.add(
          "CIDR value "
              + QuotedText.of(text)
              + " is ambiguous in this context (should be \""
              + cidr.masked()
              + "\" or \""
              + cidr.address().unmapped()
              + "/"
              + whole
              + "\"?)");
    }
    if (notation != AddressNotation.HOST_BITS) {
      warnings.add(nonStandard("CIDR value", text, cidr.masked()));
    }
    return warnings.build();
  }

  private static String notCanonical(String what, String text, Object canonical) {
    return what
        + " "
        + QuotedText.of(text)
        + " should be in RFC 5952 canonical format (\""
        + canonical
        + "\")";
  }

  private String nonStandard(String what, String text, Object canonical) {
    return "non-standard "
        + what
        + " "
        + QuotedText.of(text)
        + " "
        + verdict
        + ": use \""
        + canonical
        + "\"";
  }
}
