package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rules about the endpoints of a slice: all of one before the next.
 *
 * <p>Source: {@code pkg/apis/discovery/validation/validation.go}, validateEndpoints (api 1.2).
 */
final class SliceEndpointRules {

  private static final int MAX_ENDPOINTS = 1000;
  private static final int MAX_ADDRESSES = 100;
  private static final int MAX_TOPOLOGY = 16;
  private static final int MAX_HINTS = 8;
  private static final FieldPath ENDPOINTS = FieldPath.of("endpoints");

  private SliceEndpointRules() {}

  static void check(EndpointSlice slice, boolean strict, Faults faults) {
    ImmutableList<Endpoint> endpoints = slice.endpoints();
    if (endpoints.size() > MAX_ENDPOINTS) {
      faults.tooMany(ENDPOINTS, endpoints.size(), MAX_ENDPOINTS);
      return;
    }
    for (int i = 0; i < endpoints.size(); i++) {
      checkOne(endpoints.get(i), slice.addressType(), ENDPOINTS.index(i), strict, faults);
    }
  }

  private static void checkOne(
      Endpoint endpoint, Choice<AddressType> type, FieldPath path, boolean strict, Faults faults) {
    FieldPath addresses = path.child("addresses");
    int count = endpoint.addresses().size();
    if (count == 0) {
      faults.required(addresses, "must contain at least 1 address");
    } else if (count > MAX_ADDRESSES) {
      faults.tooMany(addresses, count, MAX_ADDRESSES);
    }
    for (int i = 0; i < count; i++) {
      checkAddress(endpoint.addresses().get(i), type, addresses, i, strict, faults);
    }
    addAll(endpoint.nodeName(), Names::subdomain, path, "nodeName", faults);
    FieldPath topology = path.child("deprecatedTopology");
    if (endpoint.deprecatedTopology().size() > MAX_TOPOLOGY) {
      faults.tooMany(topology, endpoint.deprecatedTopology().size(), MAX_TOPOLOGY);
    }
    LabelRules.checkLabels(endpoint.deprecatedTopology(), topology, faults);
    addAll(endpoint.hostname(), Names::label, path, "hostname", faults);
    if (endpoint.hints().isPresent()) {
      checkHints(endpoint.hints().get(), path.child("hints"), faults);
    }
  }

  private static void checkAddress(
      String address,
      Choice<AddressType> type,
      FieldPath addresses,
      int index,
      boolean strict,
      Faults faults) {
    if (type.known().isEmpty()) {
      return;
    }
    switch (type.known().get()) {
      case IPV4 ->
          checkIp(
              address,
              AddressRules.addressFault(address, strict),
              IpFamily.IPV4,
              addresses,
              index,
              faults);
      case IPV6 ->
          checkIp(
              address,
              AddressRules.canonicalAddressFault(address),
              IpFamily.IPV6,
              addresses,
              index,
              faults);
      case FQDN -> DomainRules.check(address, addresses.index(index), faults);
    }
  }

  private static void checkIp(
      String address,
      String spelling,
      IpFamily family,
      FieldPath addresses,
      int index,
      Faults faults) {
    if (!spelling.isEmpty()) {
      faults.invalid(addresses.index(index), address, spelling);
    }
    Optional<IpAddress> read = IpAddress.tryParseLenient(address);
    if (read.isEmpty() || read.get().family() != family) {
      // of the list, not of the address in it
      faults.invalid(addresses, address, "must be an " + family.wireName() + " address");
    }
    for (String detail : AddressRules.specialFaults(address)) {
      faults.invalid(addresses.index(index), address, detail);
    }
  }

  private static void checkHints(EndpointHints hints, FieldPath path, Faults faults) {
    FieldPath zones = path.child("forZones");
    if (hints.forZones().size() > MAX_HINTS) {
      faults.tooMany(zones, hints.forZones().size(), MAX_HINTS);
      return;
    }
    checkHinted(hints.forZones(), name -> Names.labelValue(name, faults.wording()), zones, faults);
    FieldPath nodes = path.child("forNodes");
    if (hints.forNodes().size() > MAX_HINTS) {
      faults.tooMany(nodes, hints.forNodes().size(), MAX_HINTS);
      return;
    }
    checkHinted(hints.forNodes(), Names::subdomain, nodes, faults);
  }

  private static void checkHinted(
      ImmutableList<String> names,
      Function<String, ImmutableList<String>> rule,
      FieldPath path,
      Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!seen.add(name)) {
        faults.duplicate(path.index(i).child("name"), name);
      }
      for (String detail : rule.apply(name)) {
        faults.invalid(path.index(i).child("name"), name, detail);
      }
    }
  }

  private static void addAll(
      Optional<String> text,
      Function<String, ImmutableList<String>> rule,
      FieldPath path,
      String field,
      Faults faults) {
    if (text.isPresent()) {
      for (String detail : rule.apply(text.get())) {
        faults.invalid(path.child(field), text.get(), detail);
      }
    }
  }
}
