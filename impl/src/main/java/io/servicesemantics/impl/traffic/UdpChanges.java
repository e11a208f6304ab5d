package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import java.util.HashMap;
import java.util.Map;

/** Whether a sync ends with a clean-up (routing 2.17.2). */
final class UdpChanges {

  private UdpChanges() {}

  /** Whether slices of some Service changed that has, or had, endpoints of a UDP port. */
  static boolean between(ClusterSnapshot before, ClusterSnapshot after, IpFamily family) {
    for (NamespacedName service :
        Sets.union(before.slicesByService().keySet(), after.slicesByService().keySet())) {
      Map<String, EndpointSlice> had = read(before.slicesByService().get(service), family);
      Map<String, EndpointSlice> has = read(after.slicesByService().get(service), family);
      if (!had.equals(has) && (hasUdp(had) || hasUdp(has))) {
        return true;
      }
    }
    return false;
  }

  /** The slices that kube-proxy reads, by name (routing 2.1.3, 2.3.1). */
  private static Map<String, EndpointSlice> read(
      ImmutableList<EndpointSlice> slices, IpFamily family) {
    AddressType type = family == IpFamily.IPV4 ? AddressType.IPV4 : AddressType.IPV6;
    Map<String, EndpointSlice> read = new HashMap<>();
    for (EndpointSlice slice : slices) {
      if (slice.addressType().is(type)
          && !slice.metadata().labels().containsKey(KnownLabels.HEADLESS)
          && !slice.metadata().namespace().isEmpty()
          && !slice.metadata().name().isEmpty()) {
        read.put(slice.metadata().name(), slice);
      }
    }
    return read;
  }

  private static boolean hasUdp(Map<String, EndpointSlice> slices) {
    for (EndpointSlice slice : slices.values()) {
      for (EndpointPort port : slice.ports()) {
        if (port.protocol().is(Protocol.UDP)
            && port.name().isPresent()
            && port.port().orElse(0) != 0
            && hasEndpoint(slice)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasEndpoint(EndpointSlice slice) {
    for (Endpoint endpoint : slice.endpoints()) {
      if (!endpoint.addresses().isEmpty()
          && IpAddress.tryParseLenient(endpoint.addresses().get(0)).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
