package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.LeftToChance;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.Service;
import java.util.Optional;
import java.util.function.Function;

/** What the API server answers to a request. */
public sealed interface AdmissionDecision {

  /** {@return the warnings it sends along, in order} */
  ImmutableList<String> warnings();

  /**
   * The request is taken.
   *
   * <p>The Service has neither uid, creation time nor resource version of its own: those come from
   * a clock and a store.
   *
   * @param service the Service as it reads from now on; of one that is gone, as it last was
   * @param isCreated whether it is new: HTTP 201 instead of 200
   * @param isGone whether the update took the last finalizer of a Service being deleted, so that it
   *     exists no more
   * @param allocated the fields whose values the server picked, in the order it picks them: name,
   *     addresses, node ports, the health check's
   * @param equal groups of those fields that hold the same number
   * @param released the addresses and ports given back
   * @param unheldNodePorts node ports that are stored but not held by the Service, so that another
   *     one may hold them or be given them
   * @param changes what is stored otherwise than it was sent, and why, in the order it was done
   * @param warnings the warnings
   * @param next the cluster after it
   */
  record Accepted(
      Service service,
      boolean isCreated,
      boolean isGone,
      ImmutableList<FieldPath> allocated,
      ImmutableList<ImmutableList<FieldPath>> equal,
      ReleasedNumbers released,
      ImmutableList<Integer> unheldNodePorts,
      ImmutableList<FieldChange> changes,
      ImmutableList<String> warnings,
      ClusterState next)
      implements AdmissionDecision {

    /** Checks that no part is null. */
    public Accepted {
      checkNotNull(service, "Service accepted is null; expected one");
      checkNotNull(allocated, "Allocated fields are null; expected a list");
      checkNotNull(equal, "Groups of equal fields are null; expected a list");
      checkNotNull(released, "Released numbers are null; expected some or none");
      checkNotNull(unheldNodePorts, "Unheld node ports are null; expected a list");
      checkNotNull(changes, "Changes are null; expected a list");
      checkNotNull(warnings, "Warnings are null; expected a list");
      checkNotNull(next, "Next state is null; expected one");
    }
  }

  /**
   * The request is refused, and nothing has changed.
   *
   * @param refusal at which step it was refused
   * @param code the HTTP status, such as 422; 0 where the server crashes and answers nothing
   * @param reason the Status' reason, such as {@code Invalid}; empty where the server gives none
   * @param message the whole message of the Status
   * @param faults what is wrong in the fields, in the server's order; empty for refusals of other
   *     kinds
   * @param causes the causes the Status tells, in order, equal ones as often as the server repeats
   *     them
   * @param orderVaries whether the server tells the faults in an order left to chance, because they
   *     come from a map
   * @param alternatives what else the server may answer to the very same request, this answer
   *     included, where that is left to chance
   * @param warnings the warnings
   */
  record Rejected(
      Refusal refusal,
      int code,
      String reason,
      String message,
      ImmutableList<FieldError> faults,
      ImmutableList<StatusCause> causes,
      boolean orderVaries,
      Optional<LeftToChance<String>> alternatives,
      ImmutableList<String> warnings)
      implements AdmissionDecision {

    /** Checks that no part is null. */
    public Rejected {
      checkNotNull(refusal, "Kind of refusal is null; expected one");
      checkNotNull(reason, "Reason of a refusal is null; expected text, empty for none");
      checkNotNull(message, "Message of a refusal is null; expected text");
      checkNotNull(faults, "Faults are null; expected a list");
      checkNotNull(causes, "Causes are null; expected a list");
      checkNotNull(alternatives, "Alternatives are null; expected them, or empty");
      checkNotNull(warnings, "Warnings are null; expected a list");
    }
  }

  /** {@return whether the request is taken} */
  default boolean isAccepted() {
    return this instanceof Accepted;
  }

  /**
   * Handles either decision.
   *
   * @param <R> the kind of result
   * @param accepted what to do where it is taken
   * @param rejected what to do where it is refused
   * @return what the one that applies returns
   */
  default <R> R match(Function<Accepted, R> accepted, Function<Rejected, R> rejected) {
    return this instanceof Accepted taken ? accepted.apply(taken) : rejected.apply((Rejected) this);
  }
}
