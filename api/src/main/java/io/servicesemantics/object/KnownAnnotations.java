package io.servicesemantics.object;

/** Annotation keys that have a meaning for Services (api 1.6, routing 0.6 to 0.8). */
public final class KnownAnnotations {

  /** On a Service: {@code Auto} asks for zone hints. */
  public static final String TOPOLOGY_MODE = "service.kubernetes.io/topology-mode";

  /** On a Service: the deprecated form of {@link #TOPOLOGY_MODE}, which wins when present. */
  public static final String TOPOLOGY_AWARE_HINTS = "service.kubernetes.io/topology-aware-hints";

  /** On a Service: source ranges of a load balancer, used when the field is empty. */
  public static final String LOAD_BALANCER_SOURCE_RANGES =
      "service.beta.kubernetes.io/load-balancer-source-ranges";

  /** On slices and Endpoints: when the change that led to them happened. */
  public static final String LAST_CHANGE_TRIGGER_TIME =
      "endpoints.kubernetes.io/last-change-trigger-time";

  /** On Endpoints: {@code truncated} when there were more than a thousand addresses. */
  public static final String OVER_CAPACITY = "endpoints.kubernetes.io/over-capacity";

  /** On Endpoints: a leader-election record, which is never mirrored. */
  public static final String LEADER = "control-plane.alpha.kubernetes.io/leader";

  /** On any object: what {@code kubectl apply} was last given. */
  public static final String LAST_APPLIED_CONFIGURATION =
      "kubectl.kubernetes.io/last-applied-configuration";

  private KnownAnnotations() {}
}
