package io.servicesemantics.description;

import io.servicesemantics.explain.Reason;

/** The sorts of complaint a description can have. */
public enum ComplaintReason implements Reason {
  /** A selector that no Pod meets. */
  NOTHING_SELECTED("No Pod has the labels the Service selects.", "routing 1.1.3", true),
  /** Selected Pods, none of which takes traffic. */
  NOTHING_READY("No Pod behind the Service is ready.", "routing 1.3.1", true),
  /** Selected Pods, none of which is an endpoint. */
  NO_POD_IS_ENDPOINT("No Pod the Service selects has become an endpoint.", "routing 1.2", true),
  /** A named target port that some selected Pods do not have. */
  PORT_LEADS_NOWHERE("A Pod has no port of the name the Service leads to.", "routing 1.5.4", true),
  /** A numeric target port that no container declares, though containers declare others. */
  PORT_NOT_DECLARED(
      "No container declares the port number the Service leads to.", "routing 1.5.3", false),
  /** No selector, and nobody supplies endpoints. */
  NOBODY_SUPPLIES_ENDPOINTS(
      "The Service selects nothing, and there are no slices or Endpoints for it.",
      "routing 1.1.2",
      true),
  /** A slice for a Service that is not there. */
  SLICE_OF_NO_SERVICE("No Service has the name the slice says.", "routing 0.1", true),
  /** A slice, or a part of one, that kube-proxy does not read. */
  SLICE_NOT_READ("kube-proxy does not read this part of the slice.", "routing 2.3", true),
  /** A port of a Service that no slice has. */
  PORT_WITHOUT_ENDPOINTS("No slice has a port of this name and protocol.", "routing 2.3.3", true),
  /** An Endpoints object that is not mirrored. */
  ENDPOINTS_NOT_READ("Nobody reads this Endpoints object.", "routing 1.9.1", true),
  /** A Service the API server refuses. */
  REFUSED("The API server refuses the Service.", "api 0.2", true),
  /** Something the API server warns of. */
  WARNED("The API server warns of it.", "api 3.9", false),
  /** An address or port of a Service found in a cluster that does not fit. */
  NUMBER_DOES_NOT_FIT(
      "An address or port of the Service is out of range, or held twice.", "api 6.8", true),
  /** Several objects of one kind and name. */
  SAID_TWICE(
      "There are several objects of this kind and name; the last one counts.",
      "kubectl apply",
      true);

  private final String sentence;
  private final String rule;
  private final boolean certain;

  ComplaintReason(String sentence, String rule, boolean certain) {
    this.sentence = sentence;
    this.rule = rule;
    this.certain = certain;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }

  /** {@return whether it surely does not work as written; false where it merely looks so} */
  public boolean isCertain() {
    return certain;
  }
}
