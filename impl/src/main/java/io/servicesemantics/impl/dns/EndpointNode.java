package io.servicesemantics.impl.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name of endpoints below that of their Service (dns 1.8); usually of one with one address. */
final class EndpointNode extends NameNode {

  private static final int LONGEST_POD_NAME = 63;

  private final ServiceEntry entry;
  private final NodeAddress[] addresses;
  private final boolean isOneLabel;

  private EndpointNode(ServiceEntry entry, String label, List<Place> places) {
    super(labels(entry, label));
    this.entry = entry;
    this.isOneLabel = isOneLabel(label);
    addresses = new NodeAddress[places.size()];
    for (int i = 0; i < addresses.length; i++) {
      Place place = places.get(i);
      addresses[i] = new NodeAddress(this, place.address(), place.slice(), entry.isTold());
    }
  }

  private static @Nullable DnsName labels(ServiceEntry entry, String label) {
    DnsName service = labels(ServiceEntry.SVC, entry.name.namespace(), entry.name.name());
    return service == null ? null : name(label, service).orElse(null);
  }

  private static boolean isOneLabel(String label) {
    return label.indexOf('.') < 0;
  }

  /** An address in a slice. */
  private record Place(String address, EndpointSlice slice) {}

  /** The nodes of a Service's endpoints: those of one name are one, in the order of the slices. */
  static List<EndpointNode> of(ServiceEntry entry) {
    Map<String, List<Place>> places = new LinkedHashMap<>();
    boolean isByPod = entry.context().settings().endpointPodNames();
    for (EndpointSlice slice : entry.slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.conditions().ready().orElse(true)) {
          for (String address : endpoint.addresses()) {
            places
                .computeIfAbsent(label(endpoint, address, isByPod), unused -> new ArrayList<>(1))
                .add(new Place(address, slice));
          }
        }
      }
    }
    List<EndpointNode> nodes = new ArrayList<>(places.size());
    places.forEach((label, all) -> nodes.add(new EndpointNode(entry, label, all)));
    return nodes;
  }

  /** The name of an endpoint by one of its addresses (dns 1.8). */
  static String label(Endpoint endpoint, String address, boolean isByPod) {
    return ownLabel(endpoint, isByPod).orElseGet(() -> Letters.dashed(address));
  }

  private static Optional<String> ownLabel(Endpoint endpoint, boolean isByPod) {
    Optional<String> hostname = endpoint.hostname().filter(name -> !name.isEmpty());
    if (hostname.isPresent() || !isByPod) {
      return hostname;
    }
    return endpoint
        .targetRef()
        .map(target -> target.name())
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_POD_NAME);
  }

  ServiceEntry entry() {
    return entry;
  }

  /** Whether questions find it: a name of several labels is read as something else (dns 1.8). */
  @Override
  boolean isAskable() {
    return isOneLabel && super.isAskable();
  }

  /** Its addresses, in the order of the slices. */
  NodeAddress[] addresses() {
    return addresses;
  }

  /** The first address of a slice that counts. */
  static Optional<String> firstAddress(EndpointSlice slice) {
    for (Endpoint endpoint : slice.endpoints()) {
      if (endpoint.conditions().ready().orElse(true) && !endpoint.addresses().isEmpty()) {
        return Optional.of(endpoint.addresses().get(0));
      }
    }
    return Optional.empty();
  }

  // All ports of a slice are those of each of its addresses, so that the first address tells.
  @Override
  List<Item> firstItems() {
    List<Item> first = new ArrayList<>();
    @Nullable EndpointSlice before = null;
    for (NodeAddress address : addresses) {
      if (!slice(address).equals(before)) {
        first.add(address.item(0));
      }
      before = address.slice;
    }
    return first;
  }

  /** The slice that one of its addresses stands in. */
  static EndpointSlice slice(NodeAddress address) {
    return checkNotNull(
        address.slice, "Address of a Service where that of an endpoint was expected");
  }

  @Override
  void addItems(List<Item> items) {
    addItems(items, PortFilter.ANY);
  }

  void addItems(List<Item> items, PortFilter filter) {
    for (NodeAddress address : addresses) {
      ImmutableList<EndpointPort> ports = slice(address).ports();
      if (ports.isEmpty() && filter.accepts("", "")) {
        items.add(address.item(Item.NO_PORT));
      }
      for (EndpointPort port : ports) {
        if (filter.accepts(port.name().orElse(""), port.protocol().text())) {
          items.add(address.item(number(port)));
        }
      }
    }
  }

  private int number(EndpointPort port) {
    int own = port.port().orElse(Item.NO_PORT);
    Service service = entry.service;
    if (service == null || context().traits().endpointPorts()) {
      return own;
    }
    for (ServicePort said : service.spec().ports()) {
      if (said.name().equals(port.name().orElse(""))
          && PortFilter.isSame(said.protocol(), port.protocol())) {
        return said.port();
      }
    }
    return own;
  }

  @Override
  DnsReason reason() {
    return DnsReason.ENDPOINT_HAS_NAME;
  }

  /** The name below a Service's; a label with dots in it is several (dns 1.8). */
  static Optional<DnsName> name(String label, DnsName service) {
    return isOneLabel(label)
        ? service.below(label)
        : DnsName.tryParse(label).flatMap(name -> name.followedBy(service));
  }

  @Override
  ZoneContext context() {
    return entry.context();
  }
}
