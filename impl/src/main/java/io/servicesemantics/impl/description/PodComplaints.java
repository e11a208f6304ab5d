package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import java.util.HashSet;
import java.util.Set;

/** What is wrong with names and resolvers of Pods, told once for all Pods of a workload. */
final class PodComplaints {

  /** Takes a complaint about a field of what says it. */
  interface Sink {
    void add(
        ComplaintReason reason,
        KubernetesObject maker,
        FieldPath field,
        String message,
        String cure);
  }

  private record Told(ComplaintReason reason, String kind, NamespacedName name) {}

  private final Scene scene;
  private final Set<Told> told = new HashSet<>();
  private final ImmutableList.Builder<Complaint> complaints = ImmutableList.builder();

  private PodComplaints(Scene scene) {
    this.scene = scene;
  }

  // Of Pods that run; those that have ended need no names.
  static ImmutableList<Complaint> of(ClusterSnapshot given, Scene scene) {
    PodComplaints all = new PodComplaints(scene);
    Makers makers = Makers.of(given);
    PodNameComplaints names = new PodNameComplaints(scene, all::add);
    PodResolverComplaints resolvers = new PodResolverComplaints(scene, all::add);
    for (Pod pod : scene.world().pods()) {
      if (!hasEnded(pod)) {
        KubernetesObject maker = makers.makerOf(pod);
        names.check(pod, maker);
        resolvers.check(pod, maker);
      }
    }
    return all.complaints.build();
  }

  private static boolean hasEnded(Pod pod) {
    return pod.status().phase().is(PodPhase.SUCCEEDED) || pod.status().phase().is(PodPhase.FAILED);
  }

  private void add(
      ComplaintReason reason,
      KubernetesObject maker,
      FieldPath field,
      String message,
      String cure) {
    if (told.add(new Told(reason, maker.kind(), maker.namespacedName()))) {
      complaints.add(
          new Complaint(
              reason,
              maker.kind(),
              maker.namespacedName(),
              field,
              scene.places().of(maker.kind(), maker.namespacedName(), field),
              message,
              cure));
    }
  }
}
