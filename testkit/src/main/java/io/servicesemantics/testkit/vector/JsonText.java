package io.servicesemantics.testkit.vector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Prints neutral trees as JSON, compact and with sorted keys: equal trees give equal text. */
final class JsonText {
  private JsonText() {}

  static String of(@Nullable Object tree) {
    StringBuilder out = new StringBuilder();
    append(out, tree);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> byKey = new TreeMap<>();
      map.forEach((key, value) -> byKey.put(String.valueOf(key), value));
      String before = "{";
      for (Map.Entry<String, @Nullable Object> entry : byKey.entrySet()) {
        out.append(before);
        quote(out, entry.getKey());
        out.append(':');
        append(out, entry.getValue());
        before = ",";
      }
      out.append(byKey.isEmpty() ? "{}" : "}");
    } else if (tree instanceof List<?> list) {
      String before = "[";
      for (Object element : list) {
        out.append(before);
        append(out, element);
        before = ",";
      }
      out.append(list.isEmpty() ? "[]" : "]");
    } else if (tree instanceof Number number) {
      out.append(number(number));
    } else if (tree == null || tree instanceof Boolean) {
      out.append(tree);
    } else {
      quote(out, tree.toString());
    }
  }

  // a fraction of nothing is not printed: 80.0 is the number 80
  private static String number(Number number) {
    if (!(number instanceof Double || number instanceof Float || number instanceof BigDecimal)) {
      return number.toString();
    }
    double approximate = number.doubleValue();
    if (Double.isNaN(approximate)
        || (Double.isInfinite(approximate) && !(number instanceof BigDecimal))) {
      return number.toString();
    }
    BigDecimal exact =
        number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(approximate);
    BigDecimal shortest = exact.stripTrailingZeros();
    return shortest.scale() <= 0 && shortest.scale() > -20
        ? shortest.toBigInteger().toString()
        : shortest.toString();
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
