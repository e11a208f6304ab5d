package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.manifest.Fault.Weight;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The one error with which the server refuses an object, made of all its faults.
 *
 * <p>Source: {@code sigs.k8s.io/json}: an error of a type with a reader of its own ends the reading
 * at once; of other wrong types the first is kept; unknown and duplicate fields count only if there
 * is none of these. apimachinery {@code runtime/error.go}, NewStrictDecodingError.
 */
final class DecodingError {

  private DecodingError() {}

  /**
   * Words the error.
   *
   * @param faults the faults, in the order of the tree
   * @param duplicates keys given twice, with paths from the top of the object
   * @param origin what the tree was read from
   * @param places where each field stands
   * @param isStrict whether unknown fields and keys given twice are errors
   * @return the error; empty if the object is not refused
   */
  static String of(
      List<Fault> faults,
      List<ManifestProblem> duplicates,
      Origin origin,
      Function<FieldPath, SourceLocation> places,
      boolean isStrict) {
    List<Fault> ordered = new ArrayList<>(faults);
    if (origin == Origin.YAML) {
      ordered.sort(Comparator.comparing(Fault::path, ServerOrder.SORTED));
    }
    String refusal = "";
    for (Fault fault : ordered) {
      if (fault.weight() == Weight.ENDS) {
        return fault.words();
      }
      if (fault.weight() == Weight.REFUSES && refusal.isEmpty()) {
        refusal = fault.words();
      }
    }
    if (!refusal.isEmpty() || !isStrict) {
      return refusal;
    }
    Set<String> words =
        origin == Origin.JSON ? inJson(ordered, duplicates, places) : inYaml(ordered, duplicates);
    return words.isEmpty() ? "" : "strict decoding error: " + String.join(", ", words);
  }

  // the duplicates of YAML text are one error of several lines, found before anything else
  private static Set<String> inYaml(List<Fault> faults, List<ManifestProblem> duplicates) {
    Set<String> words = new LinkedHashSet<>();
    if (!duplicates.isEmpty()) {
      StringBuilder text = new StringBuilder("yaml: unmarshal errors:");
      for (ManifestProblem duplicate : duplicates) {
        text.append("\n  ").append(duplicate.serverWords());
      }
      words.add(text.toString());
    }
    for (Fault fault : faults) {
      if (fault.weight() == Weight.STRICT) {
        words.add(fault.words());
      }
    }
    return words;
  }

  // the duplicates of JSON text are met on the way; nothing inside an unknown field is looked at
  private static Set<String> inJson(
      List<Fault> faults,
      List<ManifestProblem> duplicates,
      Function<FieldPath, SourceLocation> places) {
    record Met(FieldPath path, SourceLocation place, String words) {}
    List<Met> met = new ArrayList<>();
    for (Fault fault : faults) {
      if (fault.weight() == Weight.STRICT) {
        met.add(new Met(fault.path(), places.apply(fault.path()), fault.words()));
      }
    }
    List<Met> unknown = List.copyOf(met);
    for (ManifestProblem duplicate : duplicates) {
      if (unknown.stream().noneMatch(field -> isInside(duplicate.path(), field.path()))) {
        met.add(new Met(duplicate.path(), duplicate.location(), duplicate.serverWords()));
      }
    }
    met.sort(
        Comparator.comparingInt((Met one) -> one.place().line())
            .thenComparingInt(one -> one.place().column()));
    Set<String> words = new LinkedHashSet<>();
    for (Met one : met) {
      words.add(one.words());
    }
    return words;
  }

  private static boolean isInside(FieldPath path, FieldPath around) {
    List<Object> inner = path.steps();
    List<Object> outer = around.steps();
    return inner.size() > outer.size() && inner.subList(0, outer.size()).equals(outer);
  }
}
