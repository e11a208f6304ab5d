package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.FrontEndKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds front ends by address, port and protocol: an immutable hash table with open addressing, cut
 * into shards so that the next version copies one shard alone.
 *
 * <p>A look-up reads one slot and one object, and allocates nothing.
 */
final class FrontEndIndex {

  private static final int KEYS_PER_SHARD = 24;
  private static final int MAX_KEYS_PER_SHARD = 96;
  private static final int MAX_SHARDS = 1 << 16;
  private static final @Nullable Listed[] NOTHING = new Listed[1];

  static final FrontEndIndex EMPTY = new FrontEndIndex(emptyShards(1), 0);

  private final @Nullable Listed[][] shards;
  private final int keys;

  private FrontEndIndex(@Nullable Listed[][] shards, int keys) {
    this.shards = shards;
    this.keys = keys;
  }

  static FrontEndIndex of(List<Listed> all) {
    @Nullable Listed[][] shards = emptyShards(shardsFor(all.size()));
    int mask = shards.length - 1;
    int[] counts = new int[shards.length];
    for (Listed listed : all) {
      counts[shardOf(listed.hash(), mask)]++;
    }
    for (int i = 0; i < shards.length; i++) {
      shards[i] = counts[i] == 0 ? NOTHING : new Listed[slotsFor(counts[i])];
    }
    int keys = 0;
    for (Listed listed : all) {
      @Nullable Listed[] shard = shards[shardOf(listed.hash(), mask)];
      int slot = slotOf(shard, listed.high, listed.low, listed.code);
      Listed there = shard[slot];
      keys += there == null ? 1 : 0;
      shard[slot] = there == null ? listed : Contest.with(there, listed);
    }
    return new FrontEndIndex(shards, keys);
  }

  /** What stands at a key; null where nothing does. */
  @Nullable Listed get(long high, long low, int code) {
    int hash = Listed.hash(high, low, code);
    @Nullable Listed[] shard = shards[shardOf(hash, shards.length - 1)];
    int slots = shard.length - 1;
    for (int slot = hash & slots; ; slot = (slot + 1) & slots) {
      Listed found = shard[slot];
      if (found == null || found.isAt(high, low, code)) {
        return found;
      }
    }
  }

  /** Whether an address is a Service's own, whatever the port. */
  @Nullable Listed address(IpAddress address) {
    return get(address.highBits(), address.lowBits(), Listed.addressCode(address.family()));
  }

  @Nullable Listed service(IpAddress address, int port, Protocol protocol) {
    int code = Listed.code(address.family(), port, protocol);
    return get(address.highBits(), address.lowBits(), code);
  }

  boolean hasClusterIp(IpAddress address, int port, Protocol protocol) {
    Listed found = service(address, port, protocol);
    if (found instanceof Contest contest) {
      for (int i = 0; i < contest.claims.size(); i++) {
        if (isClusterIp(contest.claims.get(i))) {
          return true;
        }
      }
    }
    return isClusterIp(found);
  }

  private static boolean isClusterIp(@Nullable Listed listed) {
    return listed instanceof Entrance entrance && entrance.kind == FrontEndKind.CLUSTER_IP;
  }

  /** The index with some entries gone and others put. */
  FrontEndIndex after(Listed[] gone, Listed[] put) {
    @Nullable Listed[][] next = shards.clone();
    boolean[] copied = new boolean[next.length];
    int count = keys;
    for (Listed listed : gone) {
      count -= remove(next, copied, listed);
    }
    for (Listed listed : put) {
      count += put(next, copied, listed);
    }
    return count > (long) next.length * MAX_KEYS_PER_SHARD && next.length < MAX_SHARDS
        ? of(entries(next))
        : new FrontEndIndex(next, count);
  }

  private static int put(@Nullable Listed[][] shards, boolean[] copied, Listed listed) {
    int place = shardOf(listed.hash(), shards.length - 1);
    @Nullable Listed[] shard = own(shards, copied, place);
    int used = used(shard) + 1;
    if (shard.length < slotsFor(used)) {
      shard = refilled(shard, slotsFor(used));
      shards[place] = shard;
    }
    int slot = slotOf(shard, listed.high, listed.low, listed.code);
    Listed there = shard[slot];
    shard[slot] = there == null ? listed : Contest.with(there, listed);
    return there == null ? 1 : 0;
  }

  private static int remove(@Nullable Listed[][] shards, boolean[] copied, Listed listed) {
    int place = shardOf(listed.hash(), shards.length - 1);
    @Nullable Listed[] shard = own(shards, copied, place);
    int slot = slotOf(shard, listed.high, listed.low, listed.code);
    Listed there = shard[slot];
    if (there == null) {
      return 0;
    }
    shard[slot] = null;
    for (Listed claim : Contest.claims(there)) {
      if (claim != listed) {
        Listed left = shard[slot];
        shard[slot] = left == null ? claim : Contest.with(left, claim);
      }
    }
    if (shard[slot] != null) {
      return 0;
    }
    shards[place] = refilled(shard, shard.length); // no key may stand behind a hole
    return 1;
  }

  private static @Nullable Listed[] own(@Nullable Listed[][] shards, boolean[] copied, int place) {
    if (!copied[place]) {
      shards[place] = shards[place].clone();
      copied[place] = true;
    }
    return shards[place];
  }

  private static @Nullable Listed[] refilled(@Nullable Listed[] shard, int slots) {
    @Nullable Listed[] next = new Listed[slots];
    for (Listed listed : shard) {
      if (listed != null) {
        next[slotOf(next, listed.high, listed.low, listed.code)] = listed;
      }
    }
    return next;
  }

  private static int slotOf(@Nullable Listed[] shard, long high, long low, int code) {
    int slots = shard.length - 1;
    int slot = Listed.hash(high, low, code) & slots;
    for (Listed found = shard[slot]; found != null; found = shard[slot]) {
      if (found.isAt(high, low, code)) {
        return slot;
      }
      slot = (slot + 1) & slots;
    }
    return slot;
  }

  private static int used(@Nullable Listed[] shard) {
    int used = 0;
    for (Listed listed : shard) {
      used += listed == null ? 0 : 1;
    }
    return used;
  }

  private static List<Listed> entries(@Nullable Listed[][] shards) {
    List<Listed> all = new ArrayList<>();
    for (@Nullable Listed[] shard : shards) {
      for (Listed listed : shard) {
        if (listed != null) {
          all.addAll(Contest.claims(listed));
        }
      }
    }
    return all;
  }

  private static @Nullable Listed[][] emptyShards(int count) {
    @Nullable Listed[][] shards = new Listed[count][];
    Arrays.fill(shards, NOTHING);
    return shards;
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
