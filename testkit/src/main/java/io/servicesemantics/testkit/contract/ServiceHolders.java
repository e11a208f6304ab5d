package io.servicesemantics.testkit.contract;

import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.testkit.fixture.SentServices;

/** Services as holders of addresses and ports. */
final class ServiceHolders {

  /** The Service of the fixtures. */
  static final AllocationHolder WEB = named(SentServices.NAME);

  private ServiceHolders() {}

  static AllocationHolder named(String name) {
    return AllocationHolder.service(new NamespacedName(SentServices.NAMESPACE, name));
  }
}
