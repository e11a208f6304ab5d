package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All the names of one Service; itself the node of the Service's own name (dns 5). */
final class ServiceEntry extends NameNode {

  static final String SVC = "svc";

  private static final PortNode[] NO_PORTS = {};
  private static final EndpointNode[] NO_ENDPOINTS = {};
  private static final NodeAddress[] NO_ADDRESSES = {};

  final NamespacedName name;
  final @Nullable Service service;
  final ImmutableList<EndpointSlice> slices;
  private final boolean isExposed;
  private final ZoneContext context;
  private final ServiceForm form;
  private final Found whole;
  private final PortNode[] ports;
  private final EndpointNode[] endpoints;
  private final NodeAddress[] addresses;

  /**
   * Makes the names of a Service.
   *
   * @param service the Service; null where there are only slices that name it
   * @param slices its slices
   * @param isExposed whether its namespace is seen
   */
  ServiceEntry(
      NamespacedName name,
      @Nullable Service service,
      ImmutableList<EndpointSlice> slices,
      boolean isExposed,
      ZoneContext context) {
    super(labels(SVC, name.namespace(), name.name()));
    this.name = name;
    this.service = service;
    this.slices = slices;
    this.isExposed = isExposed;
    this.context = context;
    form = ServiceForm.of(service);
    addresses = clusterIps(service);
    endpoints = endpointNodes();
    boolean hasItems = prepare();
    whole = whole(hasItems);
    ports = form == ServiceForm.EXTERNAL_NAME ? NO_PORTS : portNodes();
  }

  private NodeAddress[] clusterIps(@Nullable Service of) {
    ImmutableList<String> texts = of == null ? ImmutableList.of() : ServiceForm.clusterIps(of);
    NodeAddress[] all = texts.isEmpty() ? NO_ADDRESSES : new NodeAddress[texts.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new NodeAddress(this, texts.get(i), null, isTold());
    }
    return all;
  }

  ServiceForm form() {
    return form;
  }

  /** The Service's own name: itself, or why there is none. */
  Found whole() {
    return whole;
  }

  private Found whole(boolean hasItems) {
    return switch (form) {
      case MISSING -> Miss.NO_SUCH_SERVICE;
      case EXTERNAL_NAME -> isAlias() ? this : Miss.EXTERNAL_ADDRESS;
      case HEADLESS -> hasItems ? this : Miss.NOTHING_READY;
      case CLUSTER_IP -> isIgnored() ? Miss.EMPTY_SERVICE : hasItems ? this : Miss.NO_SUCH_PORT;
    };
  }

  private boolean isIgnored() {
    return context.settings().ignoreEmptyService() && endpoints.length == 0;
  }

  /** The name of a port and protocol below the Service's: a node, or why there is none. */
  Found port(DnsName asked, int port, int protocol) {
    if (!(whole instanceof NameNode)) {
      return whole;
    }
    if (form == ServiceForm.EXTERNAL_NAME) {
      return PortNode.isAny(asked, port, protocol) ? whole : Miss.BELOW_EXTERNAL_NAME;
    }
    boolean isWhole = PortNode.hasUnderscores(asked, port, protocol);
    if (!isWhole && !context.traits().optionalUnderscores()) {
      return Miss.NO_SUCH_PORT;
    }
    for (PortNode node : ports) {
      if (node.isOf(asked, port, protocol)) {
        return node;
      }
    }
    return context.traits().optionalUnderscores() && PortNode.hasWildcard(asked, port, protocol)
        ? PortNode.found(this, asked, port, protocol)
        : Miss.NO_SUCH_PORT;
  }

  /** Why a label below its name is that of no endpoint. */
  Miss missingBelow(DnsName asked, int at) {
    if (form == ServiceForm.EXTERNAL_NAME) {
      return Miss.BELOW_EXTERNAL_NAME;
    }
    if (whole == Miss.EMPTY_SERVICE) {
      return Miss.EMPTY_SERVICE;
    }
    return hasPortsBelow(asked, at) ? Miss.PROTOCOL : Miss.NO_SUCH_ENDPOINT;
  }

