package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.Service;

/** The address families a Service is meant for (routing 2.1.5). */
final class ServiceFamilies {

  private ServiceFamilies() {}

  /** The families it names; where it names none, that of its cluster IP, or else IPv4. */
  static ImmutableList<IpFamily> of(Service service) {
    ImmutableSet.Builder<IpFamily> families = ImmutableSet.builder();
    for (Choice<IpFamily> family : service.spec().ipFamilies()) {
      family.known().ifPresent(families::add);
    }
    ImmutableList<IpFamily> named = families.build().asList();
    return named.isEmpty()
        ? ImmutableList.of(
            IpAddress.tryParseLenient(service.spec().clusterIP())
                .map(IpAddress::family)
                .orElse(IpFamily.IPV4))
        : named;
  }
}
