package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.ResolvConf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a Pod's resolv.conf, step by step as the kubelet (dns 12). */
final class ResolvConfWriter {

  private static final int MOST_NAMESERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int LONGEST_SEARCH = 253;
  private static final int LONGEST_LINE = 2048;
  private static final String CLUSTER_OPTION = "ndots:5";
  private static final String NO_CLUSTER_DNS =
      "kubelet does not have ClusterDNS IP configured and cannot create Pod using \"ClusterFirst\""
          + " policy. Falling back to \"Default\" policy.";

  private final String clusterDomain;
  private final Pod pod;
  private final NodeResolver node;
  private final List<String> events = new ArrayList<>();

  private ResolvConfWriter(String clusterDomain, Pod pod, NodeResolver node) {
    this.clusterDomain = clusterDomain;
    this.pod = pod;
    this.node = node;
  }

  static PodResolvConf write(String clusterDomain, Pod pod, NodeResolver node) {
    return new ResolvConfWriter(clusterDomain, pod, node).write();
  }

  private PodResolvConf write() {
    HostFile host =
        node.hasFile()
            ? HostFile.read(node.file())
            : new HostFile(ResolvConf.EMPTY, Optional.empty());
    if (host.error().isPresent()) {
      return new PodResolvConf(Optional.empty(), ImmutableList.of(), host.error());
    }
    ResolvConf plain = byPolicy(host.conf());
    ResolvConf whole = pod.spec().dnsConfig().map(own -> with(plain, own)).orElse(plain);
    ResolvConf fitting =
        new ResolvConf(
            nameserversFitting(whole.nameservers()),
            searchesFitting(whole.searches()),
            whole.options());
    return new PodResolvConf(Optional.of(fitting), ImmutableList.copyOf(events), Optional.empty());
  }

  private ResolvConf byPolicy(ResolvConf host) {
    Choice<DnsPolicy> policy = pod.spec().dnsPolicy();
    if (policy.is(DnsPolicy.NONE)) {
      return ResolvConf.EMPTY;
    }
    boolean isAsHost =
        policy.is(DnsPolicy.DEFAULT)
            || (policy.is(DnsPolicy.CLUSTER_FIRST) && pod.spec().hostNetwork());
    if (isAsHost) {
      return ofNode(host);
    }
    if (node.clusterDNS().isEmpty()) {
      tellMissingServers();
      return ofNode(host);
    }
    return new ResolvConf(
        node.clusterDNS().stream().map(Object::toString).collect(ImmutableList.toImmutableList()),
        clusterSearches(host.searches()),
        ImmutableList.of(CLUSTER_OPTION));
  }

  private void tellMissingServers() {
    events.add("Warning MissingClusterDNS " + NO_CLUSTER_DNS);
    events.add(
        String.format(
            "Warning MissingClusterDNS pod: \"%s_%s(%s)\". %s",
            pod.metadata().name(),
            pod.metadata().namespace(),
            pod.metadata().uid(),
            NO_CLUSTER_DNS));
  }

  private ImmutableList<String> clusterSearches(ImmutableList<String> ofHost) {
    if (clusterDomain.isEmpty()) {
      return ofHost;
    }
    return ImmutableSet.<String>builder()
        .add(pod.metadata().namespace() + ".svc." + clusterDomain)
        .add("svc." + clusterDomain)
        .add(clusterDomain)
        .addAll(ofHost)
        .build()
        .asList();
  }

  // Without a file names are looked up at the node itself, where usually nobody answers.
  private ResolvConf ofNode(ResolvConf host) {
    if (node.hasFile()) {
      return host;
    }
    List<String> nameservers = new ArrayList<>();
    node.nodeAddresses()
        .forEach(
            address -> nameservers.add(address.family() == IpFamily.IPV6 ? "::1" : "127.0.0.1"));
    return new ResolvConf(
        nameservers.isEmpty() ? ImmutableList.of("127.0.0.1") : ImmutableList.copyOf(nameservers),
        ImmutableList.of("."),
        ImmutableList.of());
  }

  private static ResolvConf with(ResolvConf conf, PodDnsConfig own) {
    return new ResolvConf(
        united(conf.nameservers(), own.nameservers()),
        united(conf.searches(), own.searches()),
        DnsOptions.merged(conf.options(), own.options()));
  }

  private static ImmutableList<String> united(
      ImmutableList<String> first, ImmutableList<String> second) {
    return ImmutableSet.<String>builder().addAll(first).addAll(second).build().asList();
  }

  private ImmutableList<String> nameserversFitting(ImmutableList<String> all) {
    if (all.size() <= MOST_NAMESERVERS) {
      return all;
    }
    ImmutableList<String> first = all.subList(0, MOST_NAMESERVERS);
    events.add(
        "Warning DNSConfigForming Nameserver limits were exceeded, some nameservers have been"
            + " omitted, the applied nameserver line is: "
            + String.join(" ", first));
    return first;
  }

  private ImmutableList<String> searchesFitting(ImmutableList<String> all) {
    List<String> kept = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST_SEARCHES)));
    kept.removeIf(domain -> Octets.of(domain) > LONGEST_SEARCH);
    while (Octets.of(String.join(" ", kept)) > LONGEST_LINE) {
      kept.remove(kept.size() - 1);
    }
    if (kept.size() < all.size()) {
      events.add(
          "Warning DNSConfigForming Search Line limits were exceeded, some search paths have been"
              + " omitted, the applied search line is: "
              + String.join(" ", kept));
    }
    return ImmutableList.copyOf(kept);
  }
}
