package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.cluster.NodeSpec;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import java.util.Optional;

/** The nodes of a cluster about which nothing is said: three, each in a zone of its own. */
final class AssumedNodes {

  static final ImmutableList<Node> NODES =
      ImmutableList.of(node("a", 0), node("b", 1), node("c", 2));

  private static final Cidr POD_RANGES = Cidr.parse("10.244.0.0/14");
  private static final int RANGE_BITS = 24;
  private static final int RANGES = 1 << (RANGE_BITS - POD_RANGES.prefixLength());

  private AssumedNodes() {}

  // The Pod range of a node that says none, by the node's place among all; empty for those behind
  // the last range.
  static Optional<Cidr> podRange(int number) {
    return number < RANGES
        ? Optional.of(Cidr.of(POD_RANGES.address(number * 256L), RANGE_BITS))
        : Optional.empty();
  }

  private static Node node(String letter, int number) {
    String name = "node-" + letter;
    String podRange = "10.244." + number + ".0/24";
    String podRange6 = "fd00:10:244:" + number + "::/64";
    return Node.builder()
        .metadata(
            ObjectMeta.builder()
                .name(name)
                .putLabel(KnownLabels.HOSTNAME, name)
                .putLabel(KnownLabels.ZONE, "zone-" + letter)
                // kubelets set these, and many Pods ask for them
                .putLabel("kubernetes.io/os", "linux")
                .putLabel("kubernetes.io/arch", "amd64")
                .putLabel("beta.kubernetes.io/os", "linux")
                .putLabel("beta.kubernetes.io/arch", "amd64")
                .build())
        .spec(NodeSpec.builder().podCIDR(podRange).addPodCIDRs(podRange, podRange6).build())
        .status(
            NodeStatus.builder()
                .addAddresses(
                    address(NodeAddressType.INTERNAL_IP, "192.168.0." + (11 + number)),
                    address(NodeAddressType.HOSTNAME, name))
                .putAllocatable("cpu", "4")
                .addConditions(Condition.of("Ready", ConditionStatus.TRUE))
                .build())
        .build();
  }

  private static NodeAddress address(NodeAddressType type, String address) {
    return NodeAddress.builder().type(type).address(address).build();
  }
}
