package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the server meets the fields of YAML text: it turns the text into JSON first,
 * and that sorts the keys of every map.
 */
final class ServerOrder implements Comparator<FieldPath> {

  static final ServerOrder SORTED = new ServerOrder();

  private ServerOrder() {}

  @Override
  public int compare(FieldPath one, FieldPath other) {
    List<Object> mine = one.steps();
    List<Object> yours = other.steps();
    for (int i = 0; i < Math.min(mine.size(), yours.size()); i++) {
      int order = compareSteps(mine.get(i), yours.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.size(), yours.size());
  }

  private static int compareSteps(Object mine, Object yours) {
    if (mine instanceof Integer a && yours instanceof Integer b) {
      return Integer.compare(a, b);
    }
    return Arrays.compareUnsigned(
        mine.toString().getBytes(StandardCharsets.UTF_8),
        yours.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a path as the server's decoder prints it: keys of maps as fields. */
  static String print(FieldPath path) {
    StringBuilder text = new StringBuilder();
    for (Object step : path.steps()) {
      if (step instanceof Integer) {
        text.append('[').append(step).append(']');
      } else {
        text.append(text.length() == 0 ? "" : ".").append(step);
      }
    }
    return text.toString();
  }
}
