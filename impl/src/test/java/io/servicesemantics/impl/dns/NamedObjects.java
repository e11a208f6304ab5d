package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsNames;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import java.util.Map;
import java.util.Set;

/**
 * The names that the objects of a cluster have by the rules, and what each leads to: written down
 * anew from the rules, knowing nothing of zones.
 *
 * <p>A Service has its name when its namespace is seen, its labels meet the selector, and it has
 * something to lead to: an external name that is no address, ready endpoints if it is headless, a
 * cluster IP otherwise (and, with ignoreEmptyService, ready endpoints too).
 */
final class NamedObjects {

  private final ClusterSnapshot world;
  private final DnsSettings settings;
  private final DnsNames names;
  private final LabelExpression seen;

  /** Texts of addresses, or external names, by name; a port's number stands behind them. */
  final SetMultimap<DnsName, String> targets = LinkedHashMultimap.create();

  /** Names of ports, and the numbers they tell. */
  final SetMultimap<DnsName, Integer> ports = LinkedHashMultimap.create();

  /** Names of Pods by address. */
  final SetMultimap<DnsName, String> pods = LinkedHashMultimap.create();

  NamedObjects(ClusterSnapshot world, DnsSettings settings) {
    this.world = world;
    this.settings = settings;
    names = new StandardClusterDns(settings).names();
    seen = LabelExpression.parse(settings.labels().orElse(""));
    for (Service service : world.services()) {
      if (isExposed(service.metadata().namespace()) && isSeen(service)) {
        addService(service);
      }
    }
    for (Pod pod : world.pods()) {
      addPod(pod);
    }
  }

  private boolean isSeen(Service service) {
    return seen.isMet(service.metadata().labels());
  }

  private boolean isExposed(String namespace) {
    boolean exists =
        world.namespaces().isEmpty()
            ? world.services().stream()
                    .anyMatch(other -> other.metadata().namespace().equals(namespace))
                || world.slicesByService().keySet().stream()
                    .anyMatch(name -> name.namespace().equals(namespace))
            : world.namespaces().stream()
                .anyMatch(other -> other.metadata().name().equals(namespace));
    return exists && (settings.namespaces().isEmpty() || settings.namespaces().contains(namespace));
  }

  private Iterable<EndpointSlice> slices(NamespacedName name) {
    return settings.noEndpoints()
        ? ImmutableSet.of()
        : world.slicesByService().get(name).stream()
            .filter(slice -> seen.isMet(slice.metadata().labels()))
            .toList();
  }

  private void addService(Service service) {
    NamespacedName name = service.namespacedName();
    DnsName own = names.ofService(name).orElseThrow();
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      if (HostText.address(service.spec().externalName()) == null) {
        targets.put(own, service.spec().externalName());
      }
      return;
    }
    boolean isHeadless = service.spec().clusterIP().equals("None");
    boolean hasReady = false;
    for (EndpointSlice slice : slices(name)) {
      for (Endpoint endpoint : slice.endpoints()) {
        hasReady |= endpoint.conditions().isReady();
      }
    }
    if (!isHeadless && settings.ignoreEmptyService() && !hasReady) {
      return;
    }
    addEndpoints(name, own, isHeadless);
    if (!isHeadless) {
      Set<String> addresses =
          service.spec().clusterIPs().isEmpty()
              ? ImmutableSet.of(service.spec().clusterIP())
              : ImmutableSet.copyOf(service.spec().clusterIPs());
      targets.putAll(own, addresses);
      for (ServicePort port : service.spec().ports()) {
        names.ofPort(name, port).ifPresent(portName -> ports.put(portName, port.port()));
      }
    }
  }

  private void addEndpoints(NamespacedName name, DnsName own, boolean isHeadless) {
    for (EndpointSlice slice : slices(name)) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (!endpoint.conditions().isReady()) {
          continue;
        }
        for (String address : endpoint.addresses()) {
          DnsName called = names.ofEndpoint(name, endpoint.withAddresses(address)).get(0);
          if (called.labelCount() == own.labelCount() + 1) { // others only lead somewhere
            targets.put(called, address);
          }
          if (isHeadless) {
            targets.put(own, address);
          }
        }
        boolean hasAddress =
            endpoint.addresses().stream().anyMatch(text -> HostText.address(text) != null);
        for (EndpointPort port : slice.ports()) {
          ServicePort alike =
              ServicePort.of(1).withName(port.name().orElse("")).withProtocol(port.protocol());
          if (isHeadless) {
            names
                .ofPort(name, alike)
                .ifPresent(
                    portName -> ports.put(portName, hasAddress ? port.port().orElse(-1) : -1));
          }
        }
      }
    }
  }

  private void addPod(Pod pod) {
    String text = pod.status().podIP();
    boolean isThere =
        !text.isEmpty()
            && !pod.status().phase().is(PodPhase.SUCCEEDED)
            && pod.metadata().deletionTimestamp().isEmpty()
            && seen.isMet(pod.metadata().labels());
    if (settings.pods() == PodRecords.DISABLED
        || !isExposed(pod.metadata().namespace())
        || !(isThere || (settings.pods() == PodRecords.INSECURE && !text.isEmpty()))) {
      return;
    }
    names
        .ofPodAddress(pod.metadata().namespace(), IpAddress.parse(text))
        .ifPresent(name -> pods.put(name, text));
  }

  /** Every name that leads to something; those of Pods left out. */
  Set<DnsName> all() {
    return ImmutableSet.<DnsName>builder().addAll(targets.keySet()).addAll(ports.keySet()).build();
  }

  /** Whose addresses there are: the names that a look-up by address tells, by address. */
  Map<IpAddress, ? extends Iterable<DnsName>> pointers() {
    SetMultimap<IpAddress, DnsName> ofServices = LinkedHashMultimap.create();
    SetMultimap<IpAddress, DnsName> ofEndpoints = LinkedHashMultimap.create();
    for (Service service : world.services()) {
      NamespacedName name = service.namespacedName();
      boolean isTold = settings.namespaces().isEmpty() || isExposed(name.namespace());
      if (isSeen(service) && isTold) {
        ImmutableSet.<String>builder()
            .addAll(service.spec().clusterIPs())
            .add(service.spec().clusterIP())
            .build()
            .stream()
            .filter(text -> HostText.address(text) != null)
            .forEach(
                text -> ofServices.put(IpAddress.parse(text), names.ofService(name).orElseThrow()));
      }
    }
    for (NamespacedName name : world.slicesByService().keySet()) {
      if (!settings.namespaces().isEmpty() && !isExposed(name.namespace())) {
        continue;
      }
      for (EndpointSlice slice : slices(name)) {
        for (Endpoint endpoint : slice.endpoints()) {
          for (String text : endpoint.addresses()) {
            IpAddress address = HostText.address(text);
            if (endpoint.conditions().isReady()
                && address != null
                && address.toString().equals(text)) {
              ofEndpoints.put(address, names.ofEndpoint(name, endpoint.withAddresses(text)).get(0));
            }
          }
        }
      }
    }
    ofServices.keySet().forEach(ofEndpoints::removeAll);
    ofEndpoints.putAll(ofServices);
    return ofEndpoints.asMap();
  }
}
