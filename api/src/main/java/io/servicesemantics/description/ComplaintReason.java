package io.servicesemantics.description;

import io.servicesemantics.explain.Reason;

/** The sorts of complaint a description can have. */
public enum ComplaintReason implements Reason {
  /** A selector that no Pod meets. */
  NOTHING_SELECTED(
      "No Pod has the labels the Service selects.", "routing 1.1.3", ComplaintWeight.FAULT),
  /** Selected Pods, none of which takes traffic. */
  NOTHING_READY("No Pod behind the Service is ready.", "routing 1.3.1", ComplaintWeight.FAULT),
  /** Selected Pods, none of which is an endpoint. */
  NO_POD_IS_ENDPOINT(
      "No Pod the Service selects has become an endpoint.", "routing 1.2", ComplaintWeight.FAULT),
  /** A named target port that some selected Pods do not have. */
  PORT_LEADS_NOWHERE(
      "A Pod has no port of the name the Service leads to.",
      "routing 1.5.4",
      ComplaintWeight.FAULT),
  /** A numeric target port that no container declares, though containers declare others. */
  PORT_NOT_DECLARED(
      "No container declares the port number the Service leads to.",
      "routing 1.5.3",
      ComplaintWeight.DOUBT),
  /** No selector, and nobody supplies endpoints. */
  NOBODY_SUPPLIES_ENDPOINTS(
      "The Service selects nothing, and there are no slices or Endpoints for it.",
      "routing 1.1.2",
      ComplaintWeight.FAULT),
  /** A slice for a Service that is not there. */
  SLICE_OF_NO_SERVICE(
      "No Service has the name the slice says.", "routing 0.1", ComplaintWeight.FAULT),
  /** A slice, or a part of one, that kube-proxy does not read. */
  SLICE_NOT_READ(
      "kube-proxy does not read this part of the slice.", "routing 2.3", ComplaintWeight.FAULT),
  /** A port of a Service that no slice has. */
  PORT_WITHOUT_ENDPOINTS(
      "No slice has a port of this name and protocol.", "routing 2.3.3", ComplaintWeight.FAULT),
  /** An Endpoints object that is not mirrored. */
  ENDPOINTS_NOT_READ("Nobody reads this Endpoints object.", "routing 1.9.1", ComplaintWeight.FAULT),
  /** A Service the API server refuses. */
  REFUSED("The API server refuses the Service.", "api 0.2", ComplaintWeight.FAULT),
  /** Something the API server warns of. */
  WARNED("The API server warns of it.", "api 3.9", ComplaintWeight.DOUBT),
  /** An address or port of a Service found in a cluster that does not fit. */
  NUMBER_DOES_NOT_FIT(
      "An address or port of the Service is out of range, or held twice.",
      "api 6.8",
      ComplaintWeight.FAULT),
  /** Several objects of one kind and name. */
  SAID_TWICE(
      "There are several objects of this kind and name; the last one counts.",
      "kubectl apply",
      ComplaintWeight.FAULT),

