package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;

import io.servicesemantics.explain.Reason;

/**
 * A question that CoreDNS answers otherwise than the DNS specification says.
 *
 * @param question the question
 * @param answered what CoreDNS answers
 * @param specified what the specification says
 * @param reason in what they differ
 */
public record DnsDeviation(
    DnsQuestion question, DnsAnswer answered, DnsAnswer specified, Reason reason) {

  /** Checks that the answers do differ. */
  public DnsDeviation {
    checkArgument(
        !answered.equals(specified),
        "Answers to \"%s\": \"%s\"; expected two different ones",
        question,
        answered);
  }

  /** {@return the question, the reason and both answers} */
  @Override
  public String toString() {
    return question
        + ": "
        + reason.sentence()
        + " ["
        + reason.rule()
        + "]"
        + "\n  CoreDNS: "
        + answered.toString().replace("\n", "\n  ")
        + "\n  specification: "
        + specified.toString().replace("\n", "\n  ");
  }
}
