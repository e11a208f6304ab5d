package io.servicesemantics.pod;

import io.servicesemantics.explain.Reason;

/** Why the name a Pod goes by to itself leads to it, or does not. */
public enum HostnameReason implements Reason {
  /** It does. */
  LEADS_TO_POD("10.4", "The name the Pod goes by leads to it in the cluster's DNS."),
  /** It does not. */
  LEADS_ELSEWHERE("10.4", "The name the Pod goes by does not lead to it in the cluster's DNS."),
  /** No hostname. */
  HAS_NO_HOSTNAME(
      "10.1",
      "The Pod has no hostname in its spec, so its endpoint gets none; its name is not used."),
  /** No domain at all. */
  HAS_NO_SUBDOMAIN(
      "11.4", "The Pod has no subdomain in its spec, so that only itself knows its host name."),
  /** No name at all. */
  CANNOT_BE_NAMED("11", "The kubelet cannot name the Pod, so it does not start.");

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
