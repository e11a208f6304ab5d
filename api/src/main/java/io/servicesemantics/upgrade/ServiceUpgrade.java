package io.servicesemantics.upgrade;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/**
 * A Service for which something changes.
 *
 * @param service its namespace and name
 * @param location where it stands, if it was read from text
 * @param changes what changes, the gravest first
 */
public record ServiceUpgrade(
    NamespacedName service,
    Optional<SourceLocation> location,
    ImmutableList<UpgradeChange> changes) {

  /** Checks that something changes. */
  public ServiceUpgrade {
    checkNotNull(service, "Name of a Service is null; expected one");
    checkNotNull(location, "Location is null; expected one, or empty");
    checkArgument(!changes.isEmpty(), "Changes: \"%s\"; expected one or more", changes);
  }

  /**
   * Returns what changes in one way.
   *
   * @param kind the way
   * @return the changes of that kind
   */
  public ImmutableList<UpgradeChange> changes(UpgradeChangeKind kind) {
    return changes.stream()
        .filter(change -> change.kind() == kind)
        .collect(ImmutableList.toImmutableList());
  }
}
