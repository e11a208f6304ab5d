package io.servicesemantics.admission;

import io.servicesemantics.explain.Reason;

/** Why an address or a port cannot be had (api 6.2, 6.4). */
public enum AllocationRefusal implements Reason {
  /** Somebody holds it. */
  ALREADY_ALLOCATED("Somebody holds it.", "api 6.2"),
  /** No ready ServiceCIDR has the address, or the port is outside the range. */
  OUT_OF_RANGE("It is outside the ranges of the cluster.", "api 6.2"),
  /** Every number is held, or no range is ready. */
  FULL("No ready range has a free number.", "api 6.2"),
  /** The cluster is not set up for that family. */
  NOT_READY("The cluster is not set up for that family.", "api 6.2");

  private final String sentence;
  private final String rule;

  AllocationRefusal(String sentence, String rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }
}
