package io.servicesemantics.impl.manifest;

import java.util.List;
import java.util.Map;

/** How to cure a value of the wrong type. */
final class TypeHints {

  private TypeHints() {}

  /** Returns one line of advice; empty where there is nothing general to say. */
  static String cure(Shape<?> shape, Object value) {
    if (value instanceof String text) {
      return cureText(shape, text);
    }
    if (shape.goType().equals("int32") && value instanceof Map<?, ?> map) {
      return map.containsKey("strVal")
          ? "the tree was made by another Jackson than fabric8's own: convert with fabric8's "
              + "KubernetesSerialization"
          : "";
    }
    if (shape.wanted().equals("text")) {
      return value instanceof Map || value instanceof List
          ? ""
          : "put it in quotes: \"" + Numbers.print(value) + "\"";
    }
    if (shape instanceof ListShape) {
      return value instanceof Map ? "begin each item with a dash" : "write it as a list: - …";
    }
    if (value instanceof List && shape.struct() != null) {
      return "remove the dash";
    }
    return "";
  }

  private static String cureText(Shape<?> shape, String text) {
    if (text.contains("{{") || text.contains("${")) {
      return "fill in the template first";
    }
    boolean number = shape.equals(Shapes.INT32) || shape.equals(Shapes.INT64);
    boolean bool = shape.equals(Shapes.BOOL) && (text.equals("true") || text.equals("false"));
    if (bool || (number && isInteger(text))) {
      return "remove the quotes";
    }
    if (shape instanceof ListShape) {
      return "write it as a list: - …";
    }
    if (shape.equals(Shapes.BOOL)) {
      return "write true or false";
    }
    return "";
  }

  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > start && text.length() <= start + 10;
  }
}
