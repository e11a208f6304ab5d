package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import java.util.ArrayList;
import java.util.List;

/** Writes a Pod's resolv.conf, step by step as the kubelet (dns 12). */
final class ResolvConfWriter {

  private static final String CLUSTER_OPTION = "ndots:5";
  private static final String NO_CLUSTER_DNS =
      "kubelet does not have ClusterDNS IP configured and cannot create Pod using \"ClusterFirst\""
          + " policy. Falling back to \"Default\" policy.";

  private final String clusterDomain;
  private final Pod pod;
  private final NodeResolver node;
  private final ConfDraft draft = new ConfDraft();

  private ResolvConfWriter(String clusterDomain, Pod pod, NodeResolver node) {
    this.clusterDomain = clusterDomain;
    this.pod = pod;
    this.node = node;
  }

  static ConfDraft write(String clusterDomain, Pod pod, NodeResolver node) {
    return new ResolvConfWriter(clusterDomain, pod, node).write();
  }

  private ConfDraft write() {
    HostFile host = node.hasFile() ? HostFile.read(node.file()) : HostFile.NONE;
    if (host.error().isPresent()) {
      draft.error = host.error();
      return draft;
    }
    ResolverReason policy = policy();
    draft.reasons.add(policy);
    switch (policy) {
      case POLICY_NONE -> {
        // nothing to begin with
      }
      case POLICY_DEFAULT, POLICY_CLUSTER_ON_NODE_NETWORK -> addNode(host.conf());
      default -> addCluster(host.conf());
    }
    pod.spec().dnsConfig().ifPresent(this::addOfPod);
    ConfLimits.apply(draft);
    return draft;
  }

  private ResolverReason policy() {
    Choice<DnsPolicy> policy = pod.spec().dnsPolicy();
    if (policy.is(DnsPolicy.NONE)) {
      return ResolverReason.POLICY_NONE;
    }
    if (policy.is(DnsPolicy.DEFAULT)) {
      return ResolverReason.POLICY_DEFAULT;
    }
    if (policy.is(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET)) {
      return ResolverReason.POLICY_CLUSTER_WITH_HOST_NET;
    }
    if (policy.is(DnsPolicy.CLUSTER_FIRST)) {
      return pod.spec().hostNetwork()
          ? ResolverReason.POLICY_CLUSTER_ON_NODE_NETWORK
          : ResolverReason.POLICY_CLUSTER;
    }
    return policy.text().isEmpty() ? ResolverReason.POLICY_UNSAID : ResolverReason.POLICY_UNKNOWN;
  }

  private void addCluster(ResolvConf host) {
    if (node.clusterDNS().isEmpty()) {
      draft.reasons.add(ResolverReason.NO_CLUSTER_SERVERS);
      tellMissingServers();
      addNode(host);
      return;
    }
    List<String> servers = new ArrayList<>();
    node.clusterDNS().forEach(address -> servers.add(address.toString()));
    draft.add(ConfPart.NAMESERVER, servers, ResolverReason.SET_BY_CLUSTER);
    leaveOut(ConfPart.NAMESERVER, host.nameservers());
    if (clusterDomain.isEmpty()) {
      draft.reasons.add(ResolverReason.NO_CLUSTER_DOMAIN);
      draft.add(ConfPart.SEARCH, host.searches(), ResolverReason.TAKEN_FROM_NODE);
    } else {
      draft.add(ConfPart.SEARCH, clusterSearches(), ResolverReason.SET_BY_CLUSTER);
      draft.add(ConfPart.SEARCH, host.searches(), ResolverReason.TAKEN_FROM_NODE);
      draft.leaveOutRepeated(ConfPart.SEARCH);
    }
    draft.add(ConfPart.OPTION, ImmutableList.of(CLUSTER_OPTION), ResolverReason.SET_BY_CLUSTER);
    leaveOut(ConfPart.OPTION, host.options());
  }

  private ImmutableList<String> clusterSearches() {
    return ImmutableList.of(
        pod.metadata().namespace() + ".svc." + clusterDomain,
        "svc." + clusterDomain,
        clusterDomain);
  }

  private void leaveOut(ConfPart part, ImmutableList<String> ofNode) {
    for (String text : ofNode) {
      ConfEntry entry = new ConfEntry(part, text, ResolverReason.TAKEN_FROM_NODE);
      entry.leftOut = ResolverReason.NODE_NOT_USED;
      draft.entries.add(entry);
    }
  }

  private void tellMissingServers() {
    draft.events.add("Warning MissingClusterDNS " + NO_CLUSTER_DNS);
    draft.events.add(
        String.format(
            "Warning MissingClusterDNS pod: \"%s_%s(%s)\". %s",
            pod.metadata().name(),
            pod.metadata().namespace(),
            pod.metadata().uid(),
            NO_CLUSTER_DNS));
  }

  // Without a file names are looked up at the node itself, where usually nobody answers.
  private void addNode(ResolvConf host) {
    if (node.hasFile()) {
      draft.add(ConfPart.NAMESERVER, host.nameservers(), ResolverReason.TAKEN_FROM_NODE);
      draft.add(ConfPart.SEARCH, host.searches(), ResolverReason.TAKEN_FROM_NODE);
      draft.add(ConfPart.OPTION, host.options(), ResolverReason.TAKEN_FROM_NODE);
      return;
    }
    draft.reasons.add(ResolverReason.NO_NODE_FILE);
    List<String> servers = new ArrayList<>();
    node.nodeAddresses()
        .forEach(address -> servers.add(address.family() == IpFamily.IPV6 ? "::1" : "127.0.0.1"));
    draft.add(
        ConfPart.NAMESERVER,
        servers.isEmpty() ? ImmutableList.of("127.0.0.1") : servers,
        ResolverReason.SET_FOR_WANT_OF_FILE);
    draft.add(ConfPart.SEARCH, ImmutableList.of("."), ResolverReason.SET_FOR_WANT_OF_FILE);
  }

  // Even an empty dnsConfig leaves out what is there twice.
  private void addOfPod(PodDnsConfig own) {
    draft.add(ConfPart.NAMESERVER, own.nameservers(), ResolverReason.ADDED_BY_POD);
    draft.leaveOutRepeated(ConfPart.NAMESERVER);
    draft.add(ConfPart.SEARCH, own.searches(), ResolverReason.ADDED_BY_POD);
    draft.leaveOutRepeated(ConfPart.SEARCH);
    DnsOptions.merge(draft, own.options());
  }
}
