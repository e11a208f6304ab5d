package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintWeight;
import io.servicesemantics.description.PortDescription;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.ServiceNaming;
import io.servicesemantics.description.TrafficTable;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.PortResolution;
import java.util.Map;
import java.util.TreeMap;

/** All there is to tell of one Service. */
final class ServiceStory {

  private static final int TELLING_MATCHES = 2;
  private static final int MOST_NEAR_MISSES = 3;

  private final Service service;
  private final ImmutableList<Explained<PodMembership>> selected;
  private final ImmutableList<Explained<PodMembership>> endpoints;
  private final ImmutableList<Explained<PodMembership>> nearMisses;
  private final ServedPorts served;
  private final ImmutableList<ImmutableList<Node>> alike;
  private final EndpointUses uses;
  private final TrafficTable traffic;
  private final ServiceNaming naming;

  private ServiceStory(Service service, Scene scene) {
    this.service = service;
    this.selected = selected(service, scene);
    this.endpoints =
        selected.stream()
            .filter(pod -> pod.value().isEndpoint())
            .collect(ImmutableList.toImmutableList());
    this.nearMisses = nearMisses(service, scene, selected.isEmpty());
    this.served = ServedPorts.of(service, scene);
    this.alike = scene.alike(service, served);
    this.uses = EndpointUses.of(service, served, alike, scene);
    this.traffic =
        served.ports().isEmpty() ? TrafficTable.NONE : TrafficTables.of(service, alike, scene);
    this.naming = scene.namings().naming(service);
  }

  static ServiceDescription of(Service service, Scene scene) {
    ServiceStory story = new ServiceStory(service, scene);
    ImmutableList<SimulatedRequest> requests = scene.requests().get(service.namespacedName());
    ImmutableList<Complaint> complaints =
        ImmutableList.<Complaint>builder()
            .addAll(ServiceComplaints.of(story, scene))
            .addAll(Verdicts.warnings(requests))
            .build();
    return new ServiceDescription(
        service,
        requests.isEmpty()
            ? scene.places().of(service.kind(), service.namespacedName())
            : Verdicts.placeOf(requests.get(requests.size() - 1), FieldPath.root()),
        requests,
        story.uses.notServed(),
        story.uses.localTraffic(),
        story.traffic,
        story.naming,
        story.ports(),
        story.uses.describe(),
        story.leftOut(),
        ofWeight(complaints, false),
        ofWeight(complaints, true));
  }

  private static ImmutableList<Complaint> ofWeight(
      ImmutableList<Complaint> complaints, boolean isNote) {
    ImmutableList.Builder<Complaint> found = ImmutableList.builder();
    for (Complaint complaint : complaints) {
      if ((complaint.reason().weight() == ComplaintWeight.NOTE) == isNote) {
        found.add(complaint);
      }
    }
    return found.build();
  }

  Service service() {
    return service;
  }

  EndpointUses uses() {
    return uses;
  }

  // The ports that kube-proxy serves, with what is behind them.
  ImmutableList<ServedPorts.Served> served() {
    return served.ports();
  }

  // The nodes, those that treat the Service alike together.
  ImmutableList<ImmutableList<Node>> alike() {
    return alike;
  }

  TrafficTable traffic() {
    return traffic;
  }

  ServiceNaming naming() {
    return naming;
  }

  // Every Pod that has the labels, endpoint or not.
  ImmutableList<Explained<PodMembership>> selected() {
    return selected;
  }

  // Those of them that are endpoints.
  ImmutableList<Explained<PodMembership>> endpoints() {
    return endpoints;
  }

  static boolean selectsPods(Service service) {
    return !service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && !service.spec().selector().isEmpty();
  }

  private static ImmutableList<Explained<PodMembership>> selected(Service service, Scene scene) {
    if (!selectsPods(service)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Explained<PodMembership>> selected = ImmutableList.builder();
    scene
        .state()
        .pods()
        .forEachSelected(
            service.metadata().namespace(),
            service.spec().selector(),
            pod -> selected.add(explain(service, pod, scene)));
    return selected.build();
  }

  private static ImmutableList<Explained<PodMembership>> nearMisses(
      Service service, Scene scene, boolean nothingSelected) {
    if (!selectsPods(service)) {
      return ImmutableList.of();
    }
    return scene
        .labelSets()
        .nearest(service.metadata().namespace(), service.spec().selector())
        .stream()
        .filter(miss -> nothingSelected || isTelling(miss, scene))
        .limit(MOST_NEAR_MISSES)
        .map(miss -> explain(service, miss.pod(), scene))
        .collect(ImmutableList.toImmutableList());
  }

  // Pods of one application share labels; one that is missed matches more than that, and stands
  // behind no other Service.
  private static boolean isTelling(LabelSets.NearMiss miss, Scene scene) {
    return miss.differing().size() == 1
        && miss.matched() >= TELLING_MATCHES
        && !scene.labelSets().isSelected(miss.pod());
  }

  private static Explained<PodMembership> explain(Service service, Pod pod, Scene scene) {
    return scene.slices().explainPod(service, pod, scene.world());
  }

  private ImmutableList<Explained<PodMembership>> leftOut() {
    ImmutableList.Builder<Explained<PodMembership>> leftOut = ImmutableList.builder();
    for (Explained<PodMembership> pod : selected) {
      if (!pod.value().isEndpoint()) {
        leftOut.add(pod);
      }
    }
    return leftOut.addAll(nearMisses).build();
  }

  ImmutableList<PortDescription> ports() {
    ImmutableList.Builder<PortDescription> ports = ImmutableList.builder();
    for (int i = 0; i < service.spec().ports().size(); i++) {
      ports.add(port(service.spec().ports().get(i), i));
    }
    return ports.build();
  }

  private PortDescription port(ServicePort port, int index) {
    Map<Integer, Integer> podsByNumber = new TreeMap<>();
    int without = 0;
    for (Explained<PodMembership> pod : selected) {
      if (pod.value().ports().size() <= index) {
        continue;
      }
      PortResolution resolution = pod.value().ports().get(index);
      if (resolution.number().isPresent()) {
        podsByNumber.merge(resolution.number().getAsInt(), 1, Integer::sum);
      } else {
        without++;
      }
    }
    return new PortDescription(port, ImmutableSortedMap.copyOf(podsByNumber), without);
  }
}
