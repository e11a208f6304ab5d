package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.traffic.HealthReason;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.TargetReason;
import org.jspecify.annotations.Nullable;

/** Decides which Services and nodes the cloud's service controller takes (routing 6.1). */
final class TargetDecider {

  // What Go's strconv.ParseBool reads, and nothing else.
  private static final ImmutableSet<String> TRUE =
      ImmutableSet.of("1", "t", "T", "TRUE", "true", "True");
  private static final ImmutableSet<String> FALSE =
      ImmutableSet.of("0", "f", "F", "FALSE", "false", "False");

  private TargetDecider() {}

  static TargetReason service(Service service) {
    if (!service.spec().type().is(ServiceType.LOAD_BALANCER)) {
      return TargetReason.SERVICE_NOT_A_LOAD_BALANCER;
    }
    return service.spec().loadBalancerClass().isPresent()
        ? TargetReason.SERVICE_OF_ANOTHER_CLASS
        : TargetReason.SERVICE_HANDLED;
  }

  static TargetReason node(Node node) {
    if (node.metadata().isBeingDeleted()) {
      return TargetReason.NODE_BEING_DELETED;
    }
    String exclusion = exclusion(node);
    if (exclusion != null && !FALSE.contains(exclusion)) {
      return TRUE.contains(exclusion)
          ? TargetReason.NODE_EXCLUDED
          : TargetReason.NODE_EXCLUDED_UNREADABLY;
    }
    return isTainted(node) ? TargetReason.NODE_TO_BE_REMOVED : TargetReason.NODE_IS_TARGET;
  }

  /** What one might think matters and does not (routing 6.1.3, 6.1.4). */
  static ImmutableList<TargetReason> besides(Node node, TargetReason decided) {
    ImmutableList.Builder<TargetReason> besides = ImmutableList.builder();
    if (decided == TargetReason.NODE_TO_BE_REMOVED) {
      return ImmutableList.of(TargetReason.TAINT_IS_SEEN_LATE);
    }
    if (decided != TargetReason.NODE_IS_TARGET) {
      return ImmutableList.of();
    }
    if (exclusion(node) != null) {
      besides.add(TargetReason.EXCLUSION_DENIED);
    }
    if (!node.isReady()) {
      besides.add(TargetReason.NOT_READY_IS_NO_CRITERION);
    }
    if (node.spec().unschedulable()) {
      besides.add(TargetReason.CORDON_IS_NO_CRITERION);
    }
    if (node.metadata().labels().containsKey(KnownLabels.CONTROL_PLANE)
        || node.metadata().labels().containsKey(KnownLabels.MASTER)) {
      besides.add(TargetReason.ROLE_IS_NO_CRITERION);
    }
    return besides.build();
  }

  private static @Nullable String exclusion(Node node) {
    return node.metadata().labels().get(KnownLabels.EXCLUDE_FROM_LOAD_BALANCERS);
  }

  private static boolean isTainted(Node node) {
    return ProxyHealth.eligibility(node) == HealthReason.NODE_TO_BE_REMOVED;
  }
}
