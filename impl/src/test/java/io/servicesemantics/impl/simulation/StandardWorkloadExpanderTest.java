package io.servicesemantics.impl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.LabelSelector;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.cluster.NodeSpec;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.cluster.PodTemplate;
import io.servicesemantics.cluster.Taint;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.cluster.WorkloadSpec;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.simulation.Expansion;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.simulation.ExpansionReason;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardWorkloadExpanderTest {

  private static final StandardWorkloadExpander EXPANDER = new StandardWorkloadExpander();
  private static final long SEED = 1;

  @Nested
  @DisplayName("names and labels")
  class Names {

    @Test
    void deployment_namesItsPodsByReplicaSetAndSuffix() {
      List<Pod> pods = podsOf(workload(WorkloadKind.DEPLOYMENT, 3));

      assertThat(pods).hasSize(3).allMatch(Pod::isReady);
      for (Pod pod : pods) {
        String hash = pod.metadata().labels().get("pod-template-hash");
        assertThat(pod.metadata().name()).matches("web-" + hash + "-[a-z0-9]{5}");
        assertThat(pod.metadata().labels()).containsEntry("app", "web");
        assertThat(pod.metadata().ownerReferences().get(0).name()).isEqualTo("web-" + hash);
      }
      assertThat(pods).extracting(pod -> pod.metadata().name()).doesNotHaveDuplicates();
    }

    @Test
    void statefulSet_numbersItsPodsAndGivesThemHostNames() {
      Workload set =
          workload(WorkloadKind.STATEFUL_SET, 2)
              .withSpec(
                  workload(WorkloadKind.STATEFUL_SET, 2).spec().toBuilder()
                      .serviceName("peers")
                      .startOrdinal(5)
                      .build());

      List<Pod> pods = podsOf(set);

      assertThat(pods).extracting(pod -> pod.metadata().name()).containsExactly("web-5", "web-6");
      assertThat(pods).extracting(pod -> pod.spec().hostname()).containsExactly("web-5", "web-6");
      assertThat(pods).allMatch(pod -> pod.spec().subdomain().equals("peers"));
      assertThat(pods.get(1).metadata().labels())
          .containsEntry("statefulset.kubernetes.io/pod-name", "web-6")
          .containsEntry("apps.kubernetes.io/pod-index", "6");
    }

    @Test
    void indexedJob_namesItsPodsByNumber() {
      Workload job = workload(WorkloadKind.JOB, 0);
      WorkloadSpec spec =
          job.spec().toBuilder().parallelism(5).completions(2).indexed(true).build();

      List<Pod> pods = podsOf(job.withSpec(spec));

      assertThat(pods).hasSize(2);
      assertThat(pods.get(1).metadata().name()).matches("web-1-[a-z0-9]{5}");
      assertThat(pods.get(1).spec().hostname()).isEqualTo("web-1");
      assertThat(podsOf(job.withSpec(spec.withSuspend(true)))).isEmpty();
    }

    @Test
    void otherSeed_otherNamesButSameAddresses() {
      ClusterSnapshot world = world(workload(WorkloadKind.DEPLOYMENT, 2));

      List<Pod> one = EXPANDER.expand(world, 1).snapshot().pods();
      List<Pod> other = EXPANDER.expand(world, 2).snapshot().pods();

      assertThat(names(one)).isNotEqualTo(names(other));
      assertThat(addresses(one)).isEqualTo(addresses(other));
    }
  }

  @Nested
  @DisplayName("nodes and addresses")
  class Nodes {

    @Test
    void noNode_threeAreAssumedAndSaidSo() {
      Expansion expansion = EXPANDER.expand(world(workload(WorkloadKind.DEPLOYMENT, 4)), SEED);

      assertThat(expansion.snapshot().nodes()).hasSize(3);
      assertThat(expansion.notes())
          .extracting(note -> note.because().reason())
          .containsExactly(ExpansionReason.NODES_ASSUMED);
      assertThat(expansion.snapshot().pods())
          .extracting(pod -> pod.spec().nodeName())
          .containsExactly("node-a", "node-b", "node-c", "node-a");
      assertThat(expansion.snapshot().pods().get(3).status().podIPs())
          .containsExactly("10.244.0.3", "fd00:10:244::3");
    }

    @Test
    void nothingToBringUp_assumesNothing() {
      Expansion expansion = EXPANDER.expand(ClusterSnapshot.builder().build(), SEED);

      assertThat(expansion.snapshot()).isEqualTo(ClusterSnapshot.builder().build());
      assertThat(expansion.notes()).isEmpty();
    }

    @Test
    void daemonSet_hasAPodOnEveryNodeThatTakesIt() {
      Taint taint = Taint.builder().key("dedicated").effect("NoSchedule").build();
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addWorkloads(workload(WorkloadKind.DAEMON_SET, 0))
              .addNodes(
                  node("n1", "10.1.0.0/24"),
                  node("n2", "10.2.0.0/24")
                      .withSpec(NodeSpec.builder().podCIDR("10.2.0.0/24").addTaints(taint).build()),
                  node("n3", "10.3.0.0/24")
                      .withSpec(
                          NodeSpec.builder().podCIDR("10.3.0.0/24").unschedulable(true).build()))
              .build();

      assertThat(EXPANDER.expand(world, SEED).snapshot().pods())
          .extracting(pod -> pod.spec().nodeName())
          .containsExactly("n1", "n3");
    }

    @Test
    void nodeSelector_keepsPodsOnNodesWithTheLabel() {
      Workload picky = workload(WorkloadKind.DEPLOYMENT, 2);
      PodTemplate template =
          picky.spec().template().withSpec(PodSpec.builder().putNodeSelector("disk", "x").build());
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addWorkloads(picky.withSpec(picky.spec().withTemplate(template)))
              .addNodes(node("n1", "10.1.0.0/24"))
              .build();

      Expansion expansion = EXPANDER.expand(world, SEED);

      assertThat(expansion.snapshot().pods())
          .hasSize(1)
          .allMatch(pod -> pod.status().phase().is(PodPhase.PENDING));
      assertThat(expansion.notes())
          .containsExactly(
              new ExpansionNote(
                  "Deployment",
                  NamespacedName.of("shop", "web"),
                  Because.of(ExpansionReason.NO_NODE_TAKES_IT).withFact("pods", 2)));
    }

    @Test
    void hostNetwork_takesTheNodesAddress() {
      Pod pod =
          Pod.builder()
              .metadata(ObjectMeta.of("shop", "agent"))
              .spec(PodSpec.builder().hostNetwork(true).nodeName("n1").build())
              .build();
      ClusterSnapshot world =
          ClusterSnapshot.builder().addPods(pod).addNodes(node("n1", "10.1.0.0/24")).build();

      assertThat(EXPANDER.expand(world, SEED).snapshot().pods().get(0).status().podIPs())
          .containsExactly("192.168.0.1");
    }

    @Test
    void addressesRunOut_theRestIsCountedNotMade() {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addWorkloads(workload(WorkloadKind.DEPLOYMENT, Integer.MAX_VALUE))
              .addNodes(node("n1", "10.1.0.0/29"))
              .build();

      Expansion expansion = EXPANDER.expand(world, SEED);

      assertThat(addresses(expansion.snapshot().pods()))
          .containsExactly("10.1.0.2", "10.1.0.3", "10.1.0.4", "10.1.0.5", "10.1.0.6", "");
      assertThat(expansion.notes().get(0).because())
          .isEqualTo(
              Because.of(ExpansionReason.NO_ADDRESS_LEFT).withFact("pods", Integer.MAX_VALUE - 5));
    }
  }

  @Nested
  @DisplayName("what is up already")
  class UpAlready {

    @Test
    void podWithAStatus_isLeftAsItIs() {
      Pod failed =
          Pod.builder()
              .metadata(ObjectMeta.of("shop", "done"))
              .status(PodStatus.builder().phase(PodPhase.FAILED).build())
              .build();

      assertThat(
              EXPANDER.expand(ClusterSnapshot.builder().addPods(failed).build(), SEED).snapshot())
          .isEqualTo(ClusterSnapshot.builder().addPods(failed).build());
    }

    @Test
    void deploymentWithItsReplicaSetAndPods_isNotExpandedAgain() {
      Expansion first = EXPANDER.expand(world(workload(WorkloadKind.REPLICA_SET, 2)), SEED);

      Expansion second = EXPANDER.expand(first.snapshot(), SEED);

      assertThat(second.snapshot()).isEqualTo(first.snapshot());
      assertThat(second.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WorkloadKind.class)
    void workloadOfAnyKindWithItsPods_isNotExpandedAgain(WorkloadKind kind) {
      Expansion first = EXPANDER.expand(world(workload(kind, 2)), SEED);

      assertThat(first.snapshot().pods()).isNotEmpty();
      assertThat(EXPANDER.expand(first.snapshot(), SEED).snapshot()).isEqualTo(first.snapshot());
    }

    @Test
    void addressOfARunningPod_isNotGivenAgain() {
      Pod running =
          Pod.builder()
              .metadata(ObjectMeta.of("shop", "old"))
              .status(PodStatus.builder().phase(PodPhase.RUNNING).podIP("10.1.0.2").build())
              .build();
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addPods(running)
              .addWorkloads(workload(WorkloadKind.DEPLOYMENT, 1))
              .addNodes(node("n1", "10.1.0.0/24"))
              .build();

      assertThat(EXPANDER.expand(world, SEED).snapshot().pods().get(1).status().podIP())
          .isEqualTo("10.1.0.3");
    }
  }

  @Property(tries = 50)
  void manyWorkloads_noTwoPodsShareAnAddressAndLoadIsEven(
      @ForAll @IntRange(min = 1, max = 60) int replicas,
      @ForAll @IntRange(min = 1, max = 7) int nodes,
      @ForAll @LongRange(min = 0, max = 9) long seed) {
    ClusterSnapshot.Builder world =
        ClusterSnapshot.builder().addWorkloads(workload(WorkloadKind.DEPLOYMENT, replicas));
    for (int i = 0; i < nodes; i++) {
      world.addNodes(node("n" + i, "10." + i + ".0.0/24"));
    }

    List<Pod> pods = EXPANDER.expand(world.build(), seed).snapshot().pods();

    assertThat(new HashSet<>(addresses(pods))).hasSize(replicas);
    for (int i = 0; i < nodes; i++) {
      String name = "n" + i;
      assertThat(pods.stream().filter(pod -> pod.spec().nodeName().equals(name)).count())
          .isBetween((long) replicas / nodes, (long) (replicas + nodes - 1) / nodes);
    }
  }

  private static List<Pod> podsOf(Workload workload) {
    return EXPANDER.expand(world(workload), SEED).snapshot().pods();
  }

  private static ClusterSnapshot world(Workload workload) {
    return ClusterSnapshot.builder().addWorkloads(workload).build();
  }

  private static Workload workload(WorkloadKind kind, int replicas) {
    return Workload.builder()
        .workloadKind(kind)
        .metadata(ObjectMeta.of("shop", "web"))
        .spec(
            WorkloadSpec.builder()
                .replicas(replicas)
                .selector(LabelSelector.builder().putMatchLabel("app", "web").build())
                .template(
                    PodTemplate.builder()
                        .metadata(ObjectMeta.builder().putLabel("app", "web").build())
                        .build())
                .build())
        .build();
  }

  private static Node node(String name, String podCidr) {
    return Node.builder()
        .metadata(ObjectMeta.of(name))
        .spec(NodeSpec.builder().podCIDR(podCidr).build())
        .status(
            NodeStatus.builder()
                .addAddresses(
                    NodeAddress.builder()
                        .type(NodeAddressType.INTERNAL_IP)
                        .address("192.168.0.1")
                        .build())
                .build())
        .build();
  }

  private static ImmutableList<String> names(List<Pod> pods) {
    return pods.stream().map(pod -> pod.metadata().name()).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> addresses(List<Pod> pods) {
    return pods.stream().map(pod -> pod.status().podIP()).collect(ImmutableList.toImmutableList());
  }
}
