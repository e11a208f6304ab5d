package io.servicesemantics.routing;

import io.servicesemantics.object.WireName;

/**
 * Where a flow comes from, as a node tells: it decides which hooks of the kernel it passes.
 *
 * <p>A Pod in the host's network is a process of its node (routing 2.19.5).
 */
public enum FlowOrigin implements WireName {
  /** Told by the source: an address of the node means a process of it, any other the network. */
  BY_SOURCE("", "by source address"),
  /** A process in the host's network of this node, whatever its source address. */
  HOST("host", "a process on the node"),
  /** Arriving at the node, from a Pod, another node or beyond, whatever its source address. */
  NETWORK("network", "arriving at the node");

  private final String wireName;
  private final String words;

  FlowOrigin(String wireName, String words) {
    this.wireName = wireName;
    this.words = words;
  }

  /** {@return the word by which {@link Flow} spells it; empty for {@link #BY_SOURCE}} */
  @Override
  public String wireName() {
    return wireName;
  }

  /** {@return what it means, in a few words} */
  public String words() {
    return words;
  }
}
