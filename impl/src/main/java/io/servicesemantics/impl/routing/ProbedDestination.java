package io.servicesemantics.impl.routing;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.FrontEndKind;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A destination about which several tables are asked, with one sender of each class.
 *
 * @param senders an address for each class of senders, by the name of the class
 */
record ProbedDestination(
    IpAddress address, int port, Protocol protocol, ImmutableMap<String, IpAddress> senders) {

  private static final int HIGHEST_PORT = 65535;

  /** Address, port and protocol alone. */
  private record Key(IpAddress address, int port, Protocol protocol) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return ComparisonChain.start()
          .compare(address, other.address)
          .compare(port, other.port)
          .compare(protocol, other.protocol)
          .result();
    }
  }

  /** Every destination worth asking about, in order. */
  static Iterable<ProbedDestination> all(ImmutableList<StandardRoutingTable> tables) {
    RoutingEngine engine = tables.get(0).engine();
    TreeSet<Key> keys = new TreeSet<>();
    for (StandardRoutingTable table : tables) {
      for (FrontEnd frontEnd : table.frontEnds()) {
        addFrontEnd(frontEnd, engine, keys);
      }
    }
    for (Cidr network : engine.serviceNetworks()) {
      IpAddress free = freeAddress(network, engine.index());
      if (free != null) {
        keys.add(new Key(free, 80, Protocol.TCP));
      }
    }
    return Iterables.transform(
        keys,
        key ->
            new ProbedDestination(
                key.address(), key.port(), key.protocol(), ProbedSenders.of(flowOf(key), engine)));
  }

  private static void addFrontEnd(FrontEnd frontEnd, RoutingEngine engine, TreeSet<Key> keys) {
    IpAddress address = frontEnd.address();
    keys.add(new Key(address, frontEnd.port(), frontEnd.protocol()));
    if (frontEnd.kind() == FrontEndKind.NODE_PORT) {
      IpFamily family = address.family();
      for (IpAddress other : engine.context().addresses().all()) {
        if (other.family() == family) {
          keys.add(new Key(other, frontEnd.port(), frontEnd.protocol()));
        }
      }
      IpAddress loopback = family.loopback();
      keys.add(new Key(loopback, frontEnd.port(), frontEnd.protocol()));
    } else if (frontEnd.kind() != FrontEndKind.HEALTH_CHECK_NODE_PORT) {
      keys.add(new Key(address, unusedPort(address, engine.index()), Protocol.TCP));
    }
  }

  private static int unusedPort(IpAddress address, FrontEndIndex index) {
    int port = 1;
    while (port < HIGHEST_PORT && index.service(address, port, Protocol.TCP) != null) {
      port++;
    }
    return port;
  }

  private static @Nullable IpAddress freeAddress(Cidr network, FrontEndIndex index) {
    IpAddress address = network.first();
    while (index.address(address) != null) {
      if (address.equals(network.last())) {
        return null;
      }
      address = address.next();
    }
    return address;
  }

  private static Flow flowOf(Key key) {
    return Flow.of(key.protocol(), key.address(), key.address(), key.port());
  }

  Flow from(IpAddress source) {
    return Flow.of(protocol, source, address, port);
  }
}
