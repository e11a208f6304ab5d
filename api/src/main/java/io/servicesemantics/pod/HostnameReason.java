package io.servicesemantics.pod;

import io.servicesemantics.explain.Reason;

/** Why a Pod is called what it is called, and why its name leads to it in DNS or does not. */
public enum HostnameReason implements Reason {
  /** It has a name. */
  NAMED("11", "The kubelet names the Pod so."),
  /** It has none. */
  CANNOT_BE_NAMED("11", "The kubelet cannot name the Pod, so it does not start."),
  /** By hostnameOverride. */
  NAMED_BY_OVERRIDE(
      "11.1", "hostnameOverride names the Pod; hostname and subdomain are not looked at."),
  /** By hostname. */
  NAMED_BY_HOSTNAME("11.2", "The hostname of its spec names the Pod."),
  /** By its own name. */
  NAMED_AS_POD("11.2", "The Pod has no hostname in its spec, so it is called by its own name."),
  /** Not a name. */
  NAME_REFUSED("11.2", "It is no host name: small letters, digits and dashes are, up to 63."),
  /** Not a name. */
  OVERRIDE_REFUSED("11.1", "It is no host name: small letters, digits, dashes and dots are."),
  /** Not a name. */
  SUBDOMAIN_REFUSED("11.4", "It is no subdomain: small letters, digits and dashes are, up to 63."),
  /** Cut. */
  NAME_CUT(
      "11.3",
      "It is longer than 63, so it is cut there, and loses the dashes and dots at its end."),
  /** Cut to nothing. */
  NOTHING_LEFT_OF_NAME("11.3", "It is longer than 63, and nothing is left of it when it is cut."),
  /** A domain. */
  HAS_DOMAIN(
      "11.4",
      "The subdomain gives the Pod a domain, whether there is a Service of that name or not."),
  /** No domain at all. */
  HAS_NO_SUBDOMAIN(
      "11.4", "The Pod has no subdomain in its spec, so that only itself knows its host name."),
  /** No domain, as another name counts. */
  OVERRIDE_HAS_NO_DOMAIN(
      "11.1", "What hostnameOverride says has no domain, so that only the Pod itself knows it."),
  /** The kernel: the host name. */
  KERNEL_SAYS_HOSTNAME("11.5", "The kernel says the host name."),
  /** The kernel: all of it. */
  KERNEL_SAYS_FQDN("11.5", "With setHostnameAsFQDN the kernel says host name and domain."),
  /** The kernel: all of it, were there more. */
  KERNEL_HAS_NO_DOMAIN("11.5", "setHostnameAsFQDN changes nothing: the Pod has no domain."),
  /** The kernel: the node's. */
  KERNEL_SAYS_NODE("11.5", "On the node's network the kernel says the node's name."),
  /** The kernel: too long. */
  FQDN_TOO_LONG(
      "11.5",
      "A kernel's name has 64 octets at most, so with setHostnameAsFQDN it does not start."),
  /** The hosts file. */
  HOSTS_FILE_OF_POD("11.6", "The Pod's /etc/hosts has each of its addresses with these names."),
  /** The hosts file, the node's. */
  HOSTS_FILE_OF_NODE("11.6", "On the node's network the Pod has the node's /etc/hosts."),
  /** Lines of the hosts file. */
  HOSTS_FILE_HAS_ALIASES("11.6", "The lines of hostAliases stand behind the others."),

  /** It leads to the Pod. */
  LEADS_TO_POD("10.4", "The name the Pod goes by leads to it in the cluster's DNS."),
  /** It does not. */
  LEADS_ELSEWHERE("10.4", "The name the Pod goes by does not lead to it in the cluster's DNS."),
  /** No hostname. */
  HAS_NO_HOSTNAME(
      "10.1",
      "The Pod has no hostname in its spec, so its endpoint gets none; its name is not used."),
  /** Another one has the name. */
  ANOTHER_HAS_NAME("10.1", "The name leads to another address than the Pod's."),
  /** No such Service. */
  NO_SERVICE_OF_SUBDOMAIN(
      "10.4", "The Pod's namespace needs a Service called as its subdomain; DNS knows none."),
  /** The Service has other endpoints. */
  NOT_AN_ENDPOINT(
      "10.3",
      "No ready endpoint of the Service has the Pod's address: its selector may select others."),
  /** No address. */
  POD_HAS_NO_ADDRESS("10.3", "The Pod has no address yet, so it is nobody's endpoint."),
  /** Over. */
  POD_IS_OVER("10.3", "The Pod's containers have ended for good, so it is nobody's endpoint."),
  /** Going. */
  POD_IS_TERMINATING("10.3", "The Pod is about to go, so its endpoints are not ready."),
  /** Not ready. */
  POD_NOT_READY(
      "10.3",
      "The Pod is not ready; only a Service with publishNotReadyAddresses names it all the same.");

  private final String rule;
  private final String sentence;

  HostnameReason(String rule, String sentence) {
    this.rule = "dns " + rule;
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
