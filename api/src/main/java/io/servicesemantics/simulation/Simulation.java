package io.servicesemantics.simulation;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.slicing.SliceState;

/**
 * A cluster as it stands once everything is up, and how it came to be.
 *
 * @param given the objects as they were given, each in its namespace
 * @param world the objects as they stand in the end
 * @param requests what became of each Service given, in the order they were put to the API server;
 *     none for those that were found
 * @param cluster what the API server knows in the end: a place for further requests
 * @param slices the slices in the end, found by Service: a place for further changes
 * @param notes what was assumed, and what did not come up as asked
 */
public record Simulation(
    ClusterSnapshot given,
    ClusterSnapshot world,
    ImmutableList<SimulatedRequest> requests,
    ClusterState cluster,
    SliceState slices,
    ImmutableList<ExpansionNote> notes) {

  /** Checks that no part is null. */
  public Simulation {
    checkNotNull(given, "Objects given are null; expected a snapshot");
    checkNotNull(world, "World is null; expected a snapshot");
    checkNotNull(requests, "Requests are null; expected a list");
    checkNotNull(cluster, "State of the API server is null; expected one");
    checkNotNull(slices, "State of the slices is null; expected one");
    checkNotNull(notes, "Notes are null; expected a list");
  }

  /** {@return the requests that were refused} */
  public ImmutableList<SimulatedRequest> refused() {
    ImmutableList.Builder<SimulatedRequest> refused = ImmutableList.builder();
    for (SimulatedRequest request : requests) {
      if (!request.decision().isAccepted()) {
        refused.add(request);
      }
    }
    return refused.build();
  }
}
