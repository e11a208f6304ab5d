package io.servicesemantics.impl.manifest;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.util.List;

/** The problems of a document's text, dealt out to the objects they stand in. */
final class TextProblems {

  private final ImmutableList<ManifestProblem> all;
  // by the steps to each item of a list that they stand in, since a document may have many items
  private final ListMultimap<List<Object>, ManifestProblem> byItem = ArrayListMultimap.create();

  TextProblems(SourceDocument document) {
    this.all = document.problems();
    for (ManifestProblem problem : all) {
      List<Object> steps = problem.path().steps();
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) instanceof Integer) {
          byItem.put(steps.subList(0, i + 1), problem);
        }
      }
    }
  }

  /** The problems inside an object, with paths from its top. */
  ImmutableList<ManifestProblem> within(FieldPath place) {
    if (all.isEmpty()) {
      return all;
    }
    List<Object> outer = place.steps();
    List<ManifestProblem> inside = place.isRoot() ? all : byItem.get(outer);
    ImmutableList.Builder<ManifestProblem> within = ImmutableList.builder();
    for (ManifestProblem problem : inside) {
      List<Object> steps = problem.path().steps();
      FieldPath path =
          outer.isEmpty()
              ? problem.path()
              : join(FieldPath.root(), steps.subList(outer.size(), steps.size()));
      within.add(at(path, problem));
    }
    return within.build();
  }

  private static ManifestProblem at(FieldPath path, ManifestProblem problem) {
    String words =
        problem.kind() == Kind.DUPLICATE_KEY && problem.serverWords().isEmpty()
            ? "duplicate field " + QuotedText.of(ServerOrder.print(path))
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
