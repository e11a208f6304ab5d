package io.servicesemantics.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;

/**
 * Every name that Kubernetes gives, by the rules alone: whether anything has such a name is a
 * {@link DnsZone}'s business.
 *
 * <p>All of them end in the cluster's domain, or in a reverse zone. What would be too long for a
 * name is refused, never cut: those come back empty.
 */
public interface DnsNames {

  /** {@return the domain all names of the cluster end in} */
  DnsName clusterDomain();

  /**
   * Returns the name of a Service (dns 5, specification 2.3.1).
   *
   * @param service its namespace and name
   * @return such as {@code web.shop.svc.cluster.local.}
   */
  Optional<DnsName> ofService(NamespacedName service);

  /**
   * Returns the name under which a port of a Service has its SRV records (specification 2.3.2).
   *
   * @param service the Service's namespace and name
   * @param port the port
   * @return such as {@code _http._tcp.web.shop.svc.cluster.local.}; empty for an unnamed port too,
   *     which has none
   */
  Optional<DnsName> ofPort(NamespacedName service, ServicePort port);

  /**
   * Returns the names of an endpoint under its Service, one for each of its addresses, or one alone
   * where it has a host name (dns 1.8, specification 2.4.1). A host name with dots makes a name
   * that other records lead to, and that nobody can look up.
   *
   * @param service the Service's namespace and name
   * @param endpoint the endpoint
   * @return such as {@code 10-244-0-5.db.shop.svc.cluster.local.} or {@code
   *     db-0.db.shop.svc.cluster.local.}
   */
  ImmutableList<DnsName> ofEndpoint(NamespacedName service, Endpoint endpoint);

  /**
   * Returns the name of a Pod by its address (dns 7).
   *
   * @param namespace the Pod's namespace
   * @param address one of its addresses
   * @return such as {@code 10-244-0-5.shop.pod.cluster.local.}
   */
  Optional<DnsName> ofPodAddress(String namespace, IpAddress address);

  /**
   * Returns the name of a Pod by its host name and subdomain (dns 10.4, 11.4).
   *
   * @param pod the Pod
   * @return such as {@code db-0.db.shop.svc.cluster.local.}; empty where the Pod has no subdomain
   */
  Optional<DnsName> ofPodHostname(Pod pod);

  /**
   * Returns the name by which an address is looked up (RFC 1035 section 3.5, RFC 3596 section 2.5).
   *
   * @param address the address
   * @return such as {@code 5.0.244.10.in-addr.arpa.}
   */
  DnsName ofAddress(IpAddress address);
}
