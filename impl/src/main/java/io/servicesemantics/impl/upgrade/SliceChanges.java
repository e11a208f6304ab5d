package io.servicesemantics.impl.upgrade;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the slice controller of the other release makes otherwise for one Service. */
final class SliceChanges {

  // Nobody reads on behind so many.
  private static final int MOST = 4;

  private static final String NONE = "no hint";

  private SliceChanges() {}

  static void find(Releases releases, PlacedService service, String when, FoundChanges found) {
    ImmutableList<EndpointSlice> before = service.slices(releases.from());
    ImmutableList<EndpointSlice> after = service.slices(releases.to());
    if (before.equals(after)) {
      return;
    }
    ImmutableMultiset<String> oldEndpoints = endpoints(before);
    ImmutableMultiset<String> nextEndpoints = endpoints(after);
    if (!oldEndpoints.equals(nextEndpoints)) {
      found.add(
          UpgradeChangeKind.SLICED_OTHERWISE,
          "in its slices" + when,
          few(Multisets.difference(oldEndpoints, nextEndpoints)),
          few(Multisets.difference(nextEndpoints, oldEndpoints)),
          releases.causes(cluster -> endpoints(service.slices(cluster))));
    }
    Map<String, String> oldHints = hints(before);
    Map<String, String> nextHints = hints(after);
    ImmutableSet<String> others =
        Sets.intersection(oldHints.keySet(), nextHints.keySet()).stream()
            .filter(address -> !Objects.equals(oldHints.get(address), nextHints.get(address)))
            .collect(ImmutableSet.toImmutableSet());
    if (!others.isEmpty()) {
      String old = summary(others, oldHints);
      String next = summary(others, nextHints);
      boolean isTold = !old.equals(next);
      found.add(
          UpgradeChangeKind.HINTED_OTHERWISE,
          "in its slices" + when,
          isTold ? old : each(others, oldHints),
          isTold ? next : each(others, nextHints),
          releases.causes(
              cluster -> Maps.filterKeys(hints(service.slices(cluster)), others::contains)));
    }
  }

  // All of an endpoint but its hints, with the ports of its slice.
  private static ImmutableMultiset<String> endpoints(ImmutableList<EndpointSlice> slices) {
    ImmutableMultiset.Builder<String> endpoints = ImmutableMultiset.builder();
    for (EndpointSlice slice : slices) {
      StringBuilder ports = new StringBuilder();
      for (EndpointPort port : slice.ports()) {
        ports.append(ports.isEmpty() ? " port " : ", ");
        ports.append(port.port().isPresent() ? "" + port.port().getAsInt() : "any");
        port.name()
            .filter(name -> !name.isEmpty())
            .ifPresent(name -> ports.append(' ').append(name));
      }
      String behind = ports.isEmpty() ? " without a port" : ports.toString();
      for (Endpoint endpoint : slice.endpoints()) {
        endpoints.add(Joiner.on(" or ").join(endpoint.addresses()) + behind + conditions(endpoint));
      }
    }
    return endpoints.build();
  }

  private static String conditions(Endpoint endpoint) {
    return (endpoint.conditions().isReady() ? "" : ", not ready")
        + (endpoint.conditions().isTerminating() ? ", terminating" : "");
  }

  // By the address, however it is written.
  private static Map<String, String> hints(ImmutableList<EndpointSlice> slices) {
    Map<String, String> hints = new TreeMap<>();
    for (EndpointSlice slice : slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        for (String text : endpoint.addresses()) {
          String address = IpAddress.tryParseLenient(text).map(IpAddress::toString).orElse(text);
          hints.merge(
              address,
              endpoint.hints().map(SliceChanges::words).orElse(NONE),
              (one, other) -> one.equals(other) ? one : one + " and " + other);
        }
      }
    }
    return hints;
  }

  private static String words(EndpointHints hints) {
    ImmutableList.Builder<String> words = ImmutableList.builder();
    hints.forZones().forEach(zone -> words.add("zone " + zone));
    hints.forNodes().forEach(node -> words.add("node " + node));
    return hints.forZones().isEmpty() && hints.forNodes().isEmpty()
        ? NONE
        : Joiner.on(" and ").join(words.build());
  }

  // What is said of some endpoints, and of how many the same.
  private static String summary(ImmutableSet<String> addresses, Map<String, String> hints) {
    ImmutableMultiset.Builder<String> all = ImmutableMultiset.builder();
    addresses.forEach(address -> all.add(hints.getOrDefault(address, NONE)));
    ImmutableMultiset<String> said = all.build();
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    for (Multiset.Entry<String> hint : said.entrySet()) {
      int count = hint.getCount();
      parts.add(hint.getElement() + " for " + count + (count == 1 ? " endpoint" : " endpoints"));
    }
    return Joiner.on(", ").join(parts.build());
  }

  private static String each(ImmutableSet<String> addresses, Map<String, String> hints) {
    ImmutableList.Builder<String> parts = ImmutableList.builder();
    addresses.forEach(address -> parts.add(hints.getOrDefault(address, NONE) + " for " + address));
    return Joiner.on(", ").join(parts.build());
  }

  private static String few(Multiset<String> endpoints) {
    ImmutableList<String> all = ImmutableList.copyOf(endpoints);
    return all.size() <= MOST
        ? Joiner.on("; ").join(all)
        : Joiner.on("; ").join(all.subList(0, MOST)) + " and " + (all.size() - MOST) + " more";
  }
}
