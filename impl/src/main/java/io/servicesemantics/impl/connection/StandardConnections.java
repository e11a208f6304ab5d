package io.servicesemantics.impl.connection;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Connections;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.routing.TrafficRouter;

/** Traces calls: names first, then from node to node. */
public final class StandardConnections implements Connections {

  private final TrafficRouter router;
  private final ProxySettings proxy;
  private final ClusterDns dns;
  private final PodResolver resolver;
  private final PodHostname hostnames;
  private final ServiceRanges ranges;

  /**
   * Takes what decides on each node, what resolves names, and what differs between clusters.
   *
   * @param router decides
   * @param dns answers questions about names
   * @param resolver looks names up for Pods
   * @param hostnames tells what Pods' hosts files say
   * @param proxy how kube-proxy is set up
   * @param ranges the networks Services have their addresses from
   */
  public StandardConnections(
      TrafficRouter router,
      ClusterDns dns,
      PodResolver resolver,
      PodHostname hostnames,
      ProxySettings proxy,
      ServiceRanges ranges) {
    this.router = router;
    this.dns = dns;
    this.resolver = resolver;
    this.hostnames = hostnames;
    this.proxy = proxy;
    this.ranges = ranges;
  }

  @Override
  public ConnectionTrace trace(
      Caller caller, Destination destination, ClusterSnapshot snapshot, Libc libc) {
    checkNotNull(caller, "Caller is null; expected one");
    checkNotNull(destination, "Destination is null; expected one");
    checkNotNull(libc, "C library of a caller is null; expected one");
    World world = new World(snapshot);
    Origin origin = CallerResolver.resolve(caller, world);
    if (!origin.canCall()) {
      return new ConnectionTrace(caller, destination, origin.notes(), ImmutableList.of());
    }
    Targets targets = TargetResolver.resolve(destination, origin, names(world, libc), world);
    Walk walk = new Walk(router, proxy, world, origin);
    ImmutableList.Builder<ConnectionAttempt> attempts = ImmutableList.builder();
    for (Target target : targets.targets()) {
      attempts.add(new ConnectionAttempt(target.called(), walk.to(target)));
    }
    ImmutableList<Because> notes =
        ImmutableList.<Because>builder().addAll(origin.notes()).addAll(targets.notes()).build();
    return new ConnectionTrace(caller, destination, notes, attempts.build());
  }

  private ClusterNames names(World world, Libc libc) {
    DnsName domain = dns.names().clusterDomain();
    return new ClusterNames(
        resolver,
        new NameClients(
            resolver, hostnames, ClusterServers.of(world, ranges.serviceCIDRs()), domain),
        new ClusterZone(dns, world),
        new OtherNames(NameClients.withoutDot(domain), world),
        world,
        libc);
  }
}
