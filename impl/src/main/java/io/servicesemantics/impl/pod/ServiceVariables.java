package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.ServiceVariable;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the variables of a Service.
 *
 * <p>Source: {@code pkg/kubelet/envvars/envvars.go}, FromServices and makeLinkVariables (routing
 * 5.5 to 5.11).
 */
final class ServiceVariables {

  private final NamespacedName service;
  private final String address;
  private final ImmutableList.Builder<ServiceVariable> made = ImmutableList.builder();

  private ServiceVariables(Service service) {
    this.service = service.namespacedName();
    this.address = service.spec().clusterIP();
  }

  static ImmutableList<ServiceVariable> of(Service service) {
    return service.spec().isClusterIPSet() ? named(service) : ImmutableList.of();
  }

  /** The variables there would be if the Service had a cluster IP: their names are right. */
  static ImmutableList<ServiceVariable> named(Service service) {
    ImmutableList<ServicePort> ports = service.spec().ports();
    return ports.isEmpty()
        ? ImmutableList.of()
        : new ServiceVariables(service).make(prefix(service), ports);
  }

  /** What the names of all variables of a Service begin with. */
  static String prefix(Service service) {
    return spelled(service.metadata().name());
  }

  private ImmutableList<ServiceVariable> make(String prefix, ImmutableList<ServicePort> ports) {
    String first = prefix + "_SERVICE_PORT";
    add(prefix + "_SERVICE_HOST", address, null);
    add(first, number(ports.get(0)), ports.get(0));
    for (ServicePort port : ports) {
      if (!port.name().isEmpty()) {
        add(first + "_" + spelled(port.name()), number(port), port);
      }
    }
    add(prefix + "_PORT", url(ports.get(0)), ports.get(0));
    for (ServicePort port : ports) {
      String own = prefix + "_PORT_" + number(port) + "_" + upper(protocol(port));
      add(own, url(port), port);
      add(own + "_PROTO", lower(protocol(port)), port);
      add(own + "_PORT", number(port), port);
      add(own + "_ADDR", address, port);
    }
    return made.build();
  }

  private void add(String name, String value, @Nullable ServicePort port) {
    made.add(new ServiceVariable(name, value, service, Optional.ofNullable(port)));
  }

  // Go's net.JoinHostPort
  private String url(ServicePort port) {
    String host = address.indexOf(':') >= 0 ? "[" + address + "]" : address;
    return lower(protocol(port)) + "://" + host + ":" + number(port);
  }

  private static String number(ServicePort port) {
    return Integer.toString(port.port());
  }

  private static String protocol(ServicePort port) {
    Choice<Protocol> said = port.protocol();
    return said.text().isEmpty() ? Protocol.TCP.wireName() : said.text();
  }

  private static String spelled(String name) {
    return upper(name).replace('-', '_');
  }

  // Letter by letter, as Go does: no letter becomes two.
  private static String upper(String text) {
    return changed(text, true);
  }

  private static String lower(String text) {
    return changed(text, false);
  }

  private static String changed(String text, boolean isUpper) {
    StringBuilder changed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int letter = text.codePointAt(i);
      changed.appendCodePoint(
          isUpper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
    }
    return changed.toString();
  }
}
