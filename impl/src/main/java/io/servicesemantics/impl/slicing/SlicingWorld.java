package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the slices of a cluster follow from, at one moment.
 *
 * @param rules the rules of the release
 * @param maxEndpoints how many endpoints a slice may hold
 * @param pods the Pods
 * @param nodes the nodes
 * @param selectors the Services, by what they select
 */
record SlicingWorld(
    SlicingRules rules, int maxEndpoints, PodIndex pods, NodeTable nodes, SelectorIndex selectors) {

  SlicingWorld withPods(PodIndex next) {
    return new SlicingWorld(rules, maxEndpoints, next, nodes, selectors);
  }

  SlicingWorld withNodes(NodeTable next) {
    return new SlicingWorld(rules, maxEndpoints, pods, next, selectors);
  }

  SlicingWorld withSelectors(SelectorIndex next) {
    return new SlicingWorld(rules, maxEndpoints, pods, nodes, next);
  }

  ServiceTraits traits(Service service) {
    return new ServiceTraits(service, rules);
  }

  /** Looks at a Service afresh. */
  ServiceSync sync(ServiceTraits service, Iterable<EndpointSlice> slices, boolean hintsPopulated) {
    List<PodDecision> decisions = new ArrayList<>();
    PortSets portSets = new PortSets(service);
    if (service.unmanaged == null) {
      pods.forEachSelected(
          service.namespace,
          service.selector,
          pod -> decisions.add(PodDecision.decideSelected(service, pod, nodes, portSets)));
    }
    List<Piece> own = new ArrayList<>();
    ImmutableList.Builder<EndpointSlice> others = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (ServiceSync.isOwn(slice)) {
        own.add(Piece.of(slice));
      } else {
        others.add(slice);
      }
    }
    return ServiceSync.full(
        service, decisions, own, others.build(), nodes, maxEndpoints, hintsPopulated);
  }

  /** Looks at a settled Service of which one Pod has changed. */
  ServiceSync syncOnePod(
      ServiceSlices slices, ServiceTraits service, Optional<Pod> before, Pod pod, boolean isGone) {
    PodDecision then = before.isPresent() ? PodDecision.decide(service, before.get(), nodes) : null;
    PodDecision now = isGone ? PodDecision.gone(pod) : PodDecision.decide(service, pod, nodes);
    return ServiceSync.ofOnePod(slices, service, then, now, nodes, maxEndpoints);
  }

  /** The Services that select a Pod as it was or as it is. */
  Iterable<ServiceTraits> concerned(Optional<Pod> before, Pod pod, boolean isGone) {
    Map<String, ServiceTraits> concerned = new LinkedHashMap<>();
    String namespace = pod.metadata().namespace();
    if (before.isPresent()) {
      selectors.forEachSelecting(
          namespace,
          before.get().metadata().labels(),
          service -> concerned.put(service.name, service));
    }
    if (!isGone) {
      selectors.forEachSelecting(
          namespace, pod.metadata().labels(), service -> concerned.put(service.name, service));
    }
    return concerned.values();
  }
}
