package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.fault.FieldPath;
import java.util.Map;

/**
 * Rules about labels, selectors and annotations.
 *
 * <p>Source: {@code apimachinery/pkg/apis/meta/v1/validation} and {@code
 * apimachinery/pkg/api/validation/objectmeta.go} (api 3.1.5, 3.1.6, S5).
 */
final class LabelRules {

  private static final int ANNOTATION_LIMIT = 262_144;

  private LabelRules() {}

  static void checkLabels(ImmutableMap<String, String> labels, FieldPath path, Faults faults) {
    if (labels.isEmpty()) {
      return;
    }
    for (Map.Entry<String, String> label : labels.entrySet()) {
      for (String detail : Names.qualified(label.getKey(), faults.wording())) {
        faults.invalid(path, label.getKey(), detail);
      }
      for (String detail : Names.labelValue(label.getValue(), faults.wording())) {
        faults.invalid(path, label.getValue(), detail);
      }
    }
  }

  static void checkAnnotations(
      ImmutableMap<String, String> annotations, FieldPath path, Faults faults) {
    if (annotations.isEmpty()) {
      return;
    }
    long chars = 0;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      String key = annotation.getKey();
      for (String detail : Names.qualified(lowerCase(key), faults.wording())) {
        faults.invalid(path, key, detail);
      }
      chars += key.length() + (long) annotation.getValue().length();
    }
    // a char is at most three bytes, so that most annotations need not be read
    if (chars * 3 > ANNOTATION_LIMIT && bytes(annotations) > ANNOTATION_LIMIT) {
      faults.tooLong(path, ANNOTATION_LIMIT);
    }
  }

  private static long bytes(ImmutableMap<String, String> annotations) {
    long bytes = 0;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      bytes += Utf8.length(annotation.getKey()) + Utf8.length(annotation.getValue());
    }
    return bytes;
  }

  // Character by character, as Go does it; String.toLowerCase makes two characters of some.
  private static String lowerCase(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        return key.codePoints()
            .map(Character::toLowerCase)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return key;
  }
}
