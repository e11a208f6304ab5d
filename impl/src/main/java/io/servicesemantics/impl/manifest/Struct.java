package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Go struct: the table of its fields in the server's order, which reading and writing follow.
 *
 * @param <V> the value it is read into
 * @param <B> the builder of that value
 */
final class Struct<V, B> implements Shape<V> {

  private final String name;
  private final boolean complete;
  private final Supplier<B> begin;
  private final Function<B, V> end;
  private final ImmutableMap<String, Field<V, B, ?>> fields;
  // by the letters of their names, for those who mistype them
  private final ImmutableMap<String, Field<V, B, ?>> byLetters;
  private final V zero;

  /**
   * Makes a table.
   *
   * @param name Go's name of the struct, such as {@code ServiceSpec}
   * @param complete whether it lists all fields there are, so that any other is unknown
   */
  Struct(
      String name,
      boolean complete,
      Supplier<B> begin,
      Function<B, V> end,
      ImmutableMap<String, Field<V, B, ?>> fields) {
    this.name = name;
    this.complete = complete;
    this.begin = begin;
    this.end = end;
    this.fields = fields;
    ImmutableMap.Builder<String, Field<V, B, ?>> letters = ImmutableMap.builder();
    for (Field<V, B, ?> field : fields.values()) {
      letters.put(FieldHints.letters(field.name()), field);
    }
    this.byLetters = letters.buildKeepingLast();
    this.zero = end.apply(begin.get());
  }

  /** {@return Go's name of the struct, such as {@code ServiceSpec}} */
  String name() {
    return name;
  }

  /** {@return whether any field that is not here is unknown} */
  boolean isComplete() {
    return complete;
  }

  /** {@return the fields in the server's order} */
  ImmutableCollection<Field<V, B, ?>> fields() {
    return fields.values();
  }

  /** {@return the fields by the letters of their names} */
  ImmutableMap<String, Field<V, B, ?>> byLetters() {
    return byLetters;
  }

  /** {@return the field of this name, or null} */
  @Nullable Field<V, B, ?> field(@Nullable Object fieldName) {
    return fieldName == null ? null : fields.get(fieldName);
  }

  @Override
  public String goType() {
    return "v1." + name;
  }

  @Override
  public String wanted() {
    return "a map";
  }

  @Override
  public @Nullable V read(Object value, Reading reading) {
    if (!(value instanceof Map<?, ?> map)) {
      reading.wrongType(this, value);
      return null;
    }
    B builder = begin.get();
    readInto(builder, map, reading);
    return end.apply(builder);
  }

  /** Reads the fields of a map into a builder that may have others already. */
  void readInto(B builder, Map<?, ?> map, Reading reading) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Field<V, B, ?> field = fields.get(entry.getKey());
      if (field == null || !reading.knows(this, field.name())) {
        if (complete) {
          reading.unknownField(this, String.valueOf(entry.getKey()));
        }
        continue;
      }
      Object value = entry.getValue();
      if (value != null) {
        reading.enter(this, field);
        field.read(value, builder, reading);
        reading.leave();
      }
    }
  }

  @Override
  public V zero() {
    return zero;
  }

  @Override
  public Map<String, @Nullable Object> write(V value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (Field<V, B, ?> field : fields.values()) {
      field.write(value, tree);
    }
    return tree;
  }

  @Override
  public Map<String, @Nullable Object> lay(Object source, V before, V after) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    if (source instanceof Map<?, ?> map) {
      NeutralTrees.copyInto(map, tree);
    }
    for (Field<V, B, ?> field : fields.values()) {
      field.lay(before, after, tree);
    }
    return tree;
  }

  @Override
  public Struct<V, B> struct() {
    return this;
  }
}
