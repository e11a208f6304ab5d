package io.servicesemantics.impl.routing;

/** Who sends a flow, as far as verdicts differ by it. */
enum Sender {
  /** A Pod that counts as local (routing 2.13). */
  LOCAL_POD,
  /** The node itself (routing 2.8.2 b). */
  NODE,
  /** Anybody else. */
  ELSEWHERE,
  /** The node itself by a loopback address, where that makes a difference (routing 2.15.6). */
  LOOPBACK,
  /** Somebody whose address is a cluster IP, where that makes a difference (routing 2.15.6). */
  SERVICE_ADDRESS;

  static final int COUNT = values().length;
}
