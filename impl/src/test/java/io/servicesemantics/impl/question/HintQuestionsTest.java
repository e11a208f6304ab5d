package io.servicesemantics.impl.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whether there are hints: question 11. */
class HintQuestionsTest {

  private final SlicePlanner planner =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).slices();

  @Nested
  @DisplayName("11: Why are topology hints not there?")
  class NotThere {

    private final Service auto = annotated(KnownAnnotations.TOPOLOGY_MODE, "Auto");

    @Test
    void zonesThatWouldBeOverloaded_areToldWithTheNumbers() {
      assertThat(explain(auto, nodes("4", "4"), 3))
          .contains(
              "No hints: the endpoints cannot be shared out without overloading a zone. (ready"
                  + " endpoints 3, zones 2, CPU zone-a 50% zone-b 50%, needed at least zone-a 2"
                  + " zone-b 2, together 4)")
          .contains(
              "The Service asks for hints. (annotation service.kubernetes.io/topology-mode: Auto)");
      assertThat(explain(auto, nodes("4", "4"), 4))
          .contains("Endpoints are hinted for zones in proportion to their CPU capacity.")
          .contains("hinted zone-a 2 zone-b 2")
          .doesNotContain("No hints");
    }

    @Test
    void fewerEndpointsThanZones_areCounted() {
      assertThat(explain(auto, nodes("4", "4"), 1))
          .contains("No hints: fewer ready endpoints than zones. (ready endpoints 1, zones 2,");
      assertThat(explain(auto, nodes("4", "4"), 2)).contains("hinted zone-a 1 zone-b 1");
    }

    @Test
    void aNodeWithoutZone_isNamed() {
      ImmutableList<Node> nodes =
          ImmutableList.<Node>builder()
              .addAll(nodes("4", "4"))
              .add(ready(NodeFixtures.withoutZone("node-x"), "4"))
              .build();

      assertThat(explain(auto, nodes, 4))
          .contains("No hints: some node has no zone or CPU, or all are in one zone.")
          .contains("nodes without zone or CPU node-x");
      assertThat(explain(auto, nodes.subList(0, 2), 4)).contains("hinted");
    }

    @Test
    void oneZoneAlone_isNamed() {
      assertThat(explain(auto, nodes("4", "4").subList(0, 1), 4))
          .contains("No hints: some node has no zone or CPU, or all are in one zone.")
          .contains("zones zone-a");
    }

    @Test
    void theOlderAnnotation_goesBeforeTheNewer() {
      Service both =
          withAnnotations(
              ImmutableMap.of(
                  KnownAnnotations.TOPOLOGY_AWARE_HINTS,
                  "Disabled",
                  KnownAnnotations.TOPOLOGY_MODE,
                  "Auto"));

      assertThat(explain(both, nodes("4", "4"), 4))
          .contains("Nobody asked for hints.")
          .contains(
              "This asks for no hints. (annotation service.kubernetes.io/topology-aware-hints:"
                  + " Disabled)")
          .contains(
              "This request for hints does not count: the one above goes before it. (annotation"
                  + " service.kubernetes.io/topology-mode: Auto)");
      assertThat(explain(auto, nodes("4", "4"), 4)).doesNotContain("does not count");
    }

    @Test
    void theAnnotation_goesBeforeTrafficDistribution() {
      Service both =
          auto.withSpec(auto.spec().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE));
      Service alone = both.withMetadata(ServiceFixtures.clusterIp().metadata());

      assertThat(explain(both, nodes("4", "4"), 3))
          .contains("No hints: the endpoints cannot be shared out")
          .contains(
              "This request for hints does not count: the one above goes before it."
                  + " (trafficDistribution PreferSameZone)");
      assertThat(explain(alone, nodes("4", "4"), 3))
          .contains("Every ready endpoint is hinted for its own zone.")
          .contains("The Service asks for hints. (trafficDistribution PreferSameZone)");
    }

    private Service annotated(String name, String value) {
      return withAnnotations(ImmutableMap.of(name, value));
    }

    private Service withAnnotations(ImmutableMap<String, String> annotations) {
      Service web = ServiceFixtures.clusterIp();
      return web.withMetadata(
          ObjectMeta.of(ServiceFixtures.NAMESPACE, ServiceFixtures.NAME)
              .withAnnotations(annotations));
    }
  }

  private String explain(Service service, Iterable<Node> nodes, int pods) {
    ClusterSnapshot.Builder world = ClusterSnapshot.builder().addServices(service);
    world.addAllNodes(nodes);
    for (int i = 0; i < pods; i++) {
      world.addPods(pod(i));
    }
    return planner.explain(service, world.build()).because().toString();
  }

  private static Pod pod(int i) {
    return PodFixtures.ready("web-" + i, "10.244.0." + i, i % 2 == 0 ? "node-a" : "node-b");
  }

  private static ImmutableList<Node> nodes(String... cpu) {
    return ImmutableList.of(
        ready(NodeFixtures.inZone("node-a", "zone-a"), cpu[0]),
        ready(NodeFixtures.inZone("node-b", "zone-b"), cpu[1]));
  }

  private static Node ready(Node node, String cpu) {
    return node.withStatus(
        node.status().toBuilder()
            .putAllocatable("cpu", cpu)
            .addConditions(Condition.of("Ready", ConditionStatus.TRUE))
            .build());
  }
}
