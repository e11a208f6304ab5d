package io.servicesemantics.routing;

/** The four things that can become of a flow. */
public enum VerdictKind {
  /** Sent to an endpoint: {@link Forward}. */
  FORWARD,
  /** Refused: {@link Verdict.Reject}. */
  REJECT,
  /** Thrown away: {@link Verdict.Drop}. */
  DROP,
  /** Left alone: {@link Verdict.PassThrough}. */
  PASS_THROUGH
}
