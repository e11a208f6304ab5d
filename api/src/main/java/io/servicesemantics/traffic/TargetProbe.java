package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpFamily;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a load balancer's health check of a node comes to.
 *
 * @param port the port asked; 0 where the Service has none to ask
 * @param family the address family asked in; empty where one server answers for both
 * @param status what is answered; empty where nobody listens
 * @param reason why
 */
public record TargetProbe(
    int port, Optional<IpFamily> family, OptionalInt status, HealthReason reason) {

  /** Checks that no part is missing. */
  public TargetProbe {
    checkNotNull(family, "Family of a probe is null; expected one, or empty");
    checkNotNull(status, "Status of a probe is null; expected one, or empty");
    checkNotNull(reason, "Reason of a probe is null; expected one");
  }

  /** {@return whether the load balancer goes on sending to the node} */
  public boolean isPassing() {
    return status.isPresent() && status.getAsInt() == HealthAnswer.OK;
  }

  /** {@return the port, the answer and why, in a line} */
  @Override
  public String toString() {
    String where = "port " + port + family.map(asked -> " " + asked.wireName()).orElse("");
    String what = status.isPresent() ? "answers " + status.getAsInt() : "no answer";
    return where + " " + what + ": " + reason.sentence();
  }
}
