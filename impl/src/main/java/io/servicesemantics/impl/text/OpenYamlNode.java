package io.servicesemantics.impl.text;

import org.jspecify.annotations.Nullable;

/** A YAML map or list of which only a part has been read yet. */
final class OpenYamlNode extends OpenNode {
  /** What an anchor before it names. */
  final @Nullable AnchorTarget target;

  /** Whether it lists the maps a merge key takes in. */
  final boolean isMergeList;

  /** Keys and values of the document before it. */
  final long before;

  /** Levels of nesting inside it, as far as read. */
  int height;

  /** Whether the next value is merged into this map. */
  boolean merging;

  /** What is wrong with one of its keys. */
  @Nullable String wrongKey;

  OpenYamlNode(
      boolean isMap, long place, @Nullable AnchorTarget target, boolean isMergeList, long before) {
    super(isMap, place);
    this.target = target;
    this.isMergeList = isMergeList;
    this.before = before;
  }

  /** Tells the anchor before this node, if there is one, what it names. */
  void completeTarget(Object value, long nodes) {
    if (target != null) {
      target.complete(value, nodes - before, height + 1);
    }
  }
}
