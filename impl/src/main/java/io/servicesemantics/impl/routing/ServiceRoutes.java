package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * What a table holds of one Service: the objects, and the front ends made of them.
 *
 * @param service the Service; null where there are only slices that name it
 * @param slices the slices that name it
 * @param listed its front ends and addresses, as they stand in the index
 */
@SuppressWarnings("ArrayRecordComponent") // hidden here, never written to, never compared
record ServiceRoutes(
    @Nullable Service service, ImmutableList<EndpointSlice> slices, Listed[] listed) {

  private static final Listed[] NOTHING = {};

  static final ServiceRoutes NONE = new ServiceRoutes(null, ImmutableList.of(), NOTHING);

  static ServiceRoutes of(
      @Nullable Service service, ImmutableList<EndpointSlice> slices, NodeContext context) {
    return of(service, slices, context, EndpointReadings.EACH);
  }

  static ServiceRoutes of(
      @Nullable Service service,
      ImmutableList<EndpointSlice> slices,
      NodeContext context,
      EndpointReadings readings) {
    return service == null
        ? new ServiceRoutes(null, slices, NOTHING)
        : new ServiceRoutes(
            service,
            slices,
            ServiceListing.of(service, slices, context, readings).toArray(NOTHING));
  }

  boolean isNothing() {
    return service == null && slices.isEmpty();
  }

  boolean hasSlice(NamespacedName name) {
    for (EndpointSlice slice : slices) {
      if (slice.metadata().name().equals(name.name())) {
        return true;
      }
    }
    return false;
  }

  ImmutableList<EndpointSlice> slicesWithout(NamespacedName name) {
    ImmutableList.Builder<EndpointSlice> rest = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (!slice.metadata().name().equals(name.name())) {
        rest.add(slice);
      }
    }
    return rest.build();
  }

  ImmutableList<EndpointSlice> slicesWith(EndpointSlice slice) {
    return ImmutableList.<EndpointSlice>builder()
        .addAll(slicesWithout(slice.namespacedName()))
        .add(slice)
        .build();
  }
}
