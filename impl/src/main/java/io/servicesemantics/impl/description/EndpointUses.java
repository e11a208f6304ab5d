package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.EndpointDescription;
import io.servicesemantics.description.LocalTraffic;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortPolicy;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who uses the endpoints of one Service, put together from all its ports, families and nodes. */
final class EndpointUses {

  /** What is known of one address and port, by the text it prints. */
  private static final class Use {
    private final Set<String> nodes = new LinkedHashSet<>();
    private @Nullable SelectionReason reason;
  }

  private final ImmutableList<EndpointSlice> slices;
  private final ServedPorts ports;
  private final ImmutableList<Node> nodes;
  private final ImmutableList<Node> all;
  private final Map<String, Use> byAddress = new HashMap<>();
  private final Map<String, Boolean> hasLocal = new HashMap<>();
  private @Nullable PortPolicy policy;

  private EndpointUses(Service service, ServedPorts ports, Scene scene) {
    this.ports = ports;
    this.slices = scene.state().slicesOf(service.namespacedName());
    this.nodes = scene.vantages();
    this.all = scene.kinds().nodes();
  }

  // The nodes that are alike are those that have as many endpoints, each of its own.
  static EndpointUses of(
      Service service, ServedPorts ports, ImmutableList<ImmutableList<Node>> alike, Scene scene) {
    EndpointUses uses = new EndpointUses(service, ports, scene);
    for (ServedPorts.Served served : ports.ports()) {
      for (Node node : uses.nodes) {
        for (EndpointUse use :
            scene
                .selector()
                .uses(service, served.port(), served.family(), node, served.endpoints())) {
          uses.add(use, node);
        }
      }
      for (ImmutableList<Node> group : alike) {
        uses.addLocal(
            scene
                .selector()
                .select(service, served.port(), served.family(), group.get(0), served.endpoints()),
            group);
      }
    }
    return uses;
  }

  private void addLocal(SelectedEndpoints selected, ImmutableList<Node> group) {
    if (selected.usesLocal()) {
      policy = selected.policy();
      boolean has = !selected.local().isEmpty();
      for (Node node : group) {
        hasLocal.merge(node.metadata().name(), has, Boolean::logicalOr);
      }
    }
  }

  private void add(EndpointUse said, Node node) {
    Use use = byAddress.computeIfAbsent(said.endpoint().toString(), text -> new Use());
    if (said.isUsed()) {
      use.nodes.add(node.metadata().name());
    }
    if (use.reason == null) {
      use.reason = said.isInLocal() ? said.local().orElseThrow() : reason(said);
    }
  }

  private static SelectionReason reason(EndpointUse said) {
    return said.cluster().or(said::local).orElseThrow();
  }

  // Why kube-proxy makes no port in any family; empty where it makes one in some.
  Optional<SelectionReason> notServed() {
    return ports.notServed();
  }

  // Where traffic that must stay on its node finds an endpoint; empty where no traffic must.
  Optional<LocalTraffic> localTraffic() {
    if (policy == null) {
      return Optional.empty();
    }
    ImmutableList.Builder<String> with = ImmutableList.builder();
    ImmutableList.Builder<String> without = ImmutableList.builder();
    for (Node node : all) {
      String name = node.metadata().name();
      (hasLocal.getOrDefault(name, false) ? with : without).add(name);
    }
    return Optional.of(
        new LocalTraffic(
            policy.internalPolicyLocal(),
            policy.externalPolicyLocal() && policy.externallyAccessible(),
            with.build(),
            without.build()));
  }

  // What of the slices nobody reads in the families that are served, each part once.
  ImmutableSet<UnreadPart> unread() {
    ImmutableSet.Builder<UnreadPart> unread = ImmutableSet.builder();
    ports.ports().forEach(served -> unread.addAll(served.reading().unread()));
    return unread.build();
  }

  ImmutableList<EndpointDescription> describe() {
    ImmutableList.Builder<EndpointDescription> described = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        described.add(describe(slice, endpoint));
      }
    }
    return described.build();
  }

  private EndpointDescription describe(EndpointSlice slice, Endpoint endpoint) {
    Set<String> usedBy = new LinkedHashSet<>();
    SelectionReason reason = notServed().orElse(SelectionReason.SLICE_WITHOUT_PORT);
    for (EndpointPort port : slice.ports()) {
      Use use = byAddress.get(keyOf(endpoint, port));
      if (use != null) {
        usedBy.addAll(use.nodes);
        reason = use.reason == null ? reason : use.reason;
      }
    }
    return new EndpointDescription(
        slice.namespacedName(),
        endpoint,
        slice.ports(),
        ImmutableList.copyOf(usedBy),
        nodes.size(),
        Because.of(reason));
  }

  private static String keyOf(Endpoint endpoint, EndpointPort port) {
    if (endpoint.addresses().isEmpty() || port.port().orElse(0) == 0) {
      return "";
    }
    return IpAddress.tryParseLenient(endpoint.addresses().get(0))
        .map(address -> new ServiceEndpoint(address, port.port().getAsInt(), endpoint).toString())
        .orElse("");
  }
}
