package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.QuotedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of neutral trees, and what a part of one is called in a message. */
final class NeutralTrees {

  private static final int LONGEST_QUOTE = 64;

  private NeutralTrees() {}

  /** Copies a tree that is known to be one, and not too deep, into maps and lists of its own. */
  static @Nullable Object copy(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      LinkedHashMap<String, @Nullable Object> copy = new LinkedHashMap<>();
      copyInto(map, copy);
      return copy;
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list.size());
      for (Object item : list) {
        copy.add(copy(item));
      }
      return copy;
    }
    return tree;
  }

  /** Copies the entries of a map. */
  static void copyInto(Map<?, ?> map, Map<String, @Nullable Object> into) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      into.put(String.valueOf(entry.getKey()), copy(entry.getValue()));
    }
  }

  /** What a value is, in words: {@code text "80"}, {@code a list}. */
  static String describe(@Nullable Object value) {
    if (value == null) {
      return "no value";
    }
    if (value instanceof String text) {
      return "text " + shortQuote(text);
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Number) {
      return "number " + Numbers.print(value);
    }
    return value instanceof Map ? "a map" : "a list";
  }

  /** What Go's JSON decoder calls a value: {@code string}, {@code array}. */
  static String jsonType(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Number) {
      return "number";
    }
    return value instanceof Map ? "object" : "array";
  }

  /** Quotes a text for people: as Go does, and cut where it is long. */
  static String shortQuote(String text) {
    if (text.length() <= LONGEST_QUOTE) {
      return QuotedText.of(text);
    }
    int cut = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? 1 : 0;
    return QuotedText.of(text.substring(0, LONGEST_QUOTE - cut) + "…");
  }
}
