package io.servicesemantics.dns;

import io.servicesemantics.explain.Reason;

/** In what CoreDNS deviates from the Kubernetes DNS specification 1.1.0. */
public enum DeviationReason implements Reason {
  /** SRV at other names than those of ports. */
  SERVICES_AT_OTHER_NAMES("2.3.2", "The specification gives SRV records to names of ports alone."),
  /** Addresses at names of ports. */
  ADDRESSES_AT_PORTS("2.3.2", "The specification gives names of ports no addresses."),
  /** Names of ports without underscores. */
  PORT_WITHOUT_UNDERSCORES("2.3.2", "The specification has names of ports with underscores alone."),
  /** The endpoint's port. */
  PORT_OF_ENDPOINT(
      "2.4.2", "The specification tells the Service's port, the server that of the endpoint."),
  /** Endpoints of Services that are not headless. */
  ENDPOINT_OF_OTHER_SERVICE(
      "2.4.1", "The specification gives names to endpoints of headless Services alone."),
  /** Pointers to endpoints of Services that are not headless. */
  POINTER_TO_OTHER_ENDPOINT(
      "2.4.3", "The specification has pointers to endpoints of headless Services alone."),
  /** An alias that is left out. */
  ALIAS_LEFT_OUT("2.5", "The specification always tells an ExternalName Service's alias."),
  /** Names of Pods. */
  NAMES_OF_PODS("none", "The specification knows no names of Pods by address."),
  /** A name that exists for some types alone. */
  NAME_BY_TYPE("RFC 8020", "A name that exists does so for every type of question."),
  /** The zone's capitals. */
  ZONE_IN_CAPITALS("2.1", "Capitals make no difference by the specification.");

  private final String section;
  private final String sentence;

  DeviationReason(String section, String sentence) {
    this.section = section;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  /** {@return the section of the specification, or of an RFC} */
  @Override
  public String rule() {
    return section.startsWith("RFC") ? section : "DNS specification " + section;
  }
}
