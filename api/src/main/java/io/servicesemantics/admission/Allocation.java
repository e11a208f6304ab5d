package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * What came of asking for an address or a port.
 *
 * @param <T> {@code IpAddress} or {@code Integer}
 */
public sealed interface Allocation<T> {

  /**
   * It was taken.
   *
   * @param <T> {@code IpAddress} or {@code Integer}
   * @param number what was taken
   * @param next the state in which it is held
   */
  record Taken<T>(T number, AllocationState next) implements Allocation<T> {

    /** Checks that no part is null. */
    public Taken {
      checkNotNull(number, "Number taken is null; expected one");
      checkNotNull(next, "Next state is null; expected one");
    }
  }

  /**
   * It cannot be had.
   *
   * @param <T> {@code IpAddress} or {@code Integer}
   * @param refusal why
   * @param message why, in the server's words, such as {@code provided IP is already allocated}
   */
  record Refused<T>(AllocationRefusal refusal, String message) implements Allocation<T> {

    /** Checks that no part is null. */
    public Refused {
      checkNotNull(refusal, "Refusal is null; expected one");
      checkNotNull(message, "Message is null; expected text");
    }
  }
}
