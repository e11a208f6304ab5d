package io.servicesemantics.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import java.util.Optional;

/** What accounts come to. */
final class Outcomes {

  private Outcomes() {}

  /** The outcome that the last of some accounts that settles one settles. */
  static Optional<ConnectionOutcome> settledBy(ImmutableList<Because> accounts) {
    Optional<ConnectionOutcome> settled = Optional.empty();
    for (Because because : accounts) {
      if (because.reason() instanceof ConnectionReason reason && reason.settles().isPresent()) {
        settled = reason.settles();
      }
    }
    return settled;
  }
}
