package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpFamily;
import java.io.Serializable;
import java.time.Instant;

/**
 * Whether kube-proxy keeps up in one address family.
 *
 * @param family the address family
 * @param lastUpdated when it was last written to the node
 * @param reason why it counts as healthy, or does not: {@link HealthReason#FAMILY_UP_TO_DATE},
 *     {@link HealthReason#FAMILY_CHANGE_QUEUED} or {@link HealthReason#FAMILY_BEHIND}
 */
public record FamilyHealth(IpFamily family, Instant lastUpdated, HealthReason reason)
    implements Serializable {

  /** Checks that no part is missing. */
  public FamilyHealth {
    checkNotNull(family, "Family is null; expected one");
    checkNotNull(lastUpdated, "Time of the last update is null; expected an instant");
    checkNotNull(reason, "Reason of a family's health is null; expected one");
  }

  /** {@return whether no change has been queued for too long} */
  public boolean isHealthy() {
    return reason != HealthReason.FAMILY_BEHIND;
  }
}
