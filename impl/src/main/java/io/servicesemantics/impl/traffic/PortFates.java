package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Because;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.traffic.EndpointCount;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.FateChange;
import io.servicesemantics.traffic.OutagePhase;
import io.servicesemantics.traffic.OutageStage;
import io.servicesemantics.traffic.PortOutage;
import io.servicesemantics.traffic.TrafficPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Follows one Service port through the stages of an outage. */
final class PortFates {

  private static final ImmutableList<FrontEndKind> ASKED =
      ImmutableList.of(
          FrontEndKind.CLUSTER_IP,
          FrontEndKind.EXTERNAL_IP,
          FrontEndKind.LOAD_BALANCER_IP,
          FrontEndKind.NODE_PORT);

  /** What changes have in common that are told in one. */
  private record Change(OutagePhase phase, FrontEndKind to, EntryFate before, EntryFate after) {}

  /** Where a change happens, and why it does at the first place. */
  private record Places(List<String> nodes, Because because) {}

  private final TrafficRouter router;
  private final EndpointSelector selector;
  private final ProxySettings proxy;

  PortFates(TrafficRouter router, EndpointSelector selector, ProxySettings proxy) {
    this.router = router;
    this.selector = selector;
    this.proxy = proxy;
  }

  /** A stage, and who asks in it. */
  private record Stage(
      OutagePhase phase,
      ImmutableList<Clients> clients,
      ImmutableMap<String, RoutingTable> tables) {}

  /**
   * Follows a port.
   *
   * @param port the port
   * @param stages the stages, the one before first
   * @param nodes the nodes that are asked, in groups that are alike
   */
  PortOutage follow(TrafficPort port, ImmutableList<OutageStage> stages, List<List<String>> nodes) {
    List<Stage> followed = new ArrayList<>();
    ImmutableMap.Builder<OutagePhase, EndpointCount> counts = ImmutableMap.builder();
    for (OutageStage stage : stages) {
      LoadedPort loaded = LoadedPort.of(port, stage.world(), selector);
      List<Node> asked = new ArrayList<>();
      for (List<String> alike : nodes) {
        asked.add(Objects.requireNonNull(loaded.nodes().get(alike.get(0))));
      }
      followed.add(
          new Stage(stage.phase(), clients(loaded), router.tablesFor(asked, loaded.world())));
      counts.put(stage.phase(), count(loaded.endpoints()));
    }
    Map<Change, Places> changes = new LinkedHashMap<>();
    for (List<String> alike : nodes) {
      List<Asked> before = ask(followed.get(0), alike.get(0));
      for (Stage stage : followed.subList(1, followed.size())) {
        List<Asked> after = ask(stage, alike.get(0));
        for (int i = 0; i < ASKED.size(); i++) {
          addChange(stage.phase(), ASKED.get(i), before.get(i), after.get(i), alike, changes);
        }
      }
    }
    return new PortOutage(port, counts.buildOrThrow(), told(changes));
  }

  private ImmutableList<Clients> clients(LoadedPort port) {
    ClientAddresses addresses = new ClientAddresses(proxy, port);
    ImmutableList.Builder<Clients> clients = ImmutableList.builder();
    for (FrontEndKind to : ASKED) {
      clients.add(
          to.isInternal()
              ? Clients.pods(port, to, addresses)
              : Clients.at(addresses.outside(Optional.empty()), port, to, addresses));
    }
    return clients.build();
  }

  private static EndpointCount count(PortEndpoints endpoints) {
    int terminating = 0;
    for (ServiceEndpoint endpoint : endpoints.servingWhileTerminating()) {
      terminating += endpoint.isReady() ? 0 : 1;
    }
    return new EndpointCount(endpoints.ready().size(), terminating);
  }

  /** Clients of one kind who asked a node. */
  private record Asked(RoutingTable table, Approach approach) {
    EntryFate fate() {
      Flow flow = approach.flow();
      return flow == null ? EntryFate.NO_WAY_IN : EntryFate.of(table.route(flow));
    }

    Because because() {
      Flow flow = approach.flow();
      return flow == null
          ? Because.of(Objects.requireNonNull(approach.obstacle()))
          : table.explain(flow).because();
    }
  }

  private static List<Asked> ask(Stage stage, String name) {
    RoutingTable table = Objects.requireNonNull(stage.tables().get(name));
    List<Asked> asked = new ArrayList<>();
    for (Clients clients : stage.clients()) {
      asked.add(new Asked(table, clients.approach(table)));
    }
    return asked;
  }

  private static void addChange(
      OutagePhase phase,
      FrontEndKind to,
      Asked before,
      Asked after,
      List<String> alike,
      Map<Change, Places> changes) {
    EntryFate then = before.fate();
    EntryFate now = after.fate();
    if (then != now) {
      changes
          .computeIfAbsent(
              new Change(phase, to, then, now),
              unused -> new Places(new ArrayList<>(), after.because()))
          .nodes()
          .addAll(alike);
    }
  }

  private static ImmutableList<FateChange> told(Map<Change, Places> changes) {
    List<FateChange> told = new ArrayList<>();
    changes.forEach(
        (change, places) ->
            told.add(
                new FateChange(
                    change.phase(),
                    change.to(),
                    change.before(),
                    change.after(),
                    ImmutableList.sortedCopyOf(places.nodes()),
                    places.because())));
    told.sort(Comparator.comparing(FateChange::phase).thenComparing(FateChange::to));
    return ImmutableList.copyOf(told);
  }
}
