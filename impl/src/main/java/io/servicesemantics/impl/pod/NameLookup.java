package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Optional;

/** Looks a name up: as an address, then in the hosts file, then by asking. */
final class NameLookup {

  private final String name;
  private final WantedAddresses wanted;
  private final Libc libc;

  NameLookup(String name, WantedAddresses wanted, Libc libc) {
    this.name = name;
    this.wanted = wanted;
    this.libc = libc;
  }

  LookedUp run(ResolvConf conf, ImmutableList<String> hosts, NameServer server) {
    Optional<IpAddress> address = AddressText.read(name);
    if (address.isPresent()) {
      return ofAddress(address.get());
    }
    AskedName asked = new AskedName(name);
    if (!asked.isAskable()) {
      return failed(LookupError.EAI_NONAME, ResolverReason.NOT_A_NAME);
    }
    HostsFile.Entry known = HostsFile.find(name, wanted, hosts, libc);
    if (!known.addresses().isEmpty()) {
      return found(known.addresses(), ResolverReason.IN_HOSTS_FILE);
    }
    if (known.isKnown() && libc == Libc.MUSL_1_2_3) {
      return failed(LookupError.EAI_NONAME, ResolverReason.IN_HOSTS_FILE_WITH_OTHER_FAMILY);
    }
    LookupRun run = new LookupRun(wanted, server);
    Optional<LookupError> error =
        switch (libc) {
          case GLIBC_2_36 -> GlibcLookup.run(run, asked, conf);
          case MUSL_1_2_3 -> MuslLookup.run(run, asked, conf);
        };
    return new LookedUp(
        new Lookup(
            name,
            wanted,
            run.steps(),
            error.isPresent() ? ImmutableList.of() : run.addresses(),
            error),
        error.isPresent() ? ResolverReason.LOOKUP_FAILS : ResolverReason.LOOKUP_FINDS,
        ImmutableList.copyOf(run.turns()));
  }

  private LookedUp ofAddress(IpAddress address) {
    boolean isWanted =
        wanted == WantedAddresses.BOTH
            || (wanted == WantedAddresses.IPV4) == (address.family() == IpFamily.IPV4);
    if (isWanted) {
      return found(ImmutableList.of(address), ResolverReason.NAME_IS_ADDRESS);
    }
    return failed(
        libc == Libc.GLIBC_2_36 ? LookupError.EAI_ADDRFAMILY : LookupError.EAI_NONAME,
        ResolverReason.NAME_IS_ADDRESS_OF_OTHER_FAMILY);
  }

  private LookedUp found(ImmutableList<IpAddress> addresses, ResolverReason reason) {
    return settled(
        new Lookup(name, wanted, ImmutableList.of(), addresses, Optional.empty()), reason);
  }

  private LookedUp failed(LookupError error, ResolverReason reason) {
    return settled(
        new Lookup(name, wanted, ImmutableList.of(), ImmutableList.of(), Optional.of(error)),
        reason);
  }

  private static LookedUp settled(Lookup lookup, ResolverReason reason) {
    return new LookedUp(lookup, reason, ImmutableList.of());
  }
}
