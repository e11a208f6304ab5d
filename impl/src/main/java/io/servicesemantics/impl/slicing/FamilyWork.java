package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.slicing.Draft.Fate;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reconciles the slices of one Service and one address type, and is thrown away afterwards.
 *
 * <p>Follows {@code endpointslice/reconciler.go}: {@link #reconcile} and {@link #changePod} are two
 * ways through reconcileByPortMapping's first step, the latter for slices known to be right but for
 * one Pod; all else they share (routing 1.7).
 */
final class FamilyWork {

  private final ServiceTraits service;
  private final IpFamily family;
  private final AddressType type;
  private final int maxEndpoints;
  private final List<Draft> existing;
  private final List<Draft> created = new ArrayList<>();

  FamilyWork(ServiceTraits service, IpFamily family, int maxEndpoints, List<Piece> pieces) {
    this.service = service;
    this.family = family;
    this.type = AddressType.of(family);
    this.maxEndpoints = maxEndpoints;
    this.existing = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      existing.add(Draft.of(piece));
    }
  }

  AddressType type() {
    return type;
  }

  List<Draft> existing() {
    return existing;
  }

  List<Draft> created() {
    return created;
  }

  /** Makes the slices hold exactly the Pods wanted, which are grouped by their ports. */
  void reconcile(Map<PortSet, List<PodDecision>> wanted) {
    Map<PortSet, List<Draft>> draftsByPorts = new LinkedHashMap<>();
    for (Draft draft : existing) {
      if (draft.before != null && service.owns(draft.before.slice.metadata())) {
        draftsByPorts.computeIfAbsent(draft.ports, ports -> new ArrayList<>()).add(draft);
      } else {
        draft.become(Fate.DELETE);
      }
    }
    for (Map.Entry<PortSet, List<PodDecision>> group : wanted.entrySet()) {
      List<Draft> drafts = draftsByPorts.remove(group.getKey());
      if (drafts == null) {
        createAll(group.getKey(), group.getValue());
      } else {
        reconcileGroup(group.getKey(), drafts, group.getValue());
      }
    }
    for (List<Draft> drafts : draftsByPorts.values()) {
      drafts.forEach(draft -> draft.become(Fate.DELETE));
    }
    placeholder();
  }

  /** Follows the change of one Pod in slices that are right otherwise. */
  void changePod(String podName, @Nullable PodDecision now, Set<PortSet> portsWanted) {
    boolean isEndpoint = now != null && now.isEndpointOf(family);
    Endpoint fresh =
        isEndpoint && now != null ? now.endpoint(service, family, service.hintMode) : null;
    for (Draft draft : existing) {
      int index = draft.before == null ? -1 : draft.before.indexOf(podName);
      if (index >= 0) {
        Endpoint old = draft.endpoints().get(index);
        if (fresh != null
            && now != null
            && draft.ports.equals(now.ports)
            && Identities.isSame(fresh, old)) {
          if (!Identities.isAlike(fresh, old)) {
            List<Endpoint> endpoints = draft.toChange();
            dropStaleHints(endpoints);
            endpoints.set(index, fresh);
          }
          fresh = null;
        } else {
          ArrayList<Endpoint> endpoints = new ArrayList<>(draft.endpoints());
          endpoints.remove(index);
          dropStaleHints(endpoints);
          draft.replace(endpoints);
        }
      }
    }
    if (fresh != null && now != null) {
      List<Draft> group = new ArrayList<>();
      for (Draft draft : existing) {
        if (draft.ports.equals(now.ports)) {
          group.add(draft);
        }
      }
      ArrayList<Endpoint> left = new ArrayList<>(1);
      left.add(fresh);
      fill(now.ports, group, left);
    }
    for (Draft draft : existing) {
      if (!portsWanted.contains(draft.ports)) {
        draft.become(Fate.DELETE);
      }
    }
    placeholder();
  }

  // A slice that is written holds its endpoints as they would be made anew: those not ready have
  // lost the hints of the time they were.
  private static void dropStaleHints(List<Endpoint> endpoints) {
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      if (endpoint.hints().isPresent() && !AutoHints.isReady(endpoint)) {
        endpoints.set(i, endpoint.withHints(Optional.empty()));
      }
    }
  }

  private void createAll(PortSet ports, List<PodDecision> wanted) {
    Draft open = null;
    for (int i = 0; i < wanted.size(); i++) {
      PodDecision pod = wanted.get(i);
      if (pod.isEndpointOf(family)) {
        if (open == null || open.size() == maxEndpoints) {
          open = Draft.create(ports, Math.min(maxEndpoints, wanted.size() - i));
          created.add(open);
        }
        open.toChange().add(pod.endpoint(service, family, service.hintMode));
      }
    }
  }

  private void reconcileGroup(PortSet ports, List<Draft> drafts, List<PodDecision> wanted) {
    Map<String, PodDecision> unplaced = new LinkedHashMap<>();
    for (PodDecision pod : wanted) {
      if (pod.isEndpointOf(family)) {
        unplaced.put(pod.pod.metadata().name(), pod);
      }
    }
    for (Draft draft : drafts) {
      keepWanted(draft, unplaced);
    }
    ArrayList<Endpoint> left = new ArrayList<>(unplaced.size());
    for (PodDecision pod : unplaced.values()) {
      left.add(pod.endpoint(service, family, service.hintMode));
    }
    fill(ports, drafts, left);
  }

  // Step 1: endpoints still wanted stay where they are, as they now are (routing 1.7.3, 1.7.4).
  private void keepWanted(Draft draft, Map<String, PodDecision> unplaced) {
    List<Endpoint> before = draft.endpoints();
    ArrayList<Endpoint> kept = new ArrayList<>(before.size());
    boolean changed = false;
    for (Endpoint endpoint : before) {
      String name = Piece.podName(endpoint);
      PodDecision pod = unplaced.get(name);
      if (pod != null) {
        Endpoint fresh = pod.endpoint(service, family, service.hintMode);
        if (Identities.isSame(fresh, endpoint)) {
          changed |= !Identities.isAlike(fresh, endpoint);
          kept.add(fresh);
          unplaced.remove(name);
        }
      }
    }
    if (changed || kept.size() != before.size()) {
      draft.replace(kept);
    } else if (draft.before != null
        && !ServiceTraits.withoutReserved(draft.before.slice.metadata().labels())
            .equals(service.ownLabels)) {
      draft.become(Fate.UPDATE);
    }
  }

  // Steps 2 and 3 (routing 1.7.5, 1.7.6).
  private void fill(PortSet ports, List<Draft> drafts, List<Endpoint> left) {
    if (left.isEmpty()) {
      return;
    }
    List<Draft> changing = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.fate() == Fate.UPDATE) {
        changing.add(draft);
      }
    }
    changing.sort((one, other) -> Integer.compare(other.size(), one.size()));
    int next = 0;
    for (Draft draft : changing) {
      next = fillUp(draft, left, next);
    }
    while (next < left.size()) {
      Draft draft = null;
      if (left.size() - next < maxEndpoints) {
        draft = bestFit(drafts, left.size() - next);
      }
      if (draft == null) {
        draft = Draft.create(ports, Math.min(maxEndpoints, left.size() - next));
        created.add(draft);
      }
      next = fillUp(draft, left, next);
    }
  }

  private int fillUp(Draft draft, List<Endpoint> left, int from) {
    int next = from;
    while (next < left.size() && draft.size() < maxEndpoints) {
      draft.toChange().add(left.get(next++));
    }
    return next;
  }

  // ESU getSliceToFill
  private @Nullable Draft bestFit(List<Draft> drafts, int count) {
    Draft best = null;
    int leastRoom = maxEndpoints;
    for (Draft draft : drafts) {
      int room = maxEndpoints - count - draft.size();
      if (draft.fate() == Fate.KEEP && room >= 0 && room < leastRoom) {
        best = draft;
        leastRoom = room;
      }
    }
    return best;
  }

  // Every Service has a slice in each family, if only an empty one (routing 1.7.10).
  private void placeholder() {
    Draft deleted = null;
    int count = 0;
    for (Draft draft : existing) {
      if (draft.fate() == Fate.DELETE) {
        deleted = draft;
        count++;
      }
    }
    if (count < existing.size() || !created.isEmpty()) {
      return;
    }
    if (count == 1 && deleted != null && isPlaceholder(deleted)) {
      deleted.become(Fate.KEEP);
    } else {
      created.add(Draft.create(PortSet.NONE, 0));
    }
  }

  private boolean isPlaceholder(Draft draft) {
    if (draft.before == null) {
      return false;
    }
    EndpointSlice slice = draft.before.slice;
    return slice.endpoints().isEmpty()
        && slice.ports().isEmpty()
        && slice.metadata().labels().equals(service.sliceLabels)
        && slice.metadata().ownerReferences().equals(ImmutableList.of(service.ownerReference()));
  }
}
