package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.object.NamespacedName;

/**
 * Which nodes pass a load balancer's check of a Service, and why not the others.
 *
 * @param service the Service
 * @param checks one entry a node and family of the Service, in the order of the nodes
 */
public record HealthOverview(NamespacedName service, ImmutableList<ServiceHealth> checks) {

  private static final ImmutableList<String> COLUMNS =
      ImmutableList.of("NODE", "FAMILY", "PORT", "ANSWER", "READY HERE", "BECAUSE");

  /** Checks that no part is missing. */
  public HealthOverview {
    checkNotNull(service, "Service of an overview is null; expected its name");
    checkNotNull(checks, "Checks of an overview are null; expected a list");
  }

  /** {@return those that pass} */
  public ImmutableList<ServiceHealth> passing() {
    return checks.stream()
        .filter(ServiceHealth::isPassing)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return those that fail, or where nobody answers} */
  public ImmutableList<ServiceHealth> failing() {
    return checks.stream()
        .filter(check -> !check.isPassing())
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return a line for each entry, aligned} */
  @Override
  public String toString() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (ServiceHealth check : checks) {
      rows.add(
          ImmutableList.of(
              check.node(),
              check.family().wireName(),
              check.served().map(said -> "" + said.port()).orElse("-"),
              check.served().map(said -> "" + said.answer().status()).orElse("none"),
              check.served().map(said -> "" + said.localEndpoints()).orElse("-"),
              check.reason().sentence()));
    }
    return AlignedText.of(COLUMNS, rows.build());
  }
}
