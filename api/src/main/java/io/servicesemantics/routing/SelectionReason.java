package io.servicesemantics.routing;

import io.servicesemantics.explain.Reason;

/**
 * Why a node may use an endpoint, or may not: the reasons of {@link EndpointSelector}.
 *
 * <p>In the order of the decisions: whether kube-proxy handles the port at all; what of the slices
 * it reads; which hints count; which lists are made and from what; and what becomes of one endpoint
 * in the cluster's list and in the node's own.
 */
public enum SelectionReason implements Reason {
  /** Handled: a cluster IP of the family. */
  SERVICE_HAS_CLUSTER_IP("2.1.5", "The Service has a cluster IP of this family."),
  /** Not handled: the label {@code service.kubernetes.io/service-proxy-name}. */
  SERVICE_LEFT_TO_ANOTHER_PROXY(
      "2.1.1", "A label leaves the Service to another proxy, so kube-proxy makes no port of it."),
  /** Not handled: type ExternalName. */
  SERVICE_IS_EXTERNAL_NAME(
      "2.1.2", "The Service is only an alias in DNS, so kube-proxy makes no port of it."),
  /** Not handled: {@code clusterIP: None}. */
  SERVICE_IS_HEADLESS("2.1.1", "The Service is headless, so kube-proxy makes no port of it."),
  /** Not handled: no cluster IP yet. */
  SERVICE_WITHOUT_CLUSTER_IP(
      "2.1.2", "The Service has no cluster IP, so kube-proxy makes no port of it."),
  /** Not handled in this family: the cluster IPs are of the other one. */
  SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY(
      "2.1.5", "The Service has no cluster IP of this family, so it has no port in this family."),

  /** A slice without the label {@code kubernetes.io/service-name}. */
  SLICE_WITHOUT_SERVICE_NAME("2.3.1", "The slice has no label that says whose it is."),
  /** A slice without a name or namespace. */
  SLICE_WITHOUT_NAME("2.3.1", "The slice has no name or no namespace."),
  /** A slice with the label {@code service.kubernetes.io/headless}. */
  SLICE_IS_HEADLESS("2.1.3", "A label marks the slice as a headless Service's."),
  /** A slice of domain names. */
  SLICE_OF_DOMAIN_NAMES("2.3.1", "The slice holds domain names, to which nobody routes."),
  /** A slice of the other family, or of none. */
  SLICE_OF_ANOTHER_FAMILY("2.3.1", "The slice is not of this address family."),
  /** A slice without a port of that name and protocol. */
  SLICE_WITHOUT_PORT("2.3.3", "The slice has no port of this name and protocol."),
  /** A port of a slice whose name is null, which empty text is not. */
  SLICE_PORT_WITHOUT_NAME("2.3.2", "The port of the slice has no name, not even an empty one."),
  /** A port of a slice whose number is null or 0. */
  SLICE_PORT_WITHOUT_NUMBER("2.3.2", "The port of the slice has no number."),
  /** An endpoint without addresses. */
  ENDPOINT_WITHOUT_ADDRESS("2.3.5", "The endpoint has no address."),
  /** An endpoint whose first address is none. */
  ENDPOINT_ADDRESS_UNREADABLE("2.3.5", "The endpoint's first address is not an IP address."),
  /** A second or later address. */
  ENDPOINT_ADDRESS_NOT_FIRST("2.3.5", "Only the first address of an endpoint counts."),
  /** An entry that gave way to a later one. */
  ENDPOINT_REPLACED("2.3.9", "A later entry for the same address and port replaces it."),
  /** An entry that came after another one and is terminating. */
  ENDPOINT_SAID_BEFORE(
      "2.3.9", "An earlier entry has the same address and port, and this one is terminating."),
  /** An entry that came after another one, in releases where the first counts. */
  ENDPOINT_NOT_FIRST(
      "versions R1",
      "An earlier entry has the same address and port, and in this release that one counts, except"
          + " on the node of this one."),
  /** An entry that gave way to a later one on the node, in releases where else the first counts. */
  ENDPOINT_REPLACED_HERE(
      "versions R1",
      "A later entry for the same address and port is on this node, where it replaces this one in"
          + " this release."),

  /** No hints: nothing is ready. */
  NO_READY_ENDPOINT("2.5.1", "No endpoint is ready, so there are no hints to judge."),
  /** Node hints count. */
  NODE_HINTS_USED(
      "2.5.2", "Every ready endpoint has a node hint and some name this node, so they are obeyed."),
  /** No node hints: one ready endpoint has none. */
  NODE_HINTS_INCOMPLETE("2.5.2", "A ready endpoint has no node hint, so they are not used."),
  /** No node hints: none is for this node. */
  NODE_HINTS_FOR_OTHERS(
      "2.5.2", "No ready endpoint is hinted for this node, so node hints are not used."),
  /** No node hints: kube-proxy does not know them yet. */
  NODE_HINTS_NOT_OBEYED(
      "versions R3",
      "Without the feature gate PreferSameTrafficDistribution kube-proxy does not obey node hints."),
  /** Zone hints count. */
  ZONE_HINTS_USED(
      "2.5.3",
      "Every ready endpoint has a zone hint and some name this node's zone, so they are obeyed."),
  /** No zone hints: one ready endpoint has none. */
  ZONE_HINTS_INCOMPLETE("2.5.4", "A ready endpoint has no zone hint, so hints are not used."),
  /** No zone hints: none is for this node's zone. */
  ZONE_HINTS_FOR_OTHERS(
      "2.5.4", "No ready endpoint is hinted for this node's zone, so hints are not used."),
  /** No zone hints: the Service does not ask for them, in releases where it has to. */
  ZONE_HINTS_NOT_ASKED_FOR(
      "versions R7",
      "Without the feature gate ServiceTrafficDistribution kube-proxy obeys zone hints only where"
          + " the Service's topology annotation asks for them, and it does not."),
  /** No zone hints: the node is in no zone, in releases where no hint can name that. */
  NODE_IN_NO_ZONE(
      "versions R6",
      "The node has no zone label, without which no zone hint counts in this release."),
  /** No hints at all. */
  NO_HINTS("2.5.4", "No ready endpoint has a hint."),

