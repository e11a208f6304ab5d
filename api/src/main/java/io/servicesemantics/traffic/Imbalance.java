package io.servicesemantics.traffic;

import io.servicesemantics.routing.Fraction;
import java.io.Serializable;
import java.util.Optional;

/**
 * How unevenly a load falls on the endpoints that are there to take it.
 *
 * @param endpoints how many there are: ready ones, and others that get something
 * @param mean what each would get if all got the same
 * @param largest the largest share
 * @param smallest the smallest share; 0 where an endpoint gets nothing
 */
public record Imbalance(int endpoints, Fraction mean, Fraction largest, Fraction smallest)
    implements Serializable {

  /** {@return how many times the mean the largest share is; empty where nothing is delivered} */
  public Optional<Fraction> largestToMean() {
    return ratio(largest, mean);
  }

  /** {@return how many times the mean the smallest share is; empty where nothing is delivered} */
  public Optional<Fraction> smallestToMean() {
    return ratio(smallest, mean);
  }

  /** {@return how many times the smallest share the largest is; empty where the smallest is 0} */
  public Optional<Fraction> largestToSmallest() {
    return ratio(largest, smallest);
  }

  /** {@return whether all get the same} */
  public boolean isEven() {
    return largest.equals(smallest);
  }

  private static Optional<Fraction> ratio(Fraction of, Fraction to) {
    return to.equals(Fraction.ZERO) ? Optional.empty() : Optional.of(of.dividedBy(to));
  }
}
