package io.servicesemantics.impl.admission;

import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/**
 * The rule that a Service which prefers two families neither gains nor loses one by itself when the
 * cluster has changed since.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/alloc.go},
 * isMatchingPreferDualStackClusterIPFields (api 5.1).
 */
final class StackRule {

  private StackRule() {}

  /** Whether families and addresses of an update are left alone. */
  static boolean leavesAlone(Draft draft, ServiceSpec old) {
    return draft.ipFamilyPolicy.is(IpFamilyPolicy.PREFER_DUAL_STACK)
        && (!old.ipFamilyPolicy().isSaid()
            || old.ipFamilyPolicy().is(IpFamilyPolicy.PREFER_DUAL_STACK))
        && draft.type.equals(old.type())
        && (Needs.nodePorts(draft.type) || draft.type.is(ServiceType.CLUSTER_IP))
        && draft.clusterIPs.equals(old.clusterIPs())
        && draft.ipFamilies.equals(old.ipFamilies());
  }
}
