package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a zone holds of one Service: the objects, whether they are seen or not, and their names.
 *
 * @param service the Service; null where there are only slices that name it
 * @param slices the slices that name it
 * @param entry the names; null where nothing of it is seen
 */
record ServiceNames(
    @Nullable Service service, ImmutableList<EndpointSlice> slices, @Nullable ServiceEntry entry) {

  static final ServiceNames NONE = new ServiceNames(null, ImmutableList.of(), null);

  static ServiceNames of(
      NamespacedName name,
      @Nullable Service service,
      ImmutableList<EndpointSlice> slices,
      boolean isExposed,
      ZoneContext context) {
    Service seen =
        service != null && context.objects().isMet(service.metadata().labels()) ? service : null;
    ImmutableList<EndpointSlice> seenSlices = seen(slices, context);
    return new ServiceNames(
        service,
        slices,
        seen == null && seenSlices.isEmpty()
            ? null
            : new ServiceEntry(name, seen, seenSlices, isExposed, context));
  }

  /** Adds what is found in the table; always the same objects. */
  void addTo(List<Keyed> table) {
    if (entry != null) {
      entry.addTo(table);
    }
  }

  private static ImmutableList<EndpointSlice> seen(
      ImmutableList<EndpointSlice> slices, ZoneContext context) {
    for (EndpointSlice slice : slices) {
      if (!context.objects().isMet(slice.metadata().labels())) {
        return slices.stream()
            .filter(each -> context.objects().isMet(each.metadata().labels()))
            .collect(ImmutableList.toImmutableList());
      }
    }
    return slices;
  }

  boolean isNothing() {
    return service == null && slices.isEmpty();
  }

  boolean hasSlice(String name) {
    for (EndpointSlice slice : slices) {
      if (slice.metadata().name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  ImmutableList<EndpointSlice> slicesWithout(String name) {
    ImmutableList.Builder<EndpointSlice> rest = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (!slice.metadata().name().equals(name)) {
        rest.add(slice);
      }
    }
    return rest.build();
  }

  ImmutableList<EndpointSlice> slicesWith(EndpointSlice slice) {
    return ImmutableList.<EndpointSlice>builder()
        .addAll(slicesWithout(slice.metadata().name()))
        .add(slice)
        .build();
  }
}
