package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * What a cluster's DNS server has around it, which no object of the cluster tells.
 *
 * @param upstream who is asked about names of no zone of its own; empty where nobody is
 * @param ownAddresses the server's own addresses, by which it finds its own name (dns 6.9)
 * @param serial the version of its zones: the second since 1970 of the last change, 0 before the
 *     first
 */
public record DnsSurroundings(
    Optional<NameServer> upstream, ImmutableList<IpAddress> ownAddresses, long serial) {

  /** Nobody behind it, no address of its own, and nothing changed yet. */
  public static final DnsSurroundings NONE =
      new DnsSurroundings(Optional.empty(), ImmutableList.of(), 0);

  /** Checks the range of the serial. */
  public DnsSurroundings {
    checkNotNull(upstream, "Upstream is null; expected a name server, or empty");
    checkNotNull(ownAddresses, "Own addresses are null; expected a list");
    checkArgument(
        serial >= 0 && serial <= 0xffff_ffffL,
        "Serial of a zone: \"%s\"; expected 32 bits without sign",
        serial);
  }

  /**
   * Returns these surroundings with somebody to ask behind.
   *
   * @param server who is asked about other names
   * @return surroundings that are otherwise the same
   */
  public DnsSurroundings withUpstream(NameServer server) {
    return new DnsSurroundings(Optional.of(server), ownAddresses, serial);
  }

  /**
   * Returns these surroundings with the server's own addresses.
   *
   * @param addresses the addresses
   * @return surroundings that are otherwise the same
   */
  public DnsSurroundings withOwnAddresses(Iterable<IpAddress> addresses) {
    return new DnsSurroundings(upstream, ImmutableList.copyOf(addresses), serial);
  }

  /**
   * Returns these surroundings with a version of the zones.
   *
   * @param second the second since 1970 of the last change
   * @return surroundings that are otherwise the same
   */
  public DnsSurroundings withSerial(long second) {
    return new DnsSurroundings(upstream, ownAddresses, second);
  }
}
