package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question put to the real Kubernetes, and what it answered.
 *
 * @param id the name of the vector, unique among those of one release, such as {@code
 *     categorize/cluster-basic}
 * @param area what kind of question it is; decides the shape of input and answer
 * @param kubernetes the release that answered, such as {@code v1.36.2}
 * @param what the rule it pins, in a few words; empty where nobody wrote one
 * @param input the question, a neutral tree
 * @param expected the answer, a neutral tree
 */
public record Vector(
    String id,
    String area,
    String kubernetes,
    String what,
    Map<String, @Nullable Object> input,
    Map<String, @Nullable Object> expected) {

  /** Checks that the vector has a name and an area. */
  public Vector {
    checkArgument(!id.isEmpty(), "Vector id: \"%s\"; expected text", id);
    checkArgument(!area.isEmpty(), "Vector area: \"%s\"; expected text", area);
  }

  /**
   * Returns the question as one to another release, with the same answer as far as the answers of
   * releases were compared: what an update frees was not.
   *
   * @param release the release, such as {@code v1.33.5}
   * @return the vector
   */
  public Vector ofRelease(String release) {
    return new Vector(
        id, area, release, what, input, Trees.without(expected, "released", "unheld"));
  }

  static Vector fromTree(@Nullable Object tree) {
    return new Vector(
        text(tree, "id"),
        text(tree, "area"),
        text(tree, "kubernetes"),
        text(tree, "what"),
        Trees.map(Trees.get(tree, "input")),
        Trees.map(Trees.get(tree, "expected")));
  }

  private static String text(@Nullable Object tree, String key) {
    Object value = Trees.get(tree, key);
    checkArgument(value instanceof String, "Vector %s: \"%s\"; expected text", key, value);
    return (String) value;
  }
}
