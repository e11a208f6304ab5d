package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.manifest.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document that was given as a tree: nothing in it has a line. */
final class TreeDocument implements SourceDocument {

  private static final SourceLocation NOWHERE = new SourceLocation("", 1, 0, 0);

  private final @Nullable Object tree;
  private final ImmutableList<ManifestProblem> problems;

  TreeDocument(@Nullable Object tree, ImmutableList<ManifestProblem> problems) {
    this.tree = tree;
    this.problems = problems;
  }

  static SourceLocation nowhere() {
    return NOWHERE;
  }

  @Override
  public Optional<Object> tree() {
    return Optional.ofNullable(tree);
  }

  @Override
  public int index() {
    return 1;
  }

  @Override
  public SourceLocation start() {
    return NOWHERE;
  }

  @Override
  public ImmutableList<ManifestProblem> problems() {
    return problems;
  }

  @Override
  public SourceLocation locationOf(FieldPath path) {
    return NOWHERE;
  }

  @Override
  public SourceLocation valueLocationOf(FieldPath path) {
    return NOWHERE;
  }

  @Override
  public String toString() {
    return "document given as a tree";
  }
}
