package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;

/** Which slices, and which of their ports, are a Service port's (routing 2.1.3, 2.3.1 to 2.3.3). */
final class SliceReader {

  // Upstream walks a map in no order; by name, so that the answer is always the same.
  private static final Comparator<EndpointSlice> BY_NAME =
      Comparator.comparing(slice -> slice.metadata().name());

  private final Service service;
  private final ServicePort port;
  private final IpFamily family;
  private final EndpointReader endpoints;

  private SliceReader(
      Service service, ServicePort port, IpFamily family, EndpointReader endpoints) {
    this.service = service;
    this.port = port;
    this.family = family;
    this.endpoints = endpoints;
  }

  /** Reads for all nodes. */
  static SliceReading read(
      Service service,
      ServicePort port,
      IpFamily family,
      ImmutableList<EndpointSlice> slices,
      SelectionRules rules) {
    EndpointReader endpoints = new EndpointReader(rules, null);
    return new SliceReader(service, port, family, endpoints).read(slices);
  }

  /** Reads for one node: what comes of it is seen from there alone. */
  static SliceReading readFor(
      NodePlace node,
      Service service,
      ServicePort port,
      IpFamily family,
      ImmutableList<EndpointSlice> slices,
      SelectionRules rules) {
    EndpointReader endpoints = new EndpointReader(rules, node.name());
    return new SliceReader(service, port, family, endpoints).read(slices);
  }

  private SliceReading read(ImmutableList<EndpointSlice> slices) {
    List<EndpointSlice> near = new ArrayList<>();
    for (EndpointSlice slice : slices) {
      if (mayBelong(slice)) {
        near.add(slice);
      }
    }
    near.sort(BY_NAME);
    for (EndpointSlice slice : near) {
      readSlice(slice);
    }
    return endpoints.reading();
  }

  /** Whether a slice is the Service's, or would be if it said so. */
  private boolean mayBelong(EndpointSlice slice) {
    String namespace = slice.metadata().namespace();
    String name = slice.serviceName();
    return (namespace.isEmpty() || namespace.equals(service.metadata().namespace()))
        && (name.isEmpty() || name.equals(service.metadata().name()));
  }

  private void readSlice(EndpointSlice slice) {
    NamespacedName name = NamespacedName.of(slice.metadata().namespace(), slice.metadata().name());
    FieldPath labels = FieldPath.of("metadata").child("labels");
    if (slice.serviceName().isEmpty()) {
      FieldPath label = labels.key(KnownLabels.SERVICE_NAME);
      endpoints.leave(SelectionReason.SLICE_WITHOUT_SERVICE_NAME, name, label, "");
    } else if (slice.metadata().labels().containsKey(KnownLabels.HEADLESS)) {
      FieldPath label = labels.key(KnownLabels.HEADLESS);
      endpoints.leave(SelectionReason.SLICE_IS_HEADLESS, name, label, "");
    } else if (name.namespace().isEmpty() || name.name().isEmpty()) {
      FieldPath metadata = FieldPath.of("metadata");
      endpoints.leave(SelectionReason.SLICE_WITHOUT_NAME, name, metadata, name.toString());
    } else if (!isOfFamily(slice.addressType())) {
      leaveFamily(slice, name);
    } else {
      readPorts(slice, name);
    }
  }

  private boolean isOfFamily(Choice<AddressType> type) {
    return type.is(family == IpFamily.IPV6 ? AddressType.IPV6 : AddressType.IPV4);
  }

  private void leaveFamily(EndpointSlice slice, NamespacedName name) {
    SelectionReason reason =
        slice.addressType().is(AddressType.FQDN)
            ? SelectionReason.SLICE_OF_DOMAIN_NAMES
            : SelectionReason.SLICE_OF_ANOTHER_FAMILY;
    endpoints.leave(reason, name, FieldPath.of("addressType"), slice.addressType().text());
  }

  private void readPorts(EndpointSlice slice, NamespacedName name) {
    boolean isAnySaid = false;
    for (int i = 0; i < slice.ports().size(); i++) {
      EndpointPort candidate = slice.ports().get(i);
      FieldPath path = FieldPath.of("ports").index(i);
      if (candidate.name().isEmpty()) {
        String number = candidate.port().isPresent() ? "" + candidate.port().getAsInt() : "";
        endpoints.leave(SelectionReason.SLICE_PORT_WITHOUT_NAME, name, path, number);
        isAnySaid = true;
      } else if (isThePort(candidate)) {
        isAnySaid = true;
        int number = candidate.port().orElse(0);
        if (number == 0) {
          String portName = candidate.name().orElse("");
          endpoints.leave(SelectionReason.SLICE_PORT_WITHOUT_NUMBER, name, path, portName);
        } else {
          endpoints.read(slice.endpoints(), number, name);
        }
      }
    }
    if (!isAnySaid) {
      FieldPath path = FieldPath.of("ports");
      endpoints.leave(SelectionReason.SLICE_WITHOUT_PORT, name, path, words(slice.ports()));
    }
  }

  private static String words(List<EndpointPort> ports) {
    StringJoiner words = new StringJoiner(" ");
    for (EndpointPort port : ports) {
      String name = port.name().orElse("");
      words.add((name.isEmpty() ? "(unnamed)" : name) + "/" + protocol(port.protocol()));
    }
    return words.toString();
  }

  private boolean isThePort(EndpointPort candidate) {
    return candidate.name().filter(port.name()::equals).isPresent()
        && protocol(candidate.protocol()).equals(protocol(port.protocol()));
  }

  private static String protocol(Choice<Protocol> protocol) {
    return protocol.isSaid() ? protocol.text() : Protocol.TCP.wireName();
  }
}
