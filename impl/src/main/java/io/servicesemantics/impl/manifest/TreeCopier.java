package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies a tree that somebody else made, whatever is in it, into one that is neutral and that
 * nobody can change.
 *
 * <p>It goes no deeper and takes no more than text may have, so that a tree that contains itself
 * ends too.
 */
final class TreeCopier {

  private static final int MOST_PROBLEMS = 100;

  private final int maxDepth;
  private final int maxNodes;
  private final List<Object> steps = new ArrayList<>();
  private final List<ManifestProblem> problems = new ArrayList<>();
  private int nodes;
  private boolean tooLarge;

  private TreeCopier(int maxDepth, int maxNodes) {
    this.maxDepth = maxDepth;
    this.maxNodes = maxNodes;
  }

  /**
   * Returns whether a tree is neutral and within the limits as it is, so that who only looks at it
   * need not copy it.
   */
  static boolean isNeutral(@Nullable Object tree, int maxDepth, int maxNodes) {
    return nodesLeft(tree, maxDepth, maxNodes) >= 0;
  }

  // how many nodes are left for the rest; negative if the tree is odd, too deep or too large
  private static int nodesLeft(@Nullable Object value, int depth, int nodes) {
    if (value == null || value instanceof String || value instanceof Boolean) {
      return nodes;
    }
    if (value instanceof Integer || value instanceof Long) {
      return nodes - 1;
    }
    if (depth == 0) {
      return -1;
    }
    int left = nodes - 1;
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        left = entry.getKey() instanceof String ? nodesLeft(entry.getValue(), depth - 1, left) : -1;
        if (left < 0) {
          return -1;
        }
      }
      return left;
    }
    if (!(value instanceof List<?> list)) {
      return -1;
    }
    for (Object item : list) {
      left = nodesLeft(item, depth - 1, left);
      if (left < 0) {
        return -1;
      }
    }
    return left;
  }

  /** Returns the tree as a document with its problems; without a tree if it is too large. */
  static SourceDocument copy(@Nullable Object tree, int maxDepth, int maxNodes) {
    TreeCopier copier = new TreeCopier(maxDepth, maxNodes);
    Object copy = copier.copy(tree);
    return new TreeDocument(copier.tooLarge ? null : copy, ImmutableList.copyOf(copier.problems));
  }

  private @Nullable Object copy(@Nullable Object value) {
    if (tooLarge || value == null || value instanceof String || value instanceof Boolean) {
      return value;
    }
    if (++nodes > maxNodes) {
      tooLarge("more than " + maxNodes + " maps, lists and numbers");
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return isTooDeep() ? null : copyMap(map);
    }
    if (value instanceof Iterable<?> list && !(value instanceof Path)) {
      return isTooDeep() ? null : copyList(list);
    }
    return copyScalar(value);
  }

  private boolean isTooDeep() {
    if (steps.size() < maxDepth) {
      return false;
    }
    tooLarge("more than " + maxDepth + " maps and lists inside one another");
    return true;
  }

  private void tooLarge(String message) {
    tooLarge = true;
    problems.add(
        new ManifestProblem(Kind.TOO_LARGE, FieldPath.root(), TreeDocument.nowhere(), message, ""));
  }

  private Object copyMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = entry.getKey();
      String name = String.valueOf(key);
      steps.add(name);
      if (!(key instanceof String)) {
        problem(
            "key " + name + " is not text", "quote it where it was written, so that it is text");
      }
      copy.put(name, copy(entry.getValue()));
      steps.remove(steps.size() - 1);
    }
    return Collections.unmodifiableMap(copy);
  }

  private Object copyList(Iterable<?> list) {
    List<@Nullable Object> copy = new ArrayList<>();
    for (Object item : list) {
      steps.add(copy.size());
      copy.add(copy(item));
      steps.remove(steps.size() - 1);
      if (tooLarge) {
        break;
      }
    }
    return Collections.unmodifiableList(copy);
  }

  @SuppressWarnings("JavaUtilDate") // SnakeYAML makes them
  private @Nullable Object copyScalar(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        problem("number " + value + " where JSON has no such number", "quote it if it is text");
        return null;
      }
      return value;
    }
    if (value instanceof Number) {
      return value;
    }
    if (value instanceof CharSequence) {
      return value.toString();
    }
    if (value instanceof Date date) {
      problem(
          "a date where text belongs, made by the reader of the text",
          "quote it where it was written, so that it stays as it is");
      return GoTime.print(Instant.ofEpochMilli(date.getTime()));
    }
    problem(
        "an object of " + value.getClass().getName() + ", which is part of no neutral tree",
        "convert it to Map, List, String, Number or Boolean first");
    return null;
  }

  private void problem(String message, String hint) {
    if (problems.size() >= MOST_PROBLEMS) {
      return;
    }
    FieldPath path = FieldPath.root();
    for (Object step : steps) {
      path = step instanceof Integer index ? path.index(index) : path.child(step.toString());
    }
    problems.add(
        new ManifestProblem(Kind.UNSUPPORTED_VALUE, path, TreeDocument.nowhere(), message, hint));
  }
}
