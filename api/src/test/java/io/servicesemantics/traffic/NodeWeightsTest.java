package io.servicesemantics.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.routing.Fraction;
import org.junit.jupiter.api.Test;

class NodeWeightsTest {

  private static final Fraction HALF = Fraction.of(1, 2);
  private static final ImmutableMap<String, Node> NODES =
      ImmutableMap.of("a", node("a", "zone-1"), "b", node("b", "zone-1"), "c", node("c", "zone-2"));

  private static Node node(String name, String zone) {
    return Node.builder()
        .metadata(ObjectMeta.of(name).withLabels(ImmutableMap.of(KnownLabels.ZONE, zone)))
        .build();
  }

  @Test
  void evenly_isTheSameForEveryNode() {
    assertThat(NodeWeights.evenly().over(NODES).values())
        .containsOnly(Fraction.of(1, 3))
        .hasSize(3);
  }

  @Test
  void byNode_leavesOutWhatGetsNothing() {
    NodeWeights weights =
        NodeWeights.byNode(ImmutableMap.of("c", Fraction.ONE, "a", Fraction.ZERO));

    assertThat(weights.over(NODES)).isEqualTo(ImmutableMap.of("c", Fraction.ONE));
    assertThat(weights).hasToString("1 at c, 0 at a");
  }

  @Test
  void byZone_isEvenWithinTheZone() {
    assertThat(NodeWeights.byZone(ImmutableMap.of("zone-1", HALF, "zone-2", HALF)).over(NODES))
        .isEqualTo(ImmutableMap.of("a", Fraction.of(1, 4), "b", Fraction.of(1, 4), "c", HALF));
  }

  @Test
  void ofPods_leavesOutPodsWithoutANode() {
    Pod placed = Pod.builder().build().withSpec(Pod.builder().build().spec().withNodeName("b"));

    assertThat(NodeWeights.ofPods(ImmutableList.of(placed, Pod.builder().build())).over(NODES))
        .isEqualTo(ImmutableMap.of("b", Fraction.ONE));
    assertThatThrownBy(() -> NodeWeights.ofPods(ImmutableList.of()).toString())
        .hasMessage("Pods that send: \"[]\"; expected one or more on nodes");
  }

  @Test
  void wrongWeights_areRefusedAtOnce() {
    assertThatThrownBy(() -> NodeWeights.byNode(ImmutableMap.of("a", HALF)).toString())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Weights of nodes: \"{a=1/2}\", in sum 1/2; expected a sum of 1");
    assertThatThrownBy(
            () ->
                NodeWeights.byZone(ImmutableMap.of("z", Fraction.of(-1, 2), "y", Fraction.of(3, 2)))
                    .toString())
        .hasMessage("Weight of \"z\": \"-1/2\"; expected 0 or more");
    assertThatThrownBy(() -> NodeWeights.byNode(ImmutableMap.of()).toString())
        .hasMessage("Weights of nodes: \"{}\", in sum 0; expected a sum of 1");
    assertThatThrownBy(
            () ->
                NodeWeights.byZone(ImmutableMap.of("zone-9", Fraction.ONE)).over(NODES).toString())
        .hasMessage("Weight of zone: \"zone-9\"; expected one there is");
  }

  @Test
  void equality_isOfKindAndWeights() {
    assertThat(NodeWeights.byNode(ImmutableMap.of("a", Fraction.ONE)))
        .isEqualTo(NodeWeights.byNode(ImmutableMap.of("a", Fraction.ONE)))
        .isNotEqualTo(NodeWeights.byZone(ImmutableMap.of("a", Fraction.ONE)))
        .hasSameHashCodeAs(NodeWeights.byNode(ImmutableMap.of("a", Fraction.ONE)));
  }
}
