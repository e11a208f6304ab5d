package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.function.IntFunction;

/**
 * Rules about what may become of the addresses and families of a stored Service.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, validateUpgradeDowngradeClusterIPs and
 * validateUpgradeDowngradeIPFamilies (api 4.5 U2, U3).
 */
final class ClusterIpUpdateRules {

  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final String KEPT = "may not change once set";

  private ClusterIpUpdateRules() {}

  static void checkAddresses(ServiceSpec spec, ServiceSpec old, Faults faults) {
    if (isEitherExternalName(spec, old)
        || (Exposure.isHeadless(spec) && Exposure.isHeadless(old))) {
      return;
    }
    FieldPath path = SPEC.child("clusterIPs");
    ImmutableList<String> now = spec.clusterIPs();
    ImmutableList<String> before = old.clusterIPs();
    if (now.size() == before.size()) {
      if (!now.equals(before)) {
        checkEach(now, before, path::index, faults.values().texts(now), faults);
      }
      return;
    }
    if (now.isEmpty()) {
      faults.invalid(path.index(0), now, "primary clusterIP can not be unset");
    } else if (!before.isEmpty() && !now.get(0).equals(before.get(0))) {
      faults.invalid(path.index(0), now, KEPT);
    }
    if (now.size() == 1 && before.size() > 1) {
      checkReleases(spec, "clusterIP", faults);
    }
  }

  static void checkFamilies(ServiceSpec spec, ServiceSpec old, Faults faults) {
    if (isEitherExternalName(spec, old) || Exposure.isHeadless(spec) || Exposure.isHeadless(old)) {
      return;
    }
    // Whichever family it is about, the server names the first.
    FieldPath path = SPEC.child("ipFamilies").index(0);
    ImmutableList<Choice<IpFamily>> now = spec.ipFamilies();
    ImmutableList<Choice<IpFamily>> before = old.ipFamilies();
    if (now.size() == before.size()) {
      if (!now.equals(before)) {
        checkEach(now, before, index -> path, faults.values().families(now), faults);
      }
      return;
    }
    if (now.size() < before.size() && spec.clusterIPs().isEmpty()) {
      faults.invalidShown(path, faults.values().families(now), "primary ipFamily can not be unset");
    }
    if (!now.isEmpty() && !before.isEmpty() && !now.get(0).equals(before.get(0))) {
      // the server shows the addresses here
      faults.invalid(path, spec.clusterIPs(), KEPT);
    }
    if (now.size() == 1 && before.size() > 1) {
      checkReleases(spec, "ipFamily", faults);
    }
  }

  private static void checkEach(
      ImmutableList<?> now,
      ImmutableList<?> before,
      IntFunction<FieldPath> path,
      String shown,
      Faults faults) {
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(before.get(i))) {
        faults.invalidShown(path.apply(i), shown, KEPT);
      }
    }
  }

  private static void checkReleases(ServiceSpec spec, String what, Faults faults) {
    if (!spec.ipFamilyPolicy().is(IpFamilyPolicy.SINGLE_STACK)) {
      faults.invalid(
          SPEC.child("ipFamilyPolicy"),
          spec.ipFamilyPolicy(),
          "must be set to 'SingleStack' when releasing the secondary " + what);
    }
  }

  private static boolean isEitherExternalName(ServiceSpec spec, ServiceSpec old) {
    return spec.type().is(ServiceType.EXTERNAL_NAME) || old.type().is(ServiceType.EXTERNAL_NAME);
  }
}
