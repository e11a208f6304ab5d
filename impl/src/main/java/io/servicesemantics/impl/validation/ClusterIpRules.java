package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.HashSet;
import java.util.Set;

/**
 * Rules about cluster addresses, families and their policy, which the server asks twice: before it
 * allocates, and with all the others.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceClusterIPsRelatedFields
 * (api 3.4).
 */
final class ClusterIpRules {

  private static final ImmutableList<String> FAMILIES = ImmutableList.of("IPv4", "IPv6");
  private static final ImmutableList<String> POLICIES =
      ImmutableList.of("PreferDualStack", "RequireDualStack", "SingleStack");
  private static final FieldPath CLUSTER_IPS = FieldPath.of("spec").child("clusterIPs");
  private static final FieldPath IP_FAMILIES = FieldPath.of("spec").child("ipFamilies");
  private static final FieldPath POLICY = FieldPath.of("spec").child("ipFamilyPolicy");

  private ClusterIpRules() {}

  static void check(Proposal proposal, Faults faults) {
    Service old = proposal.old();
    StoredTexts stored = old == null ? StoredTexts.NONE : StoredTexts.of(old.spec().clusterIPs());
    check(proposal.spec(), stored, proposal.strictAddresses(), faults);
  }

  /**
   * Checks the block.
   *
   * @param stored the addresses of the stored Service, which are taken again whatever their
   *     spelling
   */
  static void check(ServiceSpec spec, StoredTexts stored, boolean strict, Faults faults) {
    if (spec.type().is(ServiceType.EXTERNAL_NAME)) {
      return;
    }
    checkAgreement(spec, faults);
    checkFamilies(spec.ipFamilies(), faults);
    if (spec.ipFamilyPolicy().isSaid() && !spec.ipFamilyPolicy().isKnown()) {
      faults.notSupported(POLICY, spec.ipFamilyPolicy(), POLICIES);
    }
    if (!checkAddresses(spec.clusterIPs(), stored, strict, faults)) {
      return;
    }
    checkOneOfEach(spec.clusterIPs(), faults);
    checkFamiliesOfAddresses(spec, faults);
  }

  private static void checkAgreement(ServiceSpec spec, Faults faults) {
    ImmutableList<String> addresses = spec.clusterIPs();
    if (spec.clusterIP().isEmpty()) {
      if (!addresses.isEmpty()) {
        faults.invalid(CLUSTER_IPS, addresses, "must be empty when `clusterIP` is not specified");
      }
    } else if (addresses.isEmpty()) {
      faults.required(CLUSTER_IPS, "");
    } else if (!addresses.get(0).equals(spec.clusterIP())) {
      faults.invalid(CLUSTER_IPS, addresses, "first value must match `clusterIP`");
    }
  }

  private static void checkFamilies(ImmutableList<Choice<IpFamily>> families, Faults faults) {
    if (families.size() == 2 && isOneOfEach(families)) {
      return;
    }
    Set<String> seen = families.size() > 1 ? new HashSet<>() : Set.of();
    for (int i = 0; i < families.size(); i++) {
      Choice<IpFamily> family = families.get(i);
      if (!family.isKnown()) {
        faults.notSupported(IP_FAMILIES.index(i), family, FAMILIES);
      }
      if (families.size() > 1 && !seen.add(family.text())) {
        faults.duplicate(IP_FAMILIES.index(i), family);
      }
    }
  }

  private static boolean isOneOfEach(ImmutableList<Choice<IpFamily>> families) {
    return families.get(0).isKnown()
        && families.get(1).isKnown()
        && !families.get(0).equals(families.get(1));
  }

  // Whether the addresses can be read, so that further rules about them make sense.
  private static boolean checkAddresses(
      ImmutableList<String> addresses, StoredTexts stored, boolean strict, Faults faults) {
    boolean readable = true;
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      if (i == 0 && address.equals(ServiceSpec.CLUSTER_IP_NONE)) {
        if (addresses.size() > 1) {
          faults.invalid(CLUSTER_IPS, addresses, "'None' must be the first and only value");
          readable = false;
        }
      } else {
        String fault = AddressRules.addressFault(address, strict);
        if (!fault.isEmpty() && !stored.has(address)) {
          faults.invalid(CLUSTER_IPS.index(i), address, fault);
          readable = false;
        }
      }
    }
    if (addresses.size() > 2) {
      faults.invalid(CLUSTER_IPS, addresses, "may only hold up to 2 values");
    }
    return readable;
  }

  private static void checkOneOfEach(ImmutableList<String> addresses, Faults faults) {
    if (addresses.size() < 2) {
      return;
    }
    boolean hasIpv4 = false;
    boolean hasIpv6 = false;
    for (int i = 0; i < addresses.size(); i++) {
      String address = addresses.get(i);
      if (IpAddress.tryParseLenient(address).isEmpty()) {
        // only one taken over unread from the stored Service, such as its "None"
        faults.internal(
            CLUSTER_IPS,
            "failed to check for dual stack with error:invalid IP[" + i + "]: " + address);
        hasIpv4 = false;
        break;
      }
      boolean isIpv6 = AddressRules.isIpv6(address);
      hasIpv4 |= !isIpv6;
      hasIpv6 |= isIpv6;
    }
    if (!hasIpv4 || !hasIpv6) {
      faults.invalid(CLUSTER_IPS, addresses, "may specify no more than one IP for each IP family");
    }
  }

  private static void checkFamiliesOfAddresses(ServiceSpec spec, Faults faults) {
    if (Exposure.isHeadless(spec)) {
      return;
    }
    ImmutableList<String> addresses = spec.clusterIPs();
    int both = Math.min(addresses.size(), spec.ipFamilies().size());
    for (int i = 0; i < both; i++) {
      Choice<IpFamily> family = spec.ipFamilies().get(i);
      boolean isIpv6 = AddressRules.isIpv6(addresses.get(i));
      if (family.is(isIpv6 ? IpFamily.IPV4 : IpFamily.IPV6)) {
        faults.invalid(
            CLUSTER_IPS.index(i),
            addresses.get(i),
            "expected an " + family.text() + " value as indicated by `ipFamilies[" + i + "]`");
      }
    }
  }
}
