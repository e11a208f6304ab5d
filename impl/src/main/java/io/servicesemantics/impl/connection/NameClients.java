package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.explain.Because;
import io.servicesemantics.impl.connection.NameClient.Kind;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.Choice;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import java.util.List;
import java.util.Optional;

/** Tells how callers look names up: Pods by what their kubelet writes for them (dns 12). */
final class NameClients {

  private static final String NDOTS = "ndots:5";

  private final PodResolver resolver;
  private final PodHostname hostnames;
  private final ClusterServers servers;
  private final DnsName domain;

  NameClients(PodResolver resolver, PodHostname hostnames, ClusterServers servers, DnsName domain) {
    this.resolver = resolver;
    this.hostnames = hostnames;
    this.servers = servers;
    this.domain = domain;
  }

  NameClient of(Origin origin) {
    return origin.pod().map(NameClients::withPolicy).map(this::ofPod).orElseGet(this::unknown);
  }

  /** The same Pod if it asked the cluster's DNS by its namespace's search list. */
  NameClient ofClusterFirst(Pod pod) {
    return ofPod(with(pod, DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET));
  }

  // The API server fills in what a Pod leaves unsaid.
  private static Pod withPolicy(Pod pod) {
    return pod.spec().dnsPolicy().isSaid() ? pod : with(pod, DnsPolicy.CLUSTER_FIRST);
  }

  private static Pod with(Pod pod, DnsPolicy policy) {
    return pod.withSpec(pod.spec().withDnsPolicy(Choice.of(policy)));
  }

  private NameClient ofPod(Pod pod) {
    ResolvConf conf =
        resolver
            .resolvConfOf(pod, NodeResolver.of(servers.told(), ""))
            .conf()
            .orElse(ResolvConf.EMPTY);
    boolean asksCluster =
        firstServer(conf).filter(address -> servers.all().contains(address)).isPresent();
    return new NameClient(
        asksCluster ? Kind.CLUSTER : Kind.OTHERS,
        conf,
        hosts(pod),
        asksCluster
            ? Because.of(ConnectionReason.CALLER_ASKS_CLUSTER_DNS)
                .withFact("server", servers.words())
            : asksOthers(pod, conf));
  }

  // Those behind the first are asked only where it gives no answer at all.
  private static Optional<IpAddress> firstServer(ResolvConf conf) {
    return conf.nameservers().stream().findFirst().flatMap(IpAddress::tryParseLenient);
  }

  private static Because asksOthers(Pod pod, ResolvConf conf) {
    Because why =
        Because.of(ConnectionReason.CALLER_ASKS_OTHER_DNS)
            .withFact("pod", pod.namespacedName())
            .withFact("dnsPolicy", pod.spec().dnsPolicy());
    why = pod.spec().hostNetwork() ? why.withFact("hostNetwork", true) : why;
    return why.withFact(
        "servers",
        conf.nameservers().isEmpty()
            ? "those of its node's own file, which no object tells"
            : String.join(" ", conf.nameservers()));
  }

  private ImmutableList<String> hosts(Pod pod) {
    List<String> ofPod = hostnames.namesOf(pod).hosts();
    return ImmutableList.<String>builder().addAll(HostNames.LOCALHOST).addAll(ofPod).build();
  }

  private NameClient unknown() {
    String inDomain = withoutDot(domain);
    return new NameClient(
        Kind.UNKNOWN,
        new ResolvConf(
            ImmutableList.of(),
            ImmutableList.of("svc." + inDomain, inDomain),
            ImmutableList.of(NDOTS)),
        HostNames.LOCALHOST,
        Because.of(ConnectionReason.NAME_FOREIGN_TO_CALLER));
  }

  static String withoutDot(DnsName name) {
    String text = name.toString();
    return text.length() > 1 ? text.substring(0, text.length() - 1) : text;
  }
}
