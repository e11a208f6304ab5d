package io.servicesemantics.impl.admission;

import static io.servicesemantics.service.ServiceSpec.CLUSTER_IP_NONE;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.impl.validation.Faults;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles of which address families a Service is, and refuses what does not fit the cluster.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/alloc.go}, initIPFamilyFields (api 5.2, whose
 * numbers stand at the steps).
 */
final class FamilyPlan {

  private final StandardValidator validator;

  /** Makes what asks a validator whether addresses and families are well-formed. */
  FamilyPlan(StandardValidator validator) {
    this.validator = validator;
  }

  boolean settle(Draft draft) {
    Service old = draft.old;
    ServiceSpec stored = old == null ? null : old.spec();
    if (!Needs.clusterIP(draft.type)
        || (stored != null && StackRule.leavesAlone(draft, stored))) { // F0, F1
      return true;
    }
    settlePolicy(draft, stored);
    Faults faults = new Faults(validator.wording());
    checkShape(draft, faults);
    if (!faults.isEmpty()) {
      return refuse(draft, faults);
    }
    if (stored != null) {
      dropSecond(draft, stored, faults);
    }
    checkCounts(draft, faults);
    inferFromAddresses(draft, faults);
    if (!faults.isEmpty()) { // F7
      return refuse(draft, faults);
    }
    if (draft.isHeadless() && draft.defaulted.spec().selector().isEmpty()) { // F8
      completeWithoutSelector(draft);
      return true;
    }
    checkCluster(draft, faults);
    if (!faults.isEmpty()) {
      return refuse(draft, faults);
    }
    complete(draft);
    return true;
  }

  // F2
  private static void settlePolicy(Draft draft, @Nullable ServiceSpec old) {
    if (draft.ipFamilyPolicy.isSaid()) {
      return;
    }
    if (old != null && old.ipFamilyPolicy().isSaid()) {
      setPolicy(
          draft,
          old.ipFamilyPolicy(),
          FieldChange.Kind.CARRIED_OVER,
          AdmissionReason.FAMILY_POLICY_KEPT);
    } else if (draft.clusterIP.equals(CLUSTER_IP_NONE)
        && draft.defaulted.spec().selector().isEmpty()) {
      setPolicy(
          draft,
          Choice.of(IpFamilyPolicy.REQUIRE_DUAL_STACK),
          FieldChange.Kind.INFERRED,
          AdmissionReason.FAMILY_POLICY_WITHOUT_SELECTOR);
    } else {
      setPolicy(
          draft,
          Choice.of(IpFamilyPolicy.SINGLE_STACK),
          FieldChange.Kind.INFERRED,
          AdmissionReason.FAMILY_POLICY_SINGLE);
    }
  }

  private static void setPolicy(
      Draft draft, Choice<IpFamilyPolicy> policy, FieldChange.Kind kind, AdmissionReason reason) {
    draft.note(kind, Paths.IP_FAMILY_POLICY, "", policy.text(), reason);
    draft.ipFamilyPolicy = policy;
  }

  // F3; a Service that says nothing of all this has no fault in it.
  private void checkShape(Draft draft, Faults faults) {
    if (!draft.clusterIPs.isEmpty()
        || !draft.clusterIP.isEmpty()
        || !draft.ipFamilies.isEmpty()
        || draft.ipFamilyPolicy.known().isEmpty()) {
      validator.checkClusterIps(draft.spec(), Optional.ofNullable(draft.old), faults);
    }
  }

  // F4
  private static void dropSecond(Draft draft, ServiceSpec old, Faults faults) {
    if (draft.ipFamilyPolicy.is(IpFamilyPolicy.SINGLE_STACK)) {
      if (draft.clusterIPs.size() > 1 && draft.clusterIPs.equals(old.clusterIPs())) {
        draft.note(
            FieldChange.Kind.INFERRED,
            Paths.address(1),
            draft.clusterIPs.get(1),
            "",
            AdmissionReason.SECOND_FAMILY_DROPPED);
        draft.clusterIPs = draft.clusterIPs.subList(0, 1);
      }
      if (draft.ipFamilies.size() > 1 && draft.ipFamilies.equals(old.ipFamilies())) {
        draft.note(
            FieldChange.Kind.INFERRED,
            Paths.family(1),
            draft.ipFamilies.get(1).text(),
            "",
            AdmissionReason.SECOND_FAMILY_DROPPED);
        draft.ipFamilies = draft.ipFamilies.subList(0, 1);
      }
      return;
    }
    if (isReduced(draft.clusterIPs, old.clusterIPs())) {
      faults.invalid(
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy,
          "must be 'SingleStack' to release the secondary cluster IP");
    }
    if (isReduced(draft.ipFamilies, old.ipFamilies())) {
      faults.invalid(
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy,
          "must be 'SingleStack' to release the secondary IP family");
    }
  }

