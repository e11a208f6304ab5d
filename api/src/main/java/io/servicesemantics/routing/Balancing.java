package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.Reason;

/**
 * How a node spreads new connections over the backends of a verdict (routing 3.1).
 *
 * <p>The unit is a new connection: never a request, a packet or an octet. Shares are what to expect
 * of many connections; with {@link #BY_CLIENT} of many clients; with {@link #ONE_FOR_ALL} of
 * nothing at all, so that {@link RoutingTable#leftToChance} tells the possible verdicts.
 */
public enum Balancing implements Reason {
  /** By lot: iptables, nftables. */
  RANDOM("3.1.2", "Each new connection goes to one of the backends by lot, all being alike."),
  /** In turn: the schedulers rr and wrr of ipvs. */
  IN_TURN("3.1.5", "New connections to each address go to the backends in turn."),
  /** To the least busy: lc, wlc, sed, nq, twos. */
  LEAST_CONNECTIONS(
      "3.1.6", "A new connection goes to a backend with few connections from this node."),
  /** To one that is idle: ovf. */
  ONE_CONNECTION_EACH(
      "3.1.6", "A new connection goes to a backend that is idle, and is refused if none is."),
  /** By the client's address: sh. */
  BY_CLIENT("3.1.6", "All connections of one client go to one backend, settled by its address."),
  /** By the client's address and port: mh. */
  BY_CLIENT_AND_PORT(
      "3.1.6", "The client's address and port settle the backend of a new connection."),
  /** By the address asked for: dh, lblc, lblcr, fo. */
  ONE_FOR_ALL(
      "3.1.6", "All connections to one address go to one and the same backend; chance says which.");

  private static final ImmutableMap<String, Balancing> BY_SCHEDULER =
      ImmutableMap.<String, Balancing>builder()
          .put("rr", IN_TURN)
          .put("wrr", IN_TURN)
          .put("lc", LEAST_CONNECTIONS)
          .put("wlc", LEAST_CONNECTIONS)
          .put("sed", LEAST_CONNECTIONS)
          .put("nq", LEAST_CONNECTIONS)
          .put("twos", LEAST_CONNECTIONS)
          .put("ovf", ONE_CONNECTION_EACH)
          .put("sh", BY_CLIENT)
          .put("mh", BY_CLIENT_AND_PORT)
          .put("dh", ONE_FOR_ALL)
          .put("lblc", ONE_FOR_ALL)
          .put("lblcr", ONE_FOR_ALL)
          .put("fo", ONE_FOR_ALL)
          .buildOrThrow();

  private final String rule;
  private final String sentence;

  Balancing(String rule, String sentence) {
    this.rule = "routing " + rule;
    this.sentence = sentence;
  }

  /**
   * Returns how a scheduler of ipvs spreads connections, all backends having weight 1.
   *
   * @param scheduler its name, such as {@code rr}
   * @return how it spreads them
   * @throws IllegalArgumentException if ipvs has no such scheduler
   */
  public static Balancing ofIpvsScheduler(String scheduler) {
    Balancing found = BY_SCHEDULER.get(scheduler);
    checkArgument(
        found != null,
        "Scheduler of ipvs: \"%s\"; expected one of %s",
        scheduler,
        BY_SCHEDULER.keySet());
    return found;
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
