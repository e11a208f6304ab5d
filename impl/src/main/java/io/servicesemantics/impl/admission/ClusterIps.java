package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationRefusal;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.fault.FieldErrors;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.admission.AdmissionTraits.UntakeableName;
import io.servicesemantics.impl.validation.Faults;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.ServiceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Takes the cluster addresses of a Service, and says which ones it gives back.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/alloc.go}, allocClusterIPs, updateClusterIPs
 * (api 6.2, 6.3). Two addresses are taken together or not at all; which of two that cannot be had
 * the server tells of is left to chance.
 */
final class ClusterIps {

  private static final String FAILED = "failed to allocate a serviceIP: ";

  private final StandardValidator validator;

  /** Makes what asks a validator whether an address may belong to a Service of some name. */
  ClusterIps(StandardValidator validator) {
    this.validator = validator;
  }

  boolean onCreate(Draft draft) {
    if (!Needs.clusterIP(draft.type) || draft.isHeadless()) {
      return true;
    }
    int families = draft.ipFamilies.size();
    draft.clusterIPs = padded(draft.clusterIPs, families);
    return take(draft, 0, families);
  }

  boolean onUpdate(Draft draft, ServiceSpec old) {
    if (StackRule.leavesAlone(draft, old)) {
      return true;
    }
    if (!Needs.clusterIP(old.type())) { // A, or both are ExternalName
      return onCreate(draft);
    }
    if (isHeadless(old)) {
      return true;
    }
    if (!Needs.clusterIP(draft.type)) { // B
      draft.releases.addAddresses(old, 0);
      return true;
    }
    int before = old.ipFamilies().size();
    int now = draft.ipFamilies.size();
    if (before == 1 && now == 2) { // C
      draft.clusterIPs = padded(draft.clusterIPs, Math.max(2, draft.clusterIPs.size()));
      return take(draft, 1, 2);
    }
    if (before == 2 && now == 1) { // D
      draft.releases.addAddresses(old, 1);
    }
    return true;
  }

  static boolean isHeadless(ServiceSpec spec) {
    return !spec.clusterIPs().isEmpty()
        && spec.clusterIPs().get(0).equals(ServiceSpec.CLUSTER_IP_NONE);
  }

  private boolean take(Draft draft, int from, int to) {
    String[] taken = draft.clusterIPs.toArray(new String[0]);
    Rejected refusal = null;
    for (int i = from; i < to; i++) {
      Rejected now = takeOne(draft, i, taken);
      if (now != null) {
        refusal = refusal == null ? now : Refusals.leftToChance(refusal, now);
      }
    }
    if (refusal != null) {
      return draft.refuse(refusal);
    }
    keep(draft, taken);
    return true;
  }

  // Only once all are taken are they written to the Service.
  private static void keep(Draft draft, String[] taken) {
    ImmutableList<String> before = draft.clusterIPs;
    draft.clusterIPs = ImmutableList.copyOf(taken);
    if (taken.length > 0 && !taken[0].equals(draft.clusterIP)) {
      picked(draft, Paths.CLUSTER_IP, taken[0]);
      draft.clusterIP = taken[0];
    }
    for (int i = 0; i < taken.length; i++) {
      if (before.get(i).isEmpty() && !taken[i].isEmpty()) {
        picked(draft, Paths.address(i), taken[i]);
      }
    }
  }

  private static void picked(Draft draft, FieldPath field, String address) {
    draft.allocated.add(field);
    draft.note(FieldChange.Kind.PICKED, field, "", address, AdmissionReason.CLUSTER_IP_PICKED);
  }

  private @Nullable Rejected takeOne(Draft draft, int index, String[] taken) {
    IpFamily family = draft.ipFamilies.get(index).orElse(IpFamily.IPV4);
    ImmutableList<IpFamily> configured = draft.allocations.families();
    if (!configured.isEmpty() && !configured.contains(family)) {
      return crash(draft, family);
    }
    String wanted = draft.clusterIPs.get(index);
    return wanted.isEmpty() ? pick(draft, family, index, taken) : take(draft, wanted);
  }

