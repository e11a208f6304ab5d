package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All the names of one Service; itself the node of the Service's own name (dns 5). */
final class ServiceEntry extends NameNode {

  static final String SVC = "svc";

  private static final PortNode[] NO_PORTS = {};
  private static final EndpointNode[] NO_ENDPOINTS = {};

  final NamespacedName name;
  final @Nullable Service service;
  final ImmutableList<EndpointSlice> slices;
  final boolean isExposed;
  private final ZoneContext context;
  private final ServiceForm form;
  private final Found whole;
  private final PortNode[] ports;
  private final EndpointNode[] endpoints;

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
    super(hash(name));
    this.name = name;
    this.service = service;
    this.slices = slices;
    this.isExposed = isExposed;
    this.context = context;
    form = ServiceForm.of(service);
    endpoints = endpointNodes();
    boolean hasItems = prepare();
    whole = whole(hasItems);
    ports = form == ServiceForm.EXTERNAL_NAME ? NO_PORTS : portNodes();
  }

  static int hash(NamespacedName name) {
    return Letters.hash(Letters.hash(0, name.namespace()), name.name());
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
      if (node.isNamed(asked, port, protocol)) {
        return node;
      }
    }
    return context.traits().optionalUnderscores() && PortNode.hasWildcard(asked, port, protocol)
        ? PortNode.found(this, asked, port, protocol)
        : Miss.NO_SUCH_PORT;
  }

  /** Whether a label below its name is that of a protocol, below which ports have names. */
  boolean hasPortsBelow(DnsName asked, int at) {
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

  private Item alias(String name) {
    return context.traits().silentAliases()
        ? Item.of(name, 0, this)
        : new Item(name, null, 0, this);
  }

  private void addClusterIps(Service there, List<Item> items, PortFilter filter) {
    for (ServicePort port : there.spec().ports()) {
      if (filter.accepts(port.name(), port.protocol().text())) {
        for (String address : ServiceForm.clusterIps(there)) {
          items.add(Item.of(address, port.port(), this));
        }
      }
    }
    if (there.spec().ports().isEmpty() && filter.accepts("", "")) {
      for (String address : ServiceForm.clusterIps(there)) {
        items.add(Item.of(address, Item.NO_PORT, this));
      }
    }
  }

  @Override
  @Nullable DnsName name(DnsName origin) {
    return origin
        .below(SVC)
        .flatMap(above -> above.below(name.namespace()))
        .flatMap(above -> above.below(name.name()))
        .orElse(null);
  }

  @Override
  int nameLength(int originLength) {
    return originLength + SVC.length() + name.namespace().length() + name.name().length() + 3;
  }

  @Override
  DnsReason reason() {
    return switch (form) {
      case EXTERNAL_NAME -> DnsReason.SERVICE_IS_EXTERNAL_NAME;
      case HEADLESS -> DnsReason.SERVICE_IS_HEADLESS;
      default -> DnsReason.SERVICE_HAS_CLUSTER_IP;
    };
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

  // Endpoints of one name are one node; their order is that of the slices.
  private EndpointNode[] endpointNodes() {
    if (context.settings().noEndpoints()) {
      return NO_ENDPOINTS;
    }
    Map<String, EndpointNode.Places> places = new LinkedHashMap<>();
    for (int i = 0; i < slices.size(); i++) {
      EndpointNode.Places.collect(slices.get(i), i, context, places);
    }
    EndpointNode[] nodes = new EndpointNode[places.size()];
    int at = 0;
    for (Map.Entry<String, EndpointNode.Places> entry : places.entrySet()) {
      nodes[at] = new EndpointNode(this, entry.getKey(), entry.getValue());
      boolean unused = nodes[at++].prepare(); // it has an address, so there are items
    }
    return nodes.length == 0 ? NO_ENDPOINTS : nodes;
  }
}
