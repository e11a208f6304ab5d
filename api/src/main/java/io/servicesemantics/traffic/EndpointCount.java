package io.servicesemantics.traffic;

import java.io.Serializable;

/**
 * How many endpoints a Service port has.
 *
 * @param ready those that take new connections
 * @param terminating others that are going away and still answer: they are used where no ready one
 *     may be
 */
public record EndpointCount(int ready, int terminating) implements Serializable {

  /** {@return whether none of them takes anything} */
  public boolean isNone() {
    return ready == 0 && terminating == 0;
  }

  /** {@return such as {@code 2 ready} or {@code 0 ready and 1 going away}} */
  @Override
  public String toString() {
    return ready + " ready" + (terminating == 0 ? "" : " and " + terminating + " going away");
  }
}
