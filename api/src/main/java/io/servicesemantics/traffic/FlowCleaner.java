package io.servicesemantics.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Explained;

/**
 * Tells which tracked flows kube-proxy removes from a node after a sync.
 *
 * <p>A UDP flow whose endpoint is gone would go on as long as its sender does; kube-proxy removes
 * it so that its next packet is sent to another endpoint. TCP and SCTP flows are never touched.
 *
 * <pre>{@code
 * cleaner.clean(ImmutableList.of(TrackedFlow.parse("UDP 10.96.0.10:53 -> 10.244.1.5:53")),
 *     before, after).removed();
 * }</pre>
 *
 * <p>Source: {@code pkg/proxy/conntrack/cleanup.go} (routing 2.17).
 */
public interface FlowCleaner {

  /**
   * Returns what becomes of flows at the end of a sync.
   *
   * <p>Each address family is synced on its own. Where an address and port are claimed by two
   * Services, the first by namespace and name counts; the real program leaves that to chance.
   *
   * @param flows the flows tracked on a node
   * @param before the cluster as the last sync had it
   * @param after the cluster as this sync has it
   * @return one fate a flow
   */
  FlowCleanup clean(
      ImmutableList<TrackedFlow> flows, ClusterSnapshot before, ClusterSnapshot after);

  /**
   * Returns what becomes of a flow at the end of a sync, and tells why.
   *
   * @param flow a flow tracked on a node
   * @param before the cluster as the last sync had it
   * @param after the cluster as this sync has it
   * @return the fate that {@link #clean} gives, with the endpoints that serve
   */
  Explained<FlowFate> explain(TrackedFlow flow, ClusterSnapshot before, ClusterSnapshot after);
}
