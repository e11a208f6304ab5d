package io.servicesemantics.impl.manifest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One field of a struct: its name, its type, and where its value is kept.
 *
 * @param <V> the value of the whole struct
 * @param <B> the builder of that value
 * @param <T> the value of the field
 */
class Field<V, B, T> {

  /** Puts a value into a builder. */
  interface Setter<B, T> {
    /** Sets it; what comes back is the builder or nothing of use. */
    @CanIgnoreReturnValue
    @Nullable Object set(B builder, T value);
  }

  private final String name;
  private final Shape<T> shape;
  private final Function<V, @Nullable T> getter;
  private final Setter<B, T> setter;

  /**
   * Makes a field.
   *
   * @param getter gives the value, or null where the field is to be left out
   */
  Field(String name, Shape<T> shape, Function<V, @Nullable T> getter, Setter<B, T> setter) {
    this.name = name;
    this.shape = shape;
    this.getter = getter;
    this.setter = setter;
  }

  final String name() {
    return name;
  }

  Shape<T> shape() {
    return shape;
  }

  void read(Object value, B builder, Reading reading) {
    T read = shape.read(value, reading);
    if (read != null) {
      setter.set(builder, read);
    }
  }

  void write(V value, Map<String, @Nullable Object> tree) {
    T held = getter.apply(value);
    if (held != null) {
      tree.put(name, shape.write(held));
    }
  }

  /** Brings a copy of the source up to date with what changed from one value to another. */
  void lay(V before, V after, Map<String, @Nullable Object> tree) {
    T was = getter.apply(before);
    T is = getter.apply(after);
    if (is == null) {
      if (was != null) {
        tree.remove(name);
      }
    } else if (!is.equals(was)) {
      Object source = tree.get(name);
      tree.put(name, source == null || was == null ? shape.write(is) : shape.lay(source, was, is));
    }
  }
}
