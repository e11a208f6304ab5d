package io.servicesemantics.impl.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationRefusal;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.ServiceAllocator;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrSpec;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ServiceRanges;
import java.util.stream.Stream;

/** What the tests of this package take, and what they expect to be given. */
final class Taking {

  static final AllocationHolder WEB = AllocationHolder.service(NamespacedName.of("shop", "web"));
  static final AllocationHolder API = AllocationHolder.service(NamespacedName.of("shop", "api"));

  private Taking() {}

  static ServiceAllocator allocator(String ports, String... networks) {
    return new StandardServiceAllocator(
        ServiceRanges.builder()
            .serviceCIDRs(
                Stream.of(networks).map(Cidr::parse).collect(ImmutableList.toImmutableList()))
            .nodePortRange(PortRange.parse(ports))
            .build(),
        FeatureGates.of(KubernetesVersion.V1_36));
  }

  static AllocationState state(String... networks) {
    return allocator("30000-32767", networks).empty();
  }

  static ServiceCidr serviceCidr(String name, String... networks) {
    return ServiceCidr.builder()
        .metadata(ObjectMeta.of(name))
        .spec(ServiceCidrSpec.builder().addCidrs(networks).build())
        .build();
  }

  static IpAddress ip(String text) {
    return IpAddress.parse(text);
  }

  static <T> Allocation.Taken<T> taken(Allocation<T> allocation) {
    assertThat(allocation).isInstanceOf(Allocation.Taken.class);
    return (Allocation.Taken<T>) allocation;
  }

  static <T> AllocationState next(Allocation<T> allocation) {
    return taken(allocation).next();
  }

  static <T> void assertRefused(
      Allocation<T> allocation, AllocationRefusal refusal, String message) {
    assertThat(allocation).isEqualTo(new Allocation.Refused<T>(refusal, message));
  }
}
