package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.slicing.SlicingReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Hints by the CPU that each zone has.
 *
 * <p>Follows {@code topologycache/topologycache.go}, AddHints and getAllocations, and {@code
 * utils.go} beside it (routing 1.11).
 */
final class AutoHints {

  private static final double OVERLOAD_THRESHOLD = 0.2;

  /** What a zone should have: at least, ideally, at most. */
  private record Allocation(int minimum, double desired, int maximum) {}

  private final SortedMap<String, Double> ratios;
  private final int endpoints;
  private final SortedMap<String, Allocation> allocations = new TreeMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private @Nullable SlicingReason withheld;
  private String message = "";
  private boolean endpointsLeftToChance;
  private boolean countsLeftToChance;

  /** Shares out this many ready endpoints, or says why it cannot be done (routing 1.11.4). */
  AutoHints(SortedMap<String, Double> ratios, int endpoints) {
    this.ratios = ratios;
    this.endpoints = endpoints;
    if (ratios.isEmpty()) {
      withhold(
          SlicingReason.HINTS_WITHHELD_NODES,
          "Insufficient Node information: allocatable CPU or zone not specified on one or more"
              + " nodes");
      return;
    }
    String sizes = " (" + endpoints + " endpoints, " + ratios.size() + " zones)";
    if (ratios.size() > endpoints) {
      withhold(SlicingReason.HINTS_WITHHELD_TOO_FEW, "Insufficient number of endpoints" + sizes);
      return;
    }
    int minimums = 0;
    for (double ratio : ratios.values()) {
      minimums += minimum(ratio, endpoints);
    }
    if (minimums > endpoints) {
      withhold(
          SlicingReason.HINTS_WITHHELD_OVERLOAD,
          "Unable to allocate minimum required endpoints to each zone without exceeding overload"
              + " threshold"
              + sizes);
      return;
    }
    int spare = endpoints - minimums;
    ratios.forEach(
        (zone, ratio) -> {
          int minimum = minimum(ratio, endpoints);
          double desired = Math.max(ratio * endpoints, minimum);
          allocations.put(zone, new Allocation(minimum, desired, minimum + spare));
        });
  }

  /** The share of CPU each zone has; empty where it is not known well enough. */
  SortedMap<String, Double> ratios() {
    return ratios;
  }

  /** How many ready endpoints are shared out. */
  int endpoints() {
    return endpoints;
  }

  /** How many endpoints a zone must have, so that none is overloaded. */
  static int minimum(double ratio, int endpoints) {
    return (int) Math.ceil(ratio * endpoints * (1 / (1 + OVERLOAD_THRESHOLD)));
  }

  private void withhold(SlicingReason reason, String text) {
    withheld = reason;
    message = text;
  }

  /** Why there are no hints; null while there are. */
  @Nullable SlicingReason withheld() {
    return withheld;
  }

  /** The message of the event about hints being withheld, without the address type. */
  String message() {
    return message;
  }

  /** Whether unchanged endpoints may keep the hints they have; if so they are counted (1.11.7). */
  boolean keeps(List<Endpoint> endpoints) {
    Map<String, Integer> hinted = new HashMap<>();
    for (Endpoint endpoint : endpoints) {
      if (isReady(endpoint)) {
        if (endpoint.hints().isEmpty() || endpoint.hints().get().forZones().isEmpty()) {
          return false;
        }
        for (String zone : endpoint.hints().get().forZones()) {
          if (!allocations.containsKey(zone)) {
            return false;
          }
          hinted.merge(zone, 1, Integer::sum);
        }
      }
    }
    for (Map.Entry<String, Integer> zone : hinted.entrySet()) {
      Allocation allocation = allocations.get(zone.getKey());
      int sum = counts.getOrDefault(zone.getKey(), 0) + zone.getValue();
      if (allocation == null || sum > allocation.maximum()) {
        return false;
      }
    }
    hinted.forEach((zone, count) -> counts.merge(zone, count, Integer::sum));
    return true;
  }

