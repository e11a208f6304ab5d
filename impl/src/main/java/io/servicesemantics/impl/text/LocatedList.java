package io.servicesemantics.impl.text;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list read from text: cannot be changed, and knows where each item stood. */
final class LocatedList extends AbstractList<@Nullable Object>
    implements RandomAccess, Serializable {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // what a neutral tree holds is serializable
  private final @Nullable Object[] items;

  private final long[] places;

  private LocatedList(Builder from) {
    this.items = Arrays.copyOf(from.items, from.size);
    this.places = Arrays.copyOf(from.places, from.size);
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public @Nullable Object get(int index) {
    return items[checkElementIndex(index, items.length, "Index of a list item")];
  }

  long placeAt(int index) {
    return places[index];
  }

  /** Collects the items of one list. */
  static final class Builder {
    private @Nullable Object[] items = new @Nullable Object[4];
    private long[] places = new long[4];
    private int size;

    int size() {
      return size;
    }

    void add(@Nullable Object item, long place) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
      }
      items[size] = item;
      places[size++] = place;
    }

    LocatedList build() {
      return new LocatedList(this);
    }
  }
}
