package io.servicesemantics.impl.dns;

import com.google.common.base.Ascii;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ServicePort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which ports a name leads to: by name and protocol without regard to capitals; empty text stands
 * for any (dns 4.4).
 *
 * @param name the port's name in small letters
 * @param protocol the protocol in small letters
 */
record PortFilter(String name, String protocol) {

  static final PortFilter ANY = new PortFilter("", "");

  boolean accepts(String portName, String portProtocol) {
    return (name.isEmpty() || Ascii.equalsIgnoreCase(name, portName))
        && (protocol.isEmpty() || Ascii.equalsIgnoreCase(protocol, portProtocol));
  }

  /** Whether it accepts one of a slice's ports, or that there are none. */
  boolean acceptsAny(List<EndpointPort> ports) {
    for (EndpointPort port : ports) {
      if (accepts(port.name().orElse(""), port.protocol().text())) {
        return true;
      }
    }
    return ports.isEmpty() && accepts("", "");
  }

  static boolean isSame(Choice<Protocol> one, Choice<Protocol> other) {
    return one.known().orElse(Protocol.TCP) == other.known().orElse(Protocol.TCP);
  }

  /** Every name and protocol that a port of a Service, or of its slices, has both of. */
  static Set<PortFilter> ofNamedPorts(ServiceEntry entry) {
    Set<PortFilter> filters = new LinkedHashSet<>();
    if (entry.form() == ServiceForm.CLUSTER_IP && entry.service != null) {
      for (ServicePort port : entry.service.spec().ports()) {
        add(filters, port.name(), port.protocol().text());
      }
    }
    if (entry.form() == ServiceForm.HEADLESS) {
      for (EndpointSlice slice : entry.slices) {
        for (EndpointPort port : slice.ports()) {
          add(filters, port.name().orElse(""), port.protocol().text());
        }
      }
    }
    return filters;
  }

  // The usual protocol is one text for all ports.
  private static String lowered(String protocol) {
    return protocol.equals("TCP") ? "tcp" : Ascii.toLowerCase(protocol);
  }

  private static void add(Set<PortFilter> filters, String name, String protocol) {
    if (!name.isEmpty() && !protocol.isEmpty()) {
      filters.add(new PortFilter(Ascii.toLowerCase(name), lowered(protocol)));
    }
  }
}
