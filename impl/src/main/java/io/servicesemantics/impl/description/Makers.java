package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.OwnerReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which object says what a Pod is like: the workload it comes from, or the Pod itself. */
final class Makers {

  private record Key(String kind, NamespacedName name) {}

  private static final ImmutableMap<String, String> MAKER_OF_OWNER =
      ImmutableMap.of("ReplicaSet", "Deployment", "Job", "CronJob");

  private final Map<Key, Workload> workloads;

  private Makers(Map<Key, Workload> workloads) {
    this.workloads = workloads;
  }

  static Makers of(ClusterSnapshot given) {
    Map<Key, Workload> workloads = new HashMap<>();
    for (Workload workload : given.workloads()) {
      workloads.put(new Key(workload.kind(), workload.namespacedName()), workload);
    }
    return new Makers(workloads);
  }

  KubernetesObject makerOf(Pod pod) {
    for (OwnerReference owner : pod.metadata().ownerReferences()) {
      Workload maker = maker(pod.metadata().namespace(), owner);
      if (maker != null) {
        return maker;
      }
    }
    return pod;
  }

  // What a Deployment or CronJob makes its Pods by is named after it, and need not be there.
  private @Nullable Workload maker(String namespace, OwnerReference owner) {
    Workload direct = workload(owner.kind(), namespace, owner.name());
    String kind = MAKER_OF_OWNER.get(owner.kind());
    int dash = owner.name().lastIndexOf('-');
    return direct != null || kind == null || dash < 0
        ? direct
        : workload(kind, namespace, owner.name().substring(0, dash));
  }

  private @Nullable Workload workload(String kind, String namespace, String name) {
    return workloads.get(new Key(kind, NamespacedName.of(namespace, name)));
  }

  // Where an object says a field of a Pod's spec.
  static FieldPath fieldOf(KubernetesObject maker, String field) {
    if (!(maker instanceof Workload workload)) {
      return FieldPath.of("spec").child(field);
    }
    FieldPath spec = FieldPath.of("spec");
    FieldPath inJob =
        workload.workloadKind() == WorkloadKind.CRON_JOB
            ? spec.child("jobTemplate").child("spec")
            : spec;
    return inJob.child("template").child("spec").child(field);
  }
}
