package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.slicing.Draft.Fate;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.slicing.SliceEvent;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.ZoneHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One look of the slice controller at one Service, and what came of it.
 *
 * <p>Follows {@code endpointslice_controller.go}, syncService, and {@code reconciler.go}, Reconcile
 * and finalize (routing 1.1, 1.4, 1.7).
 */
final class ServiceSync {

  /** What came of one family, for the account. */
  record FamilyOutcome(IpFamily family, int endpoints, int slices, @Nullable AutoHints auto) {}

  private final ServiceTraits service;
  private final NodeTable nodes;
  private final int maxEndpoints;
  private final ImmutableList<EndpointSlice> others;
  private final SlicePlan.Builder plan = SlicePlan.builder();
  private final List<Piece> result = new ArrayList<>();
  private final List<FamilyOutcome> outcomes = new ArrayList<>();
  private final TreeSet<String> errors = new TreeSet<>();
  private final ImmutableMap.Builder<PortSet, Integer> podsByPorts = ImmutableMap.builder();
  private boolean hintsPopulated;

  private ServiceSync(
      ServiceTraits service,
      NodeTable nodes,
      int maxEndpoints,
      ImmutableList<EndpointSlice> others,
      boolean hintsPopulated) {
    this.service = service;
    this.nodes = nodes;
    this.maxEndpoints = maxEndpoints;
    this.others = others;
    this.hintsPopulated = hintsPopulated;
  }

  /** Looks at a Service afresh: all its Pods, all slices that have its name. */
  static ServiceSync full(
      ServiceTraits service,
      List<PodDecision> pods,
      Iterable<Piece> own,
      ImmutableList<EndpointSlice> others,
      NodeTable nodes,
      int maxEndpoints,
      boolean hintsPopulated) {
    ServiceSync sync = new ServiceSync(service, nodes, maxEndpoints, others, hintsPopulated);
    if (service.unmanaged != null) {
      sync.leaveAlone(own);
    } else {
      sync.reconcile(pods, own);
    }
    return sync;
  }

  /** Looks at a Service of which one Pod changed and all else is settled. */
  static ServiceSync ofOnePod(
      ServiceSlices before,
      ServiceTraits service,
      @Nullable PodDecision then,
      PodDecision now,
      NodeTable nodes,
      int maxEndpoints) {
    ServiceSync sync =
        new ServiceSync(service, nodes, maxEndpoints, before.others(), before.hintsPopulated());
    sync.changePod(before, then, now);
    return sync;
  }

  /** A slice the controller looks after: its label says so, and nobody is deleting it (1.1.5). */
  static boolean isOwn(EndpointSlice slice) {
    return ServiceTraits.CONTROLLER.equals(slice.metadata().labels().get(KnownLabels.MANAGED_BY))
        && !slice.metadata().isBeingDeleted();
  }

  private void leaveAlone(Iterable<Piece> own) {
    plan.isManaged(false);
    for (Piece piece : own) {
      plan.addKeep(piece.slice);
      result.add(piece);
    }
  }

  private void reconcile(List<PodDecision> pods, Iterable<Piece> own) {
    Map<PortSet, List<PodDecision>> wanted = new LinkedHashMap<>();
    PortSet latest = null;
    List<PodDecision> latestPods = null;
    for (PodDecision pod : pods) {
      if (pod.registersPorts) {
        if (latestPods == null || !pod.ports.equals(latest)) {
          latest = pod.ports;
          latestPods = wanted.computeIfAbsent(latest, ports -> new ArrayList<>());
        }
        latestPods.add(pod);
        if (pod.isError()) {
          errors.add(pod.error(service));
        }
      }
    }
    wanted.forEach((ports, group) -> podsByPorts.put(ports, group.size()));
    List<FamilyWork> works = new ArrayList<>(service.families.size());
    for (IpFamily family : service.families) {
      FamilyWork work = new FamilyWork(service, family, maxEndpoints, of(family, own));
      work.reconcile(wanted);
      works.add(work);
    }
    finish(works, false);
    for (Piece piece : own) {
      if (!isOfFamilies(piece)) {
        plan.addDelete(piece.slice);
      }
    }
  }

