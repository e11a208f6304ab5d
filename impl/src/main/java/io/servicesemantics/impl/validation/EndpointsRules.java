package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KnownLabels;

/**
 * Rules an Endpoints object must meet, and what the server warns of in one.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateEndpoints, and {@code
 * pkg/registry/core/endpoint/strategy.go} (api 1.3).
 */
final class EndpointsRules {

  private static final FieldPath SUBSETS = FieldPath.of("subsets");

  private EndpointsRules() {}

  static void check(Endpoints endpoints, boolean strict, Faults faults) {
    checkMetadata(endpoints, faults);
    checkSubsets(endpoints.subsets(), strict, faults);
  }

  static void checkUpdate(Endpoints endpoints, Endpoints old, boolean strict, Faults faults) {
    MetadataUpdateRules.check(endpoints.metadata(), old.metadata(), faults);
    MetadataRules.checkFinalizerNames(endpoints.metadata().finalizers(), faults);
    checkMetadata(endpoints, faults);
    // what was taken once is taken again, as long as nothing about it changes
    if (!endpoints.subsets().equals(old.subsets())) {
      checkSubsets(endpoints.subsets(), strict, faults);
    }
  }

  private static void checkMetadata(Endpoints endpoints, Faults faults) {
    MetadataRules.check(endpoints.metadata(), true, NameRule.SUBDOMAIN, faults);
    MetadataRules.checkFinalizerNames(endpoints.metadata().finalizers(), faults);
  }

  private static void checkSubsets(
      ImmutableList<EndpointSubset> subsets, boolean strict, Faults faults) {
    for (int i = 0; i < subsets.size(); i++) {
      EndpointSubset subset = subsets.get(i);
      FieldPath path = SUBSETS.index(i);
      if (subset.addresses().isEmpty() && subset.notReadyAddresses().isEmpty()) {
        faults.required(path, "must specify `addresses` or `notReadyAddresses`");
      }
      checkAddresses(subset.addresses(), path.child("addresses"), strict, faults);
      checkAddresses(subset.notReadyAddresses(), path.child("notReadyAddresses"), strict, faults);
      checkPorts(subset.ports(), path.child("ports"), faults);
    }
  }

  private static void checkAddresses(
      ImmutableList<EndpointAddress> addresses, FieldPath path, boolean strict, Faults faults) {
    for (int i = 0; i < addresses.size(); i++) {
      EndpointAddress address = addresses.get(i);
      FieldPath ip = path.index(i).child("ip");
      String spelling = AddressRules.addressFault(address.ip(), strict);
      if (!spelling.isEmpty()) {
        faults.invalid(ip, address.ip(), spelling);
      }
      if (!address.hostname().isEmpty()) {
        for (String detail : Names.label(address.hostname())) {
          faults.invalid(path.index(i).child("hostname"), address.hostname(), detail);
        }
      }
      if (address.nodeName().isPresent()) {
        String node = address.nodeName().get();
        for (String detail : Names.subdomain(node)) {
          faults.invalid(path.index(i).child("nodeName"), node, detail);
        }
      }
      for (String detail : AddressRules.specialFaults(address.ip())) {
        faults.invalid(ip, address.ip(), detail);
      }
    }
  }

  private static void checkPorts(
      ImmutableList<EndpointSubsetPort> ports, FieldPath path, Faults faults) {
    for (int i = 0; i < ports.size(); i++) {
      EndpointSubsetPort port = ports.get(i);
      if (ports.size() > 1 && port.name().isEmpty()) {
        faults.required(path.index(i).child("name"), "");
      } else if (!port.name().isEmpty()) {
        for (String detail : Names.label(port.name())) {
          faults.invalid(path.index(i).child("name"), port.name(), detail);
        }
      }
      if (!PortRules.isPort(port.port())) {
        faults.invalid(path.index(i).child("port"), port.port(), PortRules.NOT_A_PORT);
      }
      if (port.protocol().text().isEmpty()) {
        faults.required(path.index(i).child("protocol"), "");
      } else if (port.protocol().known().isEmpty()) {
        faults.notSupported(path.index(i).child("protocol"), port.protocol(), PortRules.PROTOCOLS);
      }
      if (port.appProtocol().isPresent()) {
        for (String detail : Names.qualified(port.appProtocol().get(), faults.wording())) {
          faults.invalid(path.index(i).child("appProtocol"), port.appProtocol().get(), detail);
        }
      }
    }
  }

  static ImmutableList<String> warnings(Endpoints endpoints, WarningRules rules) {
    if (!rules.endpoints()) {
      return ImmutableList.of();
    }
    AddressWarnings spelling = rules.addresses();
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    warnings.add("v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice");
    String manager = endpoints.metadata().labels().get(KnownLabels.ENDPOINTS_MANAGED_BY);
    if ("endpoint-controller".equals(manager)) {
      return warnings.build();
    }
    for (int i = 0; i < endpoints.subsets().size(); i++) {
      EndpointSubset subset = endpoints.subsets().get(i);
      FieldPath path = SUBSETS.index(i);
      addWarnings(subset.addresses(), path.child("addresses"), spelling, warnings);
      addWarnings(subset.notReadyAddresses(), path.child("notReadyAddresses"), spelling, warnings);
    }
    return warnings.build();
  }

  private static void addWarnings(
      ImmutableList<EndpointAddress> addresses,
      FieldPath path,
      AddressWarnings spelling,
      ImmutableList.Builder<String> warnings) {
    for (int i = 0; i < addresses.size(); i++) {
      String warning = spelling.ofAddress(addresses.get(i).ip());
      if (!warning.isEmpty()) {
        warnings.add(path.index(i).child("ip") + ": " + warning);
      }
    }
  }
}
