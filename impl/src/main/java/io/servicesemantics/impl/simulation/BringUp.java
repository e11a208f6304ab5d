package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.simulation.ExpansionReason;
import io.servicesemantics.simulation.WorkloadExpander;
import java.util.EnumMap;
import java.util.Map;

/** Places Pods and gives them addresses. Lives for one expansion. */
final class BringUp {

  private final Placement placement;
  private final ImmutableList.Builder<ExpansionNote> notes;
  private final Map<ExpansionReason, Integer> failed = new EnumMap<>(ExpansionReason.class);
  private int made;

  BringUp(Placement placement, ImmutableList.Builder<ExpansionNote> notes) {
    this.placement = placement;
    this.notes = notes;
  }

  Pod one(Pod pod) {
    Pod up = bringUp(pod);
    note(pod);
    return up;
  }

  ImmutableList<Pod> all(Workload workload, PodSequence sequence) {
    ImmutableList.Builder<Pod> pods = ImmutableList.builder();
    int number = 0;
    // The first Pod that does not come up stands for all behind it: they wait for the same thing.
    while (number < sequence.size() && made < WorkloadExpander.MAX_PODS && failed.isEmpty()) {
      pods.add(bringUp(sequence.get(number++)));
      made++;
    }
    int rest = sequence.size() - number;
    if (rest > 0 && failed.isEmpty()) {
      failed.put(ExpansionReason.TOO_MANY_PODS, rest);
    } else if (rest > 0) {
      failed.replaceAll((reason, count) -> count + rest);
    }
    note(workload);
    return pods.build();
  }

  private void note(KubernetesObject object) {
    failed.forEach(
        (reason, count) ->
            notes.add(
                new ExpansionNote(
                    object.kind(),
                    object.namespacedName(),
                    Because.of(reason).withFact("pods", count))));
    failed.clear();
  }

  private Pod bringUp(Pod pod) {
    String nodeName = pod.spec().nodeName();
    NodeAddresses node =
        nodeName.isEmpty() ? placement.next(pod.spec()) : placement.named(nodeName);
    if (node == null) {
      return pending(
          pod,
          nodeName.isEmpty() ? ExpansionReason.NO_NODE_TAKES_IT : ExpansionReason.NODE_UNKNOWN);
    }
    ImmutableList<String> addresses = pod.spec().hostNetwork() ? node.own() : node.take();
    if (addresses.isEmpty()) {
      return pending(
          pod,
          pod.spec().hostNetwork()
              ? ExpansionReason.NODE_WITHOUT_ADDRESS
              : ExpansionReason.NO_ADDRESS_LEFT);
    }
    return pod.withSpec(pod.spec().withNodeName(node.node().metadata().name()))
        .withStatus(running(addresses, node.own()));
  }

  private Pod pending(Pod pod, ExpansionReason reason) {
    failed.merge(reason, 1, Integer::sum);
    return pod.withStatus(pod.status().withPhase(PodPhase.PENDING));
  }

  private static PodStatus running(ImmutableList<String> addresses, ImmutableList<String> hosts) {
    PodStatus.Builder status =
        PodStatus.builder()
            .phase(PodPhase.RUNNING)
            .podIP(addresses.get(0))
            .podIPs(addresses)
            .hostIPs(hosts)
            .addConditions(Condition.of("Ready", ConditionStatus.TRUE));
    if (!hosts.isEmpty()) {
      status.hostIP(hosts.get(0));
    }
    return status.build();
  }
}
