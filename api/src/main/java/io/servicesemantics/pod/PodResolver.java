package io.servicesemantics.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.explain.Explained;

/**
 * What a Pod gets when it looks a name up: its resolv.conf, and what a C library makes of it.
 *
 * <pre>{@code
 * ResolvConf conf = resolver.resolvConfOf(pod, node).conf().orElseThrow();
 * resolver.lookUp("web", WantedAddresses.BOTH, conf, Libc.GLIBC_2_36, zone);
 * }</pre>
 */
public interface PodResolver {

  /**
   * Returns the resolv.conf of a Pod as the kubelet writes it (dns 12).
   *
   * <p>The kubelet prints the options a {@code dnsConfig} is merged into in no particular order
   * (dns 12.7). Here those of the policy come first, each in its place with the Pod's value, then
   * those that only the Pod has, as it lists them.
   *
   * @param pod the Pod; its namespace, policy, network and {@code dnsConfig} count
   * @param node what the kubelet has to make it from
   * @return the file, with the events it costs
   */
  PodResolvConf resolvConfOf(Pod pod, NodeResolver node);

  /**
   * Returns the resolv.conf of a Pod, and where each line of it comes from: the policy, the
   * cluster, the node's file or the Pod's {@code dnsConfig}; and what is left out, and why.
   *
   * @param pod the Pod
   * @param node what the kubelet has to make it from
   * @return the file with its account
   */
  Explained<PodResolvConf> explainResolvConf(Pod pod, NodeResolver node);

  /**
   * Looks a name up as a program in a Pod does by {@code getaddrinfo} (dns 13).
   *
   * <p>Every question is answered by the same server: by which of the file's, is the caller's to
   * say. Where the file has no search list, glibc searches what stands behind the first dot of the
   * kernel's host name, if it has one: that is to be put into the file.
   *
   * @param name the name as the program gives it, with or without a dot behind; text of which no
   *     question can be made is answered as the library does
   * @param wanted which addresses it asks for
   * @param conf the Pod's resolv.conf
   * @param hosts the lines of the Pod's {@code /etc/hosts}, as {@link HostNames#hosts} has them
   * @param libc the library's rules
   * @param server who answers, such as a {@link io.servicesemantics.dns.DnsZone}
   * @return every question, and what the program gets
   */
  Lookup lookUp(
      String name,
      WantedAddresses wanted,
      ResolvConf conf,
      ImmutableList<String> hosts,
      Libc libc,
      NameServer server);

  /**
   * Looks a name up where {@code /etc/hosts} has no more than {@code localhost}.
   *
   * @param name the name as the program gives it, with or without a dot behind
   * @param wanted which addresses it asks for
   * @param conf the Pod's resolv.conf
   * @param libc the library's rules
   * @param server who answers
   * @return every question, and what the program gets
   */
  default Lookup lookUp(
      String name, WantedAddresses wanted, ResolvConf conf, Libc libc, NameServer server) {
    return lookUp(name, wanted, conf, HostNames.LOCALHOST, libc, server);
  }

  /**
   * Looks a name up, and tells why each name was asked about and why the look-up went on or ended.
   * Where the server is a {@link io.servicesemantics.dns.DnsZone}, its own account stands below.
   *
   * @param name the name as the program gives it
   * @param wanted which addresses it asks for
   * @param conf the Pod's resolv.conf
   * @param hosts the lines of the Pod's {@code /etc/hosts}
   * @param libc the library's rules
   * @param server who answers
   * @return the look-up of {@link #lookUp} with its account
   */
  Explained<Lookup> explainLookUp(
      String name,
      WantedAddresses wanted,
      ResolvConf conf,
      ImmutableList<String> hosts,
      Libc libc,
      NameServer server);

  /**
   * Looks a name up with its account where {@code /etc/hosts} has no more than {@code localhost}.
   *
   * @param name the name as the program gives it
   * @param wanted which addresses it asks for
   * @param conf the Pod's resolv.conf
   * @param libc the library's rules
   * @param server who answers
   * @return the look-up with its account
   */
  default Explained<Lookup> explainLookUp(
      String name, WantedAddresses wanted, ResolvConf conf, Libc libc, NameServer server) {
    return explainLookUp(name, wanted, conf, HostNames.LOCALHOST, libc, server);
  }
}
