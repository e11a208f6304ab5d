package io.servicesemantics.slicing;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableSortedMap;
import java.io.Serializable;

/**
 * How the endpoints of one address type are spread over zones by topology mode Auto.
 *
 * @param counts the number of endpoints hinted for each zone
 * @param endpointsLeftToChance whether some endpoints were given to another zone: how many is
 *     fixed, which ones is chance (routing 1.11.15)
 * @param countsLeftToChance whether even the numbers are chance, because zones were equally in need
 */
public record ZoneHints(
    ImmutableSortedMap<String, Integer> counts,
    boolean endpointsLeftToChance,
    boolean countsLeftToChance)
    implements Serializable {

  /** Checks that there are counts. */
  public ZoneHints {
    checkNotNull(counts, "Counts of zone hints are null; expected a map");
  }
}
