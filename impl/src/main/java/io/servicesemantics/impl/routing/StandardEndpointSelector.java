package io.servicesemantics.impl.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;

/** Selects endpoints as kube-proxy does. */
public final class StandardEndpointSelector implements EndpointSelector {

  private final SelectionRules rules;

  /**
   * Takes what differs between clusters.
   *
   * @param gates the feature gates
   * @param quirks what the release does otherwise than the newest one
   */
  public StandardEndpointSelector(FeatureGates gates, Quirks quirks) {
    rules = SelectionRules.of(gates, quirks);
  }

  @Override
  public SliceReading read(
      Service service, ServicePort port, IpFamily family, ImmutableList<EndpointSlice> slices) {
    checkPort(service, port);
    return SliceReader.read(service, port, family, slices, rules);
  }

  @Override
  public SliceReading read(ImmutableList<Endpoint> endpoints, int portNumber) {
    checkArgument(
        portNumber != 0, "Port of endpoints: \"%s\"; expected a number other than 0", portNumber);
    return EndpointReader.readList(endpoints, portNumber, rules);
  }

  @Override
  public SelectedEndpoints select(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints) {
    NodePlace place = NodePlace.of(node);
    return selected(decide(service, port, family, place, endpoints.seenFrom(place.name())));
  }

  @Override
  public SelectedEndpoints select(
      Service service,
      ServicePort port,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices) {
    return select(service, port, family, node, read(service, port, family, slices).endpoints());
  }

  @Override
  public Explained<SelectedEndpoints> explain(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints) {
    NodePlace place = NodePlace.of(node);
    PortEndpoints seen = endpoints.seenFrom(place.name());
    return explain(service, port, family, place, new SliceReading(seen, ImmutableList.of()));
  }

  @Override
  public Explained<SelectedEndpoints> explain(
      Service service,
      ServicePort port,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices) {
    checkPort(service, port);
    NodePlace place = NodePlace.of(node);
    SliceReading read = SliceReader.readFor(place, service, port, family, slices, rules);
    return explain(service, port, family, place, read);
  }

  @Override
  public ImmutableList<EndpointUse> uses(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints) {
    NodePlace place = NodePlace.of(node);
    PortEndpoints seen = endpoints.seenFrom(place.name());
    return EndpointUses.of(decide(service, port, family, place, seen), place, seen);
  }

  private Explained<SelectedEndpoints> explain(
      Service service, ServicePort port, IpFamily family, NodePlace place, SliceReading read) {
    PortEndpoints endpoints = read.endpoints();
    ImmutableList<UnreadPart> unread = read.unread();
    Selection decided = decide(service, port, family, place, endpoints);
    return Explained.of(
        selected(decided), SelectionAccount.of(decided, service, family, place, endpoints, unread));
  }

  private Selection decide(
      Service service, ServicePort port, IpFamily family, NodePlace node, PortEndpoints endpoints) {
    checkPort(service, port);
    return Selector.decide(
        ServedServices.judge(service, family),
        PortPolicies.of(service, port, family),
        node,
        endpoints,
        rules.hintsFor(service));
  }

  private static SelectedEndpoints selected(Selection decided) {
    return new SelectedEndpoints(
        decided.isServed() ? Optional.empty() : Optional.of(decided.served()),
        decided.policy(),
        decided.mode(),
        decided.cluster(),
        decided.local(),
        decided.hasAny());
  }

  private static void checkPort(Service service, ServicePort port) {
    checkArgument(
        service.spec().ports().contains(port),
        "Port of Service %s/%s: \"%s\"; expected one of its own ports",
        service.metadata().namespace(),
        service.metadata().name(),
        port);
  }
}
