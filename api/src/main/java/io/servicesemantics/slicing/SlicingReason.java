package io.servicesemantics.slicing;

import io.servicesemantics.explain.Reason;

/** Why a Pod stands behind a Service or not, and why its slices are as they are. */
public enum SlicingReason implements Reason {
  // About a Pod.
  /** It is an endpoint. */
  POD_IS_ENDPOINT("The Pod is an endpoint of the Service.", "routing 1.1.3"),
  /** Labels differ; the facts name the first one that does. */
  LABELS_DIFFER("The Pod's labels are not those the Service selects.", "routing 1.1.3"),
  /** Another namespace. */
  OTHER_NAMESPACE("The Pod is in another namespace than the Service.", "routing 1.1.3"),
  /** Failed or Succeeded. */
  POD_FINISHED("The Pod has run to its end.", "routing 1.2.1"),
  /** Neither podIP nor podIPs. */
  POD_WITHOUT_ADDRESS("The Pod has no address yet.", "routing 1.2.2"),
  /** The Pod's node is not there. */
  NODE_UNKNOWN("The Pod's node is not known; the controller tries again later.", "routing 1.2.6"),
  /** No address of any family of the Service. */
  NO_ADDRESS_OF_ANY_FAMILY("The Pod has no address of a family the Service has.", "routing 1.4.4"),
  /** No address of one family of the Service. */
  NO_ADDRESS_OF_FAMILY("The Pod has no address of this family.", "routing 1.4.4"),
  /** An address of a family of the Service. */
  ADDRESS_OF_FAMILY("The Pod has an address of this family.", "routing 1.4.4"),
  /** Every selector matches. */
  LABELS_MATCH("The Pod has every label the Service selects.", "routing 1.1.3"),

  // About its conditions.
  /** Ready. */
  READY("The Pod is ready.", "routing 1.3.1"),
  /** Not ready. */
  NOT_READY("The Pod is not ready.", "routing 1.3.1"),
  /** Ready, and being deleted. */
  SERVING_WHILE_TERMINATING(
      "The Pod is being deleted: it still serves, but counts as not ready.", "routing 1.3.1"),
  /** Not ready, and being deleted. */
  TERMINATING("The Pod is being deleted and does not serve.", "routing 1.3.1"),
  /** publishNotReadyAddresses. */
  PUBLISHED_NOT_READY("The Service publishes Pods as ready whatever their state.", "routing 1.3.2"),

  // About its ports.
  /** A number in the Service. */
  PORT_BY_NUMBER("The port leads to a number, whatever the Pod declares.", "routing 1.5.3"),
  /** Found in a container. */
  PORT_BY_NAME("A container declares a port of that name and protocol.", "routing 1.5.4"),
  /** Found in a sidecar. */
  PORT_BY_SIDECAR_NAME(
      "A sidecar declares a port of that name and protocol; no container does.", "routing 1.5.4"),
  /** No container or sidecar has it. */
  PORT_NAME_NOT_FOUND(
      "No container or sidecar of the Pod declares a port of that name and protocol.",
      "routing 1.5.4"),
  /** Found with another protocol only. */
  PORT_PROTOCOL_DIFFERS(
      "The Pod declares a port of that name, but for another protocol.", "routing 1.5.5"),

  // About its name in DNS.
  /** hostname and subdomain are right. */
  HOSTNAME_GIVEN(
      "The Pod has a DNS name of its own below the Service's: its hostname.", "routing 1.3.6"),
  /** No hostname. */
  HOSTNAME_NOT_ASKED(
      "The Pod has no DNS name of its own below the Service's: it says no hostname, and its own name"
          + " does not count.",
      "routing 1.3.6"),
  /** Another subdomain. */
  SUBDOMAIN_DIFFERS(
      "The Pod has no DNS name of its own below the Service's: its subdomain is not the Service's"
          + " name.",
      "routing 1.3.6"),

  // About the Service.
  /** ExternalName. */
  EXTERNAL_NAME("The Service is an alias for a DNS name and has no endpoints.", "routing 1.1.1"),
  /** No selector. */
  NO_SELECTOR("The Service selects no Pods; somebody else supplies endpoints.", "routing 1.1.2"),
  /** Slices are kept. */
  SLICES_PLANNED("The slices hold every Pod the Service selects.", "routing 1.7.8"),
  /** A placeholder. */
  PLACEHOLDER("No endpoint: one empty slice stands for the family.", "routing 1.7.10"),
  /** Being deleted. */
  SERVICE_BEING_DELETED("The Service is being deleted: no new slices.", "routing 1.7.12"),

  // About hints.
  /** No hints asked for. */
  HINTS_NOT_ASKED("Nobody asked for hints.", "routing 1.10.7"),
  /** Hints are asked for. */
  HINTS_ASKED("The Service asks for hints.", "routing 1.10.1"),
  /** Hints are asked for in vain. */
  HINTS_REQUEST_OVERRULED(
      "This request for hints does not count: the one above goes before it.", "routing 1.10.1"),
  /** Hints are switched off, or asked for in words that mean nothing. */
  HINTS_REQUEST_IDLE("This asks for no hints.", "routing 1.10.1"),
  /** Own zones. */
  HINTS_SAME_ZONE("Every ready endpoint is hinted for its own zone.", "routing 1.10.2"),
  /** Own nodes and zones. */
  HINTS_SAME_NODE("Every ready endpoint is hinted for its own node and zone.", "routing 1.10.2"),
  /** Auto. */
  HINTS_BY_CAPACITY(
      "Endpoints are hinted for zones in proportion to their CPU capacity.", "routing 1.11.5"),
  /** Auto, capacity unknown or only one zone. */
  HINTS_WITHHELD_NODES(
      "No hints: some node has no zone or CPU, or all are in one zone.", "routing 1.11.4"),
  /** Auto, too few. */
  HINTS_WITHHELD_TOO_FEW("No hints: fewer ready endpoints than zones.", "routing 1.11.4"),
  /** Auto, some zone would be overloaded. */
  HINTS_WITHHELD_OVERLOAD(
      "No hints: the endpoints cannot be shared out without overloading a zone.", "routing 1.11.4"),
  /** Auto, an endpoint without zone. */
  HINTS_WITHHELD_ENDPOINT_ZONE("No hints: a ready endpoint has no zone.", "routing 1.11.8"),
  /** Auto, nothing was given out. */
  HINTS_WITHHELD_NONE_ALLOCATED("No hints: none was given out.", "routing 1.11.11"),

  // About mirrored Endpoints.
  /** Mirrored. */
  MIRRORED("The Endpoints object is mirrored into slices.", "routing 1.9.1"),
  /** Label skip-mirror. */
  MIRROR_SKIPPED("A label keeps the Endpoints object from being mirrored.", "routing 1.9.1"),
  /** Leader election. */
  MIRROR_LEADER_RECORD("The Endpoints object is a leader-election record.", "routing 1.9.1"),
  /** No Service of its name. */
  MIRROR_NO_SERVICE("No Service has the name of the Endpoints object.", "routing 1.9.1"),
  /** The Service selects Pods. */
  MIRROR_SERVICE_SELECTS(
      "The Service selects Pods, so that its slices are made from them.", "routing 1.9.3");

  private final String sentence;
  private final String rule;

  SlicingReason(String sentence, String rule) {
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
