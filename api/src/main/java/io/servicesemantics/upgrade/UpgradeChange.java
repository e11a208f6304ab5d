package io.servicesemantics.upgrade;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * One thing that changes for a Service.
 *
 * @param kind in which way
 * @param where where it shows, such as {@code on create}, or the flows concerned
 * @param before how it is; empty for nothing, as for a warning that nobody had
 * @param after how it will be; empty for nothing
 * @param causes what brings it about: each alone where there are several that are enough, else all
 *     that take part
 * @param advice what to do before upgrading; empty where there is nothing to do
 */
public record UpgradeChange(
    UpgradeChangeKind kind,
    String where,
    String before,
    String after,
    ImmutableList<UpgradeCause> causes,
    String advice) {

  /** Checks that something changes. */
  public UpgradeChange {
    checkNotNull(kind, "Kind of a change is null; expected one");
    checkNotNull(where, "Place of a change is null; expected text");
    checkArgument(!before.equals(after), "After a change: \"%s\"; expected another", after);
    checkNotNull(causes, "Causes of a change are null; expected a list");
    checkNotNull(advice, "Advice is null; expected text, empty for none");
  }
}
