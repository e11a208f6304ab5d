package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a table of Services shows, as the flags of {@code kubectl get} say it.
 *
 * @param wide whether all is shown whole, and selectors too: {@code -o wide}
 * @param namespaces whether there is a column of namespaces: {@code -A}
 * @param now when it is printed, from which ages are counted; empty where nobody knows, and ages
 *     are {@code <unknown>}
 */
public record TableStyle(boolean wide, boolean namespaces, Optional<Instant> now) {

  /** {@code kubectl get services}. */
  public static final TableStyle PLAIN = new TableStyle(false, false, Optional.empty());

  /** {@code kubectl get services -o wide}. */
  public static final TableStyle WIDE = new TableStyle(true, false, Optional.empty());

  /** Checks that no part is null. */
  public TableStyle {
    checkNotNull(now, "Time of printing is null; expected one, or empty");
  }

  /** {@return this style with a column of namespaces} */
  public TableStyle withNamespaces() {
    return new TableStyle(wide, true, now);
  }

  /**
   * Returns this style as of a time.
   *
   * @param now when it is printed
   * @return the style
   */
  public TableStyle withNow(Instant now) {
    return new TableStyle(wide, namespaces, Optional.of(now));
  }
}
