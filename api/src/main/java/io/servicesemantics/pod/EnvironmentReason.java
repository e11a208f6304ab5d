package io.servicesemantics.pod;

import io.servicesemantics.explain.Reason;

/** Why a variable is in the environment of a container, or is not. */
public enum EnvironmentReason implements Reason {
  /** All of a container's environment. */
  ENVIRONMENT_OF_CONTAINER("5.12", "The container starts with these variables."),
  /** So much that nothing starts with it. */
  ENVIRONMENT_TOO_LONG(
      "5.12",
      "Programs do not start with so much: Linux says \"argument list too long\". With"
          + " enableServiceLinks: false the Pod gets no variables of the Services around it."),
  /** One variable so long that nothing starts with it. */
  VARIABLE_TOO_LONG(
      "5.12",
      "Programs do not start with a variable of this length: Linux says \"argument list too"
          + " long\"."),
  /** enableServiceLinks, on or unsaid. */
  LINKS_ON("5.3", "enableServiceLinks is on: the Pod is told of the Services of its namespace."),
  /** enableServiceLinks, off. */
  LINKS_OFF("5.3", "enableServiceLinks is off: the Pod is told of no Service of its namespace."),

  /** In: of the namespace. */
  SERVICE_OF_NAMESPACE("5.3", "The Service is in the Pod's namespace, so the Pod is told of it."),
  /** In: default/kubernetes. */
  SERVICE_OF_API_SERVER("5.3", "The API server's own Service is told to every Pod."),
  /** Out: replaced. */
  SERVICE_REPLACED(
      "5.4", "A Service of the same name in the Pod's own namespace stands in for this one."),
  /** Out: another namespace. */
  SERVICE_OF_ANOTHER_NAMESPACE(
      "5.3", "The Service is in another namespace, so the Pod is not told of it."),
  /** Out: other namespaces, all at once. */
  SERVICES_OF_OTHER_NAMESPACES(
      "5.3", "Services of other namespaces, of which the Pod is not told."),
  /** Out: links are off. */
  SERVICE_NOT_LINKED(
      "5.3", "The Service is in the Pod's namespace, but enableServiceLinks is off."),
  /** Out: headless, an alias, or no address yet. */
  SERVICE_WITHOUT_CLUSTER_IP("5.2", "The Service has no cluster IP, so no variables tell of it."),
  /** Out: nothing to tell. */
  SERVICE_WITHOUT_PORT("5.6", "The Service has no port, so no variables can be made of it."),

  /** There: made of a Service. */
  MADE_OF_SERVICE("5.6", "The variable is made of a Service."),
  /** There: which Service is chance. */
  CLAIMED_BY_SEVERAL(
      "5.11", "Several Services give a variable of this name; chance decides whose value it has."),
  /** There: set by the container. */
  SET_BY_CONTAINER("5.12", "The container sets the variable itself."),
  /** There: set by the container, from a source. */
  TAKEN_FROM_ELSEWHERE(
      "5.12", "The container takes the variable from elsewhere, so its value is not known here."),
  /** A Service's variable that the container sets. */
  HIDDEN_BY_CONTAINER("5.12", "A Service gives a variable of this name too, which is not used."),
  /** A reference to one of the container's own variables. */
  REFERENCE_TO_OWN("5.13", "It refers to a variable the container set before."),
  /** A reference to a Service's variable. */
  REFERENCE_TO_SERVICE("5.13", "It refers to a variable made of a Service."),
  /** A reference to a variable that is set further down. */
  REFERENCE_TO_LATER(
      "5.13", "It refers to a variable that is set only further down, so the text stays."),
  /** A reference to nothing. */
  REFERENCE_TO_NOTHING("5.13", "It refers to a variable that is not there, so the text stays."),
  /** Not there. */
  NOT_SET("5.12", "The container has no variable of this name.");

  private final String rule;
  private final String sentence;

  EnvironmentReason(String rule, String sentence) {
    this.rule = "routing " + rule;
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
