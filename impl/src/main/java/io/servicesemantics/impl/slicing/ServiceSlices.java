package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import org.jspecify.annotations.Nullable;

/**
 * The slices of one Service's name at one moment, with what is needed to follow a change of one Pod
 * without looking at the others.
 *
 * @param service the Service; null where only slices have its name
 * @param own the slices the controller keeps for it
 * @param others slices somebody else looks after
 * @param podsByPorts how many selected Pods make each set of ports one of the Service's
 * @param hintsPopulated whether topology mode Auto has set hints before
 * @param settled whether the slices are just what they should be, so that one Pod's change can be
 *     followed alone
 */
record ServiceSlices(
    @Nullable ServiceTraits service,
    ImmutableList<Piece> own,
    ImmutableList<EndpointSlice> others,
    ImmutableMap<PortSet, Integer> podsByPorts,
    boolean hintsPopulated,
    boolean settled) {

  /** Slices that name a Service there is not. */
  static ServiceSlices withoutService(ImmutableList<EndpointSlice> slices) {
    return new ServiceSlices(null, ImmutableList.of(), slices, ImmutableMap.of(), false, false);
  }

  boolean hasSlice(NamespacedName name) {
    for (Piece piece : own) {
      if (piece.slice.namespacedName().equals(name)) {
        return true;
      }
    }
    for (EndpointSlice slice : others) {
      if (slice.namespacedName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  ImmutableList<EndpointSlice> slices() {
    ImmutableList.Builder<EndpointSlice> slices =
        ImmutableList.builderWithExpectedSize(own.size() + others.size());
    for (Piece piece : own) {
      slices.add(piece.slice);
    }
    return slices.addAll(others).build();
  }
}
