package io.servicesemantics.impl.dns;

import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table with open addressing, cut into shards so that the next version copies few
 * of them. Hashes stand by themselves, so that nothing is looked at but what has the hash asked
 * for. The table knows hashes alone: who looks something up compares keys.
 *
 * <pre>{@code
 * for (long slot = table.first(hash); slot != KeyTable.NONE; slot = table.next(hash, slot)) {
 *   if (isIt(table.at(slot))) { … }
 * }
 * }</pre>
 */
final class KeyTable {

  /** The slot of nothing. */
  static final long NONE = -1;

  private static final int KEYS_PER_SHARD = 24;
  private static final int MAX_KEYS_PER_SHARD = 96;
  private static final int MAX_SHARDS = 1 << 16;
  private static final int EMPTY = 0; // no mixed hash is 0
  private static final int[] NO_HASHES = {EMPTY};
  private static final @Nullable Keyed[] NOTHING = new Keyed[1];

  private final int[][] hashes;
  private final @Nullable Keyed[][] shards;
  private final int keys;

  private KeyTable(int[][] hashes, @Nullable Keyed[][] shards, int keys) {
    this.hashes = hashes;
    this.shards = shards;
    this.keys = keys;
  }

  static KeyTable of(List<? extends Keyed> all) {
    int[][] hashes = new int[shardsFor(all.size())][];
    @Nullable Keyed[][] shards = new Keyed[hashes.length][];
    int[] counts = new int[shards.length];
    for (Keyed keyed : all) {
      counts[shardOf(mixed(keyed.keyHash()), shards.length)]++;
    }
    for (int i = 0; i < shards.length; i++) {
      hashes[i] = counts[i] == 0 ? NO_HASHES : new int[slotsFor(counts[i])];
      shards[i] = counts[i] == 0 ? NOTHING : new Keyed[hashes[i].length];
    }
    for (Keyed keyed : all) {
      int hash = mixed(keyed.keyHash());
      int place = shardOf(hash, shards.length);
      insert(hashes[place], shards[place], hash, keyed);
    }
    return new KeyTable(hashes, shards, all.size());
  }

  /** The first slot at which something of a hash stands: shard and place in one number. */
  long first(int keyHash) {
    int hash = mixed(keyHash);
    int shard = shardOf(hash, hashes.length);
    return find(hash, shard, hash);
  }

  /** The next slot at which something of a hash stands, behind another one. */
  long next(int keyHash, long slot) {
    return find(mixed(keyHash), (int) (slot >>> Integer.SIZE), (int) slot + 1);
  }

  private long find(int hash, int shard, int from) {
    int[] known = hashes[shard];
    int mask = known.length - 1;
    for (int slot = from & mask; known[slot] != EMPTY; slot = slot + 1 & mask) {
      if (known[slot] == hash) {
        return (long) shard << Integer.SIZE | slot;
      }
    }
    return NONE;
  }

  /** What stands at a slot that was found. */
  Keyed at(long slot) {
    return checkNotNull(shards[(int) (slot >>> Integer.SIZE)][(int) slot], "Empty slot");
  }

  /** The table with some entries gone, known by identity, and others put. */
  KeyTable after(List<? extends Keyed> gone, List<? extends Keyed> put) {
    Draft draft = new Draft(hashes.clone(), shards.clone());
    gone.forEach(draft::remove);
    put.forEach(draft::put);
    int count = keys - gone.size() + put.size();
    KeyTable next = new KeyTable(draft.hashes, draft.shards, count);
    return count > (long) shards.length * MAX_KEYS_PER_SHARD && shards.length < MAX_SHARDS
        ? of(next.entries())
        : next;
  }

  private List<Keyed> entries() {
    List<Keyed> all = new ArrayList<>(keys);
    forEach(all::add);
    return all;
  }

  /** The next table while it is made: a shard is copied before it is first written to. */
  private static final class Draft {

    private final int[][] hashes;
    private final @Nullable Keyed[][] shards;
    private final BitSet own = new BitSet();

    Draft(int[][] hashes, @Nullable Keyed[][] shards) {
      this.hashes = hashes;
      this.shards = shards;
    }

    void put(Keyed keyed) {
      int hash = mixed(keyed.keyHash());
      int place = shardOf(hash, shards.length);
      int slots = slotsFor(used(hashes[place]) + 1);
      if (hashes[place].length < slots) {
        refill(place, slots);
      }
      copy(place);
      insert(hashes[place], shards[place], hash, keyed);
    }

    @SuppressWarnings("ReferenceEquality") // entries are known by identity
    void remove(Keyed keyed) {
      int hash = mixed(keyed.keyHash());
      int place = shardOf(hash, shards.length);
      copy(place);
      int mask = hashes[place].length - 1;
      int slot = hash & mask;
      while (shards[place][slot] != keyed) {
        checkState(shards[place][slot] != null, "Entry: \"%s\"; expected one of the table", keyed);
        slot = slot + 1 & mask;
      }
      shards[place][slot] = null;
      refill(place, hashes[place].length); // nothing may stand behind a hole
    }

    private void copy(int place) {
      if (!own.get(place)) {
        hashes[place] = hashes[place].clone();
        shards[place] = shards[place].clone();
        own.set(place);
      }
    }

    private void refill(int place, int slots) {
      int[] before = hashes[place];
      @Nullable Keyed[] entries = shards[place];
      hashes[place] = new int[slots];
      shards[place] = new Keyed[slots];
      own.set(place);
      for (int i = 0; i < entries.length; i++) {
        Keyed keyed = entries[i];
        if (keyed != null) {
          insert(hashes[place], shards[place], before[i], keyed);
        }
      }
    }
  }

  void forEach(Consumer<? super Keyed> visitor) {
    for (@Nullable Keyed[] shard : shards) {
      for (Keyed keyed : shard) {
        if (keyed != null) {
          visitor.accept(keyed);
        }
      }
    }
  }

  private static void insert(int[] hashes, @Nullable Keyed[] shard, int hash, Keyed keyed) {
    int mask = hashes.length - 1;
    int slot = hash & mask;
    while (hashes[slot] != EMPTY) {
      slot = slot + 1 & mask;
    }
    hashes[slot] = hash;
    shard[slot] = keyed;
  }

  private static int used(int[] hashes) {
    int used = 0;
    for (int hash : hashes) {
      used += hash == EMPTY ? 0 : 1;
    }
    return used;
  }

  private static int shardsFor(int size) {
    int wanted = Math.min(MAX_SHARDS, size / KEYS_PER_SHARD);
    return wanted <= 1 ? 1 : Integer.highestOneBit(wanted - 1) << 1;
  }

  // A third more than entries at least, and one slot always free.
  private static int slotsFor(int entries) {
    return Math.max(2, Integer.highestOneBit(entries + entries / 3) << 1);
  }

  // The shard is picked by other bits than the slot.
  private static int shardOf(int mixed, int shards) {
    return mixed >>> 15 & shards - 1;
  }

  private static int mixed(int hash) {
    int once = (hash ^ hash >>> 16) * 0x7feb352d;
    int twice = (once ^ once >>> 15) * 0x846ca68b;
    int mixed = twice ^ twice >>> 16;
    return mixed == EMPTY ? 1 : mixed;
  }
}
