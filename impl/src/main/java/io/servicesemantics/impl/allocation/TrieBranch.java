package io.servicesemantics.impl.allocation;

import org.jspecify.annotations.Nullable;

/** Two or more nodes below, in up to 64 slots. */
final class TrieBranch<V> extends TrieNode<V> {

  /** A bit for each slot with a node. */
  private final long present;

  /** A bit for each slot in which every number has a value. */
  private final long full;

  /** The nodes, in the order of the slots. */
  private final TrieNode<V>[] below;

  private final long size;

  private TrieBranch(
      long lowest, int shift, long present, long full, TrieNode<V>[] below, long size) {
    super(lowest, shift);
    this.present = present;
    this.full = full;
    this.below = below;
    this.size = size;
  }

  /** The branch of two nodes, the lower one first, that differ in the bits of its slots. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // a new array, filled with nodes of that kind
  static <V> TrieBranch<V> of(int shift, TrieNode<V> lower, TrieNode<V> higher) {
    long lowest = lowestOf(lower.lowest, shift);
    long lowerBit = 1L << (lower.lowest >>> shift);
    long higherBit = 1L << (higher.lowest >>> shift);
    long full = (fills(lower, shift) ? lowerBit : 0) | (fills(higher, shift) ? higherBit : 0);
    TrieNode<V>[] below = new TrieNode[] {lower, higher};
    return new TrieBranch<>(
        lowest, shift, lowerBit | higherBit, full, below, lower.size() + higher.size());
  }

  // A node further down than the next level leaves numbers of the slot to nobody.
  private static <V> boolean fills(TrieNode<V> node, int shift) {
    return node.shift == shift - BITS && node.isFull();
  }

  @Override
  boolean isFull() {
    return full == ALL;
  }

  @Override
  long size() {
    return size;
  }

  @Override
  @Nullable V get(long number) {
    TrieNode<V> node = nodeIn(slotOf(number));
    return node == null || !node.covers(number) ? null : node.get(number);
  }

  @Override
  TrieNode<V> with(long number, V value) {
    int slot = slotOf(number);
    TrieNode<V> node = nodeIn(slot);
    if (node == null) {
      TrieNode<V>[] next = Slots.withSlot(below, indexOf(slot));
      next[indexOf(slot)] = TrieLeaf.of(number, value);
      return new TrieBranch<>(lowest, shift, present | 1L << slot, full, next, size + 1);
    }
    return withNode(
        slot,
        node,
        node.covers(number) ? node.with(number, value) : join(node, TrieLeaf.of(number, value)));
  }

  @Override
  @Nullable TrieNode<V> without(long number) {
    int slot = slotOf(number);
    TrieNode<V> node = below[indexOf(slot)];
    TrieNode<V> rest = node.without(number);
    if (rest != null) {
      return withNode(slot, node, rest);
    }
    if (below.length == 2) {
      return below[1 - indexOf(slot)];
    }
    // a slot whose last number goes is not full
    return new TrieBranch<>(
        lowest,
        shift,
        present & ~(1L << slot),
        full,
        Slots.withoutSlot(below, indexOf(slot)),
        size - 1);
  }

  private TrieBranch<V> withNode(int slot, TrieNode<V> before, TrieNode<V> after) {
    TrieNode<V>[] next = below.clone();
    next[indexOf(slot)] = after;
    long bit = 1L << slot;
    return new TrieBranch<>(
        lowest,
        shift,
        present,
        fills(after, shift) ? full | bit : full & ~bit,
        next,
        size - before.size() + after.size());
  }

  @Override
  long countBelow(long number) {
    int slot = slotOf(number);
    long count = 0;
    for (int i = 0; i < indexOf(slot); i++) {
      count += below[i].size();
    }
    TrieNode<V> node = nodeIn(slot);
    if (node == null) {
      return count;
    }
    if (node.covers(number)) {
      return count + node.countBelow(number);
    }
    return Long.compareUnsigned(node.lowest, number) < 0 ? count + node.size() : count;
  }

  /** The node in a slot; null where no number of the slot has a value. */
  @Nullable TrieNode<V> nodeIn(int slot) {
    return (present & 1L << slot) == 0 ? null : below[indexOf(slot)];
  }

  /**
   * The first slot from one on that has a number without a value; -1 where none has. At the top,
   * where there are slots for 4 bits alone, it may be one past all numbers, which begin at 0 again.
   */
  int firstSlotWithFree(int slot) {
    long free = slot > 63 ? 0 : ~full & ALL << slot;
    return free == 0 ? -1 : Long.numberOfTrailingZeros(free);
  }

  /** The lowest number that belongs to a slot. */
  long lowestIn(int slot) {
    return lowest | (long) slot << shift;
  }

  @Override
  boolean isEqualTo(TrieNode<V> other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof TrieBranch<V> that)
        || lowest != that.lowest
        || shift != that.shift
        || present != that.present
        || size != that.size) {
      return false;
    }
    for (int i = 0; i < below.length; i++) {
      if (!below[i].isEqualTo(that.below[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  int hash() {
    int hash = 0;
    for (TrieNode<V> node : below) {
      hash += node.hash();
    }
    return hash;
  }

  private int indexOf(int slot) {
    return Long.bitCount(present & ((1L << slot) - 1));
  }
}
