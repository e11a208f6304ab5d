package io.servicesemantics.impl.text;

import io.servicesemantics.fault.FieldPath;
import org.jspecify.annotations.Nullable;

/** A map or list of which only a part has been read yet. */
class OpenNode {
  /** How much is shown of the path of what is nested too deep, so that a person can read it. */
  static final int SHOWN_STEPS = 10;

  final LocatedMap.@Nullable Builder map;
  final LocatedList.@Nullable Builder list;

  /** Where it begins. */
  final long place;

  /** The key whose value comes next; null where a key comes next, and in lists. */
  @Nullable String key;

  /** Where that key stands. */
  long keyPlace;

  OpenNode(boolean isMap, long place) {
    this.map = isMap ? new LocatedMap.Builder() : null;
    this.list = isMap ? null : new LocatedList.Builder();
    this.place = place;
  }

  boolean wantsKey() {
    return map != null && key == null;
  }

  /** The path of what is being read inside this node; its own where that has no name yet. */
  FieldPath step(FieldPath path) {
    if (list != null) {
      return path.index(list.size());
    }
    return key == null ? path : child(path, key);
  }

  /** The path of a map's entry: a field if its key looks like one, else a key in brackets. */
  static FieldPath child(FieldPath path, String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean named = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
      if (!named) {
        return path.key(key);
      }
    }
    return key.isEmpty() ? path.key(key) : path.child(key);
  }
}
