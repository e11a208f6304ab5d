package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import org.jspecify.annotations.Nullable;

/** What sort of Service it is, as far as names go. */
enum ServiceForm {
  /** There is none, merely slices. */
  MISSING,
  /** Another name for something. */
  EXTERNAL_NAME,
  /** Endpoints alone. */
  HEADLESS,
  /** Cluster IPs. */
  CLUSTER_IP;

  private static final String NO_ADDRESS = "None";

  static ServiceForm of(@Nullable Service service) {
    if (service == null) {
      return MISSING;
    }
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return EXTERNAL_NAME;
    }
    ImmutableList<String> addresses = clusterIps(service);
    return !addresses.isEmpty() && addresses.get(0).equals(NO_ADDRESS) ? HEADLESS : CLUSTER_IP;
  }

  /** The addresses as stored; the single one where there is no list (dns 1.3). */
  static ImmutableList<String> clusterIps(Service service) {
    ImmutableList<String> all = service.spec().clusterIPs();
    if (!all.isEmpty()) {
      return all;
    }
    String single = service.spec().clusterIP();
    return single.isEmpty() ? ImmutableList.of() : ImmutableList.of(single);
  }
}
