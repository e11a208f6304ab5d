package io.servicesemantics.profile;

import io.servicesemantics.object.WireName;

/** Which names CoreDNS gives to Pods by address: the plugin's option {@code pods}. */
public enum PodRecords implements WireName {
  /** None. */
  DISABLED("disabled"),
  /** One for any address, whether there is such a Pod or not. */
  INSECURE("insecure"),
  /** One for the address of a Pod that exists. */
  VERIFIED("verified");

  private final String wireName;

  PodRecords(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
