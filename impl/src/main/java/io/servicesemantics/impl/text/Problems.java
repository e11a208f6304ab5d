package io.servicesemantics.impl.text;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceLocation;

/** Collects the problems of one document, up to a number a person would still read. */
final class Problems {
  private static final int MAXIMUM = 100;

  private final String source;
  private final int document;
  private final ImmutableList.Builder<ManifestProblem> problems = ImmutableList.builder();
  private int count;

  Problems(String source, int document) {
    this.source = source;
    this.document = document;
  }

  /** Whether another problem would be kept; asked before a path is built for it. */
  boolean hasRoom() {
    return count < MAXIMUM;
  }

  void add(Kind kind, FieldPath path, long place, String message, String hint) {
    add(kind, path, place, message, hint, "");
  }

  void add(Kind kind, FieldPath path, long place, String message, String hint, String serverWords) {
    if (count < MAXIMUM) {
      problems.add(new ManifestProblem(kind, path, at(place), message, hint, serverWords));
    }
    count++;
  }

  SourceLocation at(long place) {
    return new SourceLocation(source, document, Place.line(place), Place.column(place));
  }

  /** A document whose tree was read. */
  TextDocument read(Object tree, long start, boolean isJson) {
    return new TextDocument(source, document, start, tree, isJson, problems.build());
  }

  /** A document that could not be read. */
  TextDocument broken(long start) {
    return new TextDocument(source, document, start, null, false, problems.build());
  }
}
