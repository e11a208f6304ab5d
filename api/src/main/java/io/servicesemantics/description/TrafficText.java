package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.servicesemantics.explain.AlignedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts a table of traffic into lines for a terminal: destinations, nodes and senders that are
 * treated alike are told together.
 */
final class TrafficText {

  private static final int MOST_NODES = 3;
  private static final int MOST_NOTES = 9;
  private static final String NOBODY = "-";

  /** What nodes do about each sender; empty where there can be no such sender. */
  private record Part(List<String> nodes, List<String> words) {}

  /** Destinations that are treated alike, and how, by parts of the nodes. */
  private record Line(List<TrafficDestination> destinations, List<Part> parts) {}

  // The rules each reason told beneath the table stands for.
  private final Map<String, Set<String>> notes = new LinkedHashMap<>();
  private final List<TrafficSender> senders;

  private TrafficText(TrafficTable table) {
    Set<TrafficSender> found = new LinkedHashSet<>();
    for (TrafficSender sender : TrafficSender.values()) {
      for (TrafficRow row : table.rows()) {
        if (row.groups().stream().anyMatch(group -> group.cells().containsKey(sender))) {
          found.add(sender);
        }
      }
    }
    senders = ImmutableList.copyOf(found);
  }

  static String of(TrafficTable table) {
    return new TrafficText(table).text(table);
  }

  private String text(TrafficTable table) {
    List<Line> lines = lines(table);
    List<List<Integer>> columns = columns(lines);
    StringBuilder text = new StringBuilder();
    if (lines.size() == 1 && columns.size() == 1 && lines.get(0).parts().size() == 1) {
      text.append("traffic to ").append(TrafficPlaces.of(lines.get(0).destinations()));
      text.append(": ").append(cell(lines.get(0).parts().get(0), columns.get(0))).append('\n');
    } else if (!lines.isEmpty()) {
      text.append(AlignedText.of(heading(columns), rows(lines, columns))).append('\n');
    }
    int number = 0;
    for (Map.Entry<String, Set<String>> note : notes.entrySet()) {
      if (number++ < MOST_NOTES) {
        text.append('(').append(number).append(") ").append(note.getKey());
        text.append(" [").append(String.join(", ", note.getValue())).append("]\n");
      }
    }
    return text.toString();
  }

  private List<Line> lines(TrafficTable table) {
    Map<List<Part>, List<TrafficDestination>> alike = new LinkedHashMap<>();
    for (TrafficRow row : table.rows()) {
      List<Part> parts = parts(row);
      if (!parts.isEmpty()) {
        alike.computeIfAbsent(parts, unused -> new ArrayList<>()).add(row.destination());
      }
    }
    List<Line> lines = new ArrayList<>();
    alike.forEach((parts, destinations) -> lines.add(new Line(destinations, parts)));
    return lines;
  }

  private List<Part> parts(TrafficRow row) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (TrafficGroup group : row.groups()) {
      List<String> words = new ArrayList<>();
      for (TrafficSender sender : senders) {
        words.add(Optional.ofNullable(group.cells().get(sender)).map(this::words).orElse(NOBODY));
      }
      alike.computeIfAbsent(words, unused -> new ArrayList<>()).addAll(group.nodes());
    }
    List<Part> parts = new ArrayList<>();
    alike.forEach((words, nodes) -> parts.add(new Part(nodes, words)));
    return parts;
  }

  private String words(TrafficCell cell) {
    TrafficWords.Words words = TrafficWords.of(cell.node(), cell.explain());
    StringBuilder text = new StringBuilder(words.text());
    String separator = " (";
    for (Map.Entry<String, String> reason : words.reasons().entrySet()) {
      notes
          .computeIfAbsent(reason.getKey(), unused -> new LinkedHashSet<>())
          .add(reason.getValue());
      int number = Iterables.indexOf(notes.keySet(), reason.getKey()::equals) + 1;
      if (number <= MOST_NOTES) {
        text.append(separator).append(number);
        separator = ",";
      }
    }
    return separator.equals(",") ? text.append(')').toString() : text.toString();
  }

  // Senders that are nowhere treated otherwise share a column.
  private List<List<Integer>> columns(List<Line> lines) {
    List<List<Integer>> columns = new ArrayList<>();
    for (int sender = 0; sender < senders.size(); sender++) {
      boolean isPlaced = false;
      for (List<Integer> column : columns) {
        if (!isPlaced && isAlike(column, sender, lines)) {
          column.add(sender);
          isPlaced = true;
        }
      }
      if (!isPlaced) {
        columns.add(new ArrayList<>(List.of(sender)));
      }
    }
    return columns;
  }

  private static boolean isAlike(List<Integer> column, int sender, List<Line> lines) {
    for (Line line : lines) {
      for (Part part : line.parts()) {
        String there = cell(part, column);
        String here = part.words().get(sender);
        if (!there.equals(here) && !there.equals(NOBODY) && !here.equals(NOBODY)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String cell(Part part, List<Integer> column) {
    for (int sender : column) {
      if (!part.words().get(sender).equals(NOBODY)) {
        return part.words().get(sender);
      }
    }
    return NOBODY;
  }

  private ImmutableList<String> heading(List<List<Integer>> columns) {
    ImmutableList.Builder<String> heading = ImmutableList.builder();
    heading.add("traffic to");
    for (List<Integer> column : columns) {
      if (column.size() == senders.size()) {
        heading.add("from anybody");
      } else {
        List<String> names = new ArrayList<>();
        column.forEach(sender -> names.add(senders.get(sender).words()));
        heading.add("from " + String.join(" or ", names));
      }
    }
    return heading.build();
  }

  private static ImmutableList<ImmutableList<String>> rows(
      List<Line> lines, List<List<Integer>> columns) {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Line line : lines) {
      String place = "  " + TrafficPlaces.of(line.destinations());
      if (line.parts().size() == 1) {
        rows.add(row(place, line.parts().get(0), columns));
      } else {
        rows.add(ImmutableList.of(place));
        for (Part part : line.parts()) {
          rows.add(row("    on " + few(part.nodes()), part, columns));
        }
      }
    }
    return rows.build();
  }

  private static ImmutableList<String> row(String first, Part part, List<List<Integer>> columns) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(first);
    columns.forEach(column -> row.add(cell(part, column)));
    return row.build();
  }

  static String few(List<String> nodes) {
    return nodes.size() <= MOST_NODES
        ? String.join(", ", nodes)
        : String.join(", ", nodes.subList(0, MOST_NODES))
            + " and "
            + (nodes.size() - MOST_NODES)
            + " more";
  }
}
