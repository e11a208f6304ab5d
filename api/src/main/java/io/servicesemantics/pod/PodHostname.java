package io.servicesemantics.pod;

import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.explain.Explained;

/** What a Pod is called to itself, and whether anybody else can call it so. */
public interface PodHostname {

  /**
   * Returns the names of a Pod as the kubelet makes them (dns 11).
   *
   * @param pod the Pod; of its status the addresses count
   * @return its names, or why it has none
   */
  HostNames namesOf(Pod pod);

  /**
   * Returns the names of a Pod, and where each comes from: the fields that count and those that do
   * not, what is cut, the domain, and what the kernel says.
   *
   * @param pod the Pod
   * @return its names with their account
   */
  Explained<HostNames> explainNames(Pod pod);

  /**
   * Tells whether the name a Pod goes by to itself leads to it in the cluster's DNS, and what is
   * missing if it does not (dns 10.4).
   *
   * @param pod the Pod
   * @param zone the cluster's DNS
   * @return whether its FQDN has one of its addresses
   */
  Explained<Boolean> explainResolvable(Pod pod, DnsZone zone);
}
