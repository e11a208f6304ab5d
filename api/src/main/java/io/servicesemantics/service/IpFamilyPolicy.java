package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** How many address families a Service asks for: {@code spec.ipFamilyPolicy}. */
public enum IpFamilyPolicy implements WireName {
  /** One. */
  SINGLE_STACK("SingleStack"),
  /** Two where the cluster has two. */
  PREFER_DUAL_STACK("PreferDualStack"),
  /** Two, or it is refused. */
  REQUIRE_DUAL_STACK("RequireDualStack");

  private final String wireName;

  IpFamilyPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
