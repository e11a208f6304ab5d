package io.servicesemantics.traffic;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.Because;
import io.servicesemantics.routing.Fraction;

/**
 * The part of a load that is lost in one way.
 *
 * @param fate in which way
 * @param share which part of the load it is
 * @param byNode the same by the node where it enters, in order; under the empty name what reaches
 *     no node
 * @param because why it is lost at the first of these nodes; {@link TrafficShares#explain} tells it
 *     of every one
 */
public record LostShare(
    EntryFate fate, Fraction share, ImmutableMap<String, Fraction> byNode, Because because) {

  /** {@return in words, such as {@code 1/3 dropped without an answer at node-c}} */
  @Override
  public String toString() {
    String at = SplitText.few(byNode.keySet(), name -> name);
    return share + " " + fate.words() + (at.isEmpty() ? "" : " at " + at);
  }
}
