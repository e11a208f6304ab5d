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
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortPolicy;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  private final Service service;
  private final ImmutableList<EndpointSlice> slices;
  private final ImmutableList<Node> nodes;
  private final Map<String, Use> byAddress = new HashMap<>();
  private final Set<UnreadPart> unread = new LinkedHashSet<>();
  private final Set<IpFamily> served = new LinkedHashSet<>();
  private final Map<String, Boolean> hasLocal = new LinkedHashMap<>();
  private Optional<SelectionReason> notServed = Optional.empty();
  private @Nullable PortPolicy policy;

  private EndpointUses(Service service, Scene scene) {
    this.service = service;
    this.slices = scene.state().slicesOf(service.namespacedName());
    this.nodes = scene.vantages();
  }

  static EndpointUses of(Service service, Scene scene) {
    EndpointUses uses = new EndpointUses(service, scene);
    if (service.spec().ports().isEmpty()) {
      uses.notServed = withoutPorts(service);
    }
    for (IpFamily family : IpFamily.values()) {
      for (ServicePort port : service.spec().ports()) {
        uses.look(port, family, scene);
      }
    }
    return uses;
  }

  // A Service need not have ports to be left to DNS alone.
  private static Optional<SelectionReason> withoutPorts(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return Optional.of(SelectionReason.SERVICE_IS_EXTERNAL_NAME);
    }
    return service.spec().isHeadless()
        ? Optional.of(SelectionReason.SERVICE_IS_HEADLESS)
        : Optional.empty();
  }

  private void look(ServicePort port, IpFamily family, Scene scene) {
    SliceReading reading = scene.selector().read(service, port, family, slices);
    for (Node node : nodes) {
      SelectedEndpoints selected =
          scene.selector().select(service, port, family, node, reading.endpoints());
      if (!selected.isServed()) {
        notServed = selected.notServed();
        return;
      }
      served.add(family);
      if (selected.usesLocal()) {
        policy = selected.policy();
        hasLocal.merge(node.metadata().name(), !selected.local().isEmpty(), Boolean::logicalOr);
      }
      for (EndpointUse use :
          scene.selector().uses(service, port, family, node, reading.endpoints())) {
        add(use, node);
      }
    }
    unread.addAll(reading.unread());
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
    return served.isEmpty() ? notServed : Optional.empty();
  }

  // Where traffic that must stay on its node finds an endpoint; empty where no traffic must.
  Optional<LocalTraffic> localTraffic() {
    if (policy == null) {
      return Optional.empty();
    }
    ImmutableList.Builder<String> with = ImmutableList.builder();
    ImmutableList.Builder<String> without = ImmutableList.builder();
    hasLocal.forEach((node, has) -> (has ? with : without).add(node));
    return Optional.of(
        new LocalTraffic(
            policy.internalPolicyLocal(),
            policy.externalPolicyLocal() && policy.externallyAccessible(),
            with.build(),
            without.build()));
  }

  // What of the slices nobody reads in the families that are served, each part once.
  ImmutableSet<UnreadPart> unread() {
    return ImmutableSet.copyOf(unread);
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
