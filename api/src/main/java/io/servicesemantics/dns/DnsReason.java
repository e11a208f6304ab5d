package io.servicesemantics.dns;

import io.servicesemantics.explain.Reason;

/** Why a name server answers what it answers: rules of {@code dns} 2 to 8. */
public enum DnsReason implements Reason {
  /** A class other than IN. */
  CLASS_REFUSED("2.1", "The server answers questions of class IN alone."),
  /** A name of no zone, with somebody behind. */
  ASKED_UPSTREAM("2.3", "The name is in none of the server's zones, so the next server is asked."),
  /** A name of no zone, with nobody behind. */
  NOBODY_UPSTREAM(
      "2.3", "The name is in none of the server's zones, and there is no server to ask next."),
  /** A question for a whole zone. */
  TRANSFER_REFUSED("2.5", "The server hands out no whole zones."),
  /** Records. */
  HAS_RECORDS("3.2", "There are records of this type."),
  /** A name that exists without such records. */
  NO_RECORD_OF_TYPE("3.3", "The name exists, but has no record of this type."),
  /** An unknown name that is asked further on. */
  FALLS_THROUGH("3.4", "There is no such name, so the next server is asked."),
  /** The same, with nobody to ask. */
  FALLS_THROUGH_TO_NOBODY("3.4", "There is no such name, and there is no server to ask next."),

  /** The zone's own name. */
  ZONE_ITSELF("4.1", "It is the name of the zone itself."),
  /** The name above all Services. */
  ALL_SERVICES("4.1", "It is the name above those of all Services."),
  /** The name above all Pods. */
  ALL_PODS("4.1", "It is the name above those of all Pods."),
  /** The name above the Services of a namespace. */
  NAMESPACE_OF_SERVICES("4.7", "It is the name above those of a namespace's Services."),
  /** The name above the Pods of a namespace. */
  NAMESPACE_OF_PODS("7.2", "It is the name above those of a namespace's Pods."),
  /** The name above the ports of a protocol. */
  PORTS_OF_PROTOCOL("RFC 8020", "It is the name above those of a Service's ports of a protocol."),
  /** The name above those of addresses. */
  ADDRESSES_BELOW("RFC 8020", "It is the name of an address, or one above such names."),
  /** Something else below the zone. */
  NEITHER_SERVICE_NOR_POD(
      "4.2", "In this zone names end in .svc or .pod before the zone; this one does not."),
  /** Too many labels. */
  TOO_MANY_LABELS("4.3", "The name has more labels than any of a Service or Pod."),
  /** A type that reverse names do not have. */
  REVERSE_NAME_OF_OTHER_TYPE("8.5", "Reverse names have PTR records alone."),
  /** A namespace that does not exist, or is hidden. */
  NAMESPACE_UNKNOWN("4.6", "There is no such namespace, or its names are hidden."),

