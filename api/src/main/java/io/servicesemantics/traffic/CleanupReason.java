package io.servicesemantics.traffic;

import io.servicesemantics.explain.Reason;

/** Why a tracked flow is removed, or stays: the reasons of {@link FlowCleaner}. */
public enum CleanupReason implements Reason {
  /** No clean-up. */
  NO_UDP_ENDPOINTS_CHANGED(
      "2.17.2",
      false,
      "No Service with UDP endpoints had its endpoints changed, so nothing is cleaned up."),
  /** Never removed: TCP, SCTP. */
  NOT_UDP(
      "2.17.7", false, "Only UDP flows are cleaned up; this one keeps its endpoint to its end."),
  /** Nobody's flow. */
  OF_NO_SERVICE("2.17.5", false, "The flow goes to no UDP port of a Service."),
  /** Nobody's flow any more. */
  OF_SERVICE_GONE(
      "2.17.4", false, "The Service port it went to is gone, and such flows are passed over."),
  /** A port passed over. */
  NO_SERVING_ENDPOINT(
      "2.17.4",
      false,
      "No endpoint of the Service port serves any more, so its flows are passed over and stay"
          + " with an endpoint that is gone."),
  /** A flow in order. */
  ENDPOINT_SERVES("2.17.5", false, "Its endpoint still serves."),

  /** Removed: at an address and port of the Service. */
  ENDPOINT_GONE("2.17.5", true, "It goes to an endpoint that does not serve."),
  /** Removed: made while there was no endpoint. */
  NEVER_TRANSLATED(
      "2.17.7", true, "It was never sent to an endpoint, and now there are endpoints."),
  /** Removed: by the number of its port alone. */
  NODE_PORT_NUMBER(
      "2.17.6",
      true,
      "Its port has the number of a UDP node port, whatever its address, and it goes to no serving"
          + " endpoint of that Service.");

  private final String rule;
  private final boolean removing;
  private final String sentence;

  CleanupReason(String rule, boolean removing, String sentence) {
    this.rule = "routing " + rule;
    this.removing = removing;
    this.sentence = sentence;
  }

  /** {@return whether the flow is removed, so that its next packet is routed anew} */
  public boolean isRemoving() {
    return removing;
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