  private void changePod(ServiceSlices before, @Nullable PodDecision then, PodDecision now) {
    Map<PortSet, Integer> counts = before.podsByPorts();
    boolean registered = then != null && then.registersPorts;
    if (registered != now.registersPorts
        || (then != null && registered && !then.ports.equals(now.ports))) {
      counts = new LinkedHashMap<>(counts);
      if (then != null && registered) {
        counts.computeIfPresent(then.ports, (ports, count) -> count == 1 ? null : count - 1);
      }
      if (now.registersPorts) {
        counts.merge(now.ports, 1, Integer::sum);
      }
    }
    podsByPorts.putAll(counts);
    if (now.isError()) {
      errors.add(now.error(service));
    }
    List<FamilyWork> works = new ArrayList<>(service.families.size());
    for (IpFamily family : service.families) {
      FamilyWork work = new FamilyWork(service, family, maxEndpoints, of(family, before.own()));
      work.changePod(now.pod.metadata().name(), now, counts.keySet());
      works.add(work);
    }
    finish(works, true);
  }

  private List<Piece> of(IpFamily family, Iterable<Piece> own) {
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : own) {
      if (piece.slice.addressType().text().equals(family.wireName())) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  private boolean isOfFamilies(Piece piece) {
    for (IpFamily family : service.families) {
      if (piece.slice.addressType().text().equals(family.wireName())) {
        return true;
      }
    }
    return false;
  }

  private void finish(List<FamilyWork> works, boolean wasSettled) {
    for (int i = 0; i < works.size(); i++) {
      FamilyWork work = works.get(i);
      AutoHints auto = null;
      if (service.hintMode == HintMode.AUTO) {
        auto = hintByCapacity(work);
      } else {
        if (hintsPopulated) {
          event(true, "Topology Aware Hints has been disabled", work);
          hintsPopulated = false;
        }
        if (wasSettled) {
          FamilyHints.byPlaceWhereWritten(service.hintMode, work);
        } else {
          FamilyHints.byPlace(service.hintMode, work);
        }
      }
      finalizeSlices(work, service.families.get(i), auto);
    }
    if (!errors.isEmpty()) {
      plan.addEvent(new SliceEvent(true, "FailedToUpdateEndpointSlices", failure()));
    }
    plan.errors(errors);
  }

  private AutoHints hintByCapacity(FamilyWork work) {
    AutoHints hints = FamilyHints.byCapacity(nodes.ratios(), work);
    if (hints.withheld() != null) {
      event(true, hints.message(), work);
      hintsPopulated = false;
      return hints;
    }
    if (!hintsPopulated) {
      event(false, "Topology Aware Hints has been enabled", work);
      hintsPopulated = true;
    }
    plan.putZoneHint(
        work.type(),
        new ZoneHints(hints.counts(), hints.endpointsLeftToChance(), hints.countsLeftToChance()));
    return hints;
  }

  private void event(boolean disabled, String message, FamilyWork work) {
    plan.addEvent(
        new SliceEvent(
            disabled,
            disabled ? "TopologyAwareHintsDisabled" : "TopologyAwareHintsEnabled",
            message + ", addressType: " + work.type().wireName()));
  }

  // An aggregate of errors names each message once; more than one stand in brackets.
  private String failure() {
    String all = String.join(", ", errors);
    return "Error updating Endpoint Slices for Service "
        + service.namespace
        + "/"
        + service.name
        + ": "
        + (errors.size() == 1 ? all : "[" + all + "]");
  }

  // ESR finalize: what is to be deleted is written over by what is to be made (routing 1.7.11).
  private void finalizeSlices(FamilyWork work, IpFamily family, @Nullable AutoHints auto) {
    List<Draft> toCreate = new ArrayList<>(work.created());
    int firstResult = result.size();
    int endpoints = 0;
    for (Draft draft : work.existing()) {
      Piece before = draft.before;
      if (before == null) {
        continue;
      }
      switch (draft.fate()) {
        case KEEP -> {
          plan.addKeep(before.slice);
          result.add(before);
        }
        case DELETE -> {
          if (!toCreate.isEmpty() && service.owns(before.slice.metadata())) {
            update(before, toCreate.remove(toCreate.size() - 1));
          } else {
            plan.addDelete(before.slice);
          }
        }
        default -> update(before, draft);
      }
    }
    if (!service.beingDeleted) {
      create(work, toCreate);
    }
    for (Piece piece : result.subList(firstResult, result.size())) {
      endpoints += piece.size();
    }
    outcomes.add(new FamilyOutcome(family, endpoints, result.size() - firstResult, auto));
  }

  private void update(Piece before, Draft draft) {
    ObjectMeta metadata = before.slice.metadata();
    ObjectMeta.Builder next =
        metadata.toBuilder()
            .labels(service.sliceLabels)
            .annotations(
                draft.fate() == Fate.CREATE
                    ? ImmutableMap.of()
                    : withoutTriggerTime(metadata.annotations()));
    if (draft.fate() == Fate.CREATE) {
      next.ownerReferences(ImmutableList.of(service.ownerReference()));
    }
    ImmutableList<io.servicesemantics.endpoint.EndpointPort> ports =
        draft.before == before ? before.slice.ports() : draft.ports.ports();
    add(before.slice.withMetadata(next.build()).withPorts(ports), draft, false);
  }

  private void create(FamilyWork work, List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    SliceNames names = new SliceNames(service.namespace, service.name, work.type());
    for (Draft draft : work.existing()) {
      if (draft.before != null) {
        names.take(draft.before.slice.metadata().name());
      }
    }
    others.forEach(other -> names.take(other.metadata().name()));
    ObjectMeta metadata =
        ObjectMeta.builder()
            .generateName(names.prefix())
            .namespace(service.namespace)
            .labels(service.sliceLabels)
            .addOwnerReferences(service.ownerReference())
            .build();
    for (Draft draft : drafts) {
      EndpointSlice slice =
          EndpointSlice.builder()
              .metadata(metadata.withName(names.next()))
              .addressType(work.type())
              .ports(draft.ports.ports())
              .build();
      add(slice, draft, true);
    }
  }

  private void add(EndpointSlice slice, Draft draft, boolean isNew) {
    EndpointSlice full = slice.withEndpoints(draft.endpoints());
    if (isNew) {
      plan.addCreate(full);
    } else {
      plan.addUpdate(full);
    }
    result.add(Piece.of(full, draft.ports));
  }

  // The trigger time is not modelled: a slice that is written loses an outdated one (1.8.4).
  private static ImmutableMap<String, String> withoutTriggerTime(
      ImmutableMap<String, String> annotations) {
    if (!annotations.containsKey(KnownAnnotations.LAST_CHANGE_TRIGGER_TIME)) {
      return annotations;
    }
    Map<String, String> rest = new LinkedHashMap<>(annotations);
    rest.remove(KnownAnnotations.LAST_CHANGE_TRIGGER_TIME);
    return ImmutableMap.copyOf(rest);
  }

  ServiceTraits service() {
    return service;
  }

  SlicePlan plan() {
    return plan.others(others).build();
  }

  NodeTable nodes() {
    return nodes;
  }

  ImmutableList<FamilyOutcome> outcomes() {
    return ImmutableList.copyOf(outcomes);
  }

  /** The slices there are once the plan is carried out. */
  ServiceSlices slices() {
    return new ServiceSlices(
        service,
        ImmutableList.copyOf(result),
        others,
        podsByPorts.buildOrThrow(),
        hintsPopulated,
        service.unmanaged == null
            && !service.beingDeleted
            && service.hintMode != HintMode.AUTO
            && errors.isEmpty());
  }
}
