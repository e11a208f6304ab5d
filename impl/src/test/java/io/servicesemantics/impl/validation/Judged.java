package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.List;

/** Services with defaults and addresses, and what the validator says of them, as text. */
final class Judged {

  static final FeatureGates GATES = FeatureGates.of(KubernetesVersion.V1_36);
  static final StandardValidator VALIDATOR = new StandardValidator(GATES, Quirks.NONE);
  static final StandardValidator LENIENT =
      new StandardValidator(GATES.with(FeatureGate.STRICT_IP_CIDR_VALIDATION, false), Quirks.NONE);
  static final StandardValidator OLDER_NAMES =
      new StandardValidator(
          GATES.with(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION, false), Quirks.NONE);
  static final ServiceDefaulter DEFAULTER =
      new StandardDefaulter(
          ServiceRanges.builder().build(), FeatureGates.of(KubernetesVersion.V1_36));

  private Judged() {}

  /** Returns a Service as it is once it has defaults. */
  static ServiceSpec whole(Service sent) {
    return DEFAULTER.applyTo(sent).spec();
  }

  static ServiceSpec clusterIp() {
    return withAddress(whole(SentServices.clusterIp()));
  }

  static ServiceSpec nodePort() {
    return withAddress(whole(SentServices.nodePort()));
  }

  static ServiceSpec loadBalancer() {
    return withAddress(whole(SentServices.loadBalancer()));
  }

  static ServiceSpec headless() {
    return whole(SentServices.headless()).withClusterIPs("None");
  }

  static ServiceSpec externalName() {
    return whole(SentServices.externalName());
  }

  static ServiceSpec dualStack() {
    return clusterIp().toBuilder()
        .clusterIPs(ImmutableList.of("10.96.0.10", "fd00::10"))
        .ipFamilies(IpFamily.IPV4, IpFamily.IPV6)
        .ipFamilyPolicy(IpFamilyPolicy.REQUIRE_DUAL_STACK)
        .build();
  }

  private static ServiceSpec withAddress(ServiceSpec spec) {
    return spec.toBuilder()
        .clusterIP("10.96.0.10")
        .addClusterIPs("10.96.0.10")
        .ipFamilies(IpFamily.IPV4)
        .ipFamilyPolicy(IpFamilyPolicy.SINGLE_STACK)
        .build();
  }

  static ImmutableList<String> faults(ServiceSpec spec) {
    return texts(VALIDATOR.validate(SentServices.of(spec)));
  }

  static ImmutableList<String> faults(ObjectMeta metadata) {
    return texts(VALIDATOR.validate(SentServices.of(clusterIp()).withMetadata(metadata)));
  }

  static ImmutableList<String> update(ServiceSpec spec, ServiceSpec old) {
    return texts(VALIDATOR.validateUpdate(stored(spec), stored(old)));
  }

  static Service stored(ServiceSpec spec) {
    Service service = SentServices.of(spec);
    return service.withMetadata(service.metadata().withResourceVersion("1"));
  }

  static ImmutableList<String> texts(List<FieldError> faults) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (FieldError fault : faults) {
      texts.add(fault.message());
    }
    return texts.build();
  }
}