  /** Hints the endpoints of slices that are written anyway, in place. */
  void assign(List<List<Endpoint>> slices) {
    for (List<Endpoint> endpoints : slices) {
      for (int i = 0; i < endpoints.size(); i++) {
        Endpoint endpoint = endpoints.get(i);
        if (isReady(endpoint)) {
          String zone = endpoint.zone().orElse("");
          if (zone.isEmpty()) {
            withhold(
                SlicingReason.HINTS_WITHHELD_ENDPOINT_ZONE,
                "One or more endpoints do not have a zone specified");
            return;
          }
          counts.merge(zone, 1, Integer::sum);
          endpoints.set(i, endpoint.withHints(TrafficHints.sameZone(Optional.of(zone))));
        }
      }
    }
    Moves moves = moves(false);
    countsLeftToChance = !moves.equals(moves(true));
    redistribute(slices, moves);
    if (counts.isEmpty()) {
      withhold(SlicingReason.HINTS_WITHHELD_NONE_ALLOCATED, "No hints allocated for zones");
    }
  }

  /** How many endpoints zones give away and get. */
  private record Moves(Map<String, Integer> giving, Map<String, Integer> receiving) {}

  // TCU getGivingAndReceivingZones (routing 1.11.9); of zones equally in need the first is taken.
  private Moves moves(boolean fromLast) {
    List<String> zones = new ArrayList<>(allocations.keySet());
    if (fromLast) {
      Collections.reverse(zones);
    }
    Map<String, Double> surplus = new HashMap<>();
    Map<String, Double> deficit = new HashMap<>();
    allocations.forEach(
        (zone, allocation) -> {
          double over = counts.getOrDefault(zone, 0) - allocation.desired();
          if (over > 0) {
            surplus.put(zone, over);
          } else if (over < 0) {
            deficit.put(zone, -over);
          }
        });
    Moves moves = new Moves(new TreeMap<>(), new TreeMap<>());
    while (true) {
      String giver = largest(zones, surplus);
      String receiver = largest(zones, deficit);
      if (giver == null || receiver == null) {
        return moves;
      }
      double over = surplus.getOrDefault(giver, 0.0);
      double under = deficit.getOrDefault(receiver, 0.0);
      if ((over < 1 && under < 1) || over < 0.5 || under < 0.5) {
        return moves;
      }
      moves.giving().merge(giver, 1, Integer::sum);
      moves.receiving().merge(receiver, 1, Integer::sum);
      surplus.put(giver, over - 1);
      deficit.put(receiver, under - 1);
    }
  }

  private static @Nullable String largest(List<String> zones, Map<String, Double> amounts) {
    String largest = null;
    double most = 0;
    for (String zone : zones) {
      double amount = amounts.getOrDefault(zone, 0.0);
      if (amount > most) {
        most = amount;
        largest = zone;
      }
    }
    return largest;
  }

  // TCU redistributeHints (routing 1.11.10)
  private void redistribute(List<List<Endpoint>> slices, Moves moves) {
    Map<String, Integer> giving = new HashMap<>(moves.giving());
    TreeMap<String, Integer> receiving = new TreeMap<>(moves.receiving());
    for (List<Endpoint> endpoints : slices) {
      for (int i = 0; i < endpoints.size() && !receiving.isEmpty(); i++) {
        Endpoint endpoint = endpoints.get(i);
        String zone = endpoint.zone().orElse("");
        if (isReady(endpoint) && giving.getOrDefault(zone, 0) > 0) {
          String receiver = receiving.firstKey();
          giving.merge(zone, -1, Integer::sum);
          receiving.computeIfPresent(receiver, (name, left) -> left == 1 ? null : left - 1);
          counts.merge(zone, -1, Integer::sum);
          counts.merge(receiver, 1, Integer::sum);
          endpoints.set(i, endpoint.withHints(hintsFor(receiver)));
          endpointsLeftToChance = true;
        }
      }
    }
  }

  private static EndpointHints hintsFor(String zone) {
    return EndpointHints.builder().addForZones(zone).build();
  }

  /** How many endpoints are hinted for each zone; zones without any are left out. */
  ImmutableSortedMap<String, Integer> counts() {
    SortedMap<String, Integer> hinted = new TreeMap<>(counts);
    hinted.values().removeIf(count -> count == 0);
    return ImmutableSortedMap.copyOfSorted(hinted);
  }

  boolean endpointsLeftToChance() {
    return endpointsLeftToChance;
  }

  boolean countsLeftToChance() {
    return countsLeftToChance;
  }

  /** Whether it counts as ready here, where unsaid is not (routing 1.11.3). */
  static boolean isReady(Endpoint endpoint) {
    return endpoint.conditions().ready().orElse(false);
  }
}
