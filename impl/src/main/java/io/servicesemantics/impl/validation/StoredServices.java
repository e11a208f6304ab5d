package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/**
 * How a stored Service reads: what older releases did not store is filled in, and what means
 * nothing is hidden.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/storage.go}, defaultOnReadService (api 2.4).
 */
final class StoredServices {

  private static final Choice<IpFamilyPolicy> SINGLE = Choice.of(IpFamilyPolicy.SINGLE_STACK);
  private static final Choice<IpFamilyPolicy> DUAL = Choice.of(IpFamilyPolicy.REQUIRE_DUAL_STACK);
  private static final Choice<IpFamily> IPV4 = Choice.of(IpFamily.IPV4);
  private static final Choice<IpFamily> IPV6 = Choice.of(IpFamily.IPV6);

  private final ImmutableList<Choice<IpFamily>> primary;
  private final ImmutableList<Choice<IpFamily>> both;

  StoredServices(IpFamily primary) {
    boolean isIpv4 = primary == IpFamily.IPV4;
    this.primary = ImmutableList.of(isIpv4 ? IPV4 : IPV6);
    this.both = ImmutableList.of(isIpv4 ? IPV4 : IPV6, isIpv4 ? IPV6 : IPV4);
  }

  Service asRead(Service service) {
    ServiceSpec spec = service.spec();
    boolean isExternalName = spec.type().is(ServiceType.EXTERNAL_NAME);
    boolean lacksList = !spec.clusterIP().isEmpty() && spec.clusterIPs().isEmpty();
    boolean lacksFamilies = !isExternalName && spec.ipFamilies().isEmpty();
    boolean hidesPolicy = isExternalName && spec.internalTrafficPolicy().isSaid();
    if (!lacksList && !lacksFamilies && !hidesPolicy) {
      return service;
    }
    ServiceSpec shown = spec;
    if (lacksList) {
      shown = shown.withClusterIPs(shown.clusterIP());
    }
    if (lacksFamilies) {
      shown = withFamilies(shown);
    }
    if (hidesPolicy) {
      shown = shown.withInternalTrafficPolicy(Choice.unsaid());
    }
    return service.withSpec(shown);
  }

  private ServiceSpec withFamilies(ServiceSpec spec) {
    if (spec.isHeadless()) {
      return spec.selector().isEmpty()
          ? spec.withIpFamilyPolicy(DUAL).withIpFamilies(both)
          : spec.withIpFamilyPolicy(SINGLE).withIpFamilies(primary);
    }
    if (spec.clusterIPs().isEmpty()) {
      return spec;
    }
    ImmutableList.Builder<Choice<IpFamily>> families = ImmutableList.builder();
    for (String address : spec.clusterIPs()) {
      families.add(AddressRules.isIpv6(address) ? IPV6 : IPV4);
    }
    ServiceSpec shown = spec.withIpFamilies(families.build());
    return switch (spec.clusterIPs().size()) {
      case 1 -> shown.withIpFamilyPolicy(SINGLE);
      case 2 -> shown.withIpFamilyPolicy(DUAL);
      default -> shown;
    };
  }
}
