package io.servicesemantics.testkit.arbitrary;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.function.UnaryOperator;

/**
 * A change a person makes to a Service as read from a cluster, before putting it back.
 *
 * @param name what is changed, for reports
 * @param change the change; a pure function
 */
public record ServiceEdit(String name, UnaryOperator<Service> change) {

  /** Checks that no part is null. */
  public ServiceEdit {
    checkNotNull(name, "Name of an edit is null; expected text");
    checkNotNull(change, "Change of an edit is null; expected a function");
  }

  static ServiceEdit spec(String name, UnaryOperator<ServiceSpec> change) {
    return new ServiceEdit(name, service -> service.withSpec(change.apply(service.spec())));
  }

  /**
   * Makes the change.
   *
   * @param service the Service as read
   * @return the Service to put back
   */
  public Service applyTo(Service service) {
    return change.apply(service);
  }

  /**
   * Returns the edit that makes this change and then another one.
   *
   * @param next the other one
   * @return both
   */
  public ServiceEdit then(ServiceEdit next) {
    return new ServiceEdit(name + ", then " + next.name, service -> next.applyTo(applyTo(service)));
  }

  /** {@return what is changed} */
  @Override
  public String toString() {
    return name;
  }
}
