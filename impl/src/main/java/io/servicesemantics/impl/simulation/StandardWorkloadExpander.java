package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.simulation.Expansion;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.simulation.ExpansionReason;
import io.servicesemantics.simulation.WorkloadExpander;

/** Brings up Pods by their controllers' conventions. */
public final class StandardWorkloadExpander implements WorkloadExpander {

  @Override
  public Expansion expand(ClusterSnapshot snapshot, long seed) {
    ImmutableList.Builder<ExpansionNote> notes = ImmutableList.builder();
    ClusterSnapshot world = snapshot;
    if (snapshot.nodes().isEmpty() && needsNodes(snapshot)) {
      world = snapshot.withNodes(AssumedNodes.NODES);
      notes.add(
          new ExpansionNote(
              "", NamespacedName.of("", ""), Because.of(ExpansionReason.NODES_ASSUMED)));
    }
    Placement placement = new Placement(world.nodes(), world.pods());
    BringUp bringUp = new BringUp(placement, notes);
    ImmutableList.Builder<Pod> pods = ImmutableList.builder();
    for (Pod pod : world.pods()) {
      pods.add(isUp(pod) ? pod : bringUp.one(pod));
    }
    RunningWorkloads running = RunningWorkloads.of(world);
    for (Workload workload : world.workloads()) {
      if (!running.isUp(workload)) {
        pods.addAll(bringUp.all(workload, podsOf(workload, world.nodes(), seed)));
      }
    }
    return new Expansion(world.withPods(pods.build()), notes.build());
  }

  private static PodSequence podsOf(Workload workload, ImmutableList<Node> nodes, long seed) {
    return PodSequence.of(workload, nodes, new NameSuffix(seed, workload));
  }

  private static boolean needsNodes(ClusterSnapshot snapshot) {
    for (Pod pod : snapshot.pods()) {
      if (!isUp(pod)) {
        return true;
      }
    }
    return !snapshot.workloads().isEmpty();
  }

  // A phase or an address is only ever written by a kubelet, so the Pod has been up.
  private static boolean isUp(Pod pod) {
    return pod.status().phase().isSaid()
        || !pod.status().podIP().isEmpty()
        || !pod.status().podIPs().isEmpty();
  }
}
