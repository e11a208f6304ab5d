package io.servicesemantics.impl.allocation;

import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link NumberTrie}: a leaf of 64 neighbouring numbers, or a branch.
 *
 * @param <V> the values
 */
abstract sealed class TrieNode<V> permits TrieLeaf, TrieBranch {

  /** How many bits of a number a node tells apart. */
  static final int BITS = 6;

  /** All 64 slots of a node. */
  static final long ALL = -1L;

  /** The lowest number that can be below this node. */
  final long lowest;

  /** How many bits are below one slot: 0 for a leaf, else a multiple of {@link #BITS}. */
  final int shift;

  TrieNode(long lowest, int shift) {
    this.lowest = lowest;
    this.shift = shift;
  }

  /** Whether the number can be below this node. */
  final boolean covers(long number) {
    return lowestOf(number, shift) == lowest;
  }

  /** The slot of a number that can be below this node. */
  final int slotOf(long number) {
    return (int) (number >>> shift) & 63;
  }

  /** Whether every number that can be below this node has a value. */
  abstract boolean isFull();

  /** How many numbers have a value. */
  abstract long size();

  /** The value of a number that this node covers. */
  abstract @Nullable V get(long number);

  /** This node with a value for a number that it covers. */
  abstract TrieNode<V> with(long number, V value);

  /** What is left of this node without a number that has a value; null when nothing is. */
  abstract @Nullable TrieNode<V> without(long number);

  /** How many numbers below this one have a value; the node covers the number. */
  abstract long countBelow(long number);

  /** Whether the same numbers have equal values. */
  abstract boolean isEqualTo(TrieNode<V> other);

  /** The sum over all numbers of a hash of number and value. */
  abstract int hash();

  /** The node of two that cover none of each other's numbers, and of nothing else. */
  static <V> TrieNode<V> join(TrieNode<V> one, TrieNode<V> other) {
    int highestDifference = 63 - Long.numberOfLeadingZeros(one.lowest ^ other.lowest);
    int shift = highestDifference / BITS * BITS;
    boolean inOrder = Long.compareUnsigned(one.lowest, other.lowest) < 0;
    return TrieBranch.of(shift, inOrder ? one : other, inOrder ? other : one);
  }

  // A shift by 64 or more would count only its last six bits.
  static long lowestOf(long number, int shift) {
    int below = shift + BITS;
    return below >= Long.SIZE ? 0 : number & (ALL << below);
  }
}
