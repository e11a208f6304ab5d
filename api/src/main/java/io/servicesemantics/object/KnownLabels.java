package io.servicesemantics.object;

/** Label keys that have a meaning for Services (api 1.6, routing 0.1 to 0.9). */
public final class KnownLabels {

  /** On an EndpointSlice: the name of the Service it belongs to. */
  public static final String SERVICE_NAME = "kubernetes.io/service-name";

  /** On an EndpointSlice: who looks after it. */
  public static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";

  /** On an EndpointSlice or Endpoints, by presence: the Service has no cluster address. */
  public static final String HEADLESS = "service.kubernetes.io/headless";

  /** On a Service, by presence: kube-proxy leaves it to somebody else. */
  public static final String SERVICE_PROXY_NAME = "service.kubernetes.io/service-proxy-name";

  /** On an Endpoints object: {@code "true"} keeps it from being mirrored into slices. */
  public static final String SKIP_MIRROR = "endpointslice.kubernetes.io/skip-mirror";

  /** On an Endpoints object: who wrote it. */
  public static final String ENDPOINTS_MANAGED_BY = "endpoints.kubernetes.io/managed-by";

  /** On a Node: the zone it stands in. */
  public static final String ZONE = "topology.kubernetes.io/zone";

  /** On a Node: the region it stands in; plays no part in routing. */
  public static final String REGION = "topology.kubernetes.io/region";

  /** On a Node: its host name. */
  public static final String HOSTNAME = "kubernetes.io/hostname";

  /** On a Node, by presence: it belongs to the control plane. */
  public static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  /** On a Node, by presence: the older spelling of {@link #CONTROL_PLANE}. */
  public static final String MASTER = "node-role.kubernetes.io/master";

  /** On a Node: keeps it out of load balancers. */
  public static final String EXCLUDE_FROM_LOAD_BALANCERS =
      "node.kubernetes.io/exclude-from-external-load-balancers";

  /** On a Namespace: its own name, always set by the API server. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  /** On an IPAddress: its family. */
  public static final String IP_FAMILY = "ipaddress.kubernetes.io/ip-family";

  /** On an IPAddress: who looks after it. */
  public static final String IP_MANAGED_BY = "ipaddress.kubernetes.io/managed-by";

  /** On a StatefulSet's Pod: its own name. */
  public static final String STATEFUL_SET_POD_NAME = "statefulset.kubernetes.io/pod-name";

  /** On a StatefulSet's Pod: its ordinal. */
  public static final String POD_INDEX = "apps.kubernetes.io/pod-index";

  /** On a Deployment's or ReplicaSet's Pod: the hash of its template. */
  public static final String POD_TEMPLATE_HASH = "pod-template-hash";

  private KnownLabels() {}
}
