package io.servicesemantics.impl.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes neutral trees as YAML and JSON, so that every reader reads them back the same.
 *
 * <p>In YAML any text that a reader of YAML 1.1 or 1.2 would take for something else is put in
 * quotes: {@code y}, {@code 1:30}, {@code 0o17}, {@code 2001-12-14}. The order of keys is kept, and
 * nothing is written as an alias.
 */
public final class TextWriter {
  /** How deep a tree may be; deeper ones contain themselves, or might as well. */
  static final int MAX_DEPTH = TextLimits.STANDARD.maxDepth();

  /**
   * Writes one document of YAML.
   *
   * @param tree maps with text keys, collections, text, numbers, booleans and null
   * @return the text, ending with a line break
   * @throws IllegalArgumentException if the tree has other things in it, or numbers that are none
   */
  public String toYaml(@Nullable Object tree) {
    return YamlWriter.write(ImmutableList.of(new Document(tree)));
  }

  /**
   * Writes documents of YAML with {@code ---} between them.
   *
   * @param trees one tree for each document
   * @return the text; empty where there are no documents
   * @throws IllegalArgumentException as {@link #toYaml}
   */
  public String toYamlDocuments(Collection<? extends @Nullable Object> trees) {
    ImmutableList.Builder<Document> documents = ImmutableList.builder();
    for (Object tree : trees) {
      documents.add(new Document(tree));
    }
    return YamlWriter.write(documents.build());
  }

  /**
   * Writes JSON without any blanks.
   *
   * @param tree as for {@link #toYaml}
   * @return the text
   * @throws IllegalArgumentException as {@link #toYaml}
   */
  public String toJson(@Nullable Object tree) {
    return JsonWriter.write(tree, false);
  }

  /**
   * Writes JSON for people: one field a line, indented by two spaces.
   *
   * @param tree as for {@link #toYaml}
   * @return the text, ending with a line break
   * @throws IllegalArgumentException as {@link #toYaml}
   */
  public String toPrettyJson(@Nullable Object tree) {
    return JsonWriter.write(tree, true) + "\n";
  }

  /** A tree that may be null. */
  record Document(@Nullable Object tree) {}

  static void checkDepth(int depth) {
    checkArgument(
        depth <= MAX_DEPTH, "Depth of a tree: \"%s\"; expected at most %s", depth, MAX_DEPTH);
  }

  static String checkKey(@Nullable Object key) {
    checkArgument(key instanceof String, "Key of a map: \"%s\"; expected text", key);
    return Surrogates.paired((String) key);
  }

  static IllegalArgumentException notNeutral(Object value) {
    return new IllegalArgumentException(
        String.format(
            "Value of a tree: \"%s\"; expected a map, a collection, text, a number, a boolean or"
                + " null, not a %s",
            value, value.getClass().getName()));
  }
}
