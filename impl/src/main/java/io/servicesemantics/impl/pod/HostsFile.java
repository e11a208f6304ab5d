package io.servicesemantics.impl.pod;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.WantedAddresses;
import java.util.List;
import java.util.Optional;

/** Looks a name up in a hosts file, which comes before any question (dns 13). */
final class HostsFile {

  private static final Splitter FIELDS = Splitter.on(CharMatcher.anyOf(" \t")).omitEmptyStrings();

  private HostsFile() {}

  /**
   * What the file says; nothing where it leaves the name to the server. musl asks no server about a
   * name that the file has with the other family alone.
   */
  static Optional<Lookup> lookUp(
      String name, WantedAddresses wanted, ImmutableList<String> hosts, Libc libc) {
    ImmutableSet.Builder<IpAddress> found = ImmutableSet.builder();
    boolean isKnown = false;
    for (String line : hosts) {
      List<String> fields = FIELDS.splitToList(withoutComment(line));
      if (fields.size() > 1 && hasName(fields, name, libc)) {
        Optional<IpAddress> address = IpAddress.tryParse(fields.get(0));
        isKnown |= address.isPresent();
        address.filter(each -> isWanted(each, wanted)).ifPresent(found::add);
      }
    }
    ImmutableList<IpAddress> addresses = found.build().asList();
    if (!addresses.isEmpty()) {
      return Optional.of(new Lookup(name, wanted, ImmutableList.of(), addresses, Optional.empty()));
    }
    return isKnown && libc == Libc.MUSL_1_2_3
        ? Optional.of(
            new Lookup(
                name,
                wanted,
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.of(LookupError.EAI_NONAME)))
        : Optional.empty();
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

  private static boolean isWanted(IpAddress address, WantedAddresses wanted) {
    return wanted == WantedAddresses.BOTH
        || (wanted == WantedAddresses.IPV4) == (address.family() == IpFamily.IPV4);
  }
}
