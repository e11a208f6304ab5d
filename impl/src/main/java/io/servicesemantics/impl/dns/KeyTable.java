package io.servicesemantics.impl.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash table with open addressing, cut into shards so that the next version copies few
 * of them. It knows hashes alone: who looks something up compares keys.
 *
 * <pre>{@code
 * for (long slot = table.first(hash); ; slot = table.next(slot)) {
 *   Keyed found = table.at(slot);
 *   if (found == null || isIt(found)) { … }
 * }
 * }</pre>
 */
final class KeyTable {

  private static final int KEYS_PER_SHARD = 24;
  private static final int MAX_KEYS_PER_SHARD = 96;
  private static final int MAX_SHARDS = 1 << 16;
  private static final @Nullable Keyed[] NOTHING = new Keyed[1];

  private final @Nullable Keyed[][] shards;
  private final int keys;

  private KeyTable(@Nullable Keyed[][] shards, int keys) {
    this.shards = shards;
    this.keys = keys;
  }

  static KeyTable of(List<? extends Keyed> all) {
    @Nullable Keyed[][] shards = new Keyed[shardsFor(all.size())][];
    int mask = shards.length - 1;
    int[] counts = new int[shards.length];
    for (Keyed keyed : all) {
      counts[shardOf(keyed.hash, mask)]++;
    }
    for (int i = 0; i < shards.length; i++) {
      shards[i] = counts[i] == 0 ? NOTHING : new Keyed[slotsFor(counts[i])];
    }
    for (Keyed keyed : all) {
      insert(shards[shardOf(keyed.hash, mask)], keyed);
    }
    return new KeyTable(shards, all.size());
  }

  /** The first slot at which something of a hash may stand: shard and place in one number. */
  long first(int hash) {
    int shard = shardOf(hash, shards.length - 1);
    return ((long) shard << Integer.SIZE) | (hash & (shards[shard].length - 1));
  }

  /** The slot to look at behind another one. */
  long next(long slot) {
    int mask = shards[(int) (slot >>> Integer.SIZE)].length - 1;
    return (slot & ~(long) Integer.MAX_VALUE) | (((int) slot + 1) & mask);
  }

  /** What stands at a slot; null where nothing does, and nothing of the hash stands behind. */
  @Nullable Keyed at(long slot) {
    return shards[(int) (slot >>> Integer.SIZE)][(int) slot];
  }

  /** The table with some entries gone, known by identity, and others put. */
  KeyTable after(List<? extends Keyed> gone, List<? extends Keyed> put) {
    @Nullable Keyed[][] next = shards.clone();
    boolean[] copied = new boolean[next.length];
    for (Keyed keyed : gone) {
      remove(next, copied, keyed);
    }
    for (Keyed keyed : put) {
      put(next, copied, keyed);
    }
    int count = keys - gone.size() + put.size();
    return count > (long) next.length * MAX_KEYS_PER_SHARD && next.length < MAX_SHARDS
        ? of(entries(next))
        : new KeyTable(next, count);
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

  private static void put(@Nullable Keyed[][] shards, boolean[] copied, Keyed keyed) {
    int place = shardOf(keyed.hash, shards.length - 1);
    int used = used(shards[place]) + 1;
    if (shards[place].length < slotsFor(used)) {
      shards[place] = refilled(shards[place], slotsFor(used));
      copied[place] = true;
    }
    insert(own(shards, copied, place), keyed);
  }

  private static void remove(@Nullable Keyed[][] shards, boolean[] copied, Keyed keyed) {
    int place = shardOf(keyed.hash, shards.length - 1);
    @Nullable Keyed[] shard = own(shards, copied, place);
    int mask = shard.length - 1;
    int slot = keyed.hash & mask;
    while (shard[slot] != keyed) {
      slot = slot + 1 & mask;
    }
    shard[slot] = null;
    shards[place] = refilled(shard, shard.length); // nothing may stand behind a hole
  }

  private static @Nullable Keyed[] own(@Nullable Keyed[][] shards, boolean[] copied, int place) {
    if (!copied[place]) {
      shards[place] = shards[place].clone();
      copied[place] = true;
    }
    return shards[place];
  }

  private static @Nullable Keyed[] refilled(@Nullable Keyed[] shard, int slots) {
    @Nullable Keyed[] next = new Keyed[slots];
    for (Keyed keyed : shard) {
      if (keyed != null) {
        insert(next, keyed);
      }
    }
    return next;
  }

  private static void insert(@Nullable Keyed[] shard, Keyed keyed) {
    int mask = shard.length - 1;
    int slot = keyed.hash & mask;
    while (shard[slot] != null) {
      slot = slot + 1 & mask;
    }
    shard[slot] = keyed;
  }

  private static int used(@Nullable Keyed[] shard) {
    int used = 0;
    for (Keyed keyed : shard) {
      used += keyed == null ? 0 : 1;
    }
    return used;
  }

  private static List<Keyed> entries(@Nullable Keyed[][] shards) {
    List<Keyed> all = new ArrayList<>();
    for (@Nullable Keyed[] shard : shards) {
      for (Keyed keyed : shard) {
        if (keyed != null) {
          all.add(keyed);
        }
      }
    }
    return all;
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
  private static int shardOf(int hash, int mask) {
    return hash >>> 15 & mask;
  }
}