  /** What is left of it all: some endpoints. */
  ENDPOINTS_SELECTED("2.4", "The node has endpoints for this port."),
  /** What is left of it all: nothing here, so that traffic is dropped. */
  ENDPOINTS_ELSEWHERE_ONLY(
      "2.4.9", "There are usable endpoints, but none on this node, where traffic must stay."),
  /** What is left of it all: nothing anywhere, so that traffic is rejected. */
  NO_USABLE_ENDPOINTS("2.4.9", "No endpoint is usable anywhere."),
  /** The cluster's list: not made. */
  CLUSTER_LIST_UNUSED("2.2.10", "All traffic must stay on the node it arrives at."),
  /** The cluster's list: ready ones. */
  CLUSTER_LIST_OF_READY("2.4.2", "Ready endpoints near enough to this node."),
  /** The cluster's list: terminating ones. */
  CLUSTER_LIST_OF_TERMINATING(
      "2.4.2", "Nothing is ready anywhere, so endpoints that still serve while terminating."),
  /** The cluster's list: made and empty. */
  CLUSTER_LIST_EMPTY("2.4.2", "Nothing is ready, and nothing still serves while terminating."),
  /** The node's own list: not made. */
  LOCAL_LIST_UNUSED("2.2.10", "No traffic of this port must stay on the node it arrives at."),
  /** The node's own list: ready ones. */
  LOCAL_LIST_OF_READY("2.4.5", "Ready endpoints on this node."),
  /** The node's own list: terminating ones. */
  LOCAL_LIST_OF_TERMINATING(
      "2.4.5", "Nothing is ready on this node, so endpoints here that still serve."),
  /** The node's own list: made and empty. */
  LOCAL_LIST_EMPTY("2.4.5", "Nothing on this node is ready or still serves."),

  /** In the cluster's list: ready. */
  READY("2.4.2", "The endpoint is ready.", true),
  /** In the cluster's list: hinted for the node's zone. */
  HINTED_FOR_THIS_ZONE("2.5.3", "The endpoint is ready and hinted for this zone.", true),
  /** In the cluster's list: hinted for the node. */
  HINTED_FOR_THIS_NODE("2.5.2", "The endpoint is ready and hinted for this node.", true),
  /** In the cluster's list: still serving, and nothing else is there. */
  SERVING_AS_LAST_RESORT(
      "2.4.2", "The endpoint still serves while terminating, and nothing is ready.", true),
  /** Out of the cluster's list: hinted for other zones. */
  HINTED_FOR_OTHER_ZONES("2.5.3", "The endpoint is hinted for other zones.", false),
  /** Out of the cluster's list: hinted for other nodes. */
  HINTED_FOR_OTHER_NODES("2.5.2", "The endpoint is hinted for other nodes.", false),
  /** Out of the cluster's list: terminating while something is ready. */
  TERMINATING_WHILE_OTHERS_READY(
      "2.4.2", "The endpoint is terminating, and others are ready.", false),
  /** In the node's own list: ready and here. */
  READY_HERE("2.4.5", "The endpoint is ready and on this node.", true),
  /** In the node's own list: still serving, and nothing else is here. */
  SERVING_HERE_AS_LAST_RESORT(
      "2.4.5",
      "The endpoint still serves on this node while terminating, and nothing here is ready.",
      true),
  /** Out of the node's own list: terminating while something here is ready. */
  TERMINATING_WHILE_OTHERS_HERE_READY(
      "2.4.5", "The endpoint is terminating, and others on this node are ready.", false),
  /** Out of the node's own list: on another node. */
  ON_ANOTHER_NODE("2.4.5", "The endpoint is on another node.", false),
  /** Out of the node's own list: on no node that anybody knows. */
  ON_NO_NODE("2.3.7", "The slice does not say on which node the endpoint is.", false),
  /** Out of both: neither ready nor on its way out. */
  NOT_READY("2.4.8", "The endpoint is not ready.", false),
  /** Out of both: terminating and no longer serving. */
  NO_LONGER_SERVING("2.4.8", "The endpoint is terminating and no longer serves.", false);

  private final String rule;
  private final String sentence;
  private final boolean admitting;

  SelectionReason(String rule, String sentence) {
    this(rule, sentence, false);
  }

  SelectionReason(String rule, String sentence, boolean admitting) {
    this.rule = rule.startsWith("versions") ? rule : "routing " + rule;
    this.sentence = sentence;
    this.admitting = admitting;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }

  /** {@return whether it is a reason for which one endpoint stands in a list} */
  public boolean isAdmitting() {
    return admitting;
  }
}
