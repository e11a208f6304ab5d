package io.servicesemantics.impl.allocation;

import io.servicesemantics.admission.NumberPicker;

/**
 * The order in which the networks of a family are tried: any one first, as the picker says, then
 * any other one; the server walks a map (api 6.1).
 */
final class RangeOrder {

  private final NumberPicker picker;
  private final long draw;

  /** Those not tried yet, in the order given. */
  private final int[] left;

  private int count;

  RangeOrder(int ranges, NumberPicker picker, long draw) {
    this.picker = picker;
    this.draw = draw;
    this.count = ranges;
    this.left = new int[ranges];
    for (int i = 0; i < ranges; i++) {
      left[i] = i;
    }
  }

  boolean hasNext() {
    return count > 0;
  }

  int next() {
    int place = count == 1 ? 0 : (int) Bands.placeOf(picker, count, Bands.drawOf(-count, draw));
    int chosen = left[place];
    count--;
    System.arraycopy(left, place + 1, left, place, count - place);
    return chosen;
  }
}
