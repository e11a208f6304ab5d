package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.connection.Arrival;
import io.servicesemantics.connection.ConnectionPath;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.explain.Because;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ways of a call, those that are alike told once. */
final class PathGroups {

  private final Map<ImmutableList<Object>, Group> groups = new LinkedHashMap<>();

  void add(Optional<String> entry, ImmutableList<Hop> hops) {
    ImmutableList.Builder<Object> key = ImmutableList.builder();
    hops.forEach(hop -> key.add(likeness(hop)));
    Group group = groups.computeIfAbsent(key.build(), none -> new Group(hops));
    entry.ifPresent(group.entries::add);
    group.merge(hops);
  }

  ImmutableList<ConnectionPath> paths() {
    ImmutableList.Builder<ConnectionPath> paths = ImmutableList.builder();
    for (Group group : groups.values()) {
      paths.add(new ConnectionPath(ImmutableList.copyOf(group.entries), group.hops));
    }
    return paths.build();
  }

  // What must be the same for two ways to be alike; their nodes and those nodes' addresses may
  // differ.
  private static Object likeness(Hop hop) {
    return hop.match(
        decision ->
            ImmutableList.of(
                decision.decided().value().kind(), decision.decided().because().reason()),
        onward -> onward.because().reason(),
        delivery -> {
          ImmutableList.Builder<Object> arrivals = ImmutableList.builder();
          for (Arrival arrival : delivery.arrivals()) {
            arrivals.add(
                arrival.address(),
                arrival.port(),
                arrival.share(),
                arrival.isSenderHidden(),
                arrival.outcome());
          }
          return arrivals.build();
        },
        ending -> ending.because().reason());
  }

  private static final class Group {

    private final List<String> entries = new ArrayList<>();
    private ImmutableList<Hop> hops;

    Group(ImmutableList<Hop> hops) {
      this.hops = hops;
    }

    // The node that a backend sees is another one for each entry.
    void merge(ImmutableList<Hop> others) {
      ImmutableList.Builder<Hop> merged = ImmutableList.builder();
      for (int i = 0; i < hops.size(); i++) {
        merged.add(
            hops.get(i) instanceof Hop.Delivery one && others.get(i) instanceof Hop.Delivery other
                ? merged(one, other)
                : hops.get(i));
      }
      hops = merged.build();
    }

    private static Hop merged(Hop.Delivery one, Hop.Delivery other) {
      ImmutableList.Builder<Arrival> merged = ImmutableList.builder();
      for (int i = 0; i < one.arrivals().size(); i++) {
        Arrival arrival = one.arrivals().get(i);
        merged.add(
            arrival.reasons().equals(other.arrivals().get(i).reasons())
                ? arrival
                : withoutNode(arrival));
      }
      return new Hop.Delivery(merged.build());
    }

    private static Arrival withoutNode(Arrival arrival) {
      ImmutableList.Builder<Because> reasons = ImmutableList.builder();
      for (Because because : arrival.reasons()) {
        reasons.add(
            because.reason() == ConnectionReason.SENDER_HIDDEN
                ? Because.of(ConnectionReason.SENDER_HIDDEN)
                : because);
      }
      return new Arrival(
          arrival.address(),
          arrival.port(),
          arrival.pod(),
          arrival.node(),
          arrival.zone(),
          arrival.share(),
          arrival.isSenderHidden(),
          arrival.isSenderHidden() ? Optional.empty() : arrival.sees(),
          reasons.build());
    }
  }
}
