package io.servicesemantics.object;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that should be one of a few names, held as the object says it.
 *
 * <p>A choice is <i>unsaid</i> when the object has no such field; a field said as empty text is
 * said. Text that is none of the names is kept, because validation must quote it.
 *
 * <pre>{@code
 * Choice<ServiceType> type = Choice.of(ServiceType.CLUSTER_IP);
 * type.is(ServiceType.CLUSTER_IP)                      // true
 * Choice.parse(ServiceType.class, "Foo").known()       // empty
 * }</pre>
 *
 * @param <E> the names there are
 */
public final class Choice<E extends Enum<E> & WireName> implements Serializable {

  private static final long serialVersionUID = 1;

  private static final Choice<?> UNSAID = new Choice<>(null, null, "");

  // One choice per constant, made once per enum: a choice is then as cheap as the constant itself.
  private static final ClassValue<ImmutableMap<String, Choice<?>>> BY_TEXT =
      new ClassValue<>() {
        @Override
        protected ImmutableMap<String, Choice<?>> computeValue(Class<?> type) {
          ImmutableMap.Builder<String, Choice<?>> byText = ImmutableMap.builder();
          for (Object constant : type.getEnumConstants()) {
            Choice<?> choice = choiceOf(constant);
            byText.put(choice.text, choice);
          }
          return byText.buildOrThrow();
        }
      };

  private final @Nullable Class<E> type;
  private final @Nullable E known;
  private final String text;

  private Choice(@Nullable Class<E> type, @Nullable E known, String text) {
    this.type = type;
    this.known = known;
    this.text = text;
  }

  @SuppressWarnings("unchecked") // only ever called with a constant of an enum that has wire names
  private static <E extends Enum<E> & WireName> Choice<E> choiceOf(Object constant) {
    E known = (E) constant;
    return new Choice<>(known.getDeclaringClass(), known, known.wireName());
  }

  /**
   * Returns the choice of a constant.
   *
   * @param <E> the names there are
   * @param constant the constant
   * @return always the same instance for the same constant
   */
  public static <E extends Enum<E> & WireName> Choice<E> of(E constant) {
    return parse(constant.getDeclaringClass(), constant.wireName());
  }

  /**
   * Returns the choice that a text says; empty text is said too.
   *
   * @param <E> the names there are
   * @param type the enum of names
   * @param text any text, exactly as the object has it
   * @return a choice that is {@link #known} only when the text is exactly one of the names
   */
  @SuppressWarnings("unchecked") // the map of an enum's class holds its own constants
  public static <E extends Enum<E> & WireName> Choice<E> parse(Class<E> type, String text) {
    checkNotNull(text, "Text of a choice is null; expected any text");
    Choice<?> known = BY_TEXT.get(type).get(text);
    return known == null ? new Choice<>(type, null, text) : (Choice<E>) known;
  }

  /**
   * Returns the choice of an object that does not have the field.
   *
   * @param <E> the names there are
   * @return always the same instance
   */
  @SuppressWarnings("unchecked") // holds no constant, so it fits every enum
  public static <E extends Enum<E> & WireName> Choice<E> unsaid() {
    return (Choice<E>) UNSAID;
  }

  /** {@return whether the object has the field at all} */
  public boolean isSaid() {
    return type != null;
  }

  /**
   * Returns whether the object says exactly this name.
   *
   * @param constant a name
   * @return whether this is the choice of it
   */
  public boolean is(E constant) {
    return known == constant;
  }

  /** {@return whether the text is one of the names} */
  public boolean isKnown() {
    return known != null;
  }

  /** {@return the constant, if the text is one of the names} */
  public Optional<E> known() {
    return Optional.ofNullable(known);
  }

  /**
   * Returns the constant said, or another one.
   *
   * @param fallback what stands for an unsaid or unknown name
   * @return never null
   */
  public E orElse(E fallback) {
    return known == null ? fallback : known;
  }

  /** {@return the text as said; empty when unsaid} */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Choice<?> that && type == that.type && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** {@return the text as said; empty when unsaid} */
  @Override
  public String toString() {
    return text;
  }

  private Object readResolve() {
    return type == null ? UNSAID : parse(type, text);
  }
}
