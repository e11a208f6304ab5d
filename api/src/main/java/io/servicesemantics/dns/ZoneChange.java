package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * What differs between two zones.
 *
 * @param gone the records that only the first has
 * @param added the records that only the second has
 */
public record ZoneChange(ImmutableList<DnsRecord> gone, ImmutableList<DnsRecord> added) {

  /** Checks that no part is missing. */
  public ZoneChange {
    checkNotNull(gone, "Records that are gone are null; expected a list");
    checkNotNull(added, "Records that were added are null; expected a list");
  }

  /** {@return whether the zones have the same records} */
  public boolean isEmpty() {
    return gone.isEmpty() && added.isEmpty();
  }

  /**
   * {@return a line for each record, with {@code -} before those gone and {@code +} before others}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    gone.forEach(record -> text.append("- ").append(record).append('\n'));
    added.forEach(record -> text.append("+ ").append(record).append('\n'));
    return text.toString();
  }
}
