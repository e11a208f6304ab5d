package io.servicesemantics.impl.text;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map read from text: cannot be changed, keeps the order of its keys and knows where each stood.
 *
 * <p>Small maps are searched from the front. Larger ones have an index whose buckets turn into
 * trees, so that keys chosen to collide cost no more than others.
 */
final class LocatedMap extends AbstractMap<String, @Nullable Object> implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SEARCHED_FROM_THE_FRONT = 8;

  private final String[] keys;

  @SuppressWarnings("serial") // what a neutral tree holds is serializable
  private final @Nullable Object[] values;

  // of entry i: its key's place at 2i, its value's at 2i + 1
  private final long[] places;
  private final @Nullable HashMap<String, Integer> index;

  private LocatedMap(Builder from) {
    this.keys = Arrays.copyOf(from.keys, from.size);
    this.values = Arrays.copyOf(from.values, from.size);
    this.places = Arrays.copyOf(from.places, 2 * from.size);
    this.index = from.index;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    int at = indexOf(key);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return indexOf(key) >= 0;
  }

  /** Which entry has this key, from 0; -1 where none has. */
  int indexOf(@Nullable Object key) {
    return find(keys, keys.length, index, key);
  }

  String keyAt(int entry) {
    return keys[entry];
  }

  @Nullable Object valueAt(int entry) {
    return values[entry];
  }

  long keyPlaceAt(int entry) {
    return places[2 * entry];
  }

  long valuePlaceAt(int entry) {
    return places[2 * entry + 1];
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    return new Entries();
  }

  private static int find(
      String[] keys, int size, @Nullable Map<String, Integer> index, @Nullable Object key) {
    if (index != null) {
      Integer at = index.get(key);
      return at == null ? -1 : at;
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private final class Entries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
    @Override
    public int size() {
      return keys.length;
    }

    @Override
    public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < keys.length;
        }

        @Override
        public Map.Entry<String, @Nullable Object> next() {
          if (next >= keys.length) {
            throw new NoSuchElementException();
          }
          int at = next++;
          return new SimpleImmutableEntry<>(keys[at], values[at]);
        }
      };
    }
  }

  /** Collects the entries of one map; a key given again replaces the value, not the order. */
  static final class Builder {
    private String[] keys = new String[4];
    private @Nullable Object[] values = new @Nullable Object[4];
    private long[] places = new long[8];
    private int size;
    private @Nullable HashMap<String, Integer> index;

    /** Returns whether the key was there already. */
    boolean put(String key, long keyPlace, @Nullable Object value, long valuePlace) {
      int at = find(keys, size, index, key);
      boolean again = at >= 0;
      if (!again) {
        at = size++;
        if (at == keys.length) {
          grow();
        }
        keys[at] = key;
        register(key, at);
      }
      values[at] = value;
      places[2 * at] = keyPlace;
      places[2 * at + 1] = valuePlace;
      return again;
    }

    private void register(String key, int at) {
      if (index != null) {
        index.put(key, at);
      } else if (at == SEARCHED_FROM_THE_FRONT) {
        index = new HashMap<>(32);
        for (int i = 0; i <= at; i++) {
          index.put(keys[i], i);
        }
      }
    }

    private void grow() {
      int length = keys.length * 2;
      keys = Arrays.copyOf(keys, length);
      values = Arrays.copyOf(values, length);
      places = Arrays.copyOf(places, 2 * length);
    }

    LocatedMap build() {
      return new LocatedMap(this);
    }
  }
}
