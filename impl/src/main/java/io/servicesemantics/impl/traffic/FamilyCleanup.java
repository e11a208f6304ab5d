package io.servicesemantics.impl.traffic;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.traffic.CleanupReason;
import io.servicesemantics.traffic.TrackedFlow;
import org.jspecify.annotations.Nullable;

/** The clean-up of one family at the end of a sync; decides what becomes of each flow. */
final class FamilyCleanup {

  /**
   * What was decided of a flow.
   *
   * @param port the Service port it goes to; null for none
   */
  record Fate(CleanupReason reason, @Nullable UdpPort port) {}

  private final @Nullable UdpPorts before; // null where no clean-up is run
  private final @Nullable UdpPorts after;

  FamilyCleanup(
      ClusterSnapshot before, ClusterSnapshot after, IpFamily family, EndpointSelector selector) {
    boolean isRun = UdpChanges.between(before, after, family);
    this.before = isRun ? UdpPorts.of(before, family, selector) : null;
    this.after = isRun ? UdpPorts.of(after, family, selector) : null;
  }

  Fate decide(TrackedFlow flow) {
    if (flow.protocol() != Protocol.UDP) {
      return new Fate(CleanupReason.NOT_UDP, null);
    }
    if (before == null || after == null) {
      return new Fate(CleanupReason.NO_UDP_ENDPOINTS_CHANGED, null);
    }
    Place reply = new Place(flow.replySource(), flow.replyPort());
    UdpPort port = after.at(flow);
    if (port != null && !port.serving().contains(reply)) {
      CleanupReason reason =
          flow.isTranslated() ? CleanupReason.ENDPOINT_GONE : CleanupReason.NEVER_TRANSLATED;
      return new Fate(reason, port);
    }
    UdpPort byNumber = after.atNodePort(flow);
    if (byNumber != null && !byNumber.serving().contains(reply)) {
      return new Fate(CleanupReason.NODE_PORT_NUMBER, byNumber);
    }
    if (port != null || byNumber != null) {
      return new Fate(CleanupReason.ENDPOINT_SERVES, port == null ? byNumber : port);
    }
    UdpPort idle = after.idleAt(flow);
    if (idle != null) {
      return new Fate(CleanupReason.NO_SERVING_ENDPOINT, idle);
    }
    UdpPort gone = before.anyAt(flow);
    return gone == null
        ? new Fate(CleanupReason.OF_NO_SERVICE, null)
        : new Fate(CleanupReason.OF_SERVICE_GONE, gone);
  }
}
