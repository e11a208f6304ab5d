package io.servicesemantics.impl.allocation;

import org.jspecify.annotations.Nullable;

/** Up to 64 neighbouring numbers and their values. */
final class TrieLeaf<V> extends TrieNode<V> {

  /** A bit for each number that has a value. */
  private final long present;

  /** Their values, in the order of the numbers. */
  private final Object[] values;

  private TrieLeaf(long lowest, long present, Object[] values) {
    super(lowest, 0);
    this.present = present;
    this.values = values;
  }

  static <V> TrieLeaf<V> of(long number, V value) {
    return new TrieLeaf<>(lowestOf(number, 0), 1L << number, new Object[] {value});
  }

  @Override
  boolean isFull() {
    return present == ALL;
  }

  @Override
  long size() {
    return values.length;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of that kind are put in
  @Nullable V get(long number) {
    return (present & 1L << number) == 0 ? null : (V) values[indexOf(number)];
  }

  @Override
  TrieNode<V> with(long number, V value) {
    int index = indexOf(number);
    boolean isNew = (present & 1L << number) == 0;
    Object[] next = isNew ? Slots.withSlot(values, index) : values.clone();
    next[index] = value;
    return new TrieLeaf<>(lowest, present | 1L << number, next);
  }

  @Override
  @Nullable TrieNode<V> without(long number) {
    return values.length == 1
        ? null
        : new TrieLeaf<>(
            lowest, present & ~(1L << number), Slots.withoutSlot(values, indexOf(number)));
  }

  @Override
  long countBelow(long number) {
    return indexOf(number);
  }

  /** The lowest number of this leaf from one on that has no value; -1 where all have. */
  int firstFreeSlot(int slot) {
    long free = ~present & ALL << slot;
    return free == 0 ? -1 : Long.numberOfTrailingZeros(free);
  }

  @Override
  boolean isEqualTo(TrieNode<V> other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof TrieLeaf<V> that) || lowest != that.lowest || present != that.present) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals(that.values[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  int hash() {
    int hash = 0;
    long rest = present;
    for (Object value : values) {
      hash += Long.hashCode(lowest + Long.numberOfTrailingZeros(rest)) * 31 ^ value.hashCode();
      rest &= rest - 1;
    }
    return hash;
  }

  private int indexOf(long number) {
    return Long.bitCount(present & ((1L << number) - 1));
  }
}
