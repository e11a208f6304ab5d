package io.servicesemantics.traffic;

import io.servicesemantics.explain.Reason;

/**
 * Why a health check answers as it does: the reasons of {@link HealthChecker} and {@link
 * ProxyHealth}.
 *
 * <p>In the order of the decisions: whether a node has a health server for the Service; what it
 * answers; what counts; what becomes of traffic that arrives all the same; how kube-proxy itself
 * keeps up; and whether its node may have traffic at all.
 */
public enum HealthReason implements Reason {
  /** No server: the label {@code service.kubernetes.io/service-proxy-name}. */
  SERVICE_LEFT_TO_ANOTHER_PROXY(
      "2.1.1", "A label leaves the Service to another proxy, so kube-proxy does not answer."),
  /** No server: type ExternalName. */
  SERVICE_IS_EXTERNAL_NAME(
      "2.1.2", "The Service is only an alias in DNS, so kube-proxy does not answer."),
  /** No server: {@code clusterIP: None}. */
  SERVICE_IS_HEADLESS("2.1.1", "The Service is headless, so kube-proxy does not answer."),
  /** No server: no cluster IP yet. */
  SERVICE_WITHOUT_CLUSTER_IP(
      "2.1.2", "The Service has no cluster IP, so kube-proxy does not answer."),
  /** No server in this family: the cluster IPs are of the other one. */
  SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY(
      "2.1.5",
      "The Service has no cluster IP of this family, so kube-proxy does not answer in it."),
  /** No server: no port, so nothing for kube-proxy to keep. */
  SERVICE_WITHOUT_PORTS("4.1.1", "The Service has no port, so kube-proxy does not answer."),
  /** No server: another type. */
  NOT_A_LOAD_BALANCER(
      "4.1.1", "The Service is not of type LoadBalancer, so it has no health check of its own."),
  /** No server: any node will do. */
  POLICY_IS_NOT_LOCAL(
      "4.2.6",
      "External traffic may go through any node, so load balancers ask kube-proxy's own /healthz."),
  /** No server: {@code healthCheckNodePort} is 0. */
  NO_HEALTH_CHECK_NODE_PORT("4.1.1", "The Service has no healthCheckNodePort."),
  /** No server: node ports are kept to networks that the node is not in. */
  LISTENS_NOWHERE("4.1.1", "The node has no address in the networks that node ports are kept to."),

  /** 200. */
  LOCAL_ENDPOINTS_READY("4.1.6", "Endpoints on this node are ready, so the check passes."),
  /** 503: nothing here counts. */
  NO_LOCAL_ENDPOINT_READY("4.1.6", "No endpoint on this node is ready, so the check fails."),
  /** 503: kube-proxy itself does not keep up. */
  PROXY_UNHEALTHY(
      "4.1.6", "Endpoints on this node are ready, but kube-proxy is behind, so the check fails."),

  /** An endpoint that counts. */
  ENDPOINT_COUNTS("4.1.3", "The endpoint is on this node and ready."),
  /** A further entry for an address that counts. */
  ENDPOINT_ADDRESS_COUNTED("4.1.3", "The endpoint's address is counted already."),
  /** An endpoint that is going away. */
  ENDPOINT_TERMINATING(
      "4.1.4", "The endpoint is on this node but terminating, which does not count."),
  /** An endpoint that is not ready. */
  ENDPOINT_NOT_READY("4.1.3", "The endpoint is on this node but not ready."),
  /** All the others. */
  ENDPOINTS_ELSEWHERE("4.1.3", "Ready endpoints on other nodes do not count."),

  /** What a load balancer still sends is served. */
  ARRIVING_TRAFFIC_SERVED(
      "2.4.5", "Until load balancers notice, endpoints here that still serve take what arrives."),
  /** What a load balancer still sends is sent to other nodes. */
  ARRIVING_TRAFFIC_SENT_ON(
      "2.15.3", "Until load balancers notice, what arrives is sent on to other nodes."),
  /** What a load balancer still sends is lost. */
  ARRIVING_TRAFFIC_DROPPED(
      "2.8.2 d", "Until load balancers notice, what arrives is dropped, and clients wait in vain."),
  /** What a load balancer still sends is refused. */
  ARRIVING_TRAFFIC_REFUSED("2.9.2", "No endpoint is usable anywhere, so what arrives is refused."),

  /** kube-proxy keeps up. */
  PROXY_UP_TO_DATE("4.2.2", "No family of kube-proxy has had a change queued for too long."),
  /** kube-proxy does not keep up. */
  PROXY_BEHIND("4.2.2", "kube-proxy has had a change queued for too long."),
  /** A family without a queued change. */
  FAMILY_UP_TO_DATE("4.2.2", "Everything of this family is written to the node."),
  /** A family with a change that is not yet late. */
  FAMILY_CHANGE_QUEUED("4.2.2", "A change of this family is queued, but not for too long."),
  /** A family with a late change. */
  FAMILY_BEHIND("4.2.2", "A change of this family has been queued for too long."),

  /** /healthz passes. */
  HEALTHZ_PASSES("4.2.4", "kube-proxy keeps up and its node may have traffic."),
  /** /healthz fails on account of kube-proxy. */
  HEALTHZ_FAILS_PROXY("4.2.4", "kube-proxy does not keep up."),
  /** /healthz fails on account of the node. */
  HEALTHZ_FAILS_NODE("4.2.4", "kube-proxy keeps up, but its node is to have no more traffic."),
  /** /healthz passes, as far as that can be told without asking kube-proxy. */
  HEALTHZ_EXPECTED_TO_PASS(
      "4.2.4", "The node may have traffic, and kube-proxy says so where it runs and keeps up."),
  /** /livez passes. */
  LIVEZ_PASSES("4.2.4", "kube-proxy keeps up; its node is not asked about."),
  /** /livez fails. */
  LIVEZ_FAILS("4.2.4", "kube-proxy does not keep up."),

  /** The node is eligible. */
  NODE_ELIGIBLE(
      "4.2.3", "The node is known, is not being deleted, and is not marked by the autoscaler."),
  /** Eligible, in releases that take it to be so until told otherwise: no such Node object. */
  NODE_UNKNOWN_YET(
      "versions R9",
      "kube-proxy knows no Node object for its node, and in this release takes it for eligible until"
          + " told otherwise."),
  /** Not eligible: no such Node object. */
  NODE_UNKNOWN("4.2.3", "kube-proxy knows no Node object for its node."),
  /** Not eligible: a deletion timestamp. */
  NODE_BEING_DELETED("4.2.3", "The Node object is being deleted."),
  /** Not eligible: the taint of the cluster autoscaler. */
  NODE_TO_BE_REMOVED("4.2.3", "A taint says that the autoscaler is about to remove the node.");

  private final String rule;
  private final String sentence;

  HealthReason(String rule, String sentence) {
    this.rule = rule.startsWith("versions") ? rule : "routing " + rule;
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
