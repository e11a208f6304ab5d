package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import java.util.List;
import java.util.Optional;

/**
 * What host names stand for: Services as a Pod's search path finds them, then nodes, then the names
 * of load balancers. It stands for DNS as far as connections need it.
 */
final class ClusterNames {

  private static final Splitter LABELS = Splitter.on('.');
  private static final String SERVICES = ".svc";

  private final String domain;
  private final World world;

  ClusterNames(String clusterDomain, World world) {
    this.domain = "." + Ascii.toLowerCase(clusterDomain);
    this.world = world;
  }

  NameAnswer resolve(String said, Origin origin) {
    String name = Ascii.toLowerCase(said);
    boolean isAbsolute = name.endsWith(".");
    String host = isAbsolute ? name.substring(0, name.length() - 1) : name;
    ConnectionReason how =
        isAbsolute || origin.namespace().isEmpty()
            ? ConnectionReason.NAME_IS_SERVICE
            : ConnectionReason.NAME_LOOKED_UP;
    for (String full : isAbsolute ? ImmutableList.of(host) : searched(host, origin.namespace())) {
      Optional<NameAnswer> found = inCluster(full, how);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return (isAbsolute ? Optional.<NameAnswer>empty() : onlyService(host, origin))
        .or(() -> node(host))
        .or(() -> loadBalancer(host))
        .orElseGet(() -> notFound(host, origin));
  }

  // The order is that of the search path of a Pod; the name as it is comes last.
  private ImmutableList<String> searched(String host, String namespace) {
    ImmutableList.Builder<String> searched = ImmutableList.builder();
    if (!namespace.isEmpty()) {
      searched.add(host + "." + namespace + SERVICES + domain);
    }
    return searched.add(host + SERVICES + domain, host + domain, host).build();
  }

  private Optional<NameAnswer> inCluster(String full, ConnectionReason how) {
    if (!full.endsWith(SERVICES + domain)) {
      return Optional.empty();
    }
    List<String> labels =
        LABELS.splitToList(full.substring(0, full.length() - SERVICES.length() - domain.length()));
    if (labels.size() == 2) {
      return world
          .snapshot()
          .service(labels.get(1), labels.get(0))
          .map(service -> new NameAnswer.OfService(service, why(how, service, full)));
    }
    return labels.size() == 3
        ? world
            .snapshot()
            .service(labels.get(2), labels.get(1))
            .filter(service -> hasEndpoint(service, labels.get(0)))
            .map(
                service ->
                    new NameAnswer.OfEndpoint(
                        service,
                        labels.get(0),
                        why(ConnectionReason.NAME_IS_ENDPOINT, service, full)))
        : Optional.empty();
  }

  private boolean hasEndpoint(Service service, String hostname) {
    if (!service.spec().isHeadless()) {
      return false;
    }
    for (EndpointSlice slice : world.slices(service)) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (isCalled(endpoint, hostname)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an endpoint has a host name, or without one is called by its address. */
  static boolean isCalled(Endpoint endpoint, String hostname) {
    if (endpoint.hostname().isPresent()) {
      return endpoint.hostname().get().equals(hostname);
    }
    for (String address : endpoint.addresses()) {
      if (address.replace('.', '-').replace(':', '-').equals(hostname)) {
        return true;
      }
    }
    return false;
  }

  private static Because why(ConnectionReason reason, Service service, String full) {
    return Because.of(reason).withFact("service", service.namespacedName()).withFact("name", full);
  }

  // Who is in no namespace has none to begin the search with.
  private Optional<NameAnswer> onlyService(String host, Origin origin) {
    if (!origin.namespace().isEmpty() || host.indexOf('.') >= 0) {
      return Optional.empty();
    }
    List<Service> called =
        world.services().stream()
            .filter(service -> service.metadata().name().equals(host))
            .toList();
    return called.size() == 1
        ? Optional.of(
            new NameAnswer.OfService(
                called.get(0),
                Because.of(ConnectionReason.NAME_TAKEN_FOR_ONLY)
                    .withFact("service", called.get(0).namespacedName())))
        : Optional.empty();
  }

  private Optional<NameAnswer> node(String host) {
    return world.nodes().stream()
        .filter(node -> node.metadata().name().equals(host) || isNamed(node, host))
        .findFirst()
        .map(
            node ->
                new NameAnswer.OfNode(
                    node,
                    Because.of(ConnectionReason.NAME_IS_NODE)
                        .withFact("node", node.metadata().name())));
  }

  private static boolean isNamed(Node node, String host) {
    for (NodeAddress address : node.status().addresses()) {
      boolean isName =
          address.type().is(NodeAddressType.HOSTNAME)
              || address.type().is(NodeAddressType.INTERNAL_DNS)
              || address.type().is(NodeAddressType.EXTERNAL_DNS);
      if (isName && Ascii.equalsIgnoreCase(address.address(), host)) {
        return true;
      }
    }
    return false;
  }

  private Optional<NameAnswer> loadBalancer(String host) {
    for (Service service : world.services()) {
      for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
        if (Ascii.equalsIgnoreCase(ingress.hostname(), host)) {
          return Optional.of(
              new NameAnswer.Elsewhere(why(ConnectionReason.NAME_IS_LOAD_BALANCER, service, host)));
        }
      }
    }
    return Optional.empty();
  }

  private NameAnswer notFound(String host, Origin origin) {
    String inner = withoutSuffix(withoutSuffix(host, domain), SERVICES);
    List<String> labels = LABELS.splitToList(inner);
    String namespace = labels.size() > 1 ? labels.get(labels.size() - 1) : origin.namespace();
    NamespacedName asked =
        NamespacedName.of(namespace, labels.get(labels.size() > 1 ? labels.size() - 2 : 0));
    boolean isOfCluster = labels.size() == 1 || !inner.equals(host) || isAlmostService(asked);
    return new NameAnswer.Elsewhere(
        isOfCluster
            ? Because.of(ConnectionReason.NAME_NOT_THERE)
                .withFact("name", host)
                .withFact("there is", NearMisses.ofService(asked, world))
            : Because.of(ConnectionReason.NAME_IS_OUTSIDE).withFact("name", host));
  }

  // Both a Service's name and a namespace may be mistyped.
  private boolean isAlmostService(NamespacedName asked) {
    for (Service service : world.services()) {
      if (service.metadata().name().equals(asked.name())
          || service.metadata().namespace().equals(asked.namespace())) {
        return true;
      }
    }
    return false;
  }

  private static String withoutSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }
}
