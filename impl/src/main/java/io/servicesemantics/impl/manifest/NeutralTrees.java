package io.servicesemantics.impl.manifest;

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
      return quote(text);
    }
    int cut = Character.isHighSurrogate(text.charAt(LONGEST_QUOTE - 1)) ? 1 : 0;
    return quote(text.substring(0, LONGEST_QUOTE - cut) + "…");
  }

  /** Quotes a text as Go does with {@code %q}. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      switch (point) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case 7 -> quoted.append("\\a");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case 11 -> quoted.append("\\v");
        default -> appendPoint(quoted, point);
      }
    }
    return quoted.append('"').toString();
  }

  private static void appendPoint(StringBuilder quoted, int point) {
    if (isPrintable(point)) {
      quoted.appendCodePoint(point);
    } else if (point < 0x80) {
      quoted.append(String.format("\\x%02x", point));
    } else if (point < 0x10000) {
      quoted.append(String.format("\\u%04x", point));
    } else {
      quoted.append(String.format("\\U%08x", point));
    }
  }

  // Go prints letters, marks, numbers, punctuation, symbols, and of spaces only the ASCII one
  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
