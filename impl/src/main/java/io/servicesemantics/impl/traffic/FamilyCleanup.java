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

  private final boolean isRun;
  private final UdpPorts before;
  private final UdpPorts after;
  private final UdpPorts serving;

  FamilyCleanup(
      ClusterSnapshot before, ClusterSnapshot after, IpFamily family, EndpointSelector selector) {
    this.isRun = UdpChanges.between(before, after, family);
    this.before = UdpPorts.of(before, family, selector, UdpPorts.Wanted.ALL);
    this.after = UdpPorts.of(after, family, selector, UdpPorts.Wanted.ALL);
    this.serving = UdpPorts.of(after, family, selector, UdpPorts.Wanted.WITH_SERVING_ENDPOINTS);
  }

  Fate decide(TrackedFlow flow) {
    if (flow.protocol() != Protocol.UDP) {
      return new Fate(CleanupReason.NOT_UDP, null);
    }
    if (!isRun) {
      return new Fate(CleanupReason.NO_UDP_ENDPOINTS_CHANGED, null);
    }
    Place reply = new Place(flow.replySource(), flow.replyPort());
    UdpPort port = serving.at(flow);
    if (port != null && !port.serving().contains(reply)) {
      CleanupReason reason =
          flow.isTranslated() ? CleanupReason.ENDPOINT_GONE : CleanupReason.NEVER_TRANSLATED;
      return new Fate(reason, port);
    }
    UdpPort byNumber = serving.atNodePort(flow);
    if (byNumber != null && !byNumber.serving().contains(reply)) {
      return new Fate(CleanupReason.NODE_PORT_NUMBER, byNumber);
    }
    if (port != null || byNumber != null) {
      return new Fate(CleanupReason.ENDPOINT_SERVES, port == null ? byNumber : port);
    }
    return unserved(flow);
  }

  private Fate unserved(TrackedFlow flow) {
    UdpPort passedOver = find(after, flow);
    if (passedOver != null) {
      return new Fate(CleanupReason.NO_SERVING_ENDPOINT, passedOver);
    }
    UdpPort gone = find(before, flow);
    return gone == null
        ? new Fate(CleanupReason.OF_NO_SERVICE, null)
        : new Fate(CleanupReason.OF_SERVICE_GONE, gone);
  }

  private static @Nullable UdpPort find(UdpPorts ports, TrackedFlow flow) {
    UdpPort port = ports.at(flow);
    return port == null ? ports.atNodePort(flow) : port;
  }
}
