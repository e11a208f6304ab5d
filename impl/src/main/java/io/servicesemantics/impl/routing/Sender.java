package io.servicesemantics.impl.routing;

/** Who sends a flow, as far as verdicts differ by it. */
enum Sender {
  /** A Pod that counts as local (routing 2.13). */
  LOCAL_POD(0),
  /** The node itself (routing 2.8.2 b). */
  NODE(1),
  /** Anybody else. */
  ELSEWHERE(2),
  /** The node itself by a loopback address, where that makes a difference (routing 2.15.6). */
  LOOPBACK(3),
  /** Somebody whose address is a cluster IP, where that makes a difference (routing 2.15.6). */
  SERVICE_ADDRESS(4),
  /** Anybody who asks for a number that is a node port too (routing 2.15.6). */
  AT_NODE_PORT_NUMBER(5);

  static final int COUNT = values().length;

  /** Its place among the verdicts of an {@link Entrance}. */
  final int place;

  Sender(int place) {
    this.place = place;
  }
}
