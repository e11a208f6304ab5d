package io.servicesemantics.impl.pod;

import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.PodHostname;

/** Names Pods as the kubelet does. */
public final class StandardPodHostname implements PodHostname {

  private final String clusterDomain;

  /**
   * Takes what differs between clusters.
   *
   * @param clusterDomain the cluster's domain as the kubelet is told it; empty where it is not
   */
  public StandardPodHostname(String clusterDomain) {
    this.clusterDomain = clusterDomain;
  }

  @Override
  public HostNames namesOf(Pod pod) {
    return HostNaming.of(pod, clusterDomain).names();
  }

  @Override
  public Explained<HostNames> explainNames(Pod pod) {
    HostNaming naming = HostNaming.of(pod, clusterDomain);
    return Explained.of(naming.names(), HostNamingAccount.of(naming, pod));
  }

  @Override
  public Explained<Boolean> explainResolvable(Pod pod, DnsZone zone) {
    return NameInDns.explain(pod, HostNaming.of(pod, clusterDomain), zone);
  }
}
