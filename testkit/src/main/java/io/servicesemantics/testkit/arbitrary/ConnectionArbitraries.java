package io.servicesemantics.testkit.arbitrary;

import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.DestinationHost;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.connection.UrlParts;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Callers and destinations that may be of the clusters of {@link RoutingArbitraries}, with the node
 * {@code node-a} and perhaps others.
 */
public final class ConnectionArbitraries {

  private ConnectionArbitraries() {}

  /** {@return a Pod that is not there, a node, or an address of anybody, arriving anywhere} */
  public static Arbitrary<Caller> callers() {
    return Arbitraries.oneOf(
        Arbitraries.of("client", "shop/client")
            .map(name -> new Caller.OfPod(NamespacedName.parse(name))),
        nodeNames().map(Caller.OfNode::new),
        Combinators.combine(
                Arbitraries.of(
                        "10.0.0.1",
                        "10.0.0.17",
                        "192.168.0.2",
                        "192.168.0.9",
                        "203.0.113.7",
                        "2001:db8:5::1")
                    .map(IpAddress::parse),
                nodeNames().optional(0.5))
            .as(Caller.OfAddress::new));
  }

  private static Arbitrary<String> nodeNames() {
    return Arbitraries.of("node-a", "node-b", "node-c");
  }

  /** {@return a Service, Pod, node, name, URL or address, at a port, at none, or to be pinged} */
  public static Arbitrary<Destination> destinations() {
    return Arbitraries.oneOf(
        Combinators.combine(hosts(), ports())
            .as((host, port) -> new Destination(host, port, Optional.empty())),
        Combinators.combine(
                Arbitraries.oneOf(names(), addresses()),
                Arbitraries.of("http", "https", "grpc", "tcp", "udp"),
                Arbitraries.of(80, 443, 8080),
                Arbitraries.of(true, false),
                Arbitraries.of("", "/", "/cart?item=1", "?q", "#top"))
            .as(
                (host, scheme, port, hasUser, rest) ->
                    new Destination(
                        host,
                        new DestinationPort.Numbered(
                            port, Optional.of(scheme.equals("udp") ? Protocol.UDP : Protocol.TCP)),
                        Optional.of(new UrlParts(scheme, hasUser, rest)))));
  }

  private static Arbitrary<DestinationHost> hosts() {
    return Arbitraries.oneOf(
        Arbitraries.of("shop/svc-1", "shop/svc-2", "shop/svc-9")
            .map(name -> new DestinationHost.OfService(NamespacedName.parse(name))),
        nodeNames().map(DestinationHost.OfNode::new),
        Arbitraries.of("web", "shop/web")
            .map(name -> new DestinationHost.OfPod(NamespacedName.parse(name))),
        names(),
        addresses());
  }

  private static Arbitrary<DestinationHost> names() {
    return Arbitraries.of(
            "svc-1",
            "svc-1.shop",
            "SVC-2.shop.svc.cluster.local",
            "svc-3.shop.svc.cluster.local.",
            "10-0-0-1.svc-1.shop",
            "_http._tcp.svc-2.shop",
            "svc-1..shop",
            "shop",
            "example.com",
            "node-b")
        .map(DestinationHost.Named::new);
  }

  private static Arbitrary<DestinationHost> addresses() {
    return Arbitraries.of(
            "10.96.0.1",
            "10.96.0.2",
            "10.96.7.7",
            "5.6.7.8",
            "1.2.3.3",
            "192.168.0.2",
            "192.168.0.3",
            "192.168.1.2",
            "127.0.0.1",
            "10.0.0.1",
            "fd00:96::1",
            "2001:db8::2")
        .map(address -> new DestinationHost.At(IpAddress.parse(address)));
  }

  private static Arbitrary<DestinationPort> ports() {
    Arbitrary<Optional<Protocol>> protocols = Arbitraries.of(Protocol.class).optional(0.3);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(80, 81, 30080, 30081, 30082), protocols)
            .as(DestinationPort.Numbered::new),
        Combinators.combine(Arbitraries.of("http", "dns", "web"), protocols)
            .as(DestinationPort.Named::new),
        Arbitraries.of(new DestinationPort.Unsaid(), new DestinationPort.Ping()));
  }
}
