package io.servicesemantics.description;

/** Who sends traffic, as far as nodes may treat it differently. */
public enum TrafficSender {
  /** A Pod with an address of its own, on the node that sees the traffic first. */
  POD("a Pod"),
  /** A process of the node, or a Pod in its network. */
  NODE("the node itself"),
  /** Somebody beyond the cluster within the Service's source ranges. */
  OUTSIDE_IN_RANGES("outside, within the source ranges"),
  /** Somebody beyond the cluster; where there are source ranges, in none of them. */
  OUTSIDE("outside");

  private final String words;

  TrafficSender(String words) {
    this.words = words;
  }

  /** {@return who it is, in a few words} */
  public String words() {
    return words;
  }
}
