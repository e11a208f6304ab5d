package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;

/** A slice, with its set of ports and the hashes by which the endpoint of a Pod is found in it. */
final class Piece {

  final EndpointSlice slice;
  final PortSet ports;
  private final int[] podHashes;

  private Piece(EndpointSlice slice, PortSet ports) {
    this.slice = slice;
    this.ports = ports;
    ImmutableList<Endpoint> endpoints = slice.endpoints();
    this.podHashes = new int[endpoints.size()];
    for (int i = 0; i < podHashes.length; i++) {
      podHashes[i] = podName(endpoints.get(i)).hashCode();
    }
  }

  static Piece of(EndpointSlice slice) {
    return new Piece(slice, PortSet.of(slice.ports()));
  }

  static Piece of(EndpointSlice slice, PortSet ports) {
    return new Piece(slice, ports);
  }

  int size() {
    return podHashes.length;
  }

  /** Where the endpoint of a Pod stands, or -1. */
  int indexOf(String podName) {
    int hash = podName.hashCode();
    for (int i = 0; i < podHashes.length; i++) {
      if (podHashes[i] == hash && podName(slice.endpoints().get(i)).equals(podName)) {
        return i;
      }
    }
    return -1;
  }

  static String podName(Endpoint endpoint) {
    return endpoint.targetRef().isPresent() ? endpoint.targetRef().get().name() : "";
  }
}
