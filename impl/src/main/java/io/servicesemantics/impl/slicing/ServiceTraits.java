package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.slicing.SlicingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the slice controller reads from a Service, resolved once for all its Pods and slices. */
final class ServiceTraits {

  static final String CONTROLLER = "endpointslice-controller.k8s.io";

  final SlicingRules rules;
  final Service service;
  final String namespace;
  final String name;
  final ImmutableMap<String, String> selector;
  final boolean publishNotReady;
  final boolean beingDeleted;
  final HintMode hintMode;
  final ImmutableList<IpFamily> families;

  /** The labels of its slices. */
  final ImmutableMap<String, String> sliceLabels;

  /** The labels of its slices that come from the Service. */
  final ImmutableMap<String, String> ownLabels;

  /** Why the controller leaves it alone, if it does. */
  final @Nullable SlicingReason unmanaged;

  private final ImmutableList<ServicePort> ports;
  private final boolean hasNamedPorts;
  private final PortSet portsByNumber;

  ServiceTraits(Service service, SlicingRules rules) {
    this.rules = rules;
    ObjectMeta metadata = service.metadata();
    this.service = service;
    this.namespace = metadata.namespace();
    this.name = metadata.name();
    this.selector = service.spec().selector();
    this.publishNotReady = service.spec().publishNotReadyAddresses();
    this.beingDeleted = metadata.isBeingDeleted();
    this.hintMode = HintMode.of(service, rules);
    this.families = families(service);
    this.ownLabels = withoutReserved(metadata.labels());
    this.sliceLabels = sliceLabels(service, ownLabels);
    this.unmanaged = unmanaged(service);
    this.ports = service.spec().ports();
    this.hasNamedPorts = ports.stream().anyMatch(ServiceTraits::isNamed);
    this.portsByNumber = hasNamedPorts ? PortSet.NONE : portSet(new long[ports.size()]);
  }

  ImmutableList<ServicePort> ports() {
    return ports;
  }

  /** Whether a Pod of its namespace is selected. */
  boolean selects(Map<String, String> labels) {
    for (Map.Entry<String, String> wanted : selector.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no port of it has to be looked up in a Pod. */
  boolean hasNumbersOnly() {
    return !hasNamedPorts;
  }

  PortSet portsByNumber() {
    return portsByNumber;
  }

  /** The ports a Pod offers, given what {@link NamedPorts} found for each port with a name. */
  PortSet portSet(long[] found) {
    List<EndpointPort> offered = new ArrayList<>(ports.size());
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      boolean named = isNamed(port);
      if (!named || found[i] != NamedPorts.NOT_FOUND) {
        offered.add(
            EndpointPort.builder()
                .name(port.name())
                .protocol(protocol(port))
                .port(named ? NamedPorts.number(found[i]) : number(port))
                .appProtocol(port.appProtocol())
                .build());
      }
    }
    return PortSet.of(offered);
  }

  static boolean isNamed(ServicePort port) {
    return port.targetPort().isPresent() && port.targetPort().get().isName();
  }

  /** The number a port leads to that has no name. */
  static int number(ServicePort port) {
    return port.targetPort().isPresent() ? port.targetPort().get().number().orElse(0) : port.port();
  }

  static Choice<Protocol> protocol(ServicePort port) {
    return NamedPorts.meant(port.protocol());
  }

  /** Whether a slice belongs to this very Service and not to an earlier one of its name. */
  boolean owns(ObjectMeta slice) {
    String uid = service.metadata().uid();
    for (OwnerReference owner : slice.ownerReferences()) {
      if (owner.uid().equals(uid)
          && owner.kind().equals("Service")
          && owner.apiVersion().equals("v1")) {
        return true;
      }
    }
    return false;
  }

  OwnerReference ownerReference() {
    return OwnerReference.builder()
        .apiVersion("v1")
        .kind("Service")
        .name(name)
        .uid(service.metadata().uid())
        .controller(true)
        .blockOwnerDeletion(true)
        .build();
  }

  /** The labels of a slice or Service that the controller does not set itself (routing 1.8.3). */
  static ImmutableMap<String, String> withoutReserved(ImmutableMap<String, String> labels) {
    if (!labels.containsKey(KnownLabels.SERVICE_NAME)
        && !labels.containsKey(KnownLabels.MANAGED_BY)
        && !labels.containsKey(KnownLabels.HEADLESS)) {
      return labels;
    }
    ImmutableMap.Builder<String, String> rest = ImmutableMap.builder();
    labels.forEach(
        (key, value) -> {
          if (!key.equals(KnownLabels.SERVICE_NAME)
              && !key.equals(KnownLabels.MANAGED_BY)
              && !key.equals(KnownLabels.HEADLESS)) {
            rest.put(key, value);
          }
        });
    return rest.buildOrThrow();
  }

  private static ImmutableMap<String, String> sliceLabels(
      Service service, ImmutableMap<String, String> ownLabels) {
    ImmutableMap.Builder<String, String> labels =
        ImmutableMap.<String, String>builder().putAll(ownLabels);
    if (!service.spec().isClusterIPSet()) {
      labels.put(KnownLabels.HEADLESS, "");
    }
    return labels
        .put(KnownLabels.SERVICE_NAME, service.metadata().name())
        .put(KnownLabels.MANAGED_BY, CONTROLLER)
        .buildOrThrow();
  }

  private static @Nullable SlicingReason unmanaged(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return SlicingReason.EXTERNAL_NAME;
    }
    return service.spec().hasSelector() ? null : SlicingReason.NO_SELECTOR;
  }

  // ESU getAddressTypesForService (routing 1.4.1, 1.4.2)
  private static ImmutableList<IpFamily> families(Service service) {
    ImmutableList<Choice<IpFamily>> said = service.spec().ipFamilies();
    if (!said.isEmpty()) {
      List<IpFamily> families = new ArrayList<>(2);
      for (Choice<IpFamily> choice : said) {
        Optional<IpFamily> family = choice.known();
        if (family.isPresent() && !families.contains(family.get())) {
          families.add(family.get());
        }
      }
      return ImmutableList.copyOf(families);
    }
    if (service.spec().isClusterIPSet()) {
      Optional<IpAddress> address = IpAddress.tryParseLenient(service.spec().clusterIP());
      return ImmutableList.of(address.map(IpAddress::family).orElse(IpFamily.IPV4));
    }
    return ImmutableList.of(IpFamily.IPV4, IpFamily.IPV6);
  }
}
