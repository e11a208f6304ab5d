package io.servicesemantics.impl.pod;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.WantedAddresses;
import java.util.List;
import java.util.Optional;

/** Looks a name up in a hosts file, which comes before any question (dns 13). */
final class HostsFile {

  private static final Splitter FIELDS =
      Splitter.on(CharMatcher.anyOf(" \t\r\f\u000b")).omitEmptyStrings();
  private static final IpAddress LOOPBACK_IPV4 = IpAddress.parse("127.0.0.1");
  private static final IpAddress LOOPBACK_IPV6 = IpAddress.parse("::1");

  private HostsFile() {}

  /**
   * What the file says about a name.
   *
   * @param isKnown whether it has the name at all
   * @param addresses the addresses of the families wanted
   */
  record Entry(boolean isKnown, ImmutableList<IpAddress> addresses) {}

  static Entry find(String name, WantedAddresses wanted, ImmutableList<String> hosts, Libc libc) {
    ImmutableSet.Builder<IpAddress> found = ImmutableSet.builder();
    boolean isKnown = false;
    for (String line : hosts) {
      List<String> fields = FIELDS.splitToList(withoutComment(line));
      if (fields.size() > 1 && hasName(fields, name, libc)) {
        Optional<IpAddress> address = IpAddress.tryParse(fields.get(0));
        isKnown |= address.isPresent();
        address.ifPresent(each -> add(found, each, wanted, libc));
      }
    }
    return new Entry(isKnown, found.build().asList());
  }

  // glibc hands out the IPv4 loopback as well where the file has the IPv6 one.
  private static void add(
      ImmutableSet.Builder<IpAddress> found, IpAddress address, WantedAddresses wanted, Libc libc) {
    boolean isIpv4 = address.family() == IpFamily.IPV4;
    if (wanted != (isIpv4 ? WantedAddresses.IPV6 : WantedAddresses.IPV4)) {
      found.add(address);
    }
    if (libc == Libc.GLIBC_2_36
        && wanted != WantedAddresses.IPV6
        && address.equals(LOOPBACK_IPV6)) {
      found.add(LOOPBACK_IPV4);
    }
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }

  private static boolean hasName(List<String> fields, String name, Libc libc) {
    for (String field : fields.subList(1, fields.size())) {
      if (libc == Libc.MUSL_1_2_3 ? field.equals(name) : Ascii.equalsIgnoreCase(field, name)) {
        return true;
      }
    }
    return false;
  }
}