  /** Policy Local for traffic from outside, and nodes without endpoints. */
  NO_ANSWER_FROM_OUTSIDE(
      "Traffic from outside must stay on the node it arrives at, and some have no endpoint.",
      "routing 2.8.2 d",
      ComplaintWeight.DOUBT),
  /** The same, where a health check lets load balancers see it. */
  NODES_WITHOUT_ENDPOINTS(
      "Traffic from outside must stay on the node it arrives at, and some have no endpoint.",
      "routing 2.8.2 d",
      ComplaintWeight.NOTE),
  /** Policy Local for traffic to the cluster IP, and nodes without endpoints. */
  NO_ANSWER_INSIDE(
      "Traffic to the cluster IP must stay on its node, and some nodes have no endpoint.",
      "routing 2.7.2",
      ComplaintWeight.DOUBT),
  /** Virtual servers that send traffic elsewhere that should have stayed, as it came. */
  ANSWER_GOES_ASTRAY(
      "A virtual server sends on, with its sender's address kept, what should stay on the node.",
      "routing 2.15.5",
      ComplaintWeight.FAULT),
  /** Pods that call a node port of another node. */
  POD_ELSEWHERE_MAY_HANG(
      "A Pod of another node counts as local, so it may be sent on with its address kept.",
      "routing 2.12.7",
      ComplaintWeight.NOTE),
  /** Nothing is ready, and terminating endpoints serve. */
  ONLY_TERMINATING(
      "Nothing is ready, so endpoints that are going away serve.",
      "routing 2.4.2",
      ComplaintWeight.DOUBT),
  /** Source ranges without the addresses of the cluster's own Pods or nodes. */
  SOURCE_RANGES_KEEP_OUT_THE_CLUSTER(
      "Source ranges hold for Pods and nodes of the cluster too.",
      "routing 2.10.3",
      ComplaintWeight.NOTE),
  /** Source ranges, and node ports. */
  SOURCE_RANGES_NOT_AT_NODE_PORTS(
      "Source ranges do not hold at node ports.", "routing 2.10.7", ComplaintWeight.NOTE),
  /** Source ranges of the other family alone. */
  SOURCE_RANGES_OF_OTHER_FAMILY(
      "Without a source range of its family, an address takes every sender.",
      "routing 2.2.6",
      ComplaintWeight.FAULT),
  /** Session affinity. */
  CLIENTS_ARE_REMEMBERED(
      "A client is told by its address, for each port and by each node apart.",
      "routing 2.16",
      ComplaintWeight.NOTE),
  /** Session affinity for clients that come over several nodes. */
  CLIENTS_COME_OVER_NODES(
      "Each node remembers for itself, by the address it sees.",
      "routing 2.16.11",
      ComplaintWeight.DOUBT),
  /** Hints that some endpoints have and others lack. */
  HINTS_INCOMPLETE(
      "Hints count only where every ready endpoint has one.",
      "routing 2.5.4",
      ComplaintWeight.FAULT),
  /** Zones for which no endpoint is hinted. */
  ZONE_WITHOUT_HINTS(
      "Nodes whose zone no endpoint is hinted for use all endpoints.",
      "routing 2.5.4",
      ComplaintWeight.NOTE),
  /** Hints that kube-proxy of the release passes over. */
  HINTS_NOT_OBEYED("Not every release obeys every hint.", "versions R3, R7", ComplaintWeight.DOUBT),
  /** Hints that were asked for and not given. */
  HINTS_WITHHELD(
      "Hints were asked for and none are given.", "routing 1.11.4", ComplaintWeight.FAULT),
  /** Two Services at one external address. */
  ADDRESS_CLAIMED_TWICE(
      "Several Services claim one external address and port; chance decides.",
      "routing 2.9.5",
      ComplaintWeight.FAULT),
  /** An external address of a family in which there is no cluster IP. */
  ADDRESS_NOT_SERVED(
      "Nodes take no traffic to an address of a family in which the Service has no cluster IP.",
      "routing 2.1.5",
      ComplaintWeight.FAULT),
  /** A second family without endpoints. */
  FAMILY_WITHOUT_ENDPOINTS(
      "The Service has addresses of two families, and its endpoints only of one.",
      "routing 1.4.4",
      ComplaintWeight.FAULT),
  /** Node ports of a family of which no node has an address. */
  FAMILY_WITHOUT_NODES(
      "The Service has a node port in a family of which no node says an address.",
      "routing 2.11.1",
      ComplaintWeight.NOTE),
  /** A node port of a Service without endpoints. */
  NODE_PORT_REFUSED(
      "Without endpoints, a node port is refused on every node.",
      "routing 2.11.8",
      ComplaintWeight.NOTE),
  /** A headless Service whose port is not that of its Pods. */
  HEADLESS_PORT_NOT_TRANSLATED(
      "Nobody translates ports of a headless Service.", "routing 6.3.1", ComplaintWeight.DOUBT),
  /** A headless Service with policies. */
  HEADLESS_WITHOUT_EFFECT(
      "Nodes do nothing for a headless Service, so policies have no effect.",
      "routing 6.3.1",
      ComplaintWeight.FAULT),

