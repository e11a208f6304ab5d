package io.servicesemantics.impl.traffic;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.ServiceEndpoint;
import java.util.HashSet;
import java.util.Set;

/** The different addresses of endpoints, each as kube-proxy calls it (routing 4.1.3). */
final class CountedAddresses {

  private final Set<IpAddress> addresses = new HashSet<>();
  private final Set<String> asWritten = new HashSet<>();

  /** Adds the address of an endpoint, and tells whether it is new. */
  boolean add(ServiceEndpoint endpoint) {
    return endpoint.asWritten()
        ? asWritten.add(endpoint.addressText())
        : addresses.add(endpoint.address());
  }

  int size() {
    return addresses.size() + asWritten.size();
  }
}
