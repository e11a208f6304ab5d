package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowOrigin;

/** Tells who sends a flow (routing 2.13, 2.15.6). */
final class Senders {

  static final Sender[] ALL = Sender.values();

  private Senders() {}

  static Sender of(Flow flow, NodeContext context, FrontEndIndex index) {
    boolean isVirtual = context.traits().virtualServers();
    if (isVirtual && flow.source().isLoopback()) {
      return Sender.LOOPBACK;
    }
    if (context.localTraffic().isLocalPod(flow.source())) {
      return Sender.LOCAL_POD;
    }
    if (isVirtual
        && !context.localTraffic().isTold(flow.family())
        && index.hasClusterIp(flow.source(), flow.port(), flow.protocol())) {
      return Sender.SERVICE_ADDRESS;
    }
    return isHost(flow, context) || context.addresses().isLocal(flow.source())
        ? Sender.NODE
        : Sender.ELSEWHERE;
  }

  /** Whether a flow starts in the host's network of the node. */
  static boolean isHost(Flow flow, NodeContext context) {
    return flow.origin() == FlowOrigin.HOST
        || (flow.origin() == FlowOrigin.BY_SOURCE && context.addresses().isLocal(flow.source()));
  }
}
