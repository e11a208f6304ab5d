package io.servicesemantics.admission;

import io.servicesemantics.explain.Reason;

/**
 * At which step a request is refused. A step that refuses ends the request, so that the faults of
 * later steps stay unseen (api 0.2, 0.3).
 */
public enum Refusal implements Reason {
  /** The body cannot be read as a Service, or not as strictly as asked. */
  DECODING("The body cannot be read as a Service.", "api 0.2.1"),
  /** The request itself is malformed. */
  REQUEST("The request around the Service is malformed.", "api 0.2"),
  /** The namespace does not exist, or is going away. */
  NAMESPACE("The namespace takes no new objects.", "api 1.4"),
  /** There is no Service of that name to update its status. */
  NOT_FOUND("There is no such Service.", "api 0.4"),
  /** There is a Service of that name already. */
  ALREADY_EXISTS("There is a Service of that name already.", "api 0.2"),
  /** The Service was changed since the sender read it. */
  CONFLICT("The Service was changed since it was read.", "api 0.3.2"),
  /** Addresses, families and their policy do not fit each other or the cluster. */
  FAMILIES("Addresses and families do not fit each other or the cluster.", "api 5.2"),
  /** An address cannot be had. */
  CLUSTER_IP("A cluster address cannot be had.", "api 6.2"),
  /** A node port cannot be had. */
  NODE_PORT("A node port cannot be had.", "api 6.5"),
  /** The port of the health check cannot be had. */
  HEALTH_CHECK_NODE_PORT("The port of the health check cannot be had.", "api 6.6"),
  /** Fields are invalid. */
  VALIDATION("Fields are invalid.", "api 3"),
  /** The real server crashes on this request and answers nothing. */
  SERVER_CRASH("The real server crashes on this request.", "api-recorded 5.1.1");

  private final String sentence;
  private final String rule;

  Refusal(String sentence, String rule) {
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
