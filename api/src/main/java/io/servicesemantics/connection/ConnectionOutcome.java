package io.servicesemantics.connection;

/** What the caller experiences. */
public enum ConnectionOutcome {
  /** It reaches something that answers, if a process listens there. */
  CONNECTED("connected"),
  /** It is refused at once. */
  REFUSED("refused at once"),
  /** Nothing comes back; the caller waits until it gives up. */
  NO_ANSWER("no answer, the caller waits until it gives up"),
  /** It goes out of the cluster, or never enters it; the rest is decided elsewhere. */
  LEAVES_THE_CLUSTER("goes out of the cluster"),
  /** It never leaves the caller's own machine or Pod. */
  STAYS_WITH_CALLER("never leaves the caller"),
  /** The name called leads nowhere. */
  NAME_NOT_FOUND("the name is not found"),
  /** The port called by name, or by none, is not to be found. */
  PORT_NOT_FOUND("the port is not found"),
  /** There is no such caller. */
  CALLER_NOT_FOUND("the caller is not found"),
  /** Caller or destination has no address, or none of the other's family. */
  NO_ADDRESS("there is no address to call"),
  /** Several of these: it depends on the node, the address or the endpoint that is chosen. */
  DEPENDS("it depends");

  private final String words;

  ConnectionOutcome(String words) {
    this.words = words;
  }

  /** {@return what it means, in a few words} */
  public String words() {
    return words;
  }

  /** What two outcomes come to together. */
  ConnectionOutcome and(ConnectionOutcome other) {
    return this == other ? this : DEPENDS;
  }
}
