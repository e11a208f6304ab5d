package io.servicesemantics.impl.text;

/**
 * Counts what a document would cost if every alias were written out, and says when that is too
 * much.
 *
 * <p>Source: go-yaml v2 {@code decode.go}, allowedAliasRatio: from 100 keys and values out of
 * aliases and 1,000 in all on, at most 99 % may come out of aliases, falling to 10 % where a
 * document has 4,000,000.
 */
final class AliasBudget {
  private static final long FREE_ALIASED = 100;
  private static final long FREE_ALL = 1_000;
  private static final long RANGE_LOW = 400_000;
  private static final long RANGE_HIGH = 4_000_000;

  private final NodeBudget text;
  private long all;
  private long aliased;

  AliasBudget(NodeBudget text) {
    this.text = text;
  }

  /** Keys and values so far, those out of aliases included. */
  long all() {
    return all;
  }

  void addOne() {
    all++;
    text.take(1);
  }

  /** An alias, and the keys and values it stands for. */
  void addAlias(long standsFor) {
    all += 1 + standsFor;
    aliased += standsFor;
    text.take(1 + standsFor);
  }

  boolean isTooMany() {
    return text.isOverdrawn();
  }

  boolean isMostlyAliases() {
    return aliased > FREE_ALIASED
        && all > FREE_ALL
        && (double) aliased / (double) all > allowedRatio();
  }

  private double allowedRatio() {
    if (all <= RANGE_LOW) {
      return 0.99;
    }
    if (all >= RANGE_HIGH) {
      return 0.10;
    }
    return 0.99 - 0.89 * ((double) (all - RANGE_LOW) / (double) (RANGE_HIGH - RANGE_LOW));
  }
}
