package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Strings.padEnd;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;

/**
 * Which nodes pass a load balancer's check of a Service, and why not the others.
 *
 * @param service the Service
 * @param checks one entry a node and family of the Service, in the order of the nodes
 */
public record HealthOverview(NamespacedName service, ImmutableList<ServiceHealth> checks)
    implements Serializable {

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
    int width = checks.stream().mapToInt(check -> check.node().length()).max().orElse(0);
    StringBuilder text = new StringBuilder("health checks of ").append(service);
    for (ServiceHealth check : checks) {
      text.append("\n  ")
          .append(padEnd(check.node(), width, ' '))
          .append("  ")
          .append(check.family().wireName())
          .append("  ")
          .append(check.words());
      if (check.isServed() && !check.isPassing()) {
        text.append(". ").append(check.reason().sentence());
      }
    }
    return text.toString();
  }
}
