package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Taint;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes the clusters of an outage out of the one before; slices are left as they are. */
final class OutageWorlds {

  // How long Pods have to stop, where nobody says otherwise.
  private static final int GRACE_SECONDS = 30;
  // On a Pod that a node runs out of a file of its own (pkg/kubelet/types/pod_update.go).
  private static final String MIRROR = "kubernetes.io/config.mirror";
  private static final String READY = "Ready";

  private final ClusterSnapshot world;
  private final Set<String> nodes;
  private final Instant at;

  OutageWorlds(ClusterSnapshot world, Set<String> nodes, Instant at) {
    this.world = world;
    this.nodes = nodes;
    this.at = at;
  }

  private boolean isOnNodes(Pod pod) {
    return nodes.contains(pod.spec().nodeName());
  }

  /** Whether a drain leaves a Pod alone (kubectl/pkg/drain/filters.go). */
  private static boolean isStaying(Pod pod) {
    if (pod.metadata().annotations().containsKey(MIRROR)) {
      return true;
    }
    for (OwnerReference owner : pod.metadata().ownerReferences()) {
      if (owner.controller().orElse(false) && owner.kind().equals("DaemonSet")) {
        return true;
      }
    }
    return false;
  }

  /** The Pods on the nodes: those that a drain leaves, or else the others. */
  ImmutableList<NamespacedName> podsOnNodes(boolean isStaying) {
    ImmutableList.Builder<NamespacedName> names = ImmutableList.builder();
    for (Pod pod : world.podsByName().values()) {
      if (isOnNodes(pod) && isStaying(pod) == isStaying) {
        names.add(pod.namespacedName());
      }
    }
    return names.build();
  }

  ClusterSnapshot terminating() {
    List<Pod> pods = new ArrayList<>(world.pods().size());
    for (Pod pod : world.pods()) {
      pods.add(isOnNodes(pod) && !isStaying(pod) ? terminating(pod) : pod);
    }
    return world.withNodes(cordoned()).withPods(pods);
  }

  ClusterSnapshot drained() {
    List<Pod> pods = new ArrayList<>(world.pods().size());
    for (Pod pod : world.pods()) {
      if (!isOnNodes(pod) || isStaying(pod)) {
        pods.add(pod);
      }
    }
    return world.withNodes(cordoned()).withPods(pods);
  }

  ClusterSnapshot notReady() {
    List<Pod> pods = new ArrayList<>(world.pods().size());
    for (Pod pod : world.pods()) {
      pods.add(
          isOnNodes(pod)
              ? pod.withStatus(
                  pod.status()
                      .withConditions(replaced(pod.status().conditions(), ConditionStatus.FALSE)))
              : pod);
    }
    List<Node> changed = new ArrayList<>(world.nodes().size());
    for (Node node : world.nodes()) {
      changed.add(nodes.contains(node.metadata().name()) ? notReady(node) : node);
    }
    return world.withNodes(changed).withPods(pods);
  }

  ClusterSnapshot gone() {
    List<Pod> pods = new ArrayList<>(world.pods().size());
    for (Pod pod : world.pods()) {
      if (!isOnNodes(pod)) {
        pods.add(pod);
      }
    }
    List<Node> left = new ArrayList<>(world.nodes().size());
    for (Node node : world.nodes()) {
      if (!nodes.contains(node.metadata().name())) {
        left.add(node);
      }
    }
    return world.withNodes(left).withPods(pods);
  }

  // A Pod that was going before keeps its time.
  private Pod terminating(Pod pod) {
    ObjectMeta metadata = pod.metadata();
    return metadata.isBeingDeleted()
        ? pod
        : pod.withMetadata(
            metadata
                .withDeletionTimestamp(at.plusSeconds(GRACE_SECONDS))
                .withDeletionGracePeriodSeconds(GRACE_SECONDS));
  }

  private List<Node> cordoned() {
    List<Node> changed = new ArrayList<>(world.nodes().size());
    for (Node node : world.nodes()) {
      changed.add(
          nodes.contains(node.metadata().name()) && !node.spec().unschedulable()
              ? tainted(
                  node.withSpec(node.spec().withUnschedulable(true)),
                  "node.kubernetes.io/unschedulable",
                  "NoSchedule")
              : node);
    }
    return changed;
  }

  private Node notReady(Node node) {
    Node unknown =
        node.withStatus(
            node.status()
                .withConditions(replaced(node.status().conditions(), ConditionStatus.UNKNOWN)));
    return tainted(unknown, "node.kubernetes.io/unreachable", "NoExecute");
  }

  private static Node tainted(Node node, String key, String effect) {
    for (Taint taint : node.spec().taints()) {
      if (taint.key().equals(key)) {
        return node;
      }
    }
    Taint taint = Taint.builder().key(key).effect(effect).build();
    return node.withSpec(node.spec().toBuilder().addTaints(taint).build());
  }

  // The conditions with another Ready in the place of the one there was.
  private List<Condition> replaced(List<Condition> conditions, ConditionStatus status) {
    List<Condition> next = new ArrayList<>(conditions.size() + 1);
    boolean isThere = false;
    for (Condition condition : conditions) {
      boolean isReady = condition.type().equals(READY);
      isThere |= isReady;
      next.add(
          isReady && !condition.status().is(status)
              ? condition.withStatus(Choice.of(status)).withLastTransitionTime(at)
              : condition);
    }
    if (!isThere) {
      next.add(Condition.of(READY, status).withLastTransitionTime(at));
    }
    return next;
  }
}
