package io.servicesemantics.impl.text;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a finished tree for what JSON cannot hold. Only what is part of the result counts:
 * a value that another with the same key replaced does not.
 */
final class UnsupportedValues {
  private final Problems problems;
  private final IdentityHashMap<LocatedMap, String> wrongKeys;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Step> steps = new ArrayList<>();
  private boolean found;

  UnsupportedValues(Problems problems, IdentityHashMap<LocatedMap, String> wrongKeys) {
    this.problems = problems;
    this.wrongKeys = wrongKeys;
  }

  /** A map or list on the way down, and which of its entries comes next. */
  private static final class Step {
    final Object node;
    int next;

    Step(Object node) {
      this.node = node;
    }
  }

  /** Returns whether anything was found. */
  boolean report(@Nullable Object root, long place) {
    visit(root, place);
    while (!steps.isEmpty()) {
      Step step = steps.get(steps.size() - 1);
      if (step.node instanceof LocatedMap map && step.next < map.size()) {
        int entry = step.next++;
        visit(map.valueAt(entry), map.valuePlaceAt(entry));
      } else if (step.node instanceof LocatedList list && step.next < list.size()) {
        int item = step.next++;
        visit(list.get(item), list.placeAt(item));
      } else {
        steps.remove(steps.size() - 1);
      }
    }
    return found;
  }

  private void visit(@Nullable Object value, long place) {
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      add(place, (number.isNaN() ? ".nan" : ".inf") + " where JSON has no such number");
    } else if ((value instanceof LocatedMap || value instanceof LocatedList) && seen.add(value)) {
      String wrong = value instanceof LocatedMap map ? wrongKeys.get(map) : null;
      if (wrong != null) {
        add(place, wrong);
      }
      steps.add(new Step(value));
    }
  }

  private void add(long place, String message) {
    found = true;
    if (problems.hasRoom()) {
      problems.add(Kind.UNSUPPORTED_VALUE, path(), place, message, "quote it if it is text");
    }
  }

  private FieldPath path() {
    FieldPath path = FieldPath.root();
    for (Step step : steps) {
      int at = step.next - 1;
      path =
          step.node instanceof LocatedMap map
              ? OpenNode.child(path, map.keyAt(at))
              : path.index(at);
    }
    return path;
  }
}
