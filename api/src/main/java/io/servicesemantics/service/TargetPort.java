package io.servicesemantics.service;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a Service port leads: a number, or the name of a container port.
 *
 * <p>Text is always a name: {@code targetPort: "8080"} looks for a container port called 8080
 * (routing 1.5.4).
 */
public final class TargetPort implements Serializable {

  private static final long serialVersionUID = 1;

  private final int number;
  private final @Nullable String name;

  private TargetPort(int number, @Nullable String name) {
    this.number = number;
    this.name = name;
  }

  /**
   * Returns a port given by number.
   *
   * @param number any number, right or wrong
   * @return the port
   */
  public static TargetPort of(int number) {
    return new TargetPort(number, null);
  }

  /**
   * Returns a port given by name.
   *
   * @param name any text, right or wrong
   * @return the port
   */
  public static TargetPort of(String name) {
    return new TargetPort(0, checkNotNull(name, "Name of a target port is null; expected text"));
  }

  /** {@return whether it is given by name} */
  public boolean isName() {
    return name != null;
  }

  /** {@return the number; empty when it is given by name} */
  public OptionalInt number() {
    return name == null ? OptionalInt.of(number) : OptionalInt.empty();
  }

  /** {@return the number; 0 when it is given by name} */
  public int numberOrZero() {
    return number;
  }

  /** {@return the name; empty when it is given by number} */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TargetPort that
        && number == that.number
        && (name == null ? that.name == null : name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name == null ? number : name.hashCode();
  }

  /** {@return the number or the name} */
  @Override
  public String toString() {
    return name == null ? Integer.toString(number) : name;
  }
}
