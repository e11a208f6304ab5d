package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server says of unknown fields and of keys given twice: errors where it reads strictly,
 * warnings where not.
 *
 * <p>Source: {@code sigs.k8s.io/json}, UnmarshalStrict; apimachinery {@code
 * runtime/serializer/json}.
 */
final class StrictWords {

  private StrictWords() {}

  /**
   * Words them in the order the server meets them.
   *
   * @param problems the problems of an object, with paths from its top; those of other kinds have
   *     no say
   * @param origin what the object was read from
   */
  static Set<String> of(List<ManifestProblem> problems, Origin origin) {
    List<ManifestProblem> unknown = new ArrayList<>();
    List<ManifestProblem> duplicates = new ArrayList<>();
    for (ManifestProblem problem : problems) {
      if (problem.kind() == Kind.UNKNOWN_FIELD) {
        unknown.add(problem);
      } else if (problem.kind() == Kind.DUPLICATE_KEY) {
        duplicates.add(problem);
      }
    }
    return origin == Origin.JSON
        ? inJson(unknown, duplicates)
        : inYaml(unknown, duplicates, origin);
  }

  // the duplicates of YAML text are one error of several lines, found before anything else
  private static Set<String> inYaml(
      List<ManifestProblem> unknown, List<ManifestProblem> duplicates, Origin origin) {
    Set<String> words = new LinkedHashSet<>();
    if (!duplicates.isEmpty()) {
      StringBuilder text = new StringBuilder("yaml: unmarshal errors:");
      for (ManifestProblem duplicate : duplicates) {
        text.append("\n  ").append(duplicate.serverWords());
      }
      words.add(text.toString());
    }
    if (origin == Origin.YAML) {
      unknown.sort(Comparator.comparing(ManifestProblem::path, ServerOrder.SORTED));
    }
    for (ManifestProblem field : unknown) {
      words.add(field.serverWords());
    }
    return words;
  }

  // the duplicates of JSON text are met on the way; nothing inside an unknown field is looked at
  private static Set<String> inJson(
      List<ManifestProblem> unknown, List<ManifestProblem> duplicates) {
    List<ManifestProblem> met = new ArrayList<>(unknown);
    for (ManifestProblem duplicate : duplicates) {
      if (unknown.stream().noneMatch(field -> isInside(duplicate.path(), field.path()))) {
        met.add(duplicate);
      }
    }
    met.sort(
        Comparator.comparingInt((ManifestProblem one) -> one.location().line())
            .thenComparingInt(one -> one.location().column()));
    Set<String> words = new LinkedHashSet<>();
    for (ManifestProblem one : met) {
      words.add(one.serverWords());
    }
    return words;
  }

  private static boolean isInside(FieldPath path, FieldPath around) {
    List<Object> inner = path.steps();
    List<Object> outer = around.steps();
    return inner.size() > outer.size() && inner.subList(0, outer.size()).equals(outer);
  }
}
