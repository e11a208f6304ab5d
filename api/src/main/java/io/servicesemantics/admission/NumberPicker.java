package io.servicesemantics.admission;

/**
 * Says where the search for a free number begins.
 *
 * <p>The server begins at a random place of the band and takes the first free number from there on,
 * round the end to its beginning. A picker is a pure function: it gives the same place for the same
 * draw, so that a cluster can be made again.
 */
@FunctionalInterface
public interface NumberPicker {

  /**
   * Returns where to begin.
   *
   * @param size how many numbers the band has, as an unsigned number; never 0
   * @param draw what tells this draw from others: no two draws of one request are alike, and those
   *     of different Services are as good as never
   * @return a place from 0 to size - 1, unsigned
   */
  long startAt(long size, long draw);

  /** {@return the picker that takes the lowest free number of the band} */
  static NumberPicker lowestFree() {
    return (size, draw) -> 0;
  }

  /**
   * Returns a picker that begins anywhere in the band, each place equally likely, as the server
   * does.
   *
   * @param seed what settles all its picks
   * @return the picker
   */
  static NumberPicker seeded(long seed) {
    return (size, draw) -> Long.remainderUnsigned(mixed(mixed(seed) ^ draw), size);
  }

  // The finalizer of SplitMix64: every bit of the result depends on every bit of the argument.
  private static long mixed(long value) {
    long bits = value + 0x9e3779b97f4a7c15L;
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    return bits ^ (bits >>> 31);
  }
}
