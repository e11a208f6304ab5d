package io.servicesemantics.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what changes with the proxy mode into lines: what changes alike is told together. */
final class MigrationText {

  private static final String ALL = "every Service with a cluster IP";

  /** What is the same of changes that are told together. */
  private record Change(String service, String sender, String what, String why) {}

  private MigrationText() {}

  static String of(ModeMigration migration) {
    Map<Change, List<TrafficChange>> alike = new LinkedHashMap<>();
    for (TrafficChange change : migration.changes()) {
      alike.computeIfAbsent(key(change), unused -> new ArrayList<>()).add(change);
    }
    StringBuilder text = new StringBuilder("If kube-proxy ran in mode ");
    text.append(migration.to().wireName());
    text.append(" instead of ").append(migration.from().wireName()).append('\n');
    String heading = "";
    Set<String> services = new LinkedHashSet<>();
    for (Map.Entry<Change, List<TrafficChange>> entry : alike.entrySet()) {
      Change change = entry.getKey();
      if (!change.service().equals(heading)) {
        heading = change.service();
        services.add(heading);
        text.append("  ").append(heading).append('\n');
      }
      text.append("    ").append(place(entry.getValue()));
      text.append(nodes(entry.getValue(), migration.nodes()));
      text.append(", from ").append(change.sender()).append(": ").append(change.what());
      text.append('\n');
      if (!change.why().isEmpty()) {
        text.append("      ").append(change.why()).append('\n');
      }
    }
    services.remove(ALL);
    int rest = migration.services() - services.size();
    if (rest > 0) {
      text.append("  Nothing ").append(alike.isEmpty() ? "" : "else ").append("changes for ");
      text.append(services.isEmpty() ? "" : "the other ");
      text.append(rest).append(rest == 1 ? " Service.\n" : " Services.\n");
    }
    return text.toString();
  }

  private static Change key(TrafficChange change) {
    TrafficWords.Words before = TrafficWords.of(change.nodes().get(0), change.before());
    TrafficWords.Words after = TrafficWords.of(change.nodes().get(0), change.after());
    StringBuilder why = new StringBuilder();
    String separator = "";
    for (Map.Entry<String, String> reason : reasons(before, after).entrySet()) {
      why.append(separator).append(reason.getKey());
      why.append(" [").append(reason.getValue()).append(']');
      separator = " ";
    }
    return new Change(
        change.service().map(name -> "Service " + name).orElse(ALL),
        change.sender(),
        before.text() + " -> " + after.text(),
        why.toString());
  }

  // Why it will be so; why it is so where nothing is to be told of the other.
  private static Map<String, String> reasons(TrafficWords.Words before, TrafficWords.Words after) {
    return after.reasons().isEmpty() ? before.reasons() : after.reasons();
  }

  private static String place(List<TrafficChange> changes) {
    if (changes.get(0).service().isEmpty()) {
      return changes.get(0).destination().port() == 0
          ? "a free address of a network of Services"
          : "any other port of its cluster IP";
    }
    List<TrafficDestination> destinations = new ArrayList<>();
    for (TrafficChange change : changes) {
      if (!destinations.contains(change.destination())) {
        destinations.add(change.destination());
      }
    }
    return TrafficPlaces.of(destinations);
  }

  private static String nodes(List<TrafficChange> changes, int all) {
    Set<String> names = new LinkedHashSet<>();
    changes.forEach(change -> names.addAll(change.nodes()));
    if (names.size() == all) {
      return "";
    }
    return " on " + TrafficText.few(List.copyOf(names));
  }
}
