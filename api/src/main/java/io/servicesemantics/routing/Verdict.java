package io.servicesemantics.routing;

import java.io.Serializable;
import java.util.function.Function;

/** What becomes of a flow at a node (routing 0.14). */
public sealed interface Verdict extends Serializable
    permits Forward, Verdict.Reject, Verdict.Drop, Verdict.PassThrough {

  /** Refused at once by an ICMP message, so that the sender hears of it (routing 2.14.2). */
  record Reject() implements Verdict {
    @Override
    public VerdictKind kind() {
      return VerdictKind.REJECT;
    }
  }

  /** Thrown away without an answer; the sender waits until it gives up. */
  record Drop() implements Verdict {
    @Override
    public VerdictKind kind() {
      return VerdictKind.DROP;
    }
  }

  /** Not a Service's traffic; left as it came, on to the destination it names. */
  record PassThrough() implements Verdict {
    @Override
    public VerdictKind kind() {
      return VerdictKind.PASS_THROUGH;
    }
  }

  /** {@return which of the four it is} */
  VerdictKind kind();

  /**
   * Returns whether another verdict comes to the same for a flow: the same endpoints, remembered
   * for as long, and each sees the same sender.
   *
   * @param other another verdict
   * @param flow the flow both are about
   * @return whether nobody could tell the two apart
   */
  default boolean isSameFor(Verdict other, Flow flow) {
    return equals(other);
  }

  /**
   * Returns whether another verdict comes to the same for a flow as far as addresses and ports go:
   * what slices say of the endpoints besides may differ.
   *
   * @param other another verdict, perhaps out of other slices
   * @param flow the flow both are about
   * @return whether no packet could tell the two apart
   */
  default boolean isSameTrafficFor(Verdict other, Flow flow) {
    return isSameFor(other, flow);
  }

  /**
   * Handles every verdict; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param forward what to do about a flow that is sent on
   * @param reject what to do about one that is refused
   * @param drop what to do about one that is thrown away
   * @param passThrough what to do about one that is left alone
   * @return what the function returned
   */
  default <R> R match(
      Function<Forward, R> forward,
      Function<Reject, R> reject,
      Function<Drop, R> drop,
      Function<PassThrough, R> passThrough) {
    if (this instanceof Forward sent) {
      return forward.apply(sent);
    }
    if (this instanceof Reject refused) {
      return reject.apply(refused);
    }
    if (this instanceof Drop thrown) {
      return drop.apply(thrown);
    }
    return passThrough.apply((PassThrough) this);
  }
}
