package io.servicesemantics.impl.admission;

import com.google.common.primitives.UnsignedLong;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * What the store asks of a request: whether its name is free, or what it replaces is still what the
 * client read.
 *
 * <p>Source: {@code apiserver/pkg/registry/generic/registry/store.go}; {@code
 * apiserver/pkg/storage} (api 0.2.8, 0.3.2).
 */
final class Store {

  private static final String ALREADY_EXISTS = "AlreadyExists";
  private static final String CONFLICT = "Conflict";

  private Store() {}

  /** Whether the store takes a new Service. */
  static boolean takesNew(Draft draft) {
    ObjectMeta metadata = draft.metadata;
    if (isNumberAboveZero(versionSent(draft))) {
      return draft.refuse(
          Refusals.bare(
              draft,
              Refusal.REQUEST,
              "resourceVersion should not be set on objects to be created"));
    }
    Optional<Service> stored =
        draft.state.service(NamespacedName.of(metadata.namespace(), metadata.name()));
    if (stored.isEmpty()) {
      return true;
    }
    return draft.refuse(
        Refusals.conflict(
            draft,
            Refusal.ALREADY_EXISTS,
            ALREADY_EXISTS,
            (stored.get().metadata().isBeingDeleted() ? "object is being deleted: " : "")
                + "services "
                + QuotedText.of(metadata.name())
                + " already exists"));
  }

  /** Whether the client means the object that is there, by its uid. */
  static boolean isMeant(Draft draft, String storedUid) {
    String uid = draft.metadata.uid();
    if (uid.isEmpty() || uid.equals(storedUid)) {
      return true;
    }
    return draft.refuse(
        conflict(
            draft,
            "StorageError: invalid object, Code: 4, Key: /registry/services/specs/"
                + draft.target
                + ", ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in"
                + " precondition: "
                + uid
                + ", UID in object meta: "
                + storedUid));
  }

  /** Whether the version the client read is a version at all. */
  static boolean hasReadableVersion(Draft draft) {
    String problem = versionProblem(versionSent(draft));
    return problem.isEmpty() || draft.refuse(Refusals.bare(draft, Refusal.REQUEST, problem));
  }

  /** Whether the version the client read is the stored one; none at all means any. */
  static boolean isCurrent(Draft draft, ObjectMeta old) {
    String version = versionSent(draft);
    if (!isNumberAboveZero(version) || isSameNumber(version, old.resourceVersion())) {
      return true;
    }
    return draft.refuse(
        conflict(
            draft,
            "the object has been modified; please apply your changes to the latest version and"
                + " try again"));
  }

  private static Rejected conflict(Draft draft, String why) {
    return Refusals.conflict(
        draft,
        Refusal.CONFLICT,
        CONFLICT,
        "Operation cannot be fulfilled on services "
            + QuotedText.of(draft.metadata.name())
            + ": "
            + why);
  }

  private static String versionSent(Draft draft) {
    return draft.sent.metadata().resourceVersion();
  }

  private static boolean isNumberAboveZero(String version) {
    return !version.isEmpty()
        && versionProblem(version).isEmpty()
        && !version.chars().allMatch(digit -> digit == '0');
  }

  private static boolean isSameNumber(String one, String other) {
    return isNumberAboveZero(other)
        && UnsignedLong.valueOf(one).equals(UnsignedLong.valueOf(other));
  }

  // Go's strconv.ParseUint: the first thing wrong is told.
  private static String versionProblem(String version) {
    UnsignedLong ten = UnsignedLong.valueOf(10);
    UnsignedLong limit = UnsignedLong.MAX_VALUE.dividedBy(ten);
    UnsignedLong value = UnsignedLong.ZERO;
    for (int i = 0; i < version.length(); i++) {
      int digit = version.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return parseUint(version, "invalid syntax");
      }
      UnsignedLong shifted = value.times(ten);
      UnsignedLong next = shifted.plus(UnsignedLong.valueOf(digit));
      if (value.compareTo(limit) > 0 || next.compareTo(shifted) < 0) {
        return parseUint(version, "value out of range");
      }
      value = next;
    }
    return "";
  }

  private static String parseUint(String version, String problem) {
    return "strconv.ParseUint: parsing " + QuotedText.of(version) + ": " + problem;
  }
}
