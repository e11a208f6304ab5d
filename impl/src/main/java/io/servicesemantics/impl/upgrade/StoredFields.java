package io.servicesemantics.impl.upgrade;

import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.service.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A stored Service as its fields that are not made of others, by their paths. */
final class StoredFields {

  private StoredFields() {}

  static Map<String, String> of(Service service, Manifests manifests) {
    Map<String, String> fields = new TreeMap<>();
    add("", manifests.toTree(service), fields);
    return fields;
  }

  // No deeper than the fields of a Service are.
  private static void add(String path, @Nullable Object value, Map<String, String> fields) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, inner) -> add(path.isEmpty() ? "" + key : path + "." + key, inner, fields));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      for (int i = 0; i < list.size(); i++) {
        add(path + "[" + i + "]", list.get(i), fields);
      }
    } else {
      fields.put(path, String.valueOf(value));
    }
  }
}
