package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.traffic.HealthReason;

/**
 * What was decided for one Service on one node in one family.
 *
 * @param reason why the check passes, fails, or is not there
 * @param addresses where the node listens; none where nobody answers
 * @param count how many ready addresses are on the node
 * @param serviceProxyHealthy whether kube-proxy keeps up
 */
record HealthDecision(
    HealthReason reason, ImmutableList<String> addresses, int count, boolean serviceProxyHealthy) {

  static HealthDecision unserved(HealthReason reason) {
    return new HealthDecision(reason, ImmutableList.of(), 0, true);
  }

  boolean isServed() {
    return !addresses.isEmpty();
  }

  boolean isPassing() {
    return reason == HealthReason.LOCAL_ENDPOINTS_READY;
  }
}
