package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes objects in the question of a vector, whatever its area.
 *
 * <p>Pieces that vectors abbreviate (a node of name and labels, bare endpoints, a flat pod) come as
 * the objects they stand for.
 */
public final class VectorObjects {
  private VectorObjects() {}

  /** {@return the objects as v1 trees, in the order of the input} */
  public static ImmutableList<Map<String, @Nullable Object>> in(Vector vector) {
    ImmutableList.Builder<Map<String, @Nullable Object>> objects = ImmutableList.builder();
    collect(vector.input(), objects);
    return objects.build();
  }

  private static void collect(
      @Nullable Object tree, ImmutableList.Builder<Map<String, @Nullable Object>> objects) {
    if (tree instanceof List<?> list) {
      list.forEach(element -> collect(element, objects));
    } else if (tree instanceof Map<?, ?> && isObject(tree)) {
      objects.add(Trees.map(tree));
    } else if (tree instanceof Map<?, ?>) {
      Map<String, @Nullable Object> map = Trees.map(tree);
      map.forEach(
          (key, value) -> {
            if (isAbbreviated(value) && key.equals("node")) {
              objects.add(Abbreviations.node(value));
            } else if (isAbbreviated(value) && key.equals("pod")) {
              objects.add(Abbreviations.pod(value));
            } else if (value instanceof List<?> && key.equals("endpoints")) {
              objects.add(Abbreviations.endpointSlice(map.get("service"), Trees.list(value)));
            } else {
              collect(value, objects);
            }
          });
    }
  }

  private static boolean isObject(Object tree) {
    return Trees.get(tree, "kind") != null && Trees.get(tree, "metadata") instanceof Map;
  }

  private static boolean isAbbreviated(@Nullable Object tree) {
    return tree instanceof Map<?, ?> && Trees.get(tree, "kind") == null;
  }
}
