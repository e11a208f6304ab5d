package io.servicesemantics.impl.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.NumberPicker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTrieTest {

  /** The nodes on one path: 64 bits of six a node. */
  private static final int DEEPEST = 11;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000, 200_000})
  void next_sharesAllButOnePath(int size) {
    NumberPicker places = NumberPicker.seeded(7);
    NumberTrie<String> dense = NumberTrie.of();
    NumberTrie<String> scattered = NumberTrie.of();
    for (int i = 0; i < size; i++) {
      dense = dense.with(i, "somebody");
      scattered = scattered.with(places.startAt(-1, i), "somebody");
    }

    assertThat(newNodes(dense, dense.with(size, "other"))).isLessThanOrEqualTo(4);
    assertThat(newNodes(dense, dense.without(size / 2))).isLessThanOrEqualTo(4);
    assertThat(newNodes(scattered, scattered.with(12_345, "other"))).isLessThanOrEqualTo(6);
    assertThat(newNodes(dense, dense.with(-1, "far away"))).isLessThanOrEqualTo(2);
  }

  @Test
  void oneNumberNextToAnother_isAtTheEndOfTheDeepestPath() {
    NumberTrie<String> trie = NumberTrie.of();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      trie = trie.with(1L << bit, "somebody");
    }

    for (int bit = 0; bit < Long.SIZE; bit++) {
      assertThat(trie.get(1L << bit)).isEqualTo("somebody");
      assertThat(newNodes(trie, trie.with(1L << bit | 2, "other")))
          .isLessThanOrEqualTo(DEEPEST + 1);
    }
    assertThat(trie.firstFree(1, 100)).isEqualTo(3);
    assertThat(trie.countIn(0, -1)).isEqualTo(64);
    assertThat(trie.countIn(2, 1L << 62)).isEqualTo(62);
  }

  @Test
  void topOfAllNumbers_isTakenAndCounted() {
    NumberTrie<String> trie = NumberTrie.of();
    for (long number = -200; number < 0; number++) {
      trie = trie.with(number, "somebody");
    }

    assertThat(trie.firstFree(-200, -1)).isEqualTo(-201);
    assertThat(trie.firstFree(-201, -1)).isEqualTo(-201);
    assertThat(trie.without(-1).firstFree(-200, -1)).isEqualTo(-1);
    assertThat(trie.countIn(-100, -1)).isEqualTo(100);
    assertThat(trie.countIn(0, -1)).isEqualTo(200);
  }

  @Test
  void freeNumberBehindOrBeforeANodeFurtherDown_isFound() {
    NumberTrie<String> leaf = run(run(NumberTrie.of(), 4090, 70), 1 << 20, 1);
    NumberTrie<String> leafAfterGap = run(run(NumberTrie.of(), 4090, 6), 4992, 64);
    NumberTrie<String> branchAfterGap =
        run(run(NumberTrie.of(), (1 << 18) - 6, 6), (1 << 18) + 8192, 65);
    NumberTrie<String> full = run(run(NumberTrie.of(), (1 << 18) - 1, 4097), 1 << 30, 1);

    assertThat(leaf.firstFree(4090, 5000)).isEqualTo(4160);
    assertThat(leaf.firstFree(4100, 5000)).isEqualTo(4160);
    assertThat(leafAfterGap.firstFree(4090, 1 << 20)).isEqualTo(4096);
    assertThat(branchAfterGap.firstFree((1 << 18) - 6, 1 << 20)).isEqualTo(1 << 18);
    assertThat(full.firstFree((1 << 18) - 1, 1 << 20)).isEqualTo((1 << 18) + 4096);
    assertThat(full.firstFree(1 << 18, 1 << 20)).isEqualTo((1 << 18) + 4096);
    assertThat(full.firstFree(1 << 18, (1 << 18) + 4095)).isEqualTo((1 << 18) - 1);
  }

  private static NumberTrie<String> run(NumberTrie<String> trie, long first, int count) {
    NumberTrie<String> next = trie;
    for (int i = 0; i < count; i++) {
      next = next.with(first + i, "somebody");
    }
    return next;
  }

  @Test
  void removedToTheLast_isTheEmptyOne() {
    NumberTrie<String> trie = NumberTrie.<String>of().with(5, "a").with(70, "b");

    assertThat(trie.without(5).without(70)).isSameAs(NumberTrie.of());
    assertThat(trie.without(6)).isSameAs(trie);
    assertThat(trie).isNotEqualTo(trie.without(5)).isNotEqualTo(trie.with(5, "b"));
    assertThat(NumberTrie.of()).isNotEqualTo(trie).isEqualTo(trie.without(5).without(70));
  }

  private static int newNodes(NumberTrie<String> before, NumberTrie<String> after) {
    Set<TrieNode<String>> known = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(before.root(), known, Collections.newSetFromMap(new IdentityHashMap<>()));
    Set<TrieNode<String>> fresh = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(after.root(), fresh, known);
    return fresh.size();
  }

  private static void collect(
      @Nullable TrieNode<String> node, Set<TrieNode<String>> found, Set<TrieNode<String>> known) {
    if (node == null || known.contains(node) || !found.add(node)) {
      return;
    }
    if (node instanceof TrieBranch<String> branch) {
      for (int slot = 0; slot < 64; slot++) {
        collect(branch.nodeIn(slot), found, known);
      }
    }
  }
}
