package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps into neutral trees. */
final class Trees {
  private Trees() {}

  // the JSON shape of a tree is known only at run time
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(@Nullable Object tree) {
    checkArgument(tree instanceof Map, "Tree: \"%s\"; expected an object", JsonText.of(tree));
    return (Map<String, @Nullable Object>) tree;
  }

  @SuppressWarnings("unchecked")
  static List<@Nullable Object> list(@Nullable Object tree) {
    checkArgument(tree instanceof List, "Tree: \"%s\"; expected an array", JsonText.of(tree));
    return (List<@Nullable Object>) tree;
  }

  /** What stands under a key; null where nothing does. */
  static @Nullable Object get(@Nullable Object tree, String key) {
    return map(tree).get(key);
  }

  /** The elements under a key; none where nothing or null stands there. */
  static List<@Nullable Object> elements(@Nullable Object tree, String key) {
    Object value = get(tree, key);
    return value == null ? List.of() : list(value);
  }

  /** The members under a key; none where nothing or null stands there. */
  static Map<String, @Nullable Object> members(@Nullable Object tree, String key) {
    Object value = get(tree, key);
    return value == null ? Map.of() : map(value);
  }

  /** The tree with one member set. */
  static Map<String, @Nullable Object> with(
      @Nullable Object tree, String key, @Nullable Object value) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map(tree));
    copy.put(key, value);
    return copy;
  }

  /** The tree without some of its members. */
  static Map<String, @Nullable Object> without(@Nullable Object tree, String... keys) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(map(tree));
    for (String key : keys) {
      copy.remove(key);
    }
    return copy;
  }

  /** The same elements ordered by their text, for arrays whose order says nothing. */
  static List<@Nullable Object> sorted(List<? extends @Nullable Object> elements) {
    List<@Nullable Object> copy = new ArrayList<>(elements);
    copy.sort(Comparator.comparing(JsonText::of));
    return copy;
  }
}
