package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unites the endpoints of lists by address and port (routing 2.3.4 to 2.3.9). */
final class EndpointReader {

  private static final Comparator<FoundEntry> BY_TEXT = Comparator.comparing(FoundEntry::endpoint);

  private final SelectionRules rules;
  private final @Nullable String node; // null to read for all of them
  private final List<FoundEntry> found = new ArrayList<>();
  private final ImmutableList.Builder<UnreadPart> unread = ImmutableList.builder();
  private final List<ImmutableList<Endpoint>> lists = new ArrayList<>(1);

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
    DuplicateEntries duplicates = null; // hardly ever any
    List<ServiceEndpoint> endpoints = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); ) {
      int end = endOfSame(i);
      if (end == i + 1) {
        endpoints.add(found.get(i).endpoint());
      } else {
        if (duplicates == null) {
          duplicates = new DuplicateEntries(rules, node, lists, this::leaveEntry);
        }
        endpoints.add(duplicates.settle(found.subList(i, end)));
      }
      i = end;
    }
    return new SliceReading(
        duplicates == null
            ? PortEndpoints.of(endpoints)
            : PortEndpoints.of(endpoints, duplicates.others()),
        unread.build());
  }

  private int endOfSame(int start) {
    int end = start + 1;
    while (end < found.size() && BY_TEXT.compare(found.get(start), found.get(end)) == 0) {
      end++;
    }
    return end;
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
        found.add(new FoundEntry(endpoint, lists.size() - 1, slice, i));
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

  private void leaveEntry(SelectionReason reason, FoundEntry entry) {
    FieldPath path = FieldPath.of("endpoints").index(entry.index());
    leave(reason, entry.slice(), path, entry.endpoint().toString());
  }
}
