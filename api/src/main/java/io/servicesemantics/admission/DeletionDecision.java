package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.service.Service;
import java.util.function.Function;

/** What the API server answers to the request to delete a Service (api 6.7). */
public sealed interface DeletionDecision {

  /**
   * The Service is gone.
   *
   * @param service what was deleted
   * @param released the addresses and ports given back
   * @param next the cluster after it
   */
  record Deleted(Service service, ReleasedNumbers released, ClusterState next)
      implements DeletionDecision {

    /** Checks that no part is null. */
    public Deleted {
      checkNotNull(service, "Service deleted is null; expected one");
      checkNotNull(released, "Released numbers are null; expected some or none");
      checkNotNull(next, "Next state is null; expected one");
    }
  }

  /**
   * Finalizers hold the Service: it is marked, and keeps its addresses and ports.
   *
   * @param service the Service, marked with the time of its deletion
   * @param next the cluster after it
   */
  record Held(Service service, ClusterState next) implements DeletionDecision {

    /** Checks that something holds it. */
    public Held {
      checkArgument(
          !service.metadata().finalizers().isEmpty(),
          "Finalizers of a held Service: \"%s\"; expected one or more",
          service.metadata().finalizers());
      checkNotNull(next, "Next state is null; expected one");
    }
  }

  /**
   * There is no such Service.
   *
   * @param message the message of the Status, with HTTP 404 and reason NotFound
   */
  record NotFound(String message) implements DeletionDecision {

    /** Checks that there is a message. */
    public NotFound {
      checkNotNull(message, "Message is null; expected text");
    }
  }

  /**
   * Handles each decision.
   *
   * @param <R> the kind of result
   * @param deleted what to do where it is gone
   * @param held what to do where finalizers hold it
   * @param notFound what to do where there is none
   * @return what the one that applies returns
   */
  default <R> R match(
      Function<Deleted, R> deleted, Function<Held, R> held, Function<NotFound, R> notFound) {
    if (this instanceof Deleted gone) {
      return deleted.apply(gone);
    }
    return this instanceof Held kept ? held.apply(kept) : notFound.apply((NotFound) this);
  }
}
