package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.WireName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the table of a struct, a line for each field; method names say what Go's field is.
 *
 * <p>A plain field is left out when it holds Go's zero, an optional one when it is unsaid.
 */
final class StructBuilder<V, B> {

  private final String name;
  private final boolean complete;
  private final Supplier<B> begin;
  private final Function<B, V> end;
  private final ImmutableMap.Builder<String, Field<V, B, ?>> fields = ImmutableMap.builder();

  private StructBuilder(String name, boolean complete, Supplier<B> begin, Function<B, V> end) {
    this.name = name;
    this.complete = complete;
    this.begin = begin;
    this.end = end;
  }

  /** Begins a struct of which all fields are listed: any other one is unknown. */
  static <V, B> StructBuilder<V, B> complete(String name, Supplier<B> begin, Function<B, V> end) {
    return new StructBuilder<>(name, true, begin, end);
  }

  /** Begins a struct of which some fields are read: any other one is left alone. */
  static <V, B> StructBuilder<V, B> partial(String name, Supplier<B> begin, Function<B, V> end) {
    return new StructBuilder<>(name, false, begin, end);
  }

  Struct<V, B> build() {
    return new Struct<>(name, complete, begin, end, fields.buildOrThrow());
  }

  <T> StructBuilder<V, B> field(
      String field, Shape<T> shape, Function<V, @Nullable T> getter, Field.Setter<B, T> setter) {
    fields.put(field, new Field<>(field, shape, getter, setter));
    return this;
  }

  /** A field whose own fields are kept in the value around it. */
  StructBuilder<V, B> inline(String field, Struct<V, B> inner) {
    fields.put(field, new InlineField<>(field, inner));
    return this;
  }

  /** A field that is checked but not held. */
  <T> StructBuilder<V, B> checked(String field, Shape<T> shape) {
    return field(field, shape, value -> null, (builder, value) -> builder);
  }

  /** A field that is held in another way: it is written, and checked when read. */
  StructBuilder<V, B> given(String field, Function<V, @Nullable String> getter) {
    return field(field, Shapes.TEXT, getter, (builder, value) -> builder);
  }

  StructBuilder<V, B> text(
      String field, Function<V, String> getter, Field.Setter<B, String> setter) {
    return field(
        field,
        Shapes.TEXT,
        value -> {
          String text = getter.apply(value);
          return text.isEmpty() ? null : text;
        },
        setter);
  }

  /** Text that the server writes even where it is empty. */
  StructBuilder<V, B> textAlways(
      String field, Function<V, String> getter, Field.Setter<B, String> setter) {
    return field(field, Shapes.TEXT, getter, setter);
  }

  StructBuilder<V, B> optionalText(
      String field, Function<V, Optional<String>> getter, Field.Setter<B, String> setter) {
    return field(field, Shapes.TEXT, value -> getter.apply(value).orElse(null), setter);
  }

  <E extends Enum<E> & WireName> StructBuilder<V, B> choice(
      String field,
      ChoiceShape<E> shape,
      Function<V, Choice<E>> getter,
      Field.Setter<B, Choice<E>> setter) {
    return field(
        field,
        shape,
        value -> {
          Choice<E> choice = getter.apply(value);
          return choice.isSaid() ? choice : null;
        },
        setter);
  }

  StructBuilder<V, B> int32(
      String field, ToIntFunction<V> getter, Field.Setter<B, Integer> setter) {
    return field(
        field,
        Shapes.INT32,
        value -> {
          int number = getter.applyAsInt(value);
          return number == 0 ? null : (Integer) number;
        },
        setter);
  }

  /** A number that the server writes even where it is 0. */
  StructBuilder<V, B> int32Always(
      String field, ToIntFunction<V> getter, Field.Setter<B, Integer> setter) {
    return field(field, Shapes.INT32, getter::applyAsInt, setter);
  }

  StructBuilder<V, B> optionalInt32(
      String field, Function<V, OptionalInt> getter, Field.Setter<B, Integer> setter) {
    return field(
        field,
        Shapes.INT32,
        value -> {
          OptionalInt number = getter.apply(value);
          return number.isPresent() ? (Integer) number.getAsInt() : null;
        },
        setter);
  }

  StructBuilder<V, B> int64(String field, ToLongFunction<V> getter, Field.Setter<B, Long> setter) {
    return field(
        field,
        Shapes.INT64,
        value -> {
          long number = getter.applyAsLong(value);
          return number == 0 ? null : (Long) number;
        },
        setter);
  }

  StructBuilder<V, B> optionalInt64(
      String field, Function<V, OptionalLong> getter, Field.Setter<B, Long> setter) {
    return field(
        field,
        Shapes.INT64,
        value -> {
          OptionalLong number = getter.apply(value);
          return number.isPresent() ? (Long) number.getAsLong() : null;
        },
        setter);
  }

  StructBuilder<V, B> bool(String field, Predicate<V> getter, Field.Setter<B, Boolean> setter) {
    return field(field, Shapes.BOOL, value -> getter.test(value) ? true : null, setter);
  }

  StructBuilder<V, B> optionalBool(
      String field, Function<V, Optional<Boolean>> getter, Field.Setter<B, Boolean> setter) {
    return field(field, Shapes.BOOL, value -> getter.apply(value).orElse(null), setter);
  }

  StructBuilder<V, B> time(
      String field, Function<V, Optional<Instant>> getter, Field.Setter<B, Instant> setter) {
    return field(field, Shapes.TIME, value -> getter.apply(value).orElse(null), setter);
  }

  StructBuilder<V, B> textMap(
      String field,
      Function<V, ImmutableMap<String, String>> getter,
      Field.Setter<B, ImmutableMap<String, String>> setter) {
    return map(field, Shapes.TEXT_MAP, getter, setter);
  }

  StructBuilder<V, B> map(
      String field,
      Shape<ImmutableMap<String, String>> shape,
      Function<V, ImmutableMap<String, String>> getter,
      Field.Setter<B, ImmutableMap<String, String>> setter) {
    return field(
        field,
        shape,
        value -> {
          ImmutableMap<String, String> map = getter.apply(value);
          return map.isEmpty() ? null : map;
        },
        setter);
  }

  StructBuilder<V, B> texts(
      String field,
      Function<V, ImmutableList<String>> getter,
      Field.Setter<B, ImmutableList<String>> setter) {
    return list(field, Shapes.TEXT, getter, setter);
  }

  <T> StructBuilder<V, B> list(
      String field,
      Shape<T> item,
      Function<V, ImmutableList<T>> getter,
      Field.Setter<B, ImmutableList<T>> setter) {
    return field(
        field,
        new ListShape<>(item),
        value -> {
          ImmutableList<T> list = getter.apply(value);
          return list.isEmpty() ? null : list;
        },
        setter);
  }

  <T> StructBuilder<V, B> struct(
      String field, Struct<T, ?> inner, Function<V, T> getter, Field.Setter<B, T> setter) {
    return field(
        field,
        inner,
        value -> {
          T held = getter.apply(value);
          return held.equals(inner.zero()) ? null : held;
        },
        setter);
  }

  <T> StructBuilder<V, B> optionalStruct(
      String field,
      Struct<T, ?> inner,
      Function<V, Optional<T>> getter,
      Field.Setter<B, T> setter) {
    return field(field, inner, value -> getter.apply(value).orElse(null), setter);
  }
}
