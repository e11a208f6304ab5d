package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.Optional;

/**
 * The addresses of a Pod by family, as Kubernetes prints them.
 *
 * <p>Follows {@code endpointslice/utils.go}, getEndpointAddresses (routing 1.4.4): leniently read,
 * canonically printed. Text that is no address belongs to no family.
 */
record PodAddresses(ImmutableList<String> ipv4, ImmutableList<String> ipv6) {

  private static final PodAddresses NONE = new PodAddresses(ImmutableList.of(), ImmutableList.of());

  /** The addresses of a Pod, as they are written, or as Kubernetes prints them. */
  static PodAddresses of(ImmutableList<String> texts, boolean asWritten) {
    return asWritten ? asWritten(texts) : printed(texts);
  }

  // Whatever is no IPv6 address counts as IPv4 (versions E2).
  private static PodAddresses asWritten(ImmutableList<String> texts) {
    ImmutableList<String> ipv4 = ImmutableList.of();
    ImmutableList<String> ipv6 = ImmutableList.of();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      Optional<IpAddress> address = IpAddress.tryParseLenient(text).map(IpAddress::unmapped);
      if (address.isPresent() && address.get().family() == IpFamily.IPV6) {
        ipv6 = plus(ipv6, text);
      } else {
        ipv4 = plus(ipv4, text);
      }
    }
    return new PodAddresses(ipv4, ipv6);
  }

  private static PodAddresses printed(ImmutableList<String> texts) {
    int count = texts.size();
    if (count == 0) {
      return NONE;
    }
    ImmutableList<String> ipv4 = ImmutableList.of();
    ImmutableList<String> ipv6 = ImmutableList.of();
    for (int i = 0; i < count; i++) {
      String text = texts.get(i);
      Optional<IpAddress> address = IpAddress.tryParse(text);
      if (address.isPresent() && address.get().family() == IpFamily.IPV4) {
        // Read strictly, an IPv4 address has one spelling only.
        ipv4 = plus(ipv4, text);
        continue;
      }
      if (address.isEmpty()) {
        address = IpAddress.tryParseLenient(text);
      }
      if (address.isPresent()) {
        String canonical = address.get().toString();
        if (address.get().family() == IpFamily.IPV4) {
          ipv4 = plus(ipv4, canonical);
        } else {
          ipv6 = plus(ipv6, canonical.equals(text) ? text : canonical);
        }
      }
    }
    return new PodAddresses(ipv4, ipv6);
  }

  ImmutableList<String> of(IpFamily family) {
    return family == IpFamily.IPV6 ? ipv6 : ipv4;
  }

  /**
   * The addresses of a family as an endpoint has them: in the order of their text, because hashing
   * an endpoint sorts them in place (routing 1.7.2).
   */
  ImmutableList<String> sorted(IpFamily family) {
    ImmutableList<String> addresses = of(family);
    return addresses.size() < 2 ? addresses : ImmutableList.sortedCopyOf(addresses);
  }

  private static ImmutableList<String> plus(ImmutableList<String> list, String text) {
    return list.isEmpty()
        ? ImmutableList.of(text)
        : ImmutableList.<String>builder().addAll(list).add(text).build();
  }
}