  private @Nullable Rejected take(Draft draft, String wanted) {
    IpAddress address = IpAddress.tryParseLenient(wanted).orElse(null);
    if (address == null) {
      return Refusals.internal(
          draft, Refusal.CLUSTER_IP, "failed to parse service IP \"" + wanted + "\"");
    }
    Allocation<IpAddress> allocation = draft.allocations.take(address, draft.holder());
    String problem = null;
    if (allocation instanceof Allocation.Taken<IpAddress> taken) {
      draft.allocations = taken.next();
      problem = nameProblem(draft, address);
    } else if (allocation instanceof Allocation.Refused<IpAddress> refused) {
      String name =
          refused.refusal() == AllocationRefusal.ALREADY_ALLOCATED
              ? nameProblem(draft, address)
              : null;
      problem = name == null ? refused.message() : name;
    }
    return problem == null
        ? null
        : invalid(draft, "failed to allocate IP " + wanted + ": " + problem);
  }

  private @Nullable Rejected pick(Draft draft, IpFamily family, int index, String[] picks) {
    Allocation<IpAddress> allocation =
        draft.allocations.pick(family, draft.holder(), draft.picker, draft.nextDraw());
    if (allocation instanceof Allocation.Refused<IpAddress> refused) {
      return refused.refusal() == AllocationRefusal.FULL
          ? Refusals.internal(draft, Refusal.CLUSTER_IP, full(draft, refused.message()))
          : invalid(draft, "failed to allocate IP: " + refused.message());
    }
    Allocation.Taken<IpAddress> taken = (Allocation.Taken<IpAddress>) allocation;
    String problem = nameProblem(draft, taken.number());
    if (problem != null) {
      return untakeable(draft, problem);
    }
    draft.allocations = taken.next();
    picks[index] = taken.number().toString();
    return null;
  }

  private static String full(Draft draft, String message) {
    return draft.traits.fullRangeNamesService()
        ? "failed to allocate a serviceIP for Service \"" + draft.metadata.name() + "\": " + message
        : FAILED + message;
  }

  // What the server makes of an address that nobody of this name can hold.
  private static Rejected untakeable(Draft draft, String problem) {
    return switch (draft.traits.untakeableName()) {
      case SERVER_FAILS -> Refusals.internal(draft, Refusal.CLUSTER_IP, FAILED + problem);
      case RANGE_EXHAUSTED ->
          Refusals.internal(draft, Refusal.CLUSTER_IP, full(draft, "range is full"));
      default -> invalid(draft, "failed to allocate IP: " + problem);
    };
  }

  // An address is held by an IPAddress object that names its Service, and not every text that a
  // Service may have come with as its name can stand there (api-recorded 3.4).
  private @Nullable String nameProblem(Draft draft, IpAddress address) {
    if (draft.traits.untakeableName() == UntakeableName.JUDGED_LATER) {
      return null;
    }
    String name = draft.metadata.name();
    Faults faults = new Faults(validator.wording());
    validator.checkParentName(name, faults);
    return faults.isEmpty()
        ? null
        : FieldErrors.statusMessage(
            "IPAddress.networking.k8s.io", address.toString(), faults.toList());
  }

  private static Rejected invalid(Draft draft, String detail) {
    Faults faults = new Faults(draft.traits.wording());
    faults.invalid(Paths.CLUSTER_IPS, draft.clusterIPs, detail);
    return Refusals.invalid(draft, Refusal.CLUSTER_IP, faults.toList());
  }

  // A family without a range has no allocator, and the server asks it all the same.
  private static Rejected crash(Draft draft, IpFamily family) {
    return Refusals.crash(
        draft,
        new FieldError(
            FieldErrorType.INTERNAL,
            Paths.IP_FAMILIES,
            "",
            "the API server crashes on this request and answers nothing: it is to take an address"
                + " of family "
                + family.wireName()
                + ", for which the cluster has no range"));
  }

  private static ImmutableList<String> padded(ImmutableList<String> addresses, int size) {
    if (addresses.size() >= size) {
      return addresses;
    }
    ImmutableList.Builder<String> padded = ImmutableList.builderWithExpectedSize(size);
    padded.addAll(addresses);
    for (int i = addresses.size(); i < size; i++) {
      padded.add("");
    }
    return padded.build();
  }
}
