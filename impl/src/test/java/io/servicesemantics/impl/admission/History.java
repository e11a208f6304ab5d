package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ClusterState;

/** What happens in a cluster: Services made, edited and deleted under four names. */
record History(LawCluster cluster, ImmutableList<HistoryEvent> events) {

  ClusterState play() {
    ClusterState state = cluster.empty();
    for (HistoryEvent event : events) {
      state = event.after(cluster, state);
    }
    return state;
  }
}
