package io.servicesemantics.impl.allocation;

import java.util.Arrays;

/** Arrays with one slot more or less than another one. */
final class Slots {

  private Slots() {}

  /** A copy with one more slot, still empty, before the one at an index. */
  static <T> T[] withSlot(T[] slots, int index) {
    T[] next = Arrays.copyOf(slots, slots.length + 1);
    System.arraycopy(slots, index, next, index + 1, slots.length - index);
    return next;
  }

  /** A copy without the slot at an index. */
  static <T> T[] withoutSlot(T[] slots, int index) {
    T[] next = Arrays.copyOf(slots, slots.length - 1);
    System.arraycopy(slots, index + 1, next, index, next.length - index);
    return next;
  }
}
