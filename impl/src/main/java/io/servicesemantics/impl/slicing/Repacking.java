package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.object.ObjectReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects addresses port by port and packs them into the fewest subsets: ports that have the same
 * addresses in the same state share one.
 *
 * <p>Follows {@code pkg/api/v1/endpoints/util.go}, RepackSubsets (routing 1.12.6, 1.12.7).
 */
final class Repacking {

  /**
   * A port, or no port at all. Upstream compares application protocols by pointer: those of two
   * sources differ even when their text is the same.
   */
  record Port(@Nullable EndpointSubsetPort port, int source) {
    static Port of(EndpointSubsetPort port, int source) {
      return new Port(port, port.appProtocol().isPresent() ? source : 0);
    }

    static Port none() {
      return new Port(null, 0);
    }
  }

  private record Address(String ip, String uid) {}

  private static final Comparator<EndpointAddress> BY_ADDRESS =
      Comparator.comparing(EndpointAddress::ip).thenComparing(address -> uid(address.targetRef()));

  private static final Comparator<EndpointSubsetPort> BY_PORT =
      Comparator.comparing(EndpointSubsetPort::name)
          .thenComparingInt(EndpointSubsetPort::port)
          .thenComparing(port -> port.protocol().text())
          .thenComparing(port -> port.appProtocol().orElse(""));

  private final Map<Address, EndpointAddress> addresses = new HashMap<>();
  private final Map<Port, Map<Address, Boolean>> readyByPort = new LinkedHashMap<>();

  /** Repacks subsets somebody wrote. */
  static ImmutableList<EndpointSubset> repack(List<EndpointSubset> subsets) {
    Repacking repacking = new Repacking();
    int source = 0;
    for (EndpointSubset subset : subsets) {
      if (subset.ports().isEmpty()) {
        repacking.addAll(subset, Port.none());
      }
      for (EndpointSubsetPort port : subset.ports()) {
        repacking.addAll(subset, Port.of(port, ++source));
      }
    }
    return repacking.subsets();
  }

  private void addAll(EndpointSubset subset, Port port) {
    subset.addresses().forEach(address -> add(port, address, true));
    subset.notReadyAddresses().forEach(address -> add(port, address, false));
  }

  /** Adds an address that has a port; "not ready" is stronger than "ready". */
  void add(Port port, EndpointAddress address, boolean ready) {
    Address key = new Address(address.ip(), uid(address.targetRef()));
    addresses.putIfAbsent(key, address);
    readyByPort
        .computeIfAbsent(port, none -> new LinkedHashMap<>())
        .merge(key, ready, Boolean::logicalAnd);
  }

  ImmutableList<EndpointSubset> subsets() {
    Map<Map<Address, Boolean>, List<Port>> portsByAddresses = new LinkedHashMap<>();
    readyByPort.forEach(
        (port, ready) ->
            portsByAddresses.computeIfAbsent(ready, none -> new ArrayList<>()).add(port));
    ImmutableList.Builder<EndpointSubset> subsets = ImmutableList.builder();
    portsByAddresses.forEach((ready, ports) -> subsets.add(subset(ready, ports)));
    return subsets.build();
  }

  private EndpointSubset subset(Map<Address, Boolean> ready, List<Port> ports) {
    List<EndpointAddress> readyOnes = new ArrayList<>();
    List<EndpointAddress> others = new ArrayList<>();
    ready.forEach(
        (key, isReady) -> {
          EndpointAddress address = addresses.get(key);
          if (address != null) {
            (isReady ? readyOnes : others).add(address);
          }
        });
    List<EndpointSubsetPort> sorted = new ArrayList<>();
    for (Port port : ports) {
      if (port.port() != null) {
        sorted.add(port.port());
      }
    }
    return EndpointSubset.builder()
        .addresses(ImmutableList.sortedCopyOf(BY_ADDRESS, readyOnes))
        .notReadyAddresses(ImmutableList.sortedCopyOf(BY_ADDRESS, others))
        .ports(ImmutableList.sortedCopyOf(BY_PORT, sorted))
        .build();
  }

  private static String uid(Optional<ObjectReference> target) {
    return target.map(ObjectReference::uid).orElse("");
  }
}