  // Whether the label is that of a protocol, below which ports have names.
  private boolean hasPortsBelow(DnsName asked, int at) {
    if (!context.traits().namesByType()) {
      for (PortNode node : ports) {
        if (node.isOfProtocol(asked, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The nodes of its named ports. */
  PortNode[] ports() {
    return ports;
  }

  /** The nodes of its endpoints, those included whose names nobody can ask for. */
  EndpointNode[] endpoints() {
    return endpoints;
  }

  @Override
  void addItems(List<Item> items) {
    addItems(items, PortFilter.ANY);
  }

  void addItems(List<Item> items, PortFilter filter) {
    Service there = service;
    if (there == null) {
      return;
    }
    switch (form) {
      case EXTERNAL_NAME -> items.add(alias(there.spec().externalName()));
      case HEADLESS -> {
        for (EndpointNode endpoint : endpoints) {
          endpoint.addItems(items, filter);
        }
      }
      default -> addClusterIps(there, items, filter);
    }
  }

  @Override
  List<Item> firstItems() {
    return firstItems(PortFilter.ANY);
  }

  List<Item> firstItems(PortFilter filter) {
    List<Item> first = new ArrayList<>();
    if (form != ServiceForm.HEADLESS) {
      addItems(first, filter);
      return first.isEmpty() ? first : first.subList(0, 1);
    }
    for (EndpointSlice slice : slices) {
      if (filter.acceptsAny(slice.ports())) {
        EndpointNode.firstAddress(slice).ifPresent(text -> first.add(Item.of(text, 0, this)));
      }
    }
    return first;
  }

  private Item alias(String name) {
    return context.traits().silentAliases()
        ? Item.of(name, 0, this)
        : new Item(name, null, 0, this);
  }

  private void addClusterIps(Service there, List<Item> items, PortFilter filter) {
    for (ServicePort port : there.spec().ports()) {
      if (filter.accepts(port.name(), port.protocol().text())) {
        for (NodeAddress address : addresses) {
          items.add(address.item(port.port()));
        }
      }
    }
    if (there.spec().ports().isEmpty() && filter.accepts("", "")) {
      for (NodeAddress address : addresses) {
        items.add(address.item(Item.NO_PORT));
      }
    }
  }

  /** Whether who asks for addresses is told of its names (dns 8.3). */
  boolean isTold() {
    return isExposed || context.settings().namespaces().isEmpty();
  }

  /** Adds what is found in the table: names where they are seen, and addresses. */
  void addTo(List<Keyed> table) {
    if (isExposed && service != null && isAskable()) {
      table.add(this);
    }
    if (isExposed && whole instanceof NameNode) {
      for (PortNode port : ports) {
        if (port.isAskable()) {
          table.add(port);
        }
      }
    }
    addAddresses(addresses, table);
    if (form != ServiceForm.HEADLESS && !context.traits().endpointsEverywhere()) {
      return;
    }
    boolean hasNames = isExposed && service != null && form != ServiceForm.EXTERNAL_NAME;
    for (EndpointNode endpoint : endpoints) {
      if (hasNames && endpoint.isAskable()) {
        table.add(endpoint);
      }
      addAddresses(endpoint.addresses(), table);
    }
  }

  // An address that one name has several times is told once.
  private static void addAddresses(NodeAddress[] addresses, List<Keyed> table) {
    Set<String> seen = new HashSet<>();
    for (NodeAddress address : addresses) {
      if (address.isCanonical() && (addresses.length == 1 || seen.add(address.text))) {
        table.add(address);
      }
    }
  }

  @Override
  DnsReason reason() {
    return switch (form) {
      case EXTERNAL_NAME -> DnsReason.SERVICE_IS_EXTERNAL_NAME;
      case HEADLESS -> DnsReason.SERVICE_IS_HEADLESS;
      default -> DnsReason.SERVICE_HAS_CLUSTER_IP;
    };
  }

  /** Whether its namespace is seen. */
  boolean isExposed() {
    return isExposed;
  }

  @Override
  ZoneContext context() {
    return context;
  }

  private PortNode[] portNodes() {
    List<PortNode> nodes = new ArrayList<>();
    for (PortFilter filter : PortFilter.ofNamedPorts(this)) {
      PortNode node = new PortNode(this, filter);
      if (node.prepare()) {
        nodes.add(node);
      }
    }
    return nodes.isEmpty() ? NO_PORTS : nodes.toArray(NO_PORTS);
  }

  private EndpointNode[] endpointNodes() {
    if (context.settings().noEndpoints()) {
      return NO_ENDPOINTS;
    }
    EndpointNode[] nodes = EndpointNode.of(this).toArray(NO_ENDPOINTS);
    for (EndpointNode node : nodes) {
      boolean unused = node.prepare(); // it has an address, so there are items
    }
    return nodes;
  }
}
