package io.servicesemantics.impl.text;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.manifest.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document read from text; places are found by walking the tree, which carries them. */
final class TextDocument implements SourceDocument {
  private final String source;
  private final int index;
  private final long start;
  private final @Nullable Object tree;
  private final boolean isJson;
  private final ImmutableList<ManifestProblem> problems;

  TextDocument(
      String source,
      int index,
      long start,
      @Nullable Object tree,
      boolean isJson,
      ImmutableList<ManifestProblem> problems) {
    this.source = source;
    this.index = index;
    this.start = start;
    this.tree = tree;
    this.isJson = isJson;
    this.problems = problems;
  }

  @Override
  public Optional<Object> tree() {
    return Optional.ofNullable(tree);
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public boolean isJson() {
    return isJson;
  }

  @Override
  public SourceLocation start() {
    return at(start);
  }

  @Override
  public ImmutableList<ManifestProblem> problems() {
    return problems;
  }

  @Override
  public SourceLocation locationOf(FieldPath path) {
    return find(path, false);
  }

  @Override
  public SourceLocation valueLocationOf(FieldPath path) {
    return find(path, true);
  }

  private SourceLocation find(FieldPath path, boolean ofValue) {
    Object node = tree;
    long place = start;
    long valuePlace = start;
    for (Object step : path.steps()) {
      if (node instanceof LocatedMap map && map.indexOf(step) >= 0) {
        int entry = map.indexOf(step);
        node = map.valueAt(entry);
        place = map.keyPlaceAt(entry);
        valuePlace = map.valuePlaceAt(entry);
      } else if (node instanceof LocatedList list
          && step instanceof Integer item
          && item < list.size()) {
        node = list.get(item);
        place = list.placeAt(item);
        valuePlace = place;
      } else {
        return at(place);
      }
    }
    return at(ofValue ? valuePlace : place);
  }

  private SourceLocation at(long place) {
    return new SourceLocation(source, index, Place.line(place), Place.column(place));
  }

  @Override
  public String toString() {
    return "document " + index + " at " + start() + (tree == null ? ", not read" : "");
  }
}
