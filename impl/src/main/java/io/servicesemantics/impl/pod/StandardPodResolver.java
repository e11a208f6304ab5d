package io.servicesemantics.impl.pod;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Optional;

/** Resolves names as the kubelet and C libraries make a Pod do. */
public final class StandardPodResolver implements PodResolver {

  private static final int LONGEST_NAME = 1024;

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
    return ResolvConfWriter.write(clusterDomain, pod, node);
  }

  @Override
  public Lookup lookUp(
      String name,
      WantedAddresses wanted,
      ResolvConf conf,
      ImmutableList<String> hosts,
      Libc libc,
      NameServer server) {
    checkArgument(
        !name.isEmpty() && name.length() <= LONGEST_NAME,
        "Name to look up: \"%s\"; expected 1 to 1024 characters",
        Ascii.truncate(name, 120, "..."));
    Optional<IpAddress> literal = IpAddress.tryParse(name);
    if (literal.isPresent()) {
      return new Lookup(
          name, wanted, ImmutableList.of(), ImmutableList.of(literal.get()), Optional.empty());
    }
    Optional<Lookup> known = HostsFile.lookUp(name, wanted, hosts, libc);
    if (known.isPresent()) {
      return known.get();
    }
    LookupRun run = new LookupRun(name, wanted, server);
    AskedName asked = new AskedName(name);
    return switch (libc) {
      case GLIBC_2_36 -> GlibcLookup.of(run, asked, conf);
      case MUSL_1_2_3 -> MuslLookup.of(run, asked, conf);
    };
  }
}
