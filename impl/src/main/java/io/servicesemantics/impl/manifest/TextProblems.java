package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.util.List;

/** The problems of a document's text, dealt out to the objects they stand in. */
final class TextProblems {

  private TextProblems() {}

  /** The problems inside an object, with paths from its top. */
  static ImmutableList<ManifestProblem> within(SourceDocument document, FieldPath place) {
    ImmutableList<ManifestProblem> all = document.problems();
    if (all.isEmpty()) {
      return all;
    }
    List<Object> outer = place.steps();
    ImmutableList.Builder<ManifestProblem> within = ImmutableList.builder();
    for (ManifestProblem problem : all) {
      List<Object> steps = problem.path().steps();
      if (steps.size() >= outer.size() && steps.subList(0, outer.size()).equals(outer)) {
        FieldPath path =
            outer.isEmpty()
                ? problem.path()
                : join(FieldPath.root(), steps.subList(outer.size(), steps.size()));
        within.add(at(path, problem));
      }
    }
    return within.build();
  }

  private static ManifestProblem at(FieldPath path, ManifestProblem problem) {
    String words =
        problem.kind() == Kind.DUPLICATE_KEY && problem.serverWords().isEmpty()
            ? "duplicate field " + NeutralTrees.quote(ServerOrder.print(path))
            : problem.serverWords();
    return new ManifestProblem(
        problem.kind(), path, problem.location(), problem.message(), problem.hint(), words);
  }

  /** A path that goes on where another ends. */
  static FieldPath join(FieldPath place, FieldPath path) {
    return place.isRoot() ? path : join(place, path.steps());
  }

  private static FieldPath join(FieldPath place, List<Object> steps) {
    FieldPath path = place;
    for (Object step : steps) {
      path = step instanceof Integer index ? path.index(index) : path.child(step.toString());
    }
    return path;
  }
}
