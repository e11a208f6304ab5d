package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.SliceSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.SliceEvent;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicingReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mirrors an Endpoints object that somebody wrote into slices.
 *
 * <p>Follows {@code endpointslicemirroring_controller.go}, syncEndpoints, and {@code reconciler.go}
 * beside it (routing 1.9).
 */
final class Mirroring {

  static final String CONTROLLER = "endpointslicemirroring-controller.k8s.io";

  /** What a mirrored slice is one of: there is exactly one for each address type and ports. */
  private record Key(AddressType type, PortSet ports) {}

  private final Endpoints endpoints;
  private final int maxAddresses;
  private final Map<Key, MirroredEndpoints> wanted = new LinkedHashMap<>();
  private final SlicePlan.Builder plan = SlicePlan.builder();

  private Mirroring(Endpoints endpoints, int maxAddresses) {
    this.endpoints = endpoints;
    this.maxAddresses = maxAddresses;
  }

  static Explained<SlicePlan> plan(
      Endpoints endpoints,
      Optional<Service> service,
      ImmutableList<EndpointSlice> slices,
      SliceSettings settings) {
    List<EndpointSlice> own = new ArrayList<>();
    ImmutableList.Builder<EndpointSlice> others = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (CONTROLLER.equals(slice.metadata().labels().get(KnownLabels.MANAGED_BY))
          && !slice.metadata().isBeingDeleted()) {
        own.add(slice);
      } else {
        others.add(slice);
      }
    }
    SlicingReason reason = reason(endpoints, service);
    Mirroring mirroring = new Mirroring(endpoints, settings.maxMirroredEndpointsPerSubset());
    mirroring.plan.others(others.build());
    if (reason == SlicingReason.MIRRORED) {
      mirroring.collect();
      mirroring.reconcile(own);
    } else {
      mirroring.plan.isManaged(false).addAllDelete(own);
    }
    SlicePlan plan = mirroring.plan.build();
    return Explained.of(
        plan,
        Because.of(reason)
            .withFact("endpoints", endpoints.namespacedName())
            .withFact("created", plan.create().size())
            .withFact("updated", plan.update().size())
            .withFact("deleted", plan.delete().size())
            .withFact("kept", plan.keep().size()));
  }

  // MIC shouldMirror, syncEndpoints (routing 1.9.1)
  private static SlicingReason reason(Endpoints endpoints, Optional<Service> service) {
    if ("true".equals(endpoints.metadata().labels().get(KnownLabels.SKIP_MIRROR))) {
      return SlicingReason.MIRROR_SKIPPED;
    }
    if (endpoints.metadata().annotations().containsKey(KnownAnnotations.LEADER)) {
      return SlicingReason.MIRROR_LEADER_RECORD;
    }
    if (service.isEmpty()) {
      return SlicingReason.MIRROR_NO_SERVICE;
    }
    return service.get().spec().hasSelector()
        ? SlicingReason.MIRROR_SERVICE_SELECTS
        : SlicingReason.MIRRORED;
  }

  // MIR reconcile, first half (routing 1.9.4, 1.9.5)
  private void collect() {
    int invalid = 0;
    int skipped = 0;
    for (EndpointSubset subset : Repacking.repack(endpoints.subsets())) {
      PortSet ports = ports(subset);
      MirroredEndpoints ipv4 = wanted(AddressType.IPV4, ports);
      MirroredEndpoints ipv6 = wanted(AddressType.IPV6, ports);
      MirroredEndpoints.Count count = MirroredEndpoints.addAll(subset, ipv4, ipv6, maxAddresses);
      invalid += count.invalid();
      skipped += subset.addresses().size() + subset.notReadyAddresses().size() - count.added();
    }
    if (invalid > 0) {
      plan.addEvent(
          new SliceEvent(
              true,
              "InvalidIPAddress",
              "Skipped " + invalid + " invalid IP addresses when mirroring to EndpointSlices"));
    }
    if (skipped > invalid) {
      plan.addEvent(
          new SliceEvent(
              true,
              "TooManyAddressesToMirror",
              "A max of "
                  + maxAddresses
                  + " addresses can be mirrored to EndpointSlices per Endpoints subset. "
                  + skipped
                  + " addresses were skipped"));
    }
  }

  private MirroredEndpoints wanted(AddressType type, PortSet ports) {
    return wanted.computeIfAbsent(new Key(type, ports), key -> new MirroredEndpoints());
  }

  // MIR reconcileByPortMapping and recycleSlices (routing 1.9.5, 1.9.9)
  private void reconcile(List<EndpointSlice> own) {
    Map<Key, EndpointSlice> first = new LinkedHashMap<>();
    List<EndpointSlice> toDelete = new ArrayList<>();
    for (EndpointSlice slice : own) {
      Key key = new Key(slice.addressType().orElse(AddressType.FQDN), PortSet.of(slice.ports()));
      MirroredEndpoints endpointsOfKey = wanted.get(key);
      if (endpointsOfKey == null
          || endpointsOfKey.isEmpty()
          || first.putIfAbsent(key, slice) != null) {
        toDelete.add(slice);
      }
    }
    MirroredMetadata metadata = new MirroredMetadata(endpoints);
    Map<AddressType, SliceNames> names = new LinkedHashMap<>();
    wanted.forEach(
        (key, endpointsOfKey) -> {
          EndpointSlice slice = first.get(key);
          if (endpointsOfKey.isEmpty()) {
            return;
          }
          if (slice == null) {
            slice = recycled(key.type(), toDelete);
          } else if (endpointsOfKey.isHeldBy(slice) && metadata.isHeldBy(slice)) {
            plan.addKeep(slice);
            return;
          }
          EndpointSlice next =
              (slice == null ? EndpointSlice.builder().build() : slice)
                  .withAddressType(key.type())
                  .withPorts(key.ports().ports())
                  .withEndpoints(endpointsOfKey.first(maxAddresses));
          if (slice == null) {
            SliceNames ofType =
                names.computeIfAbsent(key.type(), type -> metadata.names(type, own));
            plan.addCreate(next.withMetadata(metadata.forNew(ofType)));
          } else {
            plan.addUpdate(next.withMetadata(metadata.on(slice.metadata())));
          }
        });
    plan.addAllDelete(toDelete);
  }

  private static @Nullable EndpointSlice recycled(AddressType type, List<EndpointSlice> toDelete) {
    for (int i = 0; i < toDelete.size(); i++) {
      if (toDelete.get(i).addressType().is(type)) {
        return toDelete.remove(i);
      }
    }
    return null;
  }

  // MIU epPortsToEpsPorts (routing 1.9.7)
  private static PortSet ports(EndpointSubset subset) {
    List<EndpointPort> ports = new ArrayList<>();
    for (EndpointSubsetPort port : subset.ports()) {
      ports.add(
          EndpointPort.builder()
              .name(port.name())
              .port(port.port())
              .protocol(NamedPorts.meant(port.protocol()))
              .appProtocol(port.appProtocol())
              .build());
    }
    return PortSet.of(ports);
  }
}
