package io.servicesemantics.admission;

import io.servicesemantics.explain.Reason;

/** Why the server stores a field otherwise than it was sent; defaults have reasons of their own. */
public enum AdmissionReason implements Reason {
  /** The name is the prefix asked for and five letters. */
  NAME_GENERATED("The name is the prefix asked for and five letters.", "api 0.2.2"),
  /** The body names no namespace and gets that of the request. */
  NAMESPACE_OF_REQUEST("The namespace is that of the request.", "api 0.2.4"),
  /** The server alone writes the field. */
  SYSTEM_FIELD("The server alone writes this field.", "api 0.2.2"),
  /** The server keeps what it wrote when the Service was made, or marked for deletion. */
  SYSTEM_FIELD_KEPT("The server keeps what it wrote itself.", "api 0.3.5"),
  /** Status is written through the subresource alone. */
  STATUS_NOT_READ("Status is written through its subresource alone.", "api 7.2"),
  /** The subresource writes no spec. */
  SPEC_NOT_READ("A write of the status leaves the spec as it is stored.", "api 7.2"),

  /** The list of addresses follows from the one address said. */
  CLUSTER_IPS_FROM_CLUSTER_IP("The list of addresses follows from the one address.", "api 4.3"),
  /** One address was taken back, and the unchanged list goes with it. */
  CLUSTER_IPS_CLEARED("The unchanged list goes with the address taken back.", "api 4.3"),

  /** The policy said nothing of stays as it is stored. */
  FAMILY_POLICY_KEPT("A policy left out stays as it is stored.", "api 5.2 F2"),
  /** Without address and selector a Service is for both families. */
  FAMILY_POLICY_WITHOUT_SELECTOR(
      "A Service with neither address nor selector is for both families.", "api 5.2 F2"),
  /** A Service that says nothing has one family. */
  FAMILY_POLICY_SINGLE("A Service that says nothing has one family.", "api 5.2 F2"),
  /** The family follows from the address. */
  FAMILY_OF_ADDRESS("The family is that of the address.", "api 5.2 F6"),
  /** The first family is the cluster's primary one. */
  FAMILY_PRIMARY("The first family is the cluster's primary one.", "api 5.2 F11"),
  /** The policy asks for a second family. */
  FAMILY_SECOND("The policy asks for a second family.", "api 5.2 F12"),
  /** A Service of one family keeps the first one. */
  SECOND_FAMILY_DROPPED("A Service of one family keeps the first one.", "api 5.2 F4"),

  /** Any free address of the family. */
  CLUSTER_IP_PICKED("A free address of the family was picked.", "api 6.2"),
  /** Any free port. */
  NODE_PORT_PICKED("A free port was picked.", "api 6.5"),
  /** Ports of one number share a node port across protocols. */
  NODE_PORT_SHARED("Ports of one number share a node port across protocols.", "api 6.5"),
  /** Any free port. */
  HEALTH_CHECK_NODE_PORT_PICKED("A free port was picked for the health check.", "api 6.6"),

  /** What the client left out stays as it is stored. */
  CLUSTER_IP_CARRIED_OVER("An address left out stays as it is stored.", "api 4.2 a"),
  /** A port of the same name keeps its node port. */
  NODE_PORT_CARRIED_OVER("A port of the same name keeps its node port.", "api 4.2 b"),
  /** What the client left out stays as it is stored. */
  HEALTH_CHECK_NODE_PORT_CARRIED_OVER(
      "A health check's port left out stays as it is stored.", "api 4.2 c"),

  /** An ExternalName has no address. */
  CLUSTER_IP_UNUSED("A Service of type ExternalName has no address.", "api 4.4.1"),
  /** An ExternalName has no families. */
  FAMILIES_UNUSED("A Service of type ExternalName has no families.", "api 4.4.1"),
  /** The type has no node ports. */
  NODE_PORTS_UNUSED("The type has no node ports any more.", "api 4.4.2"),
  /** There is no health check. */
  HEALTH_CHECK_NODE_PORT_UNUSED("There is no health check any more.", "api 4.4.3"),
  /** The type has no load balancer. */
  NODE_PORT_ALLOCATION_UNUSED("The type has no load balancer any more.", "api 4.4.4"),
  /** The type has no load balancer. */
  LOAD_BALANCER_CLASS_UNUSED("The type has no load balancer any more.", "api 4.4.5"),
  /** Nothing outside reaches the Service. */
  EXTERNAL_TRAFFIC_POLICY_UNUSED("Nothing from outside reaches the Service any more.", "api 4.4.6"),
  /** The type has no load balancer. */
  LOAD_BALANCER_STATUS_UNUSED("The type has no load balancer.", "api 4.4.7"),
  /** A feature gate hides the field. */
  FIELD_GATED("The feature gate that knows the field is off.", "versions A14, A17"),
  /** The field has no meaning for an ExternalName. */
  HIDDEN_ON_READ("It is stored, but not shown for type ExternalName.", "api 2.4 c");

  private final String sentence;
  private final String rule;

  AdmissionReason(String sentence, String rule) {
    this.sentence = sentence;
    this.rule = rule;
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
