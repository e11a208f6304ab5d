package io.servicesemantics.impl.description;

import static com.google.common.collect.ImmutableList.sortedCopyOf;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.ModeMigration;
import io.servicesemantics.description.TrafficChange;
import io.servicesemantics.description.TrafficDestination;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts together, Service by Service, what would change with the proxy mode. */
final class Migrations {

  private static final ImmutableSet<Reason> OF_OTHER_PORTS =
      ImmutableSet.of(
          RoutingReason.CLUSTER_IP_OTHER_PORT_IGNORED,
          RoutingReason.CLUSTER_IP_OTHER_PORT_REFUSED,
          RoutingReason.BOUND_ADDRESS_OTHER_PORT_REFUSED);
  private static final ImmutableSet<Reason> OF_FREE_ADDRESSES =
      ImmutableSet.of(RoutingReason.FREE_CLUSTER_IP_DROPPED, RoutingReason.FREE_CLUSTER_IP_IGNORED);

  /** What is told once, though every Service shows it. */
  private record General(Reason before, Reason after) {}

  private final Scene scene;
  private final ProxyMode to;
  private final List<TrafficChange> general = new ArrayList<>();
  private final Set<General> told = new HashSet<>();
  private final List<TrafficChange> changes = new ArrayList<>();

  private Migrations(Scene scene, ProxyMode to) {
    this.scene = scene;
    this.to = to;
  }

  static ModeMigration of(Scene scene, ProxyMode to) {
    Migrations migrations = new Migrations(scene, to);
    int services = 0;
    for (Service service :
        sortedCopyOf(
            Comparator.comparing(KubernetesObject::namespacedName),
            scene.world().servicesByName().values())) {
      services++;
      migrations.add(service);
    }
    return new ModeMigration(
        scene.proxy().mode(),
        to,
        services,
        scene.kinds().nodes().size(),
        ImmutableList.<TrafficChange>builder()
            .addAll(migrations.general)
            .addAll(migrations.changes)
            .build());
  }

  private void add(Service service) {
    ServedPorts served = ServedPorts.of(service, scene);
    if (served.ports().isEmpty()) {
      return;
    }
    ClusterSnapshot world = TrafficTables.worldOf(service, scene);
    for (ImmutableList<Node> nodes : scene.alike(service, served)) {
      ImmutableList<TrafficDestination> own =
          Destinations.of(
              service,
              scene.router().tableFor(nodes.get(0), world),
              ImmutableList.of(nodes.get(0)));
      for (ModeDifference difference : scene.router().modeDifferences(nodes.get(0), world)) {
        add(service, nodes, own, difference);
      }
    }
  }

  private void add(
      Service service,
      ImmutableList<Node> nodes,
      ImmutableList<TrafficDestination> own,
      ModeDifference difference) {
    Explained<Verdict> before = difference.answers().get(scene.proxy().mode());
    Explained<Verdict> after = difference.answers().get(to);
    if (before == null
        || after == null
        || before.value().isSameFor(after.value(), difference.flow())) {
      return;
    }
    ImmutableList.Builder<String> names = ImmutableList.builder();
    nodes.forEach(node -> names.add(node.metadata().name()));
    Optional<TrafficDestination> asked =
        own.stream()
            .filter(destination -> isAt(destination, difference.flow(), nodes.get(0)))
            .findFirst();
    Optional<NamespacedName> name = Optional.of(service.namespacedName());
    List<TrafficChange> where = changes;
    if (asked.isEmpty()) {
      asked = general(difference.flow(), before.because().reason(), after.because().reason());
      name = Optional.empty();
      where = general;
    }
    if (asked.isPresent()) {
      where.add(
          new TrafficChange(
              name,
              asked.get(),
              difference.sender(),
              names.build(),
              difference.flow(),
              before,
              after));
    }
  }

  // Of what is the same for every Service one example.
  private Optional<TrafficDestination> general(Flow flow, Reason before, Reason after) {
    boolean isFree = OF_FREE_ADDRESSES.contains(before);
    if ((!isFree && !OF_OTHER_PORTS.contains(before)) || !told.add(new General(before, after))) {
      return Optional.empty();
    }
    return Optional.of(
        new TrafficDestination(
            FrontEndKind.CLUSTER_IP,
            flow.family(),
            Optional.of(flow.destination()),
            0,
            isFree ? 0 : flow.port(),
            flow.protocol(),
            ""));
  }

  private static boolean isAt(TrafficDestination destination, Flow flow, Node node) {
    if (destination.port() != flow.port() || destination.protocol() != flow.protocol()) {
      return false;
    }
    if (destination.place() == 0) {
      return destination.address().filter(flow.destination()::equals).isPresent();
    }
    ImmutableList<IpAddress> addresses = HostAddresses.of(node, destination.family());
    return destination.place() <= addresses.size()
        && addresses.get(destination.place() - 1).equals(flow.destination());
  }
}
