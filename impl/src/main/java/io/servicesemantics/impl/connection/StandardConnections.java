package io.servicesemantics.impl.connection;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Connections;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.explain.Because;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.TrafficRouter;

/** Traces calls: names first, then from node to node. */
public final class StandardConnections implements Connections {

  private final TrafficRouter router;
  private final ProxySettings proxy;
  private final DnsSettings dns;

  /**
   * Takes what decides on each node, and what differs between clusters.
   *
   * @param router decides
   * @param proxy how kube-proxy is set up
   * @param dns how the cluster's DNS is set up
   */
  public StandardConnections(TrafficRouter router, ProxySettings proxy, DnsSettings dns) {
    this.router = router;
    this.proxy = proxy;
    this.dns = dns;
  }

  @Override
  public ConnectionTrace trace(Caller caller, Destination destination, ClusterSnapshot snapshot) {
    checkNotNull(caller, "Caller is null; expected one");
    checkNotNull(destination, "Destination is null; expected one");
    World world = new World(snapshot);
    Origin origin = CallerResolver.resolve(caller, world);
    if (!origin.canCall()) {
      return new ConnectionTrace(caller, destination, origin.notes(), ImmutableList.of());
    }
    ClusterNames names = new ClusterNames(dns.clusterDomain(), world);
    Targets targets = TargetResolver.resolve(destination, origin, names, world);
    Walk walk = new Walk(router, proxy, world, origin);
    ImmutableList.Builder<ConnectionAttempt> attempts = ImmutableList.builder();
    for (Target target : targets.targets()) {
      attempts.add(new ConnectionAttempt(target.called(), walk.to(target)));
    }
    ImmutableList<Because> notes =
        ImmutableList.<Because>builder().addAll(origin.notes()).addAll(targets.notes()).build();
    return new ConnectionTrace(caller, destination, notes, attempts.build());
  }
}
