package io.servicesemantics.traffic;

/** How a load balancer spreads connections over its healthy targets. */
public enum BalancerSpread {
  /** Each gets the same (routing 3.3.2). */
  EVENLY("evenly"),
  /**
   * Each node gets as much as its health answer says in {@code X-Load-Balancing-Endpoint-Weight}
   * (routing 3.3.3). Where no target answers with a weight, each gets the same.
   */
  BY_ENDPOINT_WEIGHT("by the number of ready endpoints each target reports"),
  /**
   * Each zone gets its share, which is spread evenly over the zone's own targets (routing 3.3.5).
   */
  BY_ZONE("by zone, without crossing zones");

  private final String words;

  BalancerSpread(String words) {
    this.words = words;
  }

  /** {@return its name in words} */
  public String words() {
    return words;
  }
}
