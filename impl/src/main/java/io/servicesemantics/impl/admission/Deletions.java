package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Deletes a Service, or marks it while finalizers hold it.
 *
 * <p>Source: {@code pkg/registry/core/service/storage}, afterDelete and releaseAllocatedResources
 * (api 6.7).
 */
final class Deletions {

  private Deletions() {}

  /**
   * Decides.
   *
   * @param stored the Service as it is stored
   * @param shown the Service as it reads
   */
  static DeletionDecision decide(Service stored, Service shown, ClusterState state, Instant now) {
    if (!stored.metadata().finalizers().isEmpty()) {
      ObjectMeta marked = marked(stored.metadata(), now);
      return new DeletionDecision.Held(
          shown.withMetadata(marked), state.withService(stored.withMetadata(marked)));
    }
    Releases releases = new Releases();
    releases.addAll(shown.spec());
    Releases.Done done = releases.carryOut(state.allocations());
    return new DeletionDecision.Deleted(
        shown,
        done.numbers(),
        state.withAllocations(done.next()).withoutService(stored.namespacedName()));
  }

  private static ObjectMeta marked(ObjectMeta metadata, Instant now) {
    ObjectMeta marked = metadata;
    if (metadata.deletionGracePeriodSeconds().isEmpty() && metadata.generation() > 0) {
      marked = marked.withGeneration(metadata.generation() + 1);
    }
    if (metadata.deletionTimestamp().orElse(Instant.MAX).isAfter(now)) {
      marked = marked.withDeletionTimestamp(now.truncatedTo(ChronoUnit.SECONDS));
    }
    return marked.withDeletionGracePeriodSeconds(0);
  }
}
