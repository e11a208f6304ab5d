package io.servicesemantics.impl.routing;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.UnreadPart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unites the endpoints of lists by address and port (routing 2.3.4 to 2.3.9). */
final class EndpointReader {

  /** An entry: the how-many-eth list it is from, the list's slice, and its place there. */
  private record Found(ServiceEndpoint endpoint, int list, NamespacedName slice, int index) {
    String spelling() {
      return EndpointReader.spelling(endpoint.said());
    }
  }

  private static final Comparator<Found> BY_TEXT = Comparator.comparing(Found::endpoint);

  // Within a slice upstream reads entries in the order of their addresses as spelled, which tells
  // which of two spellings of one address comes later.
  private static final Comparator<Found> AS_READ =
      Comparator.comparingInt(Found::list)
          .thenComparing(Found::spelling)
          .thenComparingInt(Found::index);

  private final SelectionRules rules;
  private final @Nullable String node; // null to read for all of them
  private final List<Found> found = new ArrayList<>();
  private final ListMultimap<String, ServiceEndpoint> others = ArrayListMultimap.create(0, 1);
  private final ImmutableList.Builder<UnreadPart> unread = ImmutableList.builder();
  private final List<ImmutableList<Endpoint>> lists = new ArrayList<>();
  private final Map<Integer, int[]> placesWhenSorted = new HashMap<>();

  EndpointReader(SelectionRules rules, @Nullable String node) {
    this.rules = rules;
    this.node = node;
  }

  static SliceReading readList(ImmutableList<Endpoint> endpoints, int port, SelectionRules rules) {
    EndpointReader reader = new EndpointReader(rules, null);
    reader.read(endpoints, port, NamespacedName.of("", ""));
    return reader.reading();
  }

  SliceReading reading() {
    found.sort(BY_TEXT);
    List<ServiceEndpoint> endpoints = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); ) {
      int end = endOfSame(i);
      endpoints.add(end == i + 1 ? found.get(i).endpoint() : settle(found.subList(i, end)));
      i = end;
    }
    return new SliceReading(
        PortEndpoints.of(endpoints, ImmutableListMultimap.copyOf(others)), unread.build());
  }

  private int endOfSame(int start) {
    int end = start + 1;
    while (end < found.size() && BY_TEXT.compare(found.get(start), found.get(end)) == 0) {
      end++;
    }
    return end;
  }

  /** Which of several entries for one address and port counts (recorded 8). */
  private ServiceEndpoint settle(List<Found> same) {
    same.sort(
        rules.entriesSortedUnstably()
            ? Comparator.comparingInt(Found::list).thenComparingInt(this::placeWhenSorted)
            : AS_READ);
    return rules.firstDuplicateCounts() ? first(same) : last(same);
  }

  private int placeWhenSorted(Found entry) {
    return placesWhenSorted
        .computeIfAbsent(entry.list(), list -> GoSort.places(spellings(lists.get(list))))[
        entry.index()];
  }

  private static ImmutableList<String> spellings(ImmutableList<Endpoint> endpoints) {
    return endpoints.stream()
        .map(EndpointReader::spelling)
        .collect(ImmutableList.toImmutableList());
  }

  private static String spelling(Endpoint said) {
    return String.join(",", said.addresses());
  }

  private ServiceEndpoint last(List<Found> same) {
    Found counting = same.get(0);
    for (Found later : same.subList(1, same.size())) {
      if (later.endpoint().said().conditions().isTerminating()) {
        leaveEntry(SelectionReason.ENDPOINT_SAID_BEFORE, later);
      } else {
        leaveEntry(SelectionReason.ENDPOINT_REPLACED, counting);
        counting = later;
      }
    }
    return counting.endpoint();
  }

  private ServiceEndpoint first(List<Found> same) {
    Found counting = same.get(0);
    Map<String, ServiceEndpoint> onTheirNodes = new LinkedHashMap<>();
    for (Found later : same.subList(1, same.size())) {
      if (node != null && later.endpoint().isOn(node)) {
        leaveEntry(SelectionReason.ENDPOINT_REPLACED_HERE, counting);
        counting = later;
      } else {
        leaveEntry(SelectionReason.ENDPOINT_NOT_FIRST, later);
        later
            .endpoint()
            .said()
            .nodeName()
            .filter(name -> node == null && !name.isEmpty())
            .ifPresent(name -> onTheirNodes.put(name, later.endpoint()));
      }
    }
    others.putAll(Multimaps.forMap(onTheirNodes));
    return counting.endpoint();
  }

  void leave(SelectionReason reason, NamespacedName slice, FieldPath field, String text) {
    unread.add(new UnreadPart(reason, slice, field, text));
  }

  /** Adds the endpoints of a slice at one of its ports. */
  void read(ImmutableList<Endpoint> endpoints, int port, NamespacedName slice) {
    lists.add(endpoints);
    for (int i = 0; i < endpoints.size(); i++) {
      ServiceEndpoint endpoint = readOne(endpoints.get(i), i, port, slice);
      if (endpoint != null) {
        found.add(new Found(endpoint, lists.size() - 1, slice, i));
      }
    }
  }

  private @Nullable ServiceEndpoint readOne(
      Endpoint said, int index, int port, NamespacedName slice) {
    if (said.addresses().isEmpty()) {
      leave(SelectionReason.ENDPOINT_WITHOUT_ADDRESS, slice, addresses(index), "");
      return null;
    }
    for (int i = 1; i < said.addresses().size(); i++) {
      FieldPath path = addresses(index).index(i);
      leave(SelectionReason.ENDPOINT_ADDRESS_NOT_FIRST, slice, path, said.addresses().get(i));
    }
    String first = said.addresses().get(0);
    Optional<IpAddress> address = IpAddress.tryParseLenient(first);
    if (address.isEmpty()) {
      FieldPath path = addresses(index).index(0);
      leave(SelectionReason.ENDPOINT_ADDRESS_UNREADABLE, slice, path, first);
      return null;
    }
    boolean isWrittenOtherwise =
        rules.addressesAsWritten() && !first.equals(address.get().toString());
    return new ServiceEndpoint(address.get(), port, said, isWrittenOtherwise);
  }

  private static FieldPath addresses(int index) {
    return FieldPath.of("endpoints").index(index).child("addresses");
  }

  private void leaveEntry(SelectionReason reason, Found entry) {
    FieldPath path = FieldPath.of("endpoints").index(entry.index());
    leave(reason, entry.slice(), path, entry.endpoint().toString());
  }
}
