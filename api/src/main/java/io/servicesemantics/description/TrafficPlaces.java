package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.FrontEndKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names destinations in one line: ports of one address together, and addresses of one kind. */
final class TrafficPlaces {

  private static final int MOST = 4;

  private TrafficPlaces() {}

  static String of(List<TrafficDestination> destinations) {
    Map<String, Set<String>> portsByPlace = new LinkedHashMap<>();
    Set<Integer> ownPlaces = new LinkedHashSet<>();
    for (TrafficDestination destination : destinations) {
      ownPlaces.add(destination.place());
    }
    for (TrafficDestination destination : destinations) {
      portsByPlace
          .computeIfAbsent(
              place(destination, ownPlaces.size() > 1), unused -> new LinkedHashSet<>())
          .add(port(destination));
    }
    Map<Set<String>, List<String>> placesByPorts = new LinkedHashMap<>();
    portsByPlace.forEach(
        (place, ports) ->
            placesByPorts.computeIfAbsent(ports, unused -> new ArrayList<>()).add(place));
    List<String> texts = new ArrayList<>();
    placesByPorts.forEach(
        (ports, places) ->
            texts.add(
                few(places, " and ")
                    + (ports.size() == 1 ? " port " : " ports ")
                    + few(List.copyOf(ports), ", ")));
    return few(texts, "; ");
  }

  private static String place(TrafficDestination destination, boolean hasOthers) {
    if (destination.address().isPresent()) {
      String address = destination.address().get().toString();
      return destination.kind() == FrontEndKind.CLUSTER_IP || destination.isLoopback()
          ? address
          : destination.kind().words() + " " + address;
    }
    String family = destination.family() == IpFamily.IPV6 ? " (IPv6)" : "";
    String ofNode = destination.family() == IpFamily.IPV6 ? "a node's IPv6" : "a node's";
    if (destination.kind() == FrontEndKind.HEALTH_CHECK_NODE_PORT) {
      return "health check: " + ofNode;
    }
    return switch (destination.place()) {
      case 1 -> ofNode;
      default -> hasOthers ? "its other addresses" + family : "a node's other addresses" + family;
    };
  }

  private static String port(TrafficDestination destination) {
    return destination.protocol() == Protocol.TCP
        ? String.valueOf(destination.port())
        : destination.port() + "/" + destination.protocol().wireName();
  }

  private static String few(List<String> all, String separator) {
    return all.size() <= MOST
        ? String.join(separator, all)
        : String.join(separator, ImmutableList.copyOf(all.subList(0, MOST)))
            + " and "
            + (all.size() - MOST)
            + " more";
  }
}
