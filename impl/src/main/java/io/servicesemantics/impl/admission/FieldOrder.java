package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import java.util.HashMap;
import java.util.Map;

/** One order for the fields of several objects, each of which has its own in the same order. */
final class FieldOrder {

  private static final FieldPath START = FieldPath.root();

  private final Map<FieldPath, FieldPath> following = new HashMap<>();

  /** Adds the fields of an object: a new one comes after the one it follows there. */
  void addAll(Iterable<FieldPath> fields) {
    FieldPath before = START;
    for (FieldPath field : fields) {
      if (!following.containsKey(field)) {
        insert(field, before);
      }
      before = field;
    }
  }

  /** Adds a field before those below it, or at the end where there are none. */
  void addBeforeItsParts(FieldPath field) {
    if (following.containsKey(field)) {
      return;
    }
    FieldPath before = START;
    FieldPath next = following.getOrDefault(before, START);
    while (!next.isRoot() && !isBelow(next, field)) {
      before = next;
      next = following.getOrDefault(before, START);
    }
    insert(field, before);
  }

  /** The fields in order. */
  ImmutableList<FieldPath> toList() {
    ImmutableList.Builder<FieldPath> fields = ImmutableList.builder();
    FieldPath field = following.getOrDefault(START, START);
    while (!field.isRoot()) {
      fields.add(field);
      field = following.getOrDefault(field, START);
    }
    return fields.build();
  }

  private void insert(FieldPath field, FieldPath before) {
    following.put(field, following.getOrDefault(before, START));
    following.put(before, field);
  }

  private static boolean isBelow(FieldPath field, FieldPath top) {
    FieldPath path = field;
    while (path.parent().isPresent()) {
      path = path.parent().get();
      if (path.equals(top)) {
        return true;
      }
    }
    return false;
  }
}
