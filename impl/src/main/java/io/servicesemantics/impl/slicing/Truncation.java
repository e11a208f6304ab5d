package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;

/**
 * Cuts an Endpoints object to a thousand addresses, ready ones first.
 *
 * <p>Follows {@code endpoints_controller.go}, truncateEndpoints (routing 1.12.9).
 */
final class Truncation {

  static final int CAPACITY = 1000;

  private Truncation() {}

  static boolean isNeeded(ImmutableList<EndpointSubset> subsets) {
    return ready(subsets) + notReady(subsets) > CAPACITY;
  }

  static ImmutableList<EndpointSubset> cut(ImmutableList<EndpointSubset> subsets) {
    int ready = ready(subsets);
    int notReady = notReady(subsets);
    boolean cutsReady = ready > CAPACITY;
    int total = cutsReady ? ready : notReady;
    int budget = cutsReady ? CAPACITY : CAPACITY - ready;
    int left = budget;
    ImmutableList.Builder<EndpointSubset> cut = ImmutableList.builder();
    for (EndpointSubset subset : subsets) {
      ImmutableList<EndpointAddress> addresses =
          cutsReady ? subset.addresses() : subset.notReadyAddresses();
      int share = total == 0 ? 0 : (int) Math.ceil((double) addresses.size() / total * budget);
      int count = Math.min(Math.min(share, left), addresses.size());
      left -= count;
      ImmutableList<EndpointAddress> first = addresses.subList(0, count);
      EndpointSubset next =
          cutsReady
              ? subset.withAddresses(first).withNotReadyAddresses(ImmutableList.of())
              : subset.withNotReadyAddresses(first);
      cut.add(next);
    }
    return cut.build();
  }

  private static int ready(ImmutableList<EndpointSubset> subsets) {
    int count = 0;
    for (EndpointSubset subset : subsets) {
      count += subset.addresses().size();
    }
    return count;
  }

  private static int notReady(ImmutableList<EndpointSubset> subsets) {
    int count = 0;
    for (EndpointSubset subset : subsets) {
      count += subset.notReadyAddresses().size();
    }
    return count;
  }
}
