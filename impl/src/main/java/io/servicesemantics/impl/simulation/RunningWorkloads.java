package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.OwnerReference;

/** Which workloads of a snapshot have made what they make already. */
final class RunningWorkloads {

  /** An object that others name as their owner: a uid says nothing across hand-written files. */
  private record Owner(String namespace, String kind, String name) {}

  private final ImmutableSet<Owner> owners;

  private RunningWorkloads(ImmutableSet<Owner> owners) {
    this.owners = owners;
  }

  static RunningWorkloads of(ClusterSnapshot snapshot) {
    ImmutableSet.Builder<Owner> owners = ImmutableSet.builder();
    for (Pod pod : snapshot.pods()) {
      addOwners(pod, owners);
      addMakers(pod, owners);
    }
    for (Workload workload : snapshot.workloads()) {
      addOwners(workload, owners);
    }
    return new RunningWorkloads(owners.build());
  }

  private static void addOwners(KubernetesObject object, ImmutableSet.Builder<Owner> owners) {
    for (OwnerReference owner : object.metadata().ownerReferences()) {
      owners.add(new Owner(object.metadata().namespace(), owner.kind(), owner.name()));
    }
  }

  // What made the owner, which need not be among the objects: a Deployment's ReplicaSet and a
  // CronJob's Job are named after it.
  private static void addMakers(Pod pod, ImmutableSet.Builder<Owner> owners) {
    String hash = pod.metadata().labels().getOrDefault(KnownLabels.POD_TEMPLATE_HASH, "");
    for (OwnerReference owner : pod.metadata().ownerReferences()) {
      int dash = owner.name().lastIndexOf('-');
      if (dash < 0) {
        continue;
      }
      String maker = owner.name().substring(0, dash);
      String suffix = owner.name().substring(dash + 1);
      if (owner.kind().equals("ReplicaSet") && suffix.equals(hash)) {
        owners.add(new Owner(pod.metadata().namespace(), "Deployment", maker));
      } else if (owner.kind().equals("Job") && isNumber(suffix)) {
        owners.add(new Owner(pod.metadata().namespace(), "CronJob", maker));
      }
    }
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  // A workload that owns something has made it. Of a Deployment and its ReplicaSet without Pods the
  // ReplicaSet is the one that still has to make them.
  boolean isUp(Workload workload) {
    return owners.contains(
        new Owner(workload.metadata().namespace(), workload.kind(), workload.metadata().name()));
  }
}
