package io.servicesemantics.traffic;

import io.servicesemantics.explain.Reason;

/**
 * Why a node is, or is not, given to a load balancer: the reasons of {@link LoadBalancerTargets}.
 */
public enum TargetReason implements Reason {
  /** The Service is handled. */
  SERVICE_HANDLED(
      "6.1.1", "The Service wants a load balancer and leaves it to the cloud's controller."),
  /** The Service is not handled: another type. */
  SERVICE_NOT_A_LOAD_BALANCER(
      "6.1.1", "The Service is not of type LoadBalancer, so the cloud's controller ignores it."),
  /** The Service is not handled: somebody else's class. */
  SERVICE_OF_ANOTHER_CLASS(
      "6.1.1",
      "The Service names a load balancer class, so the cloud's controller leaves it to others."),

  /** The node is a target. */
  NODE_IS_TARGET("6.1.2", "Nothing keeps the node out."),
  /** Not a target: a deletion timestamp. */
  NODE_BEING_DELETED("6.1.2", "The node is being deleted."),
  /** Not a target: the label that says so. */
  NODE_EXCLUDED(
      "6.1.2",
      "The label node.kubernetes.io/exclude-from-external-load-balancers keeps the node out."),
  /** Not a target: the same label with a value that is no boolean. */
  NODE_EXCLUDED_UNREADABLY(
      "6.1.2",
      "The label node.kubernetes.io/exclude-from-external-load-balancers is there with a value"
          + " that is no boolean, which keeps the node out."),
  /** Not a target: the taint of the cluster autoscaler. */
  NODE_TO_BE_REMOVED("6.1.2", "A taint says that the autoscaler is about to remove the node."),

  /** A label that does not matter. */
  EXCLUSION_DENIED("6.1.2", "The label that would keep the node out says false, so it does not."),
  /** A condition that does not matter. */
  NOT_READY_IS_NO_CRITERION(
      "6.1.3", "The node is not ready, which does not keep it out; health checks have to tell."),
  /** A setting that does not matter. */
  CORDON_IS_NO_CRITERION(
      "6.1.3", "The node is cordoned, which keeps new Pods away but not load balancers."),
  /** A role that does not matter. */
  ROLE_IS_NO_CRITERION("6.1.3", "The node is of the control plane, which does not keep it out."),
  /** A policy that does not matter. */
  POLICY_IS_NO_CRITERION(
      "6.1.3",
      "External traffic must stay on the node, yet all nodes are given; health checks tell which"
          + " have endpoints."),
  /** A change nobody acts on at once. */
  TAINT_IS_SEEN_LATE(
      "6.1.4",
      "The taint alone does not make the controller look again, so the node goes with the next"
          + " change for another reason."),
  /** What health checks of a Service ask. */
  PROBED_AT_SERVICE_PORT("4.2.6", "Load balancers are told to ask the Service's own health check."),
  /** What health checks of all other Services ask. */
  PROBED_AT_PROXY("4.2.6", "Load balancers are expected to ask kube-proxy's own /healthz.");

  private final String rule;
  private final String sentence;

  TargetReason(String rule, String sentence) {
    this.rule = "routing " + rule;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }
}
