package io.servicesemantics.dns;

import io.servicesemantics.cluster.ClusterSnapshot;

/**
 * Resolves what the DNS server of a cluster answers; the door to DNS.
 *
 * <pre>{@code
 * DnsZone zone = k8s.dns().zoneOf(world);
 * zone.answer(DnsQuestion.of("web.shop.svc.cluster.local", RecordType.A));
 * zone.explain(DnsQuestion.of("wep.shop.svc.cluster.local", RecordType.A)).because();
 * }</pre>
 */
public interface ClusterDns {

  /**
   * Returns what CoreDNS answers, with nobody behind it.
   *
   * <p>Of the snapshot the namespaces, Services and slices count, and Pods where their names are
   * verified. A namespace that is not in the snapshot has no names; a snapshot without any
   * namespace is taken to have all those its Services and slices are in.
   *
   * @param world the cluster
   * @return its zones
   */
  default DnsZone zoneOf(ClusterSnapshot world) {
    return zoneOf(world, DnsSurroundings.NONE, DnsMode.COREDNS);
  }

  /**
   * Returns what a cluster's DNS server answers.
   *
   * @param world the cluster
   * @param surroundings what the server has around it
   * @param mode by which rules it answers
   * @return its zones
   */
  DnsZone zoneOf(ClusterSnapshot world, DnsSurroundings surroundings, DnsMode mode);

  /** {@return what makes the names of objects} */
  DnsNames names();
}
