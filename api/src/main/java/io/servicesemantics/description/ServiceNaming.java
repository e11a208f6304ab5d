package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * The names of one Service in the cluster's DNS, what they answer, and how short they may be where;
 * prints as a table for a terminal.
 *
 * @param namespace the Service's namespace
 * @param rows its own name, then those of its first ports and of its first ready endpoints; of a
 *     Service that is not headless only endpoints with host names
 * @param morePorts how many named ports there are beyond those
 * @param moreEndpoints how many names of endpoints there are beyond those
 */
public record ServiceNaming(
    String namespace, ImmutableList<NameRow> rows, int morePorts, int moreEndpoints) {

  /** Checks the ranges. */
  public ServiceNaming {
    checkNotNull(namespace, "Namespace is null; expected the Service's");
    checkNotNull(rows, "Names are null; expected a list");
    checkArgument(morePorts >= 0, "Further ports: \"%s\"; expected 0 or more", morePorts);
    checkArgument(
        moreEndpoints >= 0, "Further endpoints: \"%s\"; expected 0 or more", moreEndpoints);
  }

  /** {@return the table in aligned lines; empty where there is no name} */
  @Override
  public String toString() {
    return NamingText.of(this);
  }
}
