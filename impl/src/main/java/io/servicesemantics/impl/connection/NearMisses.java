package io.servicesemantics.impl.connection;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;

/** What there is where something was not found: the nearest by name. */
final class NearMisses {

  // Nobody reads the sixth.
  private static final int MOST = 5;
  private static final String NOTHING = "nothing like it";

  private NearMisses() {}

  static String ofPod(NamespacedName asked, World world) {
    Stream<String> pods =
        nearest(asked, world.snapshot().podsByName().keySet().stream()).map(name -> "pod " + name);
    return joinedOrNothing(
        world.snapshot().node(asked.name()).isPresent()
            ? Stream.concat(Stream.of("node " + asked.name()), pods)
            : pods);
  }

  static String ofService(NamespacedName asked, World world) {
    return joinedOrNothing(
        nearest(asked, world.snapshot().servicesByName().keySet().stream())
            .map(NamespacedName::toString));
  }

  static String ofNode(String asked, World world) {
    return joinedOrNothing(
        nearest(
                NamespacedName.of("", asked),
                world.snapshot().nodesByName().keySet().stream()
                    .map(name -> NamespacedName.of("", name)))
            .map(name -> "node " + name.name()));
  }

  /** The ports of a Service, with what they lead to. */
  static String portsOf(Service service) {
    return service.spec().ports().isEmpty()
        ? "no port at all"
        : joinedOrNothing(service.spec().ports().stream().map(NearMisses::words));
  }

  static String words(ServicePort port) {
    String name = port.name().isEmpty() ? "" : port.name() + " ";
    return name + port.port() + "/" + Ports.protocol(port.protocol()).wireName();
  }

  static String listed(Collection<? extends KubernetesObject> objects) {
    return joinedOrNothing(objects.stream().map(object -> object.namespacedName().toString()));
  }

  static String joined(Collection<?> parts) {
    return Joiner.on(' ').join(parts);
  }

  // The same name elsewhere first, then the same namespace, names that begin alike before others.
  private static Stream<NamespacedName> nearest(
      NamespacedName asked, Stream<NamespacedName> there) {
    return there
        .filter(
            name ->
                name.name().equals(asked.name())
                    || asked.namespace().isEmpty()
                    || name.namespace().equals(asked.namespace()))
        .sorted(
            Comparator.comparing((NamespacedName name) -> !name.name().equals(asked.name()))
                .thenComparingInt(name -> -Strings.commonPrefix(name.name(), asked.name()).length())
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String joinedOrNothing(Stream<String> parts) {
    ImmutableList<String> some = parts.limit(MOST + 1).collect(toImmutableList());
    if (some.isEmpty()) {
      return NOTHING;
    }
    return some.size() <= MOST
        ? Joiner.on(", ").join(some)
        : Joiner.on(", ").join(some.subList(0, MOST)) + ", ...";
  }
}
