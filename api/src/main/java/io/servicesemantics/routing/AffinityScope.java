package io.servicesemantics.routing;

/** What a client is remembered for (routing 2.16.3, 2.16.7). */
public enum AffinityScope {
  /** The Service port, by whichever address it came: iptables, nftables. */
  SERVICE_PORT,
  /** The very address and port it asked for: ipvs. */
  FRONT_END
}
