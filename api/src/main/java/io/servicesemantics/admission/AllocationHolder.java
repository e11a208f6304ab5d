package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;

/**
 * Who holds an address or a port.
 *
 * @param resource the resource, such as {@code services}; for resources of other groups with the
 *     group, such as {@code gateways.gateway.networking.k8s.io}
 * @param name its namespace and name
 */
public record AllocationHolder(String resource, NamespacedName name) implements Serializable {

  private static final String SERVICES = "services";

  /** Checks that no part is null. */
  public AllocationHolder {
    checkNotNull(resource, "Resource of a holder is null; expected text");
    checkNotNull(name, "Name of a holder is null; expected a name");
  }

  /**
   * Returns a Service as a holder.
   *
   * @param name its namespace and name
   * @return the holder
   */
  public static AllocationHolder service(NamespacedName name) {
    return new AllocationHolder(SERVICES, name);
  }

  /** {@return whether it is a Service} */
  public boolean isService() {
    return resource.equals(SERVICES);
  }

  /** {@return resource and name, such as {@code services shop/web}} */
  @Override
  public String toString() {
    return resource + " " + name;
  }
}
