package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.FieldPath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was meant by an unknown field: another spelling, or another place. */
final class FieldHints {

  private static final int LONGEST_NAME = 64;

  private FieldHints() {}

  /** Returns one line of advice; empty where nothing is like the name. */
  static String cure(Reading reading, Struct<?, ?> struct, String name) {
    if (name.length() > LONGEST_NAME) {
      return "";
    }
    String removed = removed(struct, name);
    if (!removed.isEmpty()) {
      return removed;
    }
    String letters = letters(name);
    Field<?, ?, ?> same = struct.byLetters().get(letters);
    if (same != null) {
      return "did you mean " + reading.path().child(same.name());
    }
    String above = above(reading, name);
    if (!above.isEmpty()) {
      return above;
    }
    String below = below(reading, struct, letters);
    if (!below.isEmpty()) {
      return below;
    }
    Field<?, ?, ?> near = nearest(struct, letters);
    return near == null ? "" : "did you mean " + reading.path().child(near.name());
  }

  // fields that Kubernetes once had
  private static String removed(Struct<?, ?> struct, String name) {
    if (struct.name().equals("ServiceSpec")) {
      if (name.equals("topologyKeys")) {
        return "removed in Kubernetes 1.22: use trafficDistribution";
      }
      if (name.equals("ipFamily")) {
        return "removed in Kubernetes 1.20: use ipFamilies and ipFamilyPolicy";
      }
    }
    if (struct.name().equals("ObjectMeta") && name.equals("clusterName")) {
      return "removed in Kubernetes 1.25: leave it out";
    }
    return "";
  }

  /** The letters and digits of a name, in lower case. */
  static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        letters.append(name.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }

  // indented too far: a struct around this one has the field
  private static String above(Reading reading, String name) {
    for (int step = reading.depth() - 1; step >= 0; step--) {
      Struct<?, ?> around = reading.structAt(step);
      if (around != null && around.field(name) != null) {
        FieldPath place = reading.pathTo(step);
        String there = place.isRoot() ? "at the top" : "under " + place;
        return name + " belongs " + there + ", not under " + reading.path() + ": indent it less";
      }
    }
    return "";
  }

  // not indented enough: a struct inside this one has the field; the nearest counts
  private static String below(Reading reading, Struct<?, ?> struct, String letters) {
    record Inner(Struct<?, ?> struct, String path, int depth) {}
    Deque<Inner> open = new ArrayDeque<>();
    Set<Struct<?, ?>> seen = new HashSet<>();
    FieldPath here = reading.path();
    open.add(new Inner(struct, here.toString(), 0));
    while (!open.isEmpty()) {
      Inner inner = open.removeFirst();
      Field<?, ?, ?> meant = inner.depth() == 0 ? null : inner.struct().byLetters().get(letters);
      if (meant != null) {
        String where = here.isRoot() ? "at the top" : "under " + here;
        return meant.name()
            + " belongs under "
            + inner.path()
            + ", not "
            + where
            + ": indent it more";
      }
      for (Field<?, ?, ?> field : inner.struct().fields()) {
        Struct<?, ?> next = field.shape().struct();
        if (next != null && inner.depth() < 2 && !field.name().equals("status") && seen.add(next)) {
          String path = inner.path().isEmpty() ? field.name() : inner.path() + "." + field.name();
          open.addLast(
              new Inner(
                  next,
                  field.shape() instanceof ListShape ? path + "[]" : path,
                  inner.depth() + 1));
        }
      }
    }
    return "";
  }

  private static @Nullable Field<?, ?, ?> nearest(Struct<?, ?> struct, String letters) {
    Field<?, ?, ?> nearest = null;
    int least = Math.max(1, letters.length() / 3) + 1;
    for (var field : struct.byLetters().entrySet()) {
      int distance = distance(letters, field.getKey());
      if (distance < least) {
        least = distance;
        nearest = field.getValue();
      }
    }
    return nearest;
  }

  // Levenshtein's: letters put in, taken out or replaced
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
