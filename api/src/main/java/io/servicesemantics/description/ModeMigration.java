package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.ProxyMode;

/**
 * What would change for the Services of a cluster if kube-proxy ran in another mode; prints as text
 * for a terminal.
 *
 * <p>Left out are source ports, ICMP and established connections.
 *
 * @param from the mode it runs in
 * @param to the other mode
 * @param services how many Services were looked at
 * @param nodes how many nodes were looked at
 * @param changes what changes: first what is the same for all Services, then by Service
 */
public record ModeMigration(
    ProxyMode from, ProxyMode to, int services, int nodes, ImmutableList<TrafficChange> changes) {

  /** Checks that no part is null. */
  public ModeMigration {
    checkNotNull(from, "Mode is null; expected the one kube-proxy runs in");
    checkNotNull(to, "Mode is null; expected another one");
    checkNotNull(changes, "Changes are null; expected a list");
  }

  /** {@return the changes in lines, each with its reason} */
  @Override
  public String toString() {
    return MigrationText.of(this);
  }
}
