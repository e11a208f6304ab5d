package io.servicesemantics.impl.routing;

import java.util.List;

/**
 * Sorts as Go's {@code sort.Sort} does, for the order in which it leaves equal elements: the one
 * given up to twelve elements, one of its own among more.
 *
 * <p>A quicksort that looks for patterns: it tells from three or nine elements whether a part is
 * sorted already, shuffles a little where parts get too uneven, and gives up for a heap sort where
 * that does not help. Each comparison and each swap must be the very same, since equal elements
 * show them all.
 *
 * <p>Source: Go's package {@code sort}, since Go 1.19.
 */
final class GoSort {

  private static final int SORTED_BY_INSERTION = 12;
  private static final int MEDIAN_OF_NINE = 50;
  private static final int ALL_SWAPPED = 12;

  private final List<String> texts;
  private final int[] order;
  private boolean wasPartitioned; // what the last partition found

  private GoSort(List<String> texts) {
    this.texts = texts;
    order = new int[texts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  /** The place at which each text stands among all once they are sorted. */
  static int[] places(List<String> texts) {
    GoSort sort = new GoSort(texts);
    sort.sort(0, texts.size(), bits(texts.size()));
    int[] places = new int[texts.size()];
    for (int i = 0; i < places.length; i++) {
      places[sort.order[i]] = i;
    }
    return places;
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private boolean isLess(int one, int other) {
    return texts.get(order[one]).compareTo(texts.get(order[other])) < 0;
  }

  private void swap(int one, int other) {
    int held = order[one];
    order[one] = order[other];
    order[other] = held;
  }

  /** Sorts a part, of whose pivots so many may still be bad. */
  private void sort(int from, int to, int badPivots) {
    int start = from;
    int end = to;
    int left = badPivots;
    boolean isEven = true;
    boolean isPartitioned = true;
    while (end - start > SORTED_BY_INSERTION) {
      if (left == 0) {
        sortAsHeap(start, end);
        return;
      }
      if (!isEven) {
        shuffle(start, end);
        left--;
      }
      Pivot pivot = new Pivot(start, end);
      boolean seemsSorted = pivot.swaps == 0;
      if (pivot.swaps == ALL_SWAPPED) {
        reverse(start, end);
        pivot.place = end - 1 - (pivot.place - start);
        seemsSorted = true;
      }
      if (isEven && isPartitioned && seemsSorted && finishByInsertion(start, end)) {
        return;
      }
      if (start > 0 && !isLess(start - 1, pivot.place)) {
        start = passEqual(start, end, pivot.place);
        continue;
      }
      int middle = partition(start, end, pivot.place);
      isPartitioned = wasPartitioned;
      int smaller = Math.min(middle - start, end - middle);
      isEven = smaller >= (end - start) / 8;
      if (middle - start < end - middle) {
        sort(start, middle, left);
        start = middle + 1;
      } else {
        sort(middle + 1, end, left);
        end = middle;
      }
    }
    sortByInsertion(start, end);
  }

  private void sortByInsertion(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      for (int j = i; j > start && isLess(j, j - 1); j--) {
        swap(j, j - 1);
      }
    }
  }

  private void sortAsHeap(int start, int end) {
    int size = end - start;
    for (int i = (size - 1) / 2; i >= 0; i--) {
      sink(i, size, start);
    }
    for (int i = size - 1; i >= 0; i--) {
      swap(start, start + i);
      sink(0, i, start);
    }
  }

  private void sink(int root, int size, int start) {
    int parent = root;
    for (int child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      int greater =
          child + 1 < size && isLess(start + child, start + child + 1) ? child + 1 : child;
      if (!isLess(start + parent, start + greater)) {
        return;
      }
      swap(start + parent, start + greater);
      parent = greater;
    }
  }

  /** The element to part others by, and how many of the looked at stood the wrong way round. */
  private final class Pivot {
    private int place;
    private int swaps;

    Pivot(int start, int end) {
      int quarter = (end - start) / 4;
      int low = start + quarter;
      int high = start + quarter * 3;
      place = start + quarter * 2;
      if (end - start >= MEDIAN_OF_NINE) {
        low = median(low - 1, low, low + 1);
        place = median(place - 1, place, place + 1);
        high = median(high - 1, high, high + 1);
      }
      place = median(low, place, high);
    }

    private int median(int one, int two, int three) {
      int low = one;
      int middle = two;
      if (isLess(middle, low)) {
        swaps++;
        low = two;
        middle = one;
      }
      if (isLess(three, middle)) {
        swaps++;
        middle = three;
      }
      if (isLess(middle, low)) {
        swaps++;
        middle = low;
      }
      return middle;
    }
  }

  private void reverse(int start, int end) {
    for (int i = start, j = end - 1; i < j; i++, j--) {
      swap(i, j);
    }
  }

  /** Sorts what lacks little, and tells whether it did. */
  private boolean finishByInsertion(int start, int end) {
    int at = start + 1;
    for (int steps = 0; steps < 5; steps++) {
      while (at < end && !isLess(at, at - 1)) {
        at++;
      }
      if (at == end) {
        return true;
      }
      if (end - start < MEDIAN_OF_NINE) {
        return false;
      }
      swap(at, at - 1);
      if (at - start >= 2) {
        for (int i = at - 1; i >= 1 && isLess(i, i - 1); i--) {
          swap(i, i - 1);
        }
      }
      if (end - at >= 2) {
        for (int i = at + 1; i < end && isLess(i, i - 1); i++) {
          swap(i, i - 1);
        }
      }
    }
    return false;
  }

  /** Swaps three elements about the middle with ones that only the size of the part tells. */
  private void shuffle(int start, int end) {
    int size = end - start;
    long random = size;
    int mask = (1 << bits(size)) - 1;
    int middle = start + size / 4 * 2 - 1;
    for (int i = 0; i < 3; i++) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      int other = (int) random & mask;
      swap(middle - 1 + i, start + (other >= size ? other - size : other));
    }
  }

  /** Puts the elements equal to the pivot first, where none is less, and tells where they end. */
  private int passEqual(int start, int end, int pivot) {
    swap(start, pivot);
    int low = start + 1;
    int high = end - 1;
    while (true) {
      while (low <= high && !isLess(start, low)) {
        low++;
      }
      while (low <= high && isLess(start, high)) {
        high--;
      }
      if (low > high) {
        return low;
      }
      swap(low++, high--);
    }
  }

  /** Puts what is less than the pivot before it and all else behind, and tells where it stands. */
  private int partition(int start, int end, int pivot) {
    swap(start, pivot);
    int low = firstNotLess(start, start + 1, end - 1);
    int high = lastLess(start, low, end - 1);
    wasPartitioned = low > high;
    while (low <= high) {
      swap(low, high);
      low = firstNotLess(start, low + 1, high - 1);
      high = lastLess(start, low, high - 1);
    }
    swap(high, start);
    return high;
  }

  private int firstNotLess(int pivot, int from, int to) {
    int at = from;
    while (at <= to && isLess(at, pivot)) {
      at++;
    }
    return at;
  }

  private int lastLess(int pivot, int from, int to) {
    int at = to;
    while (from <= at && !isLess(at, pivot)) {
      at--;
    }
    return at;
  }
}
