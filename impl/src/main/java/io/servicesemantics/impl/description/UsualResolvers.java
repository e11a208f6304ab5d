package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.service.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The resolv.conf that Pods of each namespace have unless they say otherwise. */
final class UsualResolvers {

  // Where installers put it; the address of the cluster's DNS is in no object for sure.
  static final IpAddress USUAL_SERVER = IpAddress.parse("10.96.0.10");
  static final NodeResolver USUAL_NODE =
      NodeResolver.of(ImmutableList.of(USUAL_SERVER), "nameserver 192.0.2.53\n");

  private static final String SOMEWHERE = "elsewhere";

  private final PodResolver resolver;
  private final Set<String> namespaces;
  private final Map<String, Set<String>> byServiceName;
  private final Map<String, ResolvConf> confs = new HashMap<>();

  private UsualResolvers(
      PodResolver resolver, Set<String> namespaces, Map<String, Set<String>> byServiceName) {
    this.resolver = resolver;
    this.namespaces = namespaces;
    this.byServiceName = byServiceName;
  }

  static UsualResolvers of(ClusterSnapshot world, PodResolver resolver) {
    Set<String> namespaces = new TreeSet<>();
    for (Namespace namespace : world.namespaces()) {
      namespaces.add(namespace.metadata().name());
    }
    Map<String, Set<String>> byServiceName = new HashMap<>();
    for (Service service : world.services()) {
      byServiceName
          .computeIfAbsent(service.metadata().name(), name -> new HashSet<>())
          .add(service.metadata().namespace());
    }
    return new UsualResolvers(resolver, namespaces, byServiceName);
  }

  // A namespace whose Pods find another one's Services as any would: one that has no Service called
  // like that namespace, whose endpoints come first (dns 13.5). It need not be there at all.
  String elsewhere(String namespace) {
    Set<String> misled = byServiceName.getOrDefault(namespace, Set.of());
    for (String other : namespaces) {
      if (!other.equals(namespace) && !misled.contains(other)) {
        return other;
      }
    }
    StringBuilder other = new StringBuilder(SOMEWHERE);
    while (namespaces.contains(other.toString())
        || misled.contains(other.toString())
        || namespace.contentEquals(other)) {
      other.append('-');
    }
    return other.toString();
  }

  boolean isNamespace(String name) {
    return namespaces.contains(name);
  }

  // What a Pod says counts; that it says no policy is no choice of its own.
  PodResolvConf of(Pod pod) {
    Pod stored =
        pod.spec().dnsPolicy().isSaid()
            ? pod
            : pod.withSpec(pod.spec().withDnsPolicy(DnsPolicy.CLUSTER_FIRST));
    return resolver.resolvConfOf(stored, USUAL_NODE);
  }

  ResolvConf in(String namespace) {
    return confs.computeIfAbsent(
        namespace,
        name -> resolver.resolvConfOf(usualPod(name), USUAL_NODE).conf().orElse(ResolvConf.EMPTY));
  }

  private static Pod usualPod(String namespace) {
    return Pod.builder().metadata(ObjectMeta.of(namespace, "any")).build();
  }
}
