package io.servicesemantics.explain;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;

/**
 * What the real programs leave to chance: any of these may come out.
 *
 * @param <T> the kind of answer
 * @param possible the answers that may come out, two or more
 */
public record LeftToChance<T>(ImmutableSet<T> possible) {

  /** Checks that there is something to choose between. */
  public LeftToChance {
    checkArgument(possible.size() > 1, "Possible answers: \"%s\"; expected two or more", possible);
  }
}
