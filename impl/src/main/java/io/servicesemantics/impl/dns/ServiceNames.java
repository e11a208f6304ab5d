package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a zone holds of one Service: the objects, whether they are seen or not, and what stands in
 * the table for them.
 *
 * @param service the Service; null where there are only slices that name it
 * @param slices the slices that name it
 */
@SuppressWarnings("ArrayRecordComponent") // hidden here, never written to, never compared
record ServiceNames(
    @Nullable Service service, ImmutableList<EndpointSlice> slices, Keyed[] listed) {

  private static final Keyed[] NOTHING = {};

  static final ServiceNames NONE = new ServiceNames(null, ImmutableList.of(), NOTHING);

  static ServiceNames of(
      NamespacedName name,
      @Nullable Service service,
      ImmutableList<EndpointSlice> slices,
      boolean isExposed,
      ZoneContext context) {
    Service seen =
        service != null && context.objects().isMet(service.metadata().labels()) ? service : null;
    ImmutableList<EndpointSlice> seenSlices = seen(slices, context);
    if (seen == null && seenSlices.isEmpty()) {
      return new ServiceNames(service, slices, NOTHING);
    }
    ServiceEntry entry = new ServiceEntry(name, seen, seenSlices, isExposed, context);
    return new ServiceNames(service, slices, listed(entry, context).toArray(NOTHING));
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

  private static List<Keyed> listed(ServiceEntry entry, ZoneContext context) {
    List<Keyed> listed = new ArrayList<>();
    Service service = entry.service;
    if (service != null) {
      listed.add(entry);
    }
    boolean isTold = context.settings().namespaces().isEmpty() || entry.isExposed;
    if (service != null) {
      addReverse(ServiceForm.clusterIps(service), entry, isTold, listed);
    }
    for (EndpointNode endpoint : entry.endpoints()) {
      if (entry.form() != ServiceForm.HEADLESS && !context.traits().endpointsEverywhere()) {
        continue;
      }
      if (service != null && endpoint.isResolvable()) {
        listed.add(endpoint);
      }
      addReverse(endpoint.addresses(), endpoint, isTold, listed);
    }
    return listed;
  }

  // Questions are compared in the canonical spelling: who is stored in another is never found.
  private static void addReverse(
      List<String> addresses, NameNode node, boolean isTold, List<Keyed> listed) {
    Set<IpAddress> seen = new HashSet<>();
    for (String text : addresses) {
      IpAddress address = HostText.address(text);
      if (address != null && address.toString().equals(text) && seen.add(address)) {
        listed.add(new ReverseNode(address, node, isTold));
      }
    }
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
