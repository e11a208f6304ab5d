package io.servicesemantics.impl.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field whose own fields are kept in the value of the struct around it, as {@code ordinals.start}
 * is in a workload's specification.
 */
final class InlineField<V, B> extends Field<V, B, V> {

  private final Struct<V, B> inner;

  InlineField(String name, Struct<V, B> inner) {
    super(name, inner, value -> null, (builder, value) -> builder);
    this.inner = inner;
  }

  @Override
  void read(Object value, B builder, Reading reading) {
    if (value instanceof Map<?, ?> map) {
      inner.readInto(builder, map, reading);
    } else {
      reading.wrongType(inner, value);
    }
  }

  @Override
  void write(V value, Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Object> written = inner.write(value);
    if (!written.isEmpty()) {
      tree.put(name(), written);
    }
  }

  @Override
  void lay(V before, V after, Map<String, @Nullable Object> tree) {
    Object source = tree.get(name());
    Map<String, @Nullable Object> laid =
        inner.lay(source == null ? Map.of() : source, before, after);
    if (!laid.isEmpty() || source instanceof Map) {
      tree.put(name(), laid);
    }
  }
}
