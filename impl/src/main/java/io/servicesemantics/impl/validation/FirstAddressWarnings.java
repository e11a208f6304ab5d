package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;

/**
 * The first warnings of the spelling of addresses: of what Go's stricter reader cannot read, and of
 * IPv6 that is not canonical (versions A12).
 *
 * <p>Source: {@code pkg/api/service/warnings.go} up to 1.32, getWarningsForIP and
 * getWarningsForCIDR.
 */
final class FirstAddressWarnings implements AddressWarnings {

  private static final String ACCEPTED =
      " was accepted, but will be invalid in a future Kubernetes release: ";

  @Override
  public boolean areOfAllKinds() {
    return false;
  }

  @Override
  public String ofAddress(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String unread = GoAddressText.fault(text);
    if (!unread.isEmpty()) {
      return "IP address" + ACCEPTED + unread;
    }
    return notCanonical("IPv6 address", text, canonical(text));
  }

  @Override
  public ImmutableList<String> ofCidr(String text) {
    String unread = GoAddressText.prefixFault(text);
    if (!unread.isEmpty()) {
      return ImmutableList.of("IP prefix" + ACCEPTED + unread);
    }
    int slash = text.lastIndexOf('/');
    String canonical = canonical(text.substring(0, slash)) + text.substring(slash);
    String warning = notCanonical("IPv6 prefix", text, canonical);
    return warning.isEmpty() ? ImmutableList.of() : ImmutableList.of(warning);
  }

  // What Go's reader takes has one form, but for IPv6; a zone is kept as it is.
  private static String canonical(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    int zone = text.indexOf('%');
    return IpAddress.tryParseLenient(zone < 0 ? text : text.substring(0, zone))
        .map(address -> printed(address) + (zone < 0 ? "" : text.substring(zone)))
        .orElse(text);
  }

  // Go prints an IPv4 address that is written as IPv6 as such.
  private static String printed(IpAddress address) {
    IpAddress plain = address.unmapped();
    return plain.family() == IpFamily.IPV4 ? "::ffff:" + plain : plain.toString();
  }

  private static String notCanonical(String what, String text, String canonical) {
    return text.equals(canonical)
        ? ""
        : what
            + " "
            + QuotedText.of(text)
            + " is not in RFC 5952 canonical format ("
            + QuotedText.of(canonical)
            + "), which may cause controller apply-loops";
  }
}
