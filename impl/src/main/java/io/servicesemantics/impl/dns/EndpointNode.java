package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The name of endpoints below that of their Service (dns 1.8); usually of one with one address. */
final class EndpointNode extends NameNode {

  private static final int LONGEST_POD_NAME = 63;
  private static final int PARTS = 3;

  private final ServiceEntry entry;
  private final int[] places; // slice, endpoint and address, three by three
  private final @Nullable String ownLabel; // null where it is called by its address

  EndpointNode(ServiceEntry entry, String label, Places places) {
    super(Letters.hash(entry.hash, label));
    this.entry = entry;
    this.places = Ints.toArray(places.parts);
    ownLabel = ownLabel(endpoint(0), entry.context().settings().endpointPodNames()).orElse(null);
  }

  /** Where the addresses of one name stand, while they are collected. */
  static final class Places {

    private final List<Integer> parts = new ArrayList<>();

    static void collect(
        EndpointSlice slice, int place, ZoneContext context, Map<String, Places> byName) {
      ImmutableList<Endpoint> endpoints = slice.endpoints();
      for (int i = 0; i < endpoints.size(); i++) {
        Endpoint endpoint = endpoints.get(i);
        if (endpoint.conditions().ready().orElse(true)) {
          for (int j = 0; j < endpoint.addresses().size(); j++) {
            String label =
                EndpointNode.label(
                    endpoint, endpoint.addresses().get(j), context.settings().endpointPodNames());
            Places places = byName.computeIfAbsent(label, unused -> new Places());
            places.parts.add(place);
            places.parts.add(i);
            places.parts.add(j);
          }
        }
      }
    }
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

  /** How many addresses it has. */
  int size() {
    return places.length / PARTS;
  }

  Endpoint endpoint(int index) {
    return slice(index).endpoints().get(places[index * PARTS + 1]);
  }

  String address(int index) {
    return endpoint(index).addresses().get(places[index * PARTS + 2]);
  }

  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      addresses.add(address(i));
    }
    return addresses;
  }

  EndpointSlice slice(int index) {
    return entry.slices.get(places[index * PARTS]);
  }

  String label() {
    return ownLabel == null ? Letters.dashed(address(0)) : ownLabel;
  }

  /** Whether anybody can ask for the name: one with a dot in it is several labels (dns 1.8). */
  boolean isResolvable() {
    return label().indexOf('.') < 0;
  }

  /** Whether its name is that of a label below a Service that was found by its hash. */
  boolean isNamed(ServiceEntry of, DnsName asked, int at) {
    return entry == of
        && (ownLabel == null
            ? Letters.isDashed(asked, at, address(0))
            : Letters.isSame(asked, at, ownLabel));
  }

  @Override
  void addItems(List<Item> items) {
    addItems(items, PortFilter.ANY);
  }

  void addItems(List<Item> items, PortFilter filter) {
    for (int i = 0; i < size(); i++) {
      ImmutableList<EndpointPort> ports = slice(i).ports();
      if (ports.isEmpty() && filter.accepts("", "")) {
        items.add(Item.of(address(i), Item.NO_PORT, this));
      }
      for (EndpointPort port : ports) {
        if (filter.accepts(port.name().orElse(""), port.protocol().text())) {
          items.add(Item.of(address(i), number(port), this));
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
  @Nullable DnsName name(DnsName origin) {
    DnsName service = entry.name(origin);
    return service == null ? null : name(label(), service).orElse(null);
  }

  /** The name below a Service's; a label with dots in it is several (dns 1.8). */
  static Optional<DnsName> name(String label, DnsName service) {
    return label.indexOf('.') < 0
        ? service.below(label)
        : DnsName.tryParse(label).flatMap(name -> name.followedBy(service));
  }

  @Override
  int nameLength(int originLength) {
    int length = ownLabel == null ? Letters.dashedLength(address(0)) : ownLabel.length();
    return entry.nameLength(originLength) + length + 1;
  }

  @Override
  DnsReason reason() {
    return DnsReason.ENDPOINT_HAS_NAME;
  }

  @Override
  ZoneContext context() {
    return entry.context();
  }
}
