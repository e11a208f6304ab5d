package io.servicesemantics.testkit.vector;

/** Prints what an implementation threw. */
final class Thrown {
  private Thrown() {}

  /** The exception and the place that threw it. */
  static String describe(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return "threw " + thrown + (trace.length == 0 ? "" : " at " + trace[0]);
  }
}