  private static boolean isReduced(ImmutableList<?> now, ImmutableList<?> before) {
    return !now.isEmpty() && now.size() < before.size();
  }

  // F5
  private static void checkCounts(Draft draft, Faults faults) {
    if (!draft.ipFamilyPolicy.is(IpFamilyPolicy.SINGLE_STACK)) {
      return;
    }
    if (draft.clusterIPs.size() == 2) {
      faults.invalid(
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy,
          "must be 'RequireDualStack' or 'PreferDualStack' when multiple cluster IPs are"
              + " specified");
    }
    if (draft.ipFamilies.size() == 2) {
      faults.invalid(
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy,
          "must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are"
              + " specified");
    }
  }

  // F6
  private static void inferFromAddresses(Draft draft, Faults faults) {
    for (int i = 0; i < draft.clusterIPs.size(); i++) {
      String address = draft.clusterIPs.get(i);
      if (address.equals(CLUSTER_IP_NONE)) {
        return;
      }
      if (i < draft.ipFamilies.size()) {
        continue;
      }
      IpFamily family = familyOf(address);
      if (isConfigured(draft, family)) {
        add(draft, family, AdmissionReason.FAMILY_OF_ADDRESS);
      } else {
        faults.invalid(
            Paths.address(i),
            draft.clusterIPs,
            family.wireName() + " is not configured on this cluster");
      }
    }
  }

  private static IpFamily familyOf(String address) {
    return IpAddress.tryParseLenient(address).map(IpAddress::family).orElse(IpFamily.IPV4);
  }

  // F8: both families, whatever the cluster has.
  private static void completeWithoutSelector(Draft draft) {
    if (draft.ipFamilies.isEmpty()) {
      add(draft, primary(draft), AdmissionReason.FAMILY_PRIMARY);
    }
    if (draft.ipFamilies.size() == 1 && !draft.ipFamilyPolicy.is(IpFamilyPolicy.SINGLE_STACK)) {
      add(draft, other(draft.ipFamilies.get(0)), AdmissionReason.FAMILY_SECOND);
    }
  }

  // F9, F10
  private static void checkCluster(Draft draft, Faults faults) {
    if (draft.ipFamilyPolicy.is(IpFamilyPolicy.REQUIRE_DUAL_STACK)
        && draft.allocations.families().size() < 2) {
      faults.invalid(
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy,
          "this cluster is not configured for dual-stack services");
    }
    for (int i = 0; i < draft.ipFamilies.size(); i++) {
      Choice<IpFamily> family = draft.ipFamilies.get(i);
      if (!isConfigured(draft, family.orElse(IpFamily.IPV4))) {
        faults.invalid(Paths.family(i), family, "not configured on this cluster");
      }
    }
  }

  // F11, F12
  private static void complete(Draft draft) {
    if (draft.ipFamilies.isEmpty()) {
      add(draft, primary(draft), AdmissionReason.FAMILY_PRIMARY);
    }
    if (draft.ipFamilies.size() == 1
        && !draft.ipFamilyPolicy.is(IpFamilyPolicy.SINGLE_STACK)
        && draft.allocations.families().size() > 1) {
      add(draft, other(draft.ipFamilies.get(0)), AdmissionReason.FAMILY_SECOND);
    }
  }

  private static void add(Draft draft, IpFamily family, AdmissionReason reason) {
    int index = draft.ipFamilies.size();
    Choice<IpFamily> choice = Choice.of(family);
    draft.note(FieldChange.Kind.INFERRED, Paths.family(index), "", choice.text(), reason);
    draft.ipFamilies =
        index == 0
            ? ImmutableList.of(choice)
            : ImmutableList.<Choice<IpFamily>>builderWithExpectedSize(index + 1)
                .addAll(draft.ipFamilies)
                .add(choice)
                .build();
  }

  private static boolean isConfigured(Draft draft, IpFamily family) {
    return draft.allocations.families().contains(family);
  }

  private static IpFamily primary(Draft draft) {
    ImmutableList<IpFamily> families = draft.allocations.families();
    return families.isEmpty() ? IpFamily.IPV4 : families.get(0);
  }

  private static IpFamily other(Choice<IpFamily> family) {
    return family.is(IpFamily.IPV4) ? IpFamily.IPV6 : IpFamily.IPV4;
  }

  private static boolean refuse(Draft draft, Faults faults) {
    return draft.refuse(Refusals.invalid(draft, Refusal.FAMILIES, faults.toList()));
  }
}
