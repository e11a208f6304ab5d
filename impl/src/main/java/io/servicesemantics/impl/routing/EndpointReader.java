package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.UnreadPart;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unites the endpoints of lists by address and port (routing 2.3.4 to 2.3.9). */
final class EndpointReader {

  private record Socket(IpAddress address, int port) {}

  private record Found(ServiceEndpoint endpoint, NamespacedName slice, int index) {}

  private final Map<Socket, Found> found = new HashMap<>();
  private final ImmutableList.Builder<UnreadPart> unread = ImmutableList.builder();

  static SliceReading readList(ImmutableList<Endpoint> endpoints, int port) {
    EndpointReader reader = new EndpointReader();
    reader.read(endpoints, port, NamespacedName.of("", ""));
    return reader.reading();
  }

  SliceReading reading() {
    return new SliceReading(
        PortEndpoints.of(Iterables.transform(found.values(), Found::endpoint)), unread.build());
  }

  void leave(SelectionReason reason, NamespacedName slice, FieldPath field, String text) {
    unread.add(new UnreadPart(reason, slice, field, text));
  }

  /** Adds the endpoints of a slice at one of its ports. */
  void read(ImmutableList<Endpoint> endpoints, int port, NamespacedName slice) {
    for (int index : readingOrder(endpoints)) {
      ServiceEndpoint endpoint = readOne(endpoints.get(index), index, port, slice);
      if (endpoint != null) {
        add(new Found(endpoint, slice, index));
      }
    }
  }

  // Entries are read in the order of their addresses' text, which tells which of two spellings of
  // one address comes later.
  private static int[] readingOrder(ImmutableList<Endpoint> endpoints) {
    record Spelled(String addresses, int index) {}
    Spelled[] spelled = new Spelled[endpoints.size()];
    for (int i = 0; i < spelled.length; i++) {
      ImmutableList<String> addresses = endpoints.get(i).addresses();
      spelled[i] =
          new Spelled(addresses.size() == 1 ? addresses.get(0) : String.join(",", addresses), i);
    }
    Arrays.sort(spelled, Comparator.comparing(Spelled::addresses));
    int[] order = new int[spelled.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = spelled[i].index();
    }
    return order;
  }

  private @Nullable ServiceEndpoint readOne(
      Endpoint said, int index, int port, NamespacedName slice) {
    FieldPath path = FieldPath.of("endpoints").index(index).child("addresses");
    if (said.addresses().isEmpty()) {
      leave(SelectionReason.ENDPOINT_WITHOUT_ADDRESS, slice, path, "");
      return null;
    }
    for (int i = 1; i < said.addresses().size(); i++) {
      String further = said.addresses().get(i);
      leave(SelectionReason.ENDPOINT_ADDRESS_NOT_FIRST, slice, path.index(i), further);
    }
    String first = said.addresses().get(0);
    Optional<IpAddress> address = IpAddress.tryParseLenient(first);
    if (address.isEmpty()) {
      leave(SelectionReason.ENDPOINT_ADDRESS_UNREADABLE, slice, path.index(0), first);
      return null;
    }
    return new ServiceEndpoint(address.get(), port, said);
  }

  private void add(Found later) {
    Socket socket = new Socket(later.endpoint().address(), later.endpoint().port());
    Found earlier = found.get(socket);
    if (earlier == null) {
      found.put(socket, later);
    } else if (later.endpoint().said().conditions().isTerminating()) {
      leaveEntry(SelectionReason.ENDPOINT_SAID_BEFORE, later);
    } else {
      leaveEntry(SelectionReason.ENDPOINT_REPLACED, earlier);
      found.put(socket, later);
    }
  }

  private void leaveEntry(SelectionReason reason, Found entry) {
    FieldPath path = FieldPath.of("endpoints").index(entry.index());
    leave(reason, entry.slice(), path, entry.endpoint().toString());
  }
}
