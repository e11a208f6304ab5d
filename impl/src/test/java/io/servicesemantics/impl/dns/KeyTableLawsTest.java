package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.dns.DnsName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyTableLawsTest {

  private static final class Key implements Keyed {

    private final int hash;

    Key(int hash) {
      this.hash = hash;
    }

    @Override
    public int keyHash() {
      return hash;
    }
  }

  /** Some entries that come, and how many of those there go, oldest first or last. */
  record Step(List<Integer> put, int gone, boolean isOldest) {}

  @Provide
  Arbitrary<Integer> hashes() {
    return Arbitraries.oneOf(
        Arbitraries.integers(),
        Arbitraries.of(0, 1, -1, 1 << 15, 1 << 16, Integer.MIN_VALUE, Integer.MAX_VALUE));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            hashes().list().ofMaxSize(200),
            Arbitraries.integers().between(0, 120),
            Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(8);
  }

  @Property
  void afterAnyChanges_holdsWhatASetDoes(
      @ForAll @Size(max = 60) List<@IntRange(min = -3, max = 3) Integer> first,
      @ForAll("steps") List<Step> steps) {
    List<Key> model = new ArrayList<>();
    first.forEach(hash -> model.add(new Key(hash)));
    KeyTable table = KeyTable.of(model);
    check(table, model, List.of());
    for (Step step : steps) {
      KeyTable before = table;
      List<Key> there = List.copyOf(model);
      int gone = Math.min(step.gone(), model.size());
      List<Key> removed =
          new ArrayList<>(
              step.isOldest()
                  ? model.subList(0, gone)
                  : model.subList(model.size() - gone, model.size()));
      List<Key> added = step.put().stream().map(Key::new).toList();
      Set<Key> removedOnes = Collections.newSetFromMap(new IdentityHashMap<>());
      removedOnes.addAll(removed);
      model.removeIf(removedOnes::contains);
      model.addAll(added);
      table = table.after(removed, added);
      check(table, model, removed);
      check(before, there, added);
    }
  }

  @Test
  void growingFromNothing_staysShallow() {
    KeyTable table = KeyTable.of(List.of());
    List<Key> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      Key key = new Key(DnsName.parse("service-" + i).hashCode());
      all.add(key);
      table = table.after(List.of(), List.of(key));
    }
    int steps = 0;
    for (Key key : all) {
      steps += stepsTo(table, key);
    }
    assertThat(steps / all.size()).isLessThan(4);
    KeyTable emptied = table.after(all, List.of());
    assertThat(emptied.first(all.get(0).hash)).isEqualTo(KeyTable.NONE);
  }

  private static void check(KeyTable table, List<Key> present, List<Key> absent) {
    Set<Keyed> seen = new HashSet<>();
    int[] count = new int[1];
    table.forEach(
        keyed -> {
          seen.add(keyed);
          count[0]++;
        });
    assertThat(seen).isEqualTo(new HashSet<Keyed>(present));
    assertThat(count[0]).isEqualTo(present.size());
    for (Key key : present) {
      assertThat(isFound(table, key)).isTrue();
    }
    for (Key key : absent) {
      assertThat(isFound(table, key)).isFalse();
    }
  }

  private static boolean isFound(KeyTable table, Key key) {
    return stepsTo(table, key) > 0;
  }

  // How many slots of its hash are looked at until the key is found; 0 if it is not.
  private static int stepsTo(KeyTable table, Key key) {
    int steps = 1;
    long slot = table.first(key.hash);
    while (slot != KeyTable.NONE && table.at(slot) != key) {
      slot = table.next(key.hash, slot);
      steps++;
    }
    return slot == KeyTable.NONE ? 0 : steps;
  }
}
