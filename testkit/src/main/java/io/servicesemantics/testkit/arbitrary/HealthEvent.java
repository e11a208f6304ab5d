package io.servicesemantics.testkit.arbitrary;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.traffic.ProxyHealth;
import java.time.Instant;

/**
 * Something that happened to kube-proxy.
 *
 * @param written whether all of a family was written to the node; if not, a change was queued
 * @param family the family
 * @param at when
 */
public record HealthEvent(boolean written, IpFamily family, Instant at) {

  /**
   * Returns the health after this event.
   *
   * @param before the health before it
   * @return the health
   */
  public ProxyHealth applyTo(ProxyHealth before) {
    return written ? before.updated(family, at) : before.queued(family, at);
  }
}
