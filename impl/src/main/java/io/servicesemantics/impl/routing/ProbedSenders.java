package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.ServiceEndpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address for each class of senders that modes may treat differently. */
final class ProbedSenders {

  // Networks kept for documentation (RFC 5737, RFC 3849), where nobody lives.
  private static final Cidr OUTSIDE_IPV4 = Cidr.parse("203.0.113.0/24");
  private static final Cidr OUTSIDE_IPV6 = Cidr.parse("2001:db8:ffff::/120");

  private ProbedSenders() {}

  /** The senders to ask about, by the name of their class; of the flow its destination counts. */
  static ImmutableMap<String, IpAddress> of(Flow to, RoutingEngine engine) {
    if (to.destination().isLoopback()) {
      return ImmutableMap.of("the node itself", to.destination());
    }
    Map<String, @Nullable IpAddress> senders = new LinkedHashMap<>();
    NodeContext context = engine.context();
    Cidr pods = context.localTraffic().network(to.family());
    if (pods != null) {
      senders.put("a local Pod", lastFree(pods, context));
    }
    senders.put("the node itself", context.addresses().primary(to.family()));
    Cidr outside = to.family() == IpFamily.IPV4 ? OUTSIDE_IPV4 : OUTSIDE_IPV6;
    senders.put("somebody outside", lastFree(outside, context));
    Entrance entrance = engine.entranceOf(to);
    if (entrance != null) {
      addNear(entrance, context, senders);
    }
    ImmutableMap.Builder<String, IpAddress> known = ImmutableMap.builder();
    senders.forEach(
        (name, address) -> {
          if (address != null) {
            known.put(name, address);
          }
        });
    return known.buildOrThrow();
  }

  private static void addNear(
      Entrance entrance, NodeContext context, Map<String, @Nullable IpAddress> senders) {
    SourceRanges ranges = entrance.port.ranges();
    if (ranges != null) {
      senders.put("somebody in a source range", ranges.networks().get(0).last());
    }
    for (ServiceEndpoint endpoint : entrance.port.endpoints().ready()) {
      String place =
          endpoint.isOn(context.place().name())
              ? "an endpoint of it on this node"
              : "an endpoint of it elsewhere";
      senders.putIfAbsent(place, endpoint.address());
    }
  }

  private static @Nullable IpAddress lastFree(Cidr network, NodeContext context) {
    IpAddress address = network.last();
    while (context.addresses().has(address)) {
      if (address.equals(network.first())) {
        return null;
      }
      address = address.plus(-1);
    }
    return address;
  }
}
