package io.servicesemantics.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.LeftToChance;
import java.util.Optional;

/**
 * What the DNS server of a cluster answers, resolved once from a snapshot.
 *
 * <p>It is immutable and may be used by any number of threads, as far as what stands behind it may.
 */
public interface DnsZone extends NameServer {

  /** {@return by which rules it answers} */
  DnsMode mode();

  /** {@return the zones it answers for, in the order of the settings} */
  ImmutableList<DnsName> origins();

  /**
   * Answers a question, as over TCP.
   *
   * @param question a name and a type
   * @return the answer; for a name in small letters that stands in the zone, or does not exist, it
   *     is made without allocating anything, unless aliases are followed: then its records are made
   *     with it, as are answers about Pods' addresses and about the server itself
   */
  @Override
  DnsAnswer answer(DnsQuestion question);

  /**
   * Answers a question as it goes over a transport: what does not fit is cut (dns 9.1). A real
   * server cuts the same number of records, but which of them remain depends on their order, which
   * is left to chance (dns 9.2); here those remain that come first.
   *
   * @param question a name and a type
   * @param transport what the question comes by
   * @return the answer, cut where it does not fit
   */
  DnsAnswer answer(DnsQuestion question, DnsTransport transport);

  /**
   * Tells the answer to a question, and why: why a record is there, or why the name does not exist,
   * down to the Pod that is unready or has no {@code hostname}, and which name comes nearest.
   *
   * @param question a name and a type
   * @return the answer of {@link #answer}, with the rules it rests on
   */
  Explained<DnsAnswer> explain(DnsQuestion question);

  /**
   * Returns what may be answered where CoreDNS tells one record alone, whichever it comes upon
   * first: the PTR of an address that several Services have as their cluster IP (dns 8.2; {@link
   * #answer} tells the first by namespace and name), and the CNAME of a name that leads to several
   * slices (dns 6.2; {@link #answer} goes by the first slice). The order of records within an
   * answer, and which of them are cut for want of room, are left to chance as well (dns 9.1, 9.2)
   * and not told here.
   *
   * @param question a name and a type
   * @return the possible answers, if there are several different ones
   */
  Optional<LeftToChance<DnsAnswer>> leftToChance(DnsQuestion question);

  /**
   * Returns a zone as a whole: every record under a name that it gives to something.
   *
   * @param origin one of {@link #origins}
   * @return its records, sorted
   * @throws IllegalArgumentException if it does not answer for that zone
   */
  ZoneFile zoneFile(DnsName origin);

  /**
   * Returns where this server answers otherwise than the Kubernetes DNS specification 1.1.0 says,
   * as far as the names of this cluster are touched.
   *
   * @return each such question, with both answers
   */
  ImmutableList<DnsDeviation> deviations();

  /**
   * Returns the zones after a change. Changes of kinds that have no names give the same zones.
   *
   * @param change a Service, slice, namespace or Pod that is new, different or gone
   * @return the next zones, which share all that did not change
   */
  DnsZone after(ClusterChange change);
}
