package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.SourceDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads documents into a set of objects; lists of objects are taken apart. */
final class DocumentReader {

  private final FieldValidation validation;
  private final KnownFields known;
  private final ImmutableList.Builder<ManifestObject<?>> objects = ImmutableList.builder();
  private final ImmutableList.Builder<ManifestObject<?>> refused = ImmutableList.builder();
  private final ImmutableList.Builder<ManifestProblem> problems = ImmutableList.builder();

  DocumentReader(FieldValidation validation, KnownFields known) {
    this.known = known;
    this.validation = validation;
  }

  ManifestSet result() {
    return ManifestSet.of(objects.build(), refused.build(), problems.build());
  }

  /** Notes a problem that is no document's. */
  void add(ManifestProblem problem) {
    problems.add(problem);
  }

  /** Reads a document of text: one object, or a list that says it is one. */
  void read(SourceDocument document) {
    read(document, false);
  }

  /** Reads a document; where it is a bare list, its items are objects too. */
  void read(SourceDocument document, boolean mayBeBareList) {
    Object tree = document.tree().orElse(null);
    if (tree == null) {
      problems.addAll(document.problems());
      if (document.problems().isEmpty()) {
        misshapen(document, FieldPath.root(), null);
      }
      return;
    }
    ObjectReader reader = new ObjectReader(document, validation, known);
    if (mayBeBareList && tree instanceof List<?> list) {
      readItems(document, reader, list, FieldPath.root(), "", "");
      return;
    }
    readPart(document, reader, tree, FieldPath.root(), "", "");
  }

  @SuppressWarnings("unchecked") // the keys of a neutral tree are text
  private void readPart(
      SourceDocument document,
      ObjectReader reader,
      @Nullable Object tree,
      FieldPath place,
      String impliedVersion,
      String impliedKind) {
    if (!(tree instanceof Map<?, ?>)) {
      if (place.isRoot()) {
        problems.addAll(document.problems());
      }
      misshapen(document, place, tree);
      return;
    }
    Map<String, @Nullable Object> map = (Map<String, @Nullable Object>) tree;
    if (map.get("items") instanceof List<?> items
        && map.get("kind") instanceof String kind
        && kind.endsWith("List")) {
      String itemKind = kind.substring(0, kind.length() - "List".length());
      Object version = itemKind.isEmpty() ? "" : map.get("apiVersion");
      readItems(
          document,
          reader,
          items,
          place.child("items"),
          version instanceof String text ? text : "",
          itemKind);
      return;
    }
    accept(reader.read(map, place, impliedVersion, impliedKind));
  }

  private void readItems(
      SourceDocument document,
      ObjectReader reader,
      List<?> items,
      FieldPath place,
      String impliedVersion,
      String impliedKind) {
    int index = 0;
    for (Object item : items) {
      readPart(document, reader, item, place.index(index++), impliedVersion, impliedKind);
    }
  }

  private void accept(ManifestObject<?> object) {
    boolean isRefused = object.decodingError().isPresent();
    problems.addAll(object.problems());
    if (isRefused) {
      refused.add(object);
    }
    if (!isRefused || validation != FieldValidation.STRICT) {
      objects.add(object);
    }
  }

  private void misshapen(SourceDocument document, FieldPath place, @Nullable Object tree) {
    problems.add(
        new ManifestProblem(
            tree == null ? Kind.NULL_ELEMENT : Kind.WRONG_TYPE,
            place,
            place.isRoot() ? document.start() : document.valueLocationOf(place),
            NeutralTrees.describe(tree) + " where an object belongs",
            tree instanceof List ? "put its items into a List, or part them by ---" : "",
            ""));
  }
}
