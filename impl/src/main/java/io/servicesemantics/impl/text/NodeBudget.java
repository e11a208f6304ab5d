package io.servicesemantics.impl.text;

/** How many keys and values of a text may still be read. */
final class NodeBudget {
  private long left;

  NodeBudget(long left) {
    this.left = left;
  }

  void take(long nodes) {
    left -= nodes;
  }

  boolean isOverdrawn() {
    return left < 0;
  }
}
