package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * What becomes of the traffic of one Service: who sends it where, and what happens, node by node
 * where nodes differ; prints as a table for a terminal.
 *
 * <p>It is about new connections: established ones keep their endpoint (routing 2.17.1).
 *
 * @param rows a row for each address and port of the Service; none where kube-proxy makes none
 */
public record TrafficTable(ImmutableList<TrafficRow> rows) {

  /** The table of a Service of which kube-proxy makes nothing. */
  public static final TrafficTable NONE = new TrafficTable(ImmutableList.of());

  /** Checks that there is a list. */
  public TrafficTable {
    checkNotNull(rows, "Rows of a table are null; expected a list");
  }

  /** {@return the table in aligned lines, reasons beneath it; empty where there are no rows} */
  @Override
  public String toString() {
    return TrafficText.of(this);
  }
}
