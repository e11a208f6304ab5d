package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.fault.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The single fields of an object with their values as text, in the order of the object. */
final class ObjectFields {

  private static final ImmutableSet<String> KIND = ImmutableSet.of("apiVersion", "kind");
  private static final ImmutableSet<String> MAPS =
      ImmutableSet.of("labels", "annotations", "selector");

  private final LinkedHashMap<FieldPath, String> values = new LinkedHashMap<>();

  private ObjectFields() {}

  /** The fields of an object given as a tree; the tree of no object has none. */
  static Map<FieldPath, String> of(Map<String, @Nullable Object> tree) {
    ObjectFields fields = new ObjectFields();
    tree.forEach(
        (name, value) -> {
          if (!KIND.contains(name)) {
            fields.add(FieldPath.of(name), value, false);
          }
        });
    return fields.values;
  }

  // Kubernetes' objects are a few levels deep, and a tree made of a value has no others.
  private void add(FieldPath field, @Nullable Object value, boolean hasKeys) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) -> {
            String text = String.valueOf(name);
            add(hasKeys ? field.key(text) : field.child(text), inner, MAPS.contains(text));
          });
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        add(field.index(i), list.get(i), false);
      }
    } else if (value != null) {
      values.put(field, value.toString());
    }
  }
}
