package io.servicesemantics.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShardedMapTest {

  @Test
  void putsAndRemovals_followAHashMap() {
    Random random = new Random(1);
    Map<String, Integer> wanted = new HashMap<>();
    ShardedMap<String, Integer> map = ShardedMap.of();
    for (int i = 0; i < 20_000; i++) {
      String key = "key-" + random.nextInt(3000);
      if (random.nextInt(3) == 0) {
        wanted.remove(key);
        map = map.without(key);
      } else {
        wanted.put(key, i);
        map = map.with(key, i);
      }
    }

    Map<String, Integer> held = new HashMap<>();
    map.forEach(held::put);
    assertThat(held).isEqualTo(wanted);
    assertThat(map.size()).isEqualTo(wanted.size());
    assertThat(ShardedMap.copyOf(wanted).get("key-1")).isEqualTo(wanted.get("key-1"));
  }

  @Test
  void nextVersion_leavesTheOneBeforeAsItWas() {
    ShardedMap<String, Integer> before = ShardedMap.<String, Integer>of().with("a", 1);

    ShardedMap<String, Integer> after = before.with("a", 2).with("b", 3).without("a");

    assertThat(before.get("a")).isEqualTo(1);
    assertThat(before.size()).isEqualTo(1);
    assertThat(after.get("a")).isNull();
    assertThat(after.get("b")).isEqualTo(3);
  }

  @Test
  void nothingChanged_isTheSameMap() {
    Integer value = 1000;
    ShardedMap<String, Integer> map = ShardedMap.<String, Integer>of().with("a", value);

    assertThat(map.with("a", value)).isSameAs(map);
    assertThat(map.without("b")).isSameAs(map);
  }

  @Test
  void keysMadeToCollide_areStillFound() {
    Map<String, Integer> colliding = new HashMap<>();
    for (int i = 0; i < 1 << 15; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 15; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      colliding.put(key.toString(), i);
    }

    ShardedMap<String, Integer> map = ShardedMap.copyOf(colliding);

    assertThat(colliding).allSatisfy((key, value) -> assertThat(map.get(key)).isEqualTo(value));
  }

  @Test
  void nullValue_isRefused() {
    ShardedMap<String, Integer> map = ShardedMap.of();

    assertThatThrownBy(() -> map.with("a", nullValue()))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Value of a sharded map");
  }

  @SuppressWarnings("NullAway") // what a caller without null checks may hand over
  private static Integer nullValue() {
    return null;
  }
}
