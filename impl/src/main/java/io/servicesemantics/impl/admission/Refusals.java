package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.StatusCause;
import io.servicesemantics.explain.LeftToChance;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldErrors;
import java.util.Optional;

/** Words refusals as the Status of the server's answer (api 0.5). */
final class Refusals {

  private static final int NO_ANSWER = 0;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int INTERNAL_ERROR = 500;

  // The server takes three megabytes at most; a tree may hold more, and each of its faults may show
  // all of it.
  private static final long LONGEST_TEXT = 32L << 20;

  private Refusals() {}

  /** Fields of the Service are refused. */
  static Rejected invalid(Draft draft, Refusal step, ImmutableList<FieldError> faults) {
    return invalid(draft, step, "Service", draft.metadata.name(), faults, false);
  }

  /** Fields are refused, in an order that may be left to chance. */
  static Rejected invalid(
      Draft draft,
      Refusal step,
      String kind,
      String name,
      ImmutableList<FieldError> faults,
      boolean orderVaries) {
    ImmutableList<FieldError> told = tellable(faults);
    String message = FieldErrors.statusMessage(kind, name, told);
    int untold = faults.size() - told.size();
    return new Rejected(
        step,
        UNPROCESSABLE,
        "Invalid",
        untold == 0 ? message : message + " and " + untold + " more, too long to be told",
        faults,
        causesOf(told),
        orderVaries,
        Optional.empty(),
        ImmutableList.copyOf(draft.warnings));
  }

  /** A part of the server failed, which it says in the usual form. */
  static Rejected internal(Draft draft, Refusal step, String text) {
    return plain(
        draft,
        step,
        INTERNAL_ERROR,
        "InternalError",
        "Internal error occurred: " + text,
        ImmutableList.of(new StatusCause("", "", text)));
  }

  /** A part of the server failed, and its bare words are the answer. */
  static Rejected bare(Draft draft, Refusal step, String message) {
    return plain(draft, step, INTERNAL_ERROR, "", message, ImmutableList.of());
  }

  /** The request is malformed. */
  static Rejected badRequest(Draft draft, Refusal step, String message) {
    return plain(draft, step, BAD_REQUEST, "BadRequest", message, ImmutableList.of());
  }

  /** What the request is about does not exist. */
  static Rejected notFound(Draft draft, Refusal step, String message) {
    return plain(draft, step, NOT_FOUND, "NotFound", message, ImmutableList.of());
  }

  /** The request is refused whatever it says. */
  static Rejected forbidden(Draft draft, Refusal step, String message, StatusCause cause) {
    return plain(draft, step, FORBIDDEN, "Forbidden", message, ImmutableList.of(cause));
  }

  /** The request does not fit what is stored. */
  static Rejected conflict(Draft draft, Refusal step, String reason, String message) {
    return plain(draft, step, CONFLICT, reason, message, ImmutableList.of());
  }

  /** The server crashes, so that there is no answer: the words are ours. */
  static Rejected crash(Draft draft, FieldError fault) {
    return new Rejected(
        Refusal.SERVER_CRASH,
        NO_ANSWER,
        "",
        fault.message(),
        ImmutableList.of(fault),
        causesOf(ImmutableList.of(fault)),
        false,
        Optional.empty(),
        ImmutableList.copyOf(draft.warnings));
  }

  /** The same refusal, where the server may as well have come upon another one first. */
  static Rejected leftToChance(Rejected refusal, Rejected other) {
    if (refusal.message().equals(other.message())) {
      return refusal;
    }
    return new Rejected(
        refusal.refusal(),
        refusal.code(),
        refusal.reason(),
        refusal.message(),
        refusal.faults(),
        refusal.causes(),
        refusal.orderVaries(),
        Optional.of(new LeftToChance<>(ImmutableSet.of(refusal.message(), other.message()))),
        refusal.warnings());
  }

  // as many as fit into a text of some length, so that few bytes cannot make many
  private static ImmutableList<FieldError> tellable(ImmutableList<FieldError> faults) {
    long length = 0;
    for (int i = 0; i < faults.size(); i++) {
      FieldError fault = faults.get(i);
      length += fault.value().length() + fault.detail().length();
      if (length > LONGEST_TEXT) {
        return faults.subList(0, i);
      }
    }
    return faults;
  }

  private static Rejected plain(
      Draft draft,
      Refusal step,
      int code,
      String reason,
      String message,
      ImmutableList<StatusCause> causes) {
    return new Rejected(
        step,
        code,
        reason,
        message,
        ImmutableList.of(),
        causes,
        false,
        Optional.empty(),
        ImmutableList.copyOf(draft.warnings));
  }

  private static ImmutableList<StatusCause> causesOf(ImmutableList<FieldError> faults) {
    ImmutableList.Builder<StatusCause> causes =
        ImmutableList.builderWithExpectedSize(faults.size());
    for (FieldError fault : faults) {
      causes.add(StatusCause.of(fault));
    }
    return causes.build();
  }
}
