package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints of one mirrored slice, each identity once, the last one winning.
 *
 * <p>Follows {@code endpointslicemirroring/utils.go}, addressToEndpoint (routing 1.9.6).
 */
final class MirroredEndpoints {

  /** How many addresses of a subset were taken, and how many were none. */
  record Count(int added, int invalid) {}

  private record Identity(
      ImmutableList<String> addresses, String hostname, String namespace, String name) {
    static Identity of(Endpoint endpoint) {
      Optional<ObjectReference> target = endpoint.targetRef();
      return new Identity(
          ImmutableList.sortedCopyOf(endpoint.addresses()),
          endpoint.hostname().orElse(""),
          target.map(ObjectReference::namespace).orElse(""),
          target.map(ObjectReference::name).orElse(""));
    }
  }

  private final Map<Identity, Endpoint> endpoints = new LinkedHashMap<>();

  static Count addAll(
      EndpointSubset subset, MirroredEndpoints ipv4, MirroredEndpoints ipv6, int max) {
    int added = 0;
    int invalid = 0;
    for (boolean ready : new boolean[] {true, false}) {
      List<EndpointAddress> addresses = ready ? subset.addresses() : subset.notReadyAddresses();
      for (EndpointAddress address : addresses) {
        if (added >= max) {
          break;
        }
        Optional<IpAddress> ip = IpAddress.tryParseLenient(address.ip());
        if (ip.isPresent()) {
          (ip.get().family() == IpFamily.IPV6 ? ipv6 : ipv4).add(address, ip.get(), ready);
          added++;
        } else {
          invalid++;
        }
      }
    }
    return new Count(added, invalid);
  }

  private void add(EndpointAddress address, IpAddress ip, boolean ready) {
    Endpoint.Builder endpoint =
        Endpoint.builder()
            .addAddresses(ip.toString())
            .conditions(EndpointConditions.builder().ready(ready).build())
            .targetRef(address.targetRef())
            .nodeName(address.nodeName());
    if (!address.hostname().isEmpty()) {
      endpoint.hostname(address.hostname());
    }
    Endpoint made = endpoint.build();
    endpoints.put(Identity.of(made), made);
  }

  boolean isEmpty() {
    return endpoints.isEmpty();
  }

  ImmutableList<Endpoint> first(int max) {
    return endpoints.values().stream().limit(max).collect(ImmutableList.toImmutableList());
  }

  /** Whether a slice holds just these. */
  boolean isHeldBy(EndpointSlice slice) {
    int found = 0;
    for (Endpoint endpoint : slice.endpoints()) {
      Endpoint wanted = endpoints.get(Identity.of(endpoint));
      if (wanted == null || !Identities.isAlike(wanted, endpoint)) {
        return false;
      }
      found++;
    }
    return found == endpoints.size();
  }
}
