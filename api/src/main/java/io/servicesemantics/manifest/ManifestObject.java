package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KubernetesObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object read from a manifest: its value, the tree it was read from, and where it stood.
 *
 * <p>A value holds what this library reads; the tree holds everything the manifest says. {@link
 * Manifests#toTree(ManifestObject)} lays the one over the other, so that an edited object loses
 * nothing.
 *
 * <p>Two are equal when value and tree are, wherever they stood.
 *
 * @param <T> the kind of value
 */
public final class ManifestObject<T extends KubernetesObject> {

  private final T value;
  private final Map<String, @Nullable Object> tree;
  private final SourceDocument document;
  private final FieldPath place;
  private final ImmutableList<ManifestProblem> problems;
  private final @Nullable String decodingError;

  private ManifestObject(
      T value,
      Map<String, @Nullable Object> tree,
      SourceDocument document,
      FieldPath place,
      ImmutableList<ManifestProblem> problems,
      @Nullable String decodingError) {
    this.value = checkNotNull(value, "Value of an object is null; expected one");
    this.tree = checkNotNull(tree, "Tree of an object is null; expected a map");
    this.document = checkNotNull(document, "Document of an object is null; expected one");
    this.place = checkNotNull(place, "Place of an object is null; expected a path");
    this.problems = checkNotNull(problems, "Problems of an object are null; expected a list");
    this.decodingError = decodingError;
  }

  /**
   * Returns an object as it was read.
   *
   * @param <T> the kind of value
   * @param value what was read
   * @param tree the object's whole tree, which nobody changes from here on
   * @param document the document it stands in
   * @param place its path within the document; the root unless it stands in a list
   * @param problems what is wrong with it, with paths from the top of the object
   * @param decodingError the server's words for refusing it; empty where the server reads it
   * @return the object
   */
  public static <T extends KubernetesObject> ManifestObject<T> of(
      T value,
      Map<String, @Nullable Object> tree,
      SourceDocument document,
      FieldPath place,
      ImmutableList<ManifestProblem> problems,
      String decodingError) {
    return new ManifestObject<>(
        value, tree, document, place, problems, decodingError.isEmpty() ? null : decodingError);
  }

  /** {@return the value: what this library reads of the object} */
  public T value() {
    return value;
  }

  /** {@return the tree it was read from, which cannot be changed} */
  public Map<String, @Nullable Object> tree() {
    return tree;
  }

  /** {@return the document it stands in} */
  public SourceDocument document() {
    return document;
  }

  /** {@return what is wrong with it; paths are from the top of the object} */
  public ImmutableList<ManifestProblem> problems() {
    return problems;
  }

  /**
   * Returns the words with which the API server refuses to read the object, such as {@code strict
   * decoding error: unknown field "spec.Ports"}; present only on objects it would refuse.
   *
   * <p>The value of such an object is what could be read all the same; no cluster has it.
   *
   * @return the words, or empty where the server reads it
   */
  public Optional<String> decodingError() {
    return Optional.ofNullable(decodingError);
  }

  /** {@return where the object begins} */
  public SourceLocation location() {
    return place.isRoot() ? document.start() : document.valueLocationOf(place);
  }

  /**
   * Finds where a field of the object stands.
   *
   * @param path the field's path from the top of the object
   * @return the place of its key, or of the item in a list; where there is no such field, the place
   *     of the nearest one above it
   */
  public SourceLocation locationOf(FieldPath path) {
    FieldPath whole = place;
    for (Object step : path.steps()) {
      whole = step instanceof Integer index ? whole.index(index) : whole.child(step.toString());
    }
    return whole.isRoot() ? document.start() : document.locationOf(whole);
  }

  /**
   * Returns the object with another value over the same tree: an edit to be written back.
   *
   * @param value the new value, of the same kind
   * @return a new object
   * @throws IllegalArgumentException if the value is of another kind
   */
  public ManifestObject<T> withValue(T value) {
    checkArgument(
        value.kind().equals(this.value.kind()),
        "Kind of the new value: \"%s\"; expected \"%s\"",
        value.kind(),
        this.value.kind());
    return new ManifestObject<>(value, tree, document, place, problems, decodingError);
  }

  /**
   * Returns this object if its value is of a class.
   *
   * @param <U> the kind of value asked for
   * @param type the class, such as {@code Service.class}
   * @return this object, or empty
   */
  @SuppressWarnings("unchecked") // an immutable object whose value is of the class
  public <U extends KubernetesObject> Optional<ManifestObject<U>> as(Class<U> type) {
    return type.isInstance(value) ? Optional.of((ManifestObject<U>) this) : Optional.empty();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ManifestObject<?> that
        && value.equals(that.value)
        && tree.equals(that.tree);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** {@return kind, name and place, as {@code Service shop/web (shop.yaml:7:1)}} */
  @Override
  public String toString() {
    return value.kind() + " " + value.namespacedName() + " (" + location() + ")";
  }
}
