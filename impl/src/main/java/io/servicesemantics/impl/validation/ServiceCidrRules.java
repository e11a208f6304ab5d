package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.Cidr;
import java.util.Optional;

/**
 * Rules a ServiceCIDR must meet.
 *
 * <p>Source: {@code pkg/apis/networking/validation/validation.go}, ValidateServiceCIDR and
 * ValidateServiceCIDRUpdate (api 1.5).
 */
final class ServiceCidrRules {

  private static final FieldPath CIDRS = FieldPath.of("spec").child("cidrs");

  private ServiceCidrRules() {}

  static void check(ServiceCidr object, Faults faults) {
    MetadataRules.check(object.metadata(), false, NameRule.SUBDOMAIN, faults);
    MetadataRules.checkFinalizerNames(object.metadata().finalizers(), faults);
    checkNetworks(object.spec().cidrs(), faults);
  }

  static void checkUpdate(ServiceCidr object, ServiceCidr old, Faults faults) {
    MetadataUpdateRules.check(object.metadata(), old.metadata(), faults);
    MetadataRules.checkFinalizerNames(object.metadata().finalizers(), faults);
    ImmutableList<String> now = object.spec().cidrs();
    ImmutableList<String> before = old.spec().cidrs();
    if (now.size() == before.size()) {
      for (int i = 0; i < now.size(); i++) {
        checkSame(now, before, i, faults);
      }
    } else if (before.size() == 1 && now.size() == 2) {
      checkSame(now, before, 0, faults);
      checkNetworks(now, faults);
    } else {
      faults.invalid(CIDRS, now, MetadataUpdateRules.IMMUTABLE);
    }
  }

  private static void checkSame(
      ImmutableList<String> now, ImmutableList<String> before, int index, Faults faults) {
    if (!now.get(index).equals(before.get(index))) {
      faults.invalid(CIDRS.index(index), now.get(index), MetadataUpdateRules.IMMUTABLE);
    }
  }

  private static void checkNetworks(ImmutableList<String> networks, Faults faults) {
    if (networks.isEmpty()) {
      faults.required(CIDRS, "at least one CIDR required");
      return;
    }
    if (networks.size() > 2) {
      // the server shows the whole spec, by the names of its Go fields
      faults.invalidShown(
          CIDRS, faults.values().networks(networks), "may only hold up to 2 values");
      return;
    }
    for (int i = 0; i < networks.size(); i++) {
      String fault = AddressRules.canonicalCidrFault(networks.get(i));
      if (!fault.isEmpty()) {
        faults.invalid(CIDRS.index(i), networks.get(i), fault);
      }
    }
    if (networks.size() == 2 && areOfOneFamily(networks.get(0), networks.get(1))) {
      faults.invalid(
          CIDRS,
          networks,
          "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and"
              + " 2001:db8::/64");
    }
  }

  private static boolean areOfOneFamily(String one, String other) {
    Optional<Cidr> first = Cidr.tryParseLenient(one);
    Optional<Cidr> second = Cidr.tryParseLenient(other);
    return first.isPresent() && second.isPresent() && first.get().family() == second.get().family();
  }
}
