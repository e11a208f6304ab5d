package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KnownLabels;
import java.util.HashSet;
import java.util.Set;

/**
 * Rules an EndpointSlice must meet, and what the server warns of in one.
 *
 * <p>Source: {@code pkg/apis/discovery/validation/validation.go} and {@code
 * pkg/registry/discovery/endpointslice/strategy.go} (api 1.2).
 */
final class EndpointSliceRules {

  private static final int MAX_PORTS = 20_000;
  private static final ImmutableList<String> TYPES = ImmutableList.of("FQDN", "IPv4", "IPv6");
  private static final FieldPath ADDRESS_TYPE = FieldPath.of("addressType");
  private static final FieldPath PORTS = FieldPath.of("ports");
  private static final FieldPath ENDPOINTS = FieldPath.of("endpoints");

  private EndpointSliceRules() {}

  static void check(EndpointSlice slice, boolean strict, Faults faults) {
    checkAllButEndpoints(slice, faults);
    SliceEndpointRules.check(slice, strict, faults);
  }

  static void checkUpdate(EndpointSlice slice, EndpointSlice old, boolean strict, Faults faults) {
    checkAllButEndpoints(slice, faults);
    // what was taken once is taken again, as long as nothing about it changes
    if (!slice.endpoints().equals(old.endpoints())) {
      SliceEndpointRules.check(slice, strict, faults);
    }
    if (!slice.addressType().equals(old.addressType())) {
      faults.invalidShown(
          ADDRESS_TYPE,
          faults.values().name(slice.addressType().text()),
          MetadataUpdateRules.IMMUTABLE);
    }
  }

  private static void checkAllButEndpoints(EndpointSlice slice, Faults faults) {
    MetadataRules.check(slice.metadata(), true, NameRule.SUBDOMAIN, faults);
    MetadataRules.checkFinalizerNames(slice.metadata().finalizers(), faults);
    if (slice.addressType().text().isEmpty()) {
      faults.required(ADDRESS_TYPE, "");
    } else if (slice.addressType().known().isEmpty()) {
      faults.notSupported(ADDRESS_TYPE, slice.addressType(), TYPES);
    }
    checkPorts(slice.ports(), faults);
  }

  private static void checkPorts(ImmutableList<EndpointPort> ports, Faults faults) {
    if (ports.size() > MAX_PORTS) {
      faults.tooMany(PORTS, ports.size(), MAX_PORTS);
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      EndpointPort port = ports.get(i);
      FieldPath path = PORTS.index(i);
      String name = port.name().orElse("");
      if (!name.isEmpty()) {
        for (String detail : Names.label(name)) {
          faults.invalid(path.child("name"), name, detail);
        }
      }
      if (!names.add(name)) {
        // a pointer to Go, so that it is no plain string
        faults.duplicateShown(path.child("name"), faults.values().name(name));
      }
      if (!port.protocol().isSaid()) {
        faults.required(path.child("protocol"), "");
      } else if (port.protocol().known().isEmpty()) {
        faults.notSupported(path.child("protocol"), port.protocol(), PortRules.PROTOCOLS);
      }
      if (port.appProtocol().isPresent()) {
        for (String detail : Names.qualified(port.appProtocol().get(), faults.wording())) {
          faults.invalid(path.child("appProtocol"), port.appProtocol().get(), detail);
        }
      }
    }
  }

  static ImmutableList<String> createWarnings(EndpointSlice slice, AddressWarnings spelling) {
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    if (slice.addressType().is(AddressType.FQDN)) {
      // the server names a spec, which no slice has
      warnings.add("spec.addressType: FQDN endpoints are deprecated");
    }
    return warnings.addAll(updateWarnings(slice, spelling)).build();
  }

  static ImmutableList<String> updateWarnings(EndpointSlice slice, AddressWarnings spelling) {
    String manager = slice.metadata().labels().getOrDefault(KnownLabels.MANAGED_BY, "");
    if (!spelling.areOfAllKinds()
        || manager.equals("endpointslice-controller.k8s.io")
        || manager.equals("endpointslicemirroring-controller.k8s.io")) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    for (int i = 0; i < slice.endpoints().size(); i++) {
      ImmutableList<String> addresses = slice.endpoints().get(i).addresses();
      for (int j = 0; j < addresses.size(); j++) {
        String warning = spelling.ofAddress(addresses.get(j));
        if (!warning.isEmpty()) {
          warnings.add(ENDPOINTS.index(i).child("addresses").index(j) + ": " + warning);
        }
      }
    }
    return warnings.build();
  }
}
