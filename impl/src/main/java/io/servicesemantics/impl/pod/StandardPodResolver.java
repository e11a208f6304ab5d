package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.WantedAddresses;

/** Resolves names as the kubelet and C libraries make a Pod do. */
public final class StandardPodResolver implements PodResolver {

  private final String clusterDomain;

  /**
   * Takes what differs between clusters.
   *
   * @param clusterDomain the cluster's domain as the kubelet is told it; empty where it is not
   */
  public StandardPodResolver(String clusterDomain) {
    this.clusterDomain = clusterDomain;
  }

  @Override
  public PodResolvConf resolvConfOf(Pod pod, NodeResolver node) {
    return ResolvConfWriter.write(clusterDomain, pod, node).read();
  }

  @Override
  public Explained<PodResolvConf> explainResolvConf(Pod pod, NodeResolver node) {
    ConfDraft draft = ResolvConfWriter.write(clusterDomain, pod, node);
    return Explained.of(draft.read(), ConfAccount.of(draft, pod));
  }

  @Override
  public Lookup lookUp(
      String name,
      WantedAddresses wanted,
      ResolvConf conf,
      ImmutableList<String> hosts,
      Libc libc,
      NameServer server) {
    return new NameLookup(name, wanted, libc).run(conf, hosts, server).lookup();
  }

  @Override
  public Explained<Lookup> explainLookUp(
      String name,
      WantedAddresses wanted,
      ResolvConf conf,
      ImmutableList<String> hosts,
      Libc libc,
      NameServer server) {
    LookedUp done = new NameLookup(name, wanted, libc).run(conf, hosts, server);
    return Explained.of(done.lookup(), LookupAccount.of(done, server));
  }
}
