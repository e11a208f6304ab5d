package io.servicesemantics.collect;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map cut into small shards, so that the next version copies one shard alone.
 *
 * <p>Looking up costs what it costs in a hash map, also when keys are made to collide, provided
 * they are comparable. Putting or removing copies one shard of a few dozen entries and the array of
 * shards. The order of entries is of no meaning.
 *
 * @param <K> the keys, with {@code equals} and {@code hashCode}
 * @param <V> the values, never null
 */
public final class ShardedMap<K, V> {

  private static final int ENTRIES_PER_SHARD = 16;
  private static final int MAX_ENTRIES_PER_SHARD = 64;
  private static final int MAX_SHARDS = 1 << 20;

  private static final ShardedMap<?, ?> EMPTY = new ShardedMap<Object, Object>(emptyShards(1), 0);

  private final @Nullable HashMap<K, V>[] shards;
  private final int size;

  private ShardedMap(@Nullable HashMap<K, V>[] shards, int size) {
    this.shards = shards;
    this.size = size;
  }

  /**
   * Returns a map without entries.
   *
   * @param <K> the keys
   * @param <V> the values
   * @return always the same map
   */
  @SuppressWarnings("unchecked") // holds nothing, so it fits every type
  public static <K, V> ShardedMap<K, V> of() {
    return (ShardedMap<K, V>) EMPTY;
  }

  /**
   * Returns a map with the entries of another one.
   *
   * @param <K> the keys
   * @param <V> the values
   * @param entries the entries
   * @return the map
   */
  public static <K, V> ShardedMap<K, V> copyOf(Map<K, V> entries) {
    if (entries.isEmpty()) {
      return of();
    }
    @Nullable HashMap<K, V>[] shards = emptyShards(shardsFor(entries.size()));
    entries.forEach((key, value) -> put(shards, key, value));
    return new ShardedMap<>(shards, entries.size());
  }

  /**
   * Returns the value of a key.
   *
   * @param key the key
   * @return its value, or null when there is none
   */
  public @Nullable V get(Object key) {
    HashMap<K, V> shard = shards[shardOf(key, shards.length)];
    return shard == null ? null : shard.get(key);
  }

  /**
   * Returns this map with one entry put or replaced.
   *
   * @param key the key
   * @param value its value
   * @return the next map, or this one when it has that very value already
   */
  @SuppressWarnings("ReferenceEquality") // that very value: to compare large ones is no saving
  public ShardedMap<K, V> with(K key, V value) {
    checkNotNull(value, "Value of a sharded map is null; expected a value");
    int index = shardOf(key, shards.length);
    HashMap<K, V> shard = shards[index];
    V before = shard == null ? null : shard.get(key);
    if (before == value) {
      return this;
    }
    HashMap<K, V> next = shard == null ? new HashMap<>() : new HashMap<>(shard);
    next.put(key, value);
    @Nullable HashMap<K, V>[] nextShards = shards.clone();
    nextShards[index] = next;
    int nextSize = before == null ? size + 1 : size;
    boolean full = nextSize > (long) nextShards.length * MAX_ENTRIES_PER_SHARD;
    return new ShardedMap<>(full ? spread(nextShards, nextSize) : nextShards, nextSize);
  }

  /**
   * Returns this map without a key.
   *
   * @param key the key
   * @return the next map, or this one when it has no such key
   */
  public ShardedMap<K, V> without(K key) {
    int index = shardOf(key, shards.length);
    HashMap<K, V> shard = shards[index];
    if (shard == null || !shard.containsKey(key)) {
      return this;
    }
    HashMap<K, V> next = new HashMap<>(shard);
    next.remove(key);
    @Nullable HashMap<K, V>[] nextShards = shards.clone();
    nextShards[index] = next.isEmpty() ? null : next;
    return new ShardedMap<>(nextShards, size - 1);
  }

  /** {@return how many entries there are} */
  public int size() {
    return size;
  }

  /**
   * Hands every entry to a visitor, in no particular order.
   *
   * @param visitor what is to be done with an entry
   */
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    for (HashMap<K, V> shard : shards) {
      if (shard != null) {
        shard.forEach(visitor);
      }
    }
  }

  private static <K, V> @Nullable HashMap<K, V>[] spread(
      @Nullable HashMap<K, V>[] shards, int size) {
    @Nullable HashMap<K, V>[] wider = emptyShards(shardsFor(size));
    for (HashMap<K, V> shard : shards) {
      if (shard != null) {
        shard.forEach((key, value) -> put(wider, key, value));
      }
    }
    return wider;
  }

  private static <K, V> void put(@Nullable HashMap<K, V>[] shards, K key, V value) {
    int index = shardOf(key, shards.length);
    HashMap<K, V> shard = shards[index];
    if (shard == null) {
      shard = new HashMap<>();
      shards[index] = shard;
    }
    shard.put(key, checkNotNull(value, "Value of a sharded map is null; expected a value"));
  }

  @SuppressWarnings("unchecked") // a new array without elements
  private static <K, V> @Nullable HashMap<K, V>[] emptyShards(int count) {
    return (@Nullable HashMap<K, V>[]) new HashMap<?, ?>[count];
  }

  private static int shardsFor(int size) {
    int wanted = Math.min(MAX_SHARDS, size / ENTRIES_PER_SHARD);
    return wanted <= 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
  }

  // The shard is picked by other bits than a hash map picks its bucket by.
  private static int shardOf(Object key, int shards) {
    int hash = key.hashCode() * 0x9e3779b9;
    return (hash >>> 12) & (shards - 1);
  }
}