  /** A headless Service that nothing ready stands behind. */
  HEADLESS_WITHOUT_NAME(
      "A headless Service has a name only while something behind it is ready.",
      "dns 5.3",
      ComplaintWeight.NOTE),
  /** A name longer than names may be. */
  NAME_TOO_LONG(
      "A name of DNS has 253 octets at most, and its parts 63.", "dns 1", ComplaintWeight.FAULT),
  /** A Service that its neighbours do not find by its own name. */
  SHORT_NAME_LEADS_ELSEWHERE(
      "The Service's short name leads elsewhere.", "dns 13", ComplaintWeight.DOUBT),
  /** A Service in a namespace called like an outer domain. */
  NAME_CAPTURES_OUTER_NAME(
      "Search domains come before names outside, so the Service's short name hides one of them.",
      "dns 13.5",
      ComplaintWeight.NOTE),
  /** An endpoint that is found instead of something else. */
  NAME_CAPTURES_OTHER_NAME(
      "In its own namespace the name of an endpoint comes before the short name of another.",
      "dns 13.5",
      ComplaintWeight.DOUBT),
  /** Endpoints whose names lead nowhere. */
  ENDPOINT_NAME_CANNOT_BE_ASKED(
      "Names with dots or capitals are told of endpoints and found by no question.",
      "dns 1.8",
      ComplaintWeight.FAULT),
  /** An ExternalName Service with an address. */
  EXTERNAL_NAME_IS_ADDRESS(
      "An address is no name that another one could stand for.", "dns 5.2", ComplaintWeight.FAULT),
  /** An ExternalName Service that leads back to itself. */
  EXTERNAL_NAME_IN_CIRCLE(
      "An alias that leads back to itself has no address.", "dns 6.1", ComplaintWeight.FAULT),
  /** An ExternalName Service with a name of the cluster that does not exist. */
  EXTERNAL_NAME_LEADS_NOWHERE(
      "The cluster has no such name as the alias stands for.", "dns 6.1 c", ComplaintWeight.DOUBT),
  /** An ExternalName Service with a short name. */
  EXTERNAL_NAME_NOT_COMPLETED(
      "The name an alias stands for is taken as it is written.", "dns 13.7", ComplaintWeight.DOUBT),
  /** A Pod that the kubelet cannot name. */
  POD_CANNOT_BE_NAMED(
      "The kubelet cannot name the Pod, so it does not start.", "dns 11", ComplaintWeight.FAULT),
  /** A subdomain, or a serviceName, that is no Service's name. */
  SUBDOMAIN_OF_NO_SERVICE(
      "No Service has the name that Pods are to be called under.",
      "dns 10.4",
      ComplaintWeight.DOUBT),
  /** A subdomain of a Service that does not select the Pod. */
  SUBDOMAIN_SERVICE_LEAVES_OUT_POD(
      "The Service that Pods are to be called under does not select them.",
      "dns 10.1",
      ComplaintWeight.DOUBT),
  /** A subdomain without hostname. */
  SUBDOMAIN_WITHOUT_HOSTNAME(
      "A Pod that says no hostname has no name under its Service.",
      "dns 10.1",
      ComplaintWeight.DOUBT),
  /** A hostname of several Pods. */
  HOSTNAME_SHARED(
      "Several Pods have one hostname under one Service.", "dns 10.1", ComplaintWeight.DOUBT),
  /** A Pod in the node's network that asks the node's name servers. */
  HOST_NETWORK_WITHOUT_CLUSTER_DNS(
      "In the node's network policy ClusterFirst means the node's name servers.",
      "dns 12.2",
      ComplaintWeight.NOTE),
  /** Resolver settings of its own that leave out the cluster's domains. */
  NO_CLUSTER_SEARCH(
      "Without the cluster's search domains no short name is found.",
      "dns 12.3",
      ComplaintWeight.NOTE),
  /** More name servers or domains than a resolv.conf holds. */
  RESOLV_CONF_CUT(
      "A Pod's resolv.conf holds 3 name servers and 32 domains at most.",
      "dns 12.8",
      ComplaintWeight.FAULT);

  private final String sentence;
  private final String rule;
  private final ComplaintWeight weight;

  ComplaintReason(String sentence, String rule, ComplaintWeight weight) {
    this.sentence = sentence;
    this.rule = rule;
    this.weight = weight;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }

  /** {@return how sure it is that something is wrong} */
  public ComplaintWeight weight() {
    return weight;
  }

  /** {@return whether it surely does not work as written; false where it merely looks so} */
  public boolean isCertain() {
    return weight == ComplaintWeight.FAULT;
  }
}
