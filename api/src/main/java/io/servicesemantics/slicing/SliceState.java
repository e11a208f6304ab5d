package io.servicesemantics.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;

/**
 * The EndpointSlices of a whole cluster as the slice controller keeps them, at one moment.
 *
 * <p>It is immutable; {@link #after} gives the next one, which shares all that did not change. Each
 * state is a settled one: every Service that a change concerns has been looked at. (The real
 * controller does not look again at Services when merely a node's zone or capacity changes and no
 * zone is overloaded by it; it catches up the next time, routing 1.11.13.)
 *
 * <p>After changes the slices may be packed otherwise than if they were made from nothing, since
 * slices are never merged (routing 1.7.7); the endpoints in them are the same.
 */
public interface SliceState {

  /**
   * Returns the slices of a Service, those of other managers last.
   *
   * @param service namespace and name
   * @return the slices; empty where there is no such Service and no slice for its name
   */
  ImmutableList<EndpointSlice> slicesOf(NamespacedName service);

  /** {@return every slice of the cluster, also those of no Service, in no particular order} */
  ImmutableList<EndpointSlice> slices();

  /** {@return the Pods, found by the labels they have} */
  PodIndex pods();

  /**
   * Returns what the controller did in the last step: the plans of the Services it looked at.
   *
   * @return by Service; for the first state, every Service
   */
  ImmutableMap<NamespacedName, SlicePlan> lastPlans();

  /**
   * Returns the slices after a change and what the controller makes of it.
   *
   * @param change a Pod, Node, Service or EndpointSlice; other kinds change nothing
   * @return the next state
   */
  SliceState after(ClusterChange change);
}
