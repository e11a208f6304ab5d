package io.servicesemantics.impl.manifest;

import org.jspecify.annotations.Nullable;

/**
 * One Go type: how a value of it is read from a neutral tree and written to one.
 *
 * @param <T> what it is read into
 */
interface Shape<T> {

  /** {@return the type as Go prints it, such as {@code v1.ServiceSpec}} */
  String goType();

  /** {@return what belongs here, for people: {@code a number}} */
  String wanted();

  /**
   * Reads a value.
   *
   * @param value what stands in the tree; never null
   * @param reading where it stands, and who hears of faults
   * @return the value, or null if it is none
   */
  @Nullable T read(Object value, Reading reading);

  /** {@return the value of Go's zero, which a null item of a list stands for} */
  T zero();

  /**
   * Writes a value.
   *
   * @param value the value
   * @return a new tree of maps and lists that may be changed
   */
  Object write(T value);

  /**
   * Lays a changed value over the tree it was read from; what did not change stays as it stands.
   *
   * @param source the tree it was read from
   * @param before the value as it was read
   * @param after the changed value
   * @return a new tree that shares nothing with the source
   */
  default Object lay(Object source, T before, T after) {
    return write(after);
  }

  /** {@return the fields a value of it has; null unless it is a struct or a list of them} */
  default @Nullable Struct<?, ?> struct() {
    return null;
  }
}
