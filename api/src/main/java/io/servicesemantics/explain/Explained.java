package io.servicesemantics.explain;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * An answer, and why it is that answer.
 *
 * @param <T> the kind of answer
 * @param value the answer
 * @param because why
 */
public record Explained<T>(T value, Because because) {

  /** Checks that neither part is null. */
  public Explained {
    checkNotNull(value, "Answer is null; expected the value that is explained");
    checkNotNull(because, "Account of an answer is null; expected a reason");
  }

  /**
   * Returns an answer with its account.
   *
   * @param <T> the kind of answer
   * @param value the answer
   * @param because why
   * @return both
   */
  public static <T> Explained<T> of(T value, Because because) {
    return new Explained<>(value, because);
  }

  /** {@return the answer, and the account below it} */
  @Override
  public String toString() {
    return value + "\n  " + because.toString().replace("\n", "\n  ");
  }
}