  /** No such Service. */
  SERVICE_UNKNOWN("5", "The namespace has no Service of this name."),
  /** A Service without endpoints, which the settings hide. */
  EMPTY_SERVICE_IGNORED("5.1", "The Service has no ready endpoint, and such are left out here."),
  /** Something below an ExternalName Service. */
  BELOW_EXTERNAL_NAME("5.2", "An ExternalName Service has no ports or endpoints to have names."),
  /** An external name that is an address. */
  EXTERNAL_NAME_IS_ADDRESS("5.2", "The external name reads as an address, which is no name."),
  /** A headless Service without ready endpoints. */
  HEADLESS_WITHOUT_ENDPOINTS(
      "5.3", "The headless Service has no ready endpoint to give it a name."),
  /** A Service of the same name elsewhere. */
  SAME_NAME_ELSEWHERE("4.4", "Another namespace has a Service of this name."),
  /** A Service of a name that is alike. */
  NAME_ALIKE("5", "The namespace has a Service whose name is alike."),
  /** No slice at all. */
  NO_SLICE("1.5", "No slice names the Service, so it has no endpoints."),
  /** An endpoint that is not ready. */
  ENDPOINT_NOT_READY("1.5", "The endpoint is not ready, and such have no names."),
  /** A Pod that gives its endpoint no host name. */
  POD_WITHOUT_HOSTNAME(
      "10.1",
      "The Pod is called so, but its endpoint is not: it needs a hostname, and the Service's name"
          + " as its subdomain."),
  /** A Pod whose endpoint goes by its host name. */
  POD_CALLED_OTHERWISE(
      "10.1", "The Pod is called so, but its endpoint goes by the Pod's hostname."),
  /** A port that does not exist. */
  PORT_UNKNOWN("5.4", "The Service has no port of this name and protocol."),
  /** An endpoint that does not exist. */
  ENDPOINT_UNKNOWN("5.3", "The Service has no ready endpoint of this name."),
  /** A Service with a cluster IP. */
  SERVICE_HAS_CLUSTER_IP("5.4", "A Service's name leads to its cluster IP."),
  /** A headless Service. */
  SERVICE_IS_HEADLESS("5.3", "A headless Service's name leads to its ready endpoints."),
  /** One of the endpoints. */
  ENDPOINT_HAS_NAME("5.3", "It is the name of a ready endpoint of the Service."),
  /** An ExternalName Service. */
  SERVICE_IS_EXTERNAL_NAME("5.2", "An ExternalName Service's name is another one for a name."),
  /** An alias whose target has nothing. */
  TARGET_HAS_NOTHING(
      "6.1 c", "The name it stands for has no such record in the same zone, so nothing is told."),
  /** An alias that leads to itself. */
  TARGET_IS_ITSELF("6.1 a", "The name it stands for is this one, or below it."),
  /** Too long a chain of aliases. */
  CHAIN_TOO_LONG("6.1 b", "The chain of aliases is too long, or runs in a circle."),
  /** No address among the items. */
  ITEM_OF_OTHER_FAMILY("6.1", "Its addresses are of the other family."),
  /** No SRV for lack of ports. */
  NO_PORT_NUMBER("6.3", "It has no port number to tell."),

  /** The specification's version. */
  VERSION_OF_SPECIFICATION("6.4", "It tells the version of the DNS specification."),
  /** Text, where there is none. */
  NO_TEXT("6.4", "The server tells nothing but the version of the specification as text."),
  /** The start of the zone. */
  START_OF_ZONE("6.7", "It tells about the zone itself."),
  /** The start of the zone, asked below it. */
  START_ELSEWHERE("6.7", "The zone's start is told at its own name alone."),
  /** The server's own name. */
  NAME_OF_SERVER("6.9", "It is the name of the server itself."),
  /** The zone's name servers. */
  SERVERS_OF_ZONE("6.9", "It tells the names of the server."),

  /** Pods' names are switched off. */
  POD_NAMES_DISABLED("7.1", "This server gives no names to Pods' addresses."),
  /** No address before the namespace. */
  POD_NAME_IS_NO_ADDRESS("7.4", "The Pod's name is not an address with dashes in it."),
  /** Any address will do. */
  ANY_POD_ADDRESS("7.4", "Every address has such a name, whether a Pod has it or not."),
  /** A Pod that exists. */
  POD_HAS_ADDRESS("7.5", "A Pod of the namespace has this address."),
  /** A Pod that does not exist. */
  POD_UNKNOWN("7.5", "No running Pod of the namespace has this address."),

  /** The address is a Service's. */
  ADDRESS_OF_SERVICE("8.2", "The address is a Service's cluster IP."),
  /** The address is an endpoint's. */
  ADDRESS_OF_ENDPOINT("8.2", "The address is that of a ready endpoint."),
  /** Nobody has the address. */
  NOBODY_HAS_ADDRESS("8.2", "No Service and no ready endpoint has this address."),

  /** One record is told of several. */
  LEFT_TO_CHANCE("9.2", "Several objects claim to be the one that is told; chance decides.");

  private final String rule;
  private final String sentence;

  DnsReason(String rule, String sentence) {
    this.rule = rule.startsWith("RFC") ? rule : "dns " + rule;
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
