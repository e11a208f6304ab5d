package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import java.util.List;
import java.util.Optional;

/** Names that the cluster's DNS does not give: those of nodes, of load balancers, and others. */
final class OtherNames {

  private static final Splitter LABELS = Splitter.on('.');
  private static final String SERVICES = ".svc";
  private static final String PODS = ".pod";

  private final String domain;
  private final World world;

  OtherNames(String clusterDomain, World world) {
    this.domain = "." + Ascii.toLowerCase(clusterDomain);
    this.world = world;
  }

  /** The only Service called so, for who is in no namespace and has none to search in. */
  Optional<Service> onlyService(String host) {
    if (host.indexOf('.') >= 0) {
      return Optional.empty();
    }
    List<Service> called =
        world.services().stream()
            .filter(service -> service.metadata().name().equals(host))
            .toList();
    return called.size() == 1 ? Optional.of(called.get(0)) : Optional.empty();
  }

  /** A node, or a load balancer. */
  Optional<NameAnswer> find(String host) {
    return node(host).or(() -> loadBalancer(host));
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
              new NameAnswer.Elsewhere(
                  Because.of(ConnectionReason.NAME_IS_LOAD_BALANCER)
                      .withFact("service", service.namespacedName())
                      .withFact("name", host)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a name that leads nowhere was meant for one of the cluster, mistyped perhaps. */
  boolean isMeantForCluster(String host, String namespace) {
    String inner = inner(host);
    return inner.indexOf('.') < 0
        || !inner.equals(host)
        || inner.endsWith(PODS)
        || isAlmostService(meant(host, namespace));
  }

  /** The Service that a name is that of, going by its form. */
  NamespacedName meant(String host, String namespace) {
    List<String> labels = LABELS.splitToList(inner(host));
    return labels.size() > 1
        ? NamespacedName.of(labels.get(labels.size() - 1), labels.get(labels.size() - 2))
        : NamespacedName.of(namespace, labels.get(0));
  }

  private String inner(String host) {
    return withoutSuffix(withoutSuffix(host, domain), SERVICES);
  }

  /** Whether any Service has a name, in whatever namespace. */
  boolean isCalled(String service) {
    for (Service each : world.services()) {
      if (each.metadata().name().equals(service)) {
        return true;
      }
    }
    return false;
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
