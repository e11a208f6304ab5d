package io.servicesemantics.impl.text;

import org.jspecify.annotations.Nullable;

/** What an anchor names, for the aliases behind it. */
final class AnchorTarget {
  /** The value, once it is complete. */
  @Nullable Object value;

  /** Whether its end was reached; before that an alias would stand inside of itself. */
  boolean isComplete;

  /** Keys and values in it, itself included, each alias counted as what it stands for. */
  long nodes = 1;

  /** Levels of nesting in it. */
  int height;

  void complete(@Nullable Object value, long nodes, int height) {
    this.value = value;
    this.nodes = nodes;
    this.height = height;
    this.isComplete = true;
  }
}
