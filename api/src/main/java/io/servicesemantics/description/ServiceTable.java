package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.service.Service;

/**
 * The table {@code kubectl get services} prints; prints as there, in aligned columns.
 *
 * <pre>{@code
 * System.out.println(ServiceTable.of(world.services(), TableStyle.WIDE.withNamespaces()));
 * }</pre>
 *
 * <p>Source: {@code pkg/printers/internalversion/printers.go}, printService (api appendix G).
 *
 * @param columns the headings
 * @param rows a row for each Service, as wide as the headings
 */
public record ServiceTable(
    ImmutableList<String> columns, ImmutableList<ImmutableList<String>> rows) {

  /** Checks that every row is as wide as the headings. */
  public ServiceTable {
    checkNotNull(columns, "Headings are null; expected a list");
    for (ImmutableList<String> row : rows) {
      checkArgument(
          row.size() == columns.size(),
          "Row of a table: \"%s\"; expected %s cells",
          row,
          columns.size());
    }
  }

  /**
   * Returns the table of some Services.
   *
   * @param services the Services as they are stored, in the order they are to be shown
   * @param style what is shown
   * @return the table
   */
  public static ServiceTable of(Iterable<Service> services, TableStyle style) {
    ImmutableList.Builder<String> columns = ImmutableList.builder();
    if (style.namespaces()) {
      columns.add("NAMESPACE");
    }
    columns.add("NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE");
    if (style.wide()) {
      columns.add("SELECTOR");
    }
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (Service service : services) {
      rows.add(ServiceCells.of(service, style));
    }
    return new ServiceTable(columns.build(), rows.build());
  }

  /** {@return the headings and a line for each row, without a line break behind the last} */
  @Override
  public String toString() {
    return AlignedText.of(columns, rows);
  }
}
