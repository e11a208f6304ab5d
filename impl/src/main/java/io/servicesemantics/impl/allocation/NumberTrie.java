package io.servicesemantics.impl.allocation;

import org.jspecify.annotations.Nullable;

/**
 * An immutable map from unsigned numbers to values that knows where the next number without a value
 * is.
 *
 * <p>A trie of 64 slots a node, in which nodes with a single child are left out. Its shape depends
 * on its numbers alone, so that equal maps are equal node by node. Putting and removing copy the
 * nodes on one path, at most eleven. The search for a free number walks at most two paths, however
 * many numbers are taken, because a branch knows which of its slots are full.
 *
 * @param <V> the values
 */
final class NumberTrie<V> {

  private static final NumberTrie<?> EMPTY = new NumberTrie<>(null);

  private final @Nullable TrieNode<V> root;

  private NumberTrie(@Nullable TrieNode<V> root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // holds nothing, so it fits every type
  static <V> NumberTrie<V> of() {
    return (NumberTrie<V>) EMPTY;
  }

  /** The node above all others; null where there is no number. */
  @Nullable TrieNode<V> root() {
    return root;
  }

  /** The value of a number; null when it has none. */
  @Nullable V get(long number) {
    return root == null || !root.covers(number) ? null : root.get(number);
  }

  /** This map with a value for a number. */
  NumberTrie<V> with(long number, V value) {
    if (root == null) {
      return new NumberTrie<>(TrieLeaf.of(number, value));
    }
    return new NumberTrie<>(
        root.covers(number)
            ? root.with(number, value)
            : TrieNode.join(root, TrieLeaf.of(number, value)));
  }

  /** This map without a number; this very map when the number has no value. */
  NumberTrie<V> without(long number) {
    if (root == null || get(number) == null) {
      return this;
    }
    TrieNode<V> rest = root.without(number);
    return rest == null ? of() : new NumberTrie<>(rest);
  }

  /** How many numbers have a value. */
  long size() {
    return root == null ? 0 : root.size();
  }

  /** How many numbers have a value, of those from one to another, both included. */
  long countIn(long first, long last) {
    return countBelow(last) + (get(last) == null ? 0 : 1) - countBelow(first);
  }

  private long countBelow(long number) {
    if (root == null) {
      return 0;
    }
    if (root.covers(number)) {
      return root.countBelow(number);
    }
    return Long.compareUnsigned(root.lowest, number) < 0 ? root.size() : 0;
  }

  /**
   * Returns the lowest number without a value, of those from one to another, both included, and not
   * all there are.
   *
   * @return that number; the one before {@code first} when there is none
   */
  long firstFree(long first, long last) {
    long free = firstFreeFrom(first);
    return isIn(first, last, free) ? free : first - 1;
  }

  /** Whether a number is one of those from one to another, also where that goes past the top. */
  static boolean isIn(long first, long last, long number) {
    return Long.compareUnsigned(number - first, last - first) <= 0;
  }

  // Down the path of the number. Where that ends at numbers all taken, it goes on at the nearest
  // place after it that was passed on the way: what lies behind a node further down than the next
  // level, or a later slot that is not full.
  private long firstFreeFrom(long first) {
    TrieNode<V> node = root;
    int slotBits = Long.SIZE;
    boolean hasLater = false;
    long later = 0;
    TrieNode<V> laterNode = null;
    while (node != null && node.covers(first)) {
      long behind = node.lowest + (1L << (node.shift + TrieNode.BITS));
      if (node.shift + TrieNode.BITS < slotBits && isInOneSlot(node.lowest, behind, slotBits)) {
        hasLater = true;
        later = behind;
        laterNode = null;
      }
      if (node instanceof TrieLeaf<V> leaf) {
        int free = leaf.firstFreeSlot(leaf.slotOf(first));
        return free >= 0
            ? leaf.lowest + free
            : hasLater ? firstFreeIn(laterNode, later) : first - 1;
      }
      TrieBranch<V> branch = (TrieBranch<V>) node;
      int slot = branch.slotOf(first);
      int laterSlot = branch.firstSlotWithFree(slot + 1);
      if (laterSlot >= 0) {
        hasLater = true;
        later = branch.lowestIn(laterSlot);
        laterNode = branch.nodeIn(laterSlot);
      }
      slotBits = branch.shift;
      node = branch.nodeIn(slot);
    }
    return first;
  }

  // Of two numbers, the one not above the other, whether they differ in the last bits alone.
  private static boolean isInOneSlot(long number, long other, int bits) {
    return bits == Long.SIZE
        ? Long.compareUnsigned(number, other) < 0
        : (number ^ other) >>> bits == 0;
  }

  // The slot that begins at that number is not full, and has this node, or none.
  private static <V> long firstFreeIn(@Nullable TrieNode<V> top, long lowest) {
    TrieNode<V> node = top;
    long number = lowest;
    while (node != null && node.lowest == number) {
      if (node.isFull()) {
        return number + (1L << (node.shift + TrieNode.BITS));
      }
      if (node instanceof TrieLeaf<V> leaf) {
        return number + leaf.firstFreeSlot(0);
      }
      TrieBranch<V> branch = (TrieBranch<V>) node;
      int slot = branch.firstSlotWithFree(0);
      number = branch.lowestIn(slot);
      node = branch.nodeIn(slot);
    }
    return number;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberTrie<?> that && isEqualTo(that);
  }

  @SuppressWarnings("unchecked") // values are compared by equals, of whatever kind they are
  private boolean isEqualTo(NumberTrie<?> other) {
    TrieNode<V> otherRoot = ((NumberTrie<V>) other).root;
    if (root == null || otherRoot == null) {
      return root == otherRoot;
    }
    return root.isEqualTo(otherRoot);
  }

  @Override
  public int hashCode() {
    return root == null ? 0 : root.hash();
  }
}
