package io.servicesemantics.slicing;

import java.util.Arrays;

/** An immutable list of numbers in chunks: one more at its end copies the last chunk alone. */
final class Slots {

  private static final int SHIFT = 8;
  private static final int CHUNK = 1 << SHIFT;

  static final Slots EMPTY = new Slots(new int[0][], 0);

  private final int[][] chunks;
  private final int size;

  private Slots(int[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  static Slots copyOf(int[] numbers, int size) {
    int[][] chunks = new int[(size + CHUNK - 1) >> SHIFT][];
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = Arrays.copyOfRange(numbers, i << SHIFT, Math.min((i + 1) << SHIFT, size));
    }
    return new Slots(chunks, size);
  }

  int size() {
    return size;
  }

  int get(int index) {
    return chunks[index >> SHIFT][index & (CHUNK - 1)];
  }

  Slots plus(int number) {
    int last = size >> SHIFT;
    int[][] next = Arrays.copyOf(chunks, last + 1);
    int used = size & (CHUNK - 1);
    int[] chunk = used == 0 ? new int[1] : Arrays.copyOf(chunks[last], used + 1);
    chunk[used] = number;
    next[last] = chunk;
    return new Slots(next, size + 1);
  }
}
