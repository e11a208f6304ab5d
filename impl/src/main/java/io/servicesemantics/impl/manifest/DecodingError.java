package io.servicesemantics.impl.manifest;

import io.servicesemantics.impl.manifest.Fault.Weight;
import io.servicesemantics.manifest.ManifestProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The one error with which the server refuses an object, made of all its faults.
 *
 * <p>Source: {@code sigs.k8s.io/json}: an error of a type with a reader of its own ends the reading
 * at once; of other wrong types the first is kept; unknown and duplicate fields count only if there
 * is none of these. apimachinery {@code runtime/error.go}, NewStrictDecodingError.
 */
final class DecodingError {

  private static final String STRICT = "strict decoding error: ";

  private DecodingError() {}

  /**
   * Words the error.
   *
   * @param faults the faults, in the order of the tree
   * @param strict what is wrong only if read strictly, with paths from the top of the object
   * @param origin what the tree was read from
   * @param isStrict whether unknown fields and keys given twice are errors
   * @return the error; empty if the object is not refused
   */
  static String of(
      List<Fault> faults, List<ManifestProblem> strict, Origin origin, boolean isStrict) {
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
    return !refusal.isEmpty() || !isStrict ? refusal : ofStrict(StrictWords.of(strict, origin));
  }

  /**
   * {@return the error of an object that is refused for these alone; empty where there are none}
   */
  static String ofStrict(Set<String> words) {
    return words.isEmpty() ? "" : STRICT + String.join(", ", words);
  }

  /** {@return whether an object is refused only because it was read strictly} */
  static boolean isStrict(String error) {
    return error.startsWith(STRICT);
  }
}
