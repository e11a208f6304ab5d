package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ServicePort;
import java.util.Map;

/** How things are called in complaints. */
final class Words {

  static final String QUOTED_NUMBER = "Text is a name even if it is all digits: remove the quotes.";

  private static final int MOST = 5;

  private Words() {}

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static String protocol(Choice<Protocol> protocol) {
    return protocol.text().isEmpty() ? Protocol.TCP.wireName() : protocol.text();
  }

  static String protocol(ServicePort port) {
    return protocol(port.protocol());
  }

  // The first of some things, and how many more there are.
  static String few(Iterable<?> all) {
    return few(all, MOST);
  }

  static String few(Iterable<?> all, int most) {
    StringBuilder text = new StringBuilder();
    int told = 0;
    for (Object each : all) {
      if (told < most) {
        text.append(told == 0 ? "" : ", ").append(each);
      }
      told++;
    }
    return told > most ? text + " and " + (told - most) + " more" : text.toString();
  }

  // key=value, as kubectl takes it.
  static String labels(Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (key, value) ->
            text.append(text.length() == 0 ? "" : ",").append(key).append('=').append(value));
    return text.toString();
  }

  // The ports that containers and sidecars of a Pod declare, such as "http 8080/TCP".
  static ImmutableSet<String> declaredPorts(Pod pod) {
    ImmutableSet.Builder<String> ports = ImmutableSet.builder();
    pod.spec().containers().forEach(container -> add(container, ports));
    pod.spec().initContainers().stream()
        .filter(Container::isSidecar)
        .forEach(container -> add(container, ports));
    return ports.build();
  }

  private static void add(Container container, ImmutableSet.Builder<String> ports) {
    for (ContainerPort port : container.ports()) {
      String name = port.name().isEmpty() ? "" : port.name() + " ";
      ports.add(name + port.containerPort() + "/" + protocol(port.protocol()));
    }
  }
}
