package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What surprises in the source ranges of a Service. */
final class RangeComplaints {

  private static final FieldPath FIELD = FieldPath.of("spec").child("loadBalancerSourceRanges");

  private RangeComplaints() {}

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    Service service = story.service();
    if (!service.spec().type().is(ServiceType.LOAD_BALANCER)
        || service.spec().loadBalancerSourceRanges().isEmpty()) {
      return;
    }
    Set<IpFamily> families = new LinkedHashSet<>();
    story.served().forEach(served -> families.add(served.family()));
    boolean isFiltered = false;
    boolean keepsOutPods = false;
    boolean keepsOutNodes = false;
    for (IpFamily family : families) {
      ImmutableList<Cidr> ranges = Ranges.of(service, family);
      if (ranges.isEmpty()) {
        sink.add(
            ComplaintReason.SOURCE_RANGES_OF_OTHER_FAMILY,
            FIELD,
            "no range is of family "
                + family.wireName()
                + ", so load-balancer addresses of that family take every sender.",
            "Add a range of family " + family.wireName() + ".");
      } else if (ranges.stream().noneMatch(range -> range.prefixLength() == 0)) {
        isFiltered = true;
        for (ImmutableList<Node> nodes : story.alike()) {
          Optional<IpAddress> pod = scene.senders().pod(nodes.get(0), family);
          keepsOutPods |= pod.isPresent() && !isIn(pod.get(), ranges);
          ImmutableList<IpAddress> own = HostAddresses.of(nodes.get(0), family);
          keepsOutNodes |= !own.isEmpty() && !isIn(own.get(0), ranges);
        }
      }
    }
    if (keepsOutPods || keepsOutNodes) {
      sink.add(
          ComplaintReason.SOURCE_RANGES_KEEP_OUT_THE_CLUSTER,
          FIELD,
          (keepsOutPods ? "Pods" : "")
              + (keepsOutPods && keepsOutNodes ? " and " : "")
              + (keepsOutNodes ? "nodes" : "")
              + " of the cluster are in no range: at an address of the load balancer that nodes"
              + " take for themselves they get no answer.",
          "Call the cluster IP from inside, or add their networks.");
    }
    if (isFiltered && service.spec().ports().stream().anyMatch(RangeComplaints::hasNodePort)) {
      sink.add(
          ComplaintReason.SOURCE_RANGES_NOT_AT_NODE_PORTS,
          FIELD,
          "ranges hold at load-balancer addresses alone: its node ports answer everybody.",
          "Write allocateLoadBalancerNodePorts: false if the load balancer needs none.");
    }
  }

  private static boolean hasNodePort(ServicePort port) {
    return port.nodePort() != 0;
  }

  private static boolean isIn(IpAddress address, ImmutableList<Cidr> ranges) {
    for (Cidr range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
