package io.servicesemantics.impl.description;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.SliceEvent;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicingReason;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Why hints do not do what was asked for. */
final class HintComplaints {

  // Which hints kube-proxy passes over does not depend on the node.
  private static final Node NOWHERE = Node.builder().metadata(ObjectMeta.of("")).build();

  private final ServiceStory story;
  private final Service service;
  private final Scene scene;
  private final PortComplaints.Sink sink;

  private HintComplaints(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    this.story = story;
    this.service = story.service();
    this.scene = scene;
    this.sink = sink;
  }

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    new HintComplaints(story, scene, sink).check();
  }

  // One port stands for all: hints are of endpoints, not of ports.
  private void check() {
    for (ServedPorts.Served served : story.served()) {
      PortEndpoints endpoints = served.endpoints();
      if (endpoints.ready().isEmpty()) {
        continue;
      }
      if (endpoints.isAnyReadyZoneHinted() || endpoints.isAnyReadyNodeHinted()) {
        checkHinted(served);
      } else if (isAsked()) {
        addWithheld();
      }
      return;
    }
  }

  private void checkHinted(ServedPorts.Served served) {
    PortEndpoints endpoints = served.endpoints();
    Set<Reason> told = new HashSet<>();
    addReasons(
        scene
            .selector()
            .explain(service, served.port(), served.family(), NOWHERE, endpoints)
            .because(),
        told);
    boolean obeysNodes = !told.contains(SelectionReason.NODE_HINTS_NOT_OBEYED);
    boolean obeysZones = !told.contains(SelectionReason.ZONE_HINTS_NOT_ASKED_FOR);
    if (!obeysNodes) {
      addNotObeyed(
          "node hints are passed over: kube-proxy does not know them without the feature gate"
              + " PreferSameTrafficDistribution.",
          "Turn the gate on in Kubernetes 1.33, or upgrade to 1.34.");
    }
    if (!obeysZones) {
      addNotObeyed(
          "zone hints are passed over: without the feature gate ServiceTrafficDistribution"
              + " kube-proxy obeys them only where the Service asks for them.",
          "Annotate the Service with " + KnownAnnotations.TOPOLOGY_MODE + ": Auto.");
    }
    boolean byNode =
        obeysNodes && endpoints.isAnyReadyNodeHinted() && endpoints.isEachReadyNodeHinted();
    boolean isZoneMeant = endpoints.isAnyReadyZoneHinted() ? obeysZones : obeysNodes;
    if (!byNode && isZoneMeant) {
      checkZones(endpoints);
    }
  }

  private static void addReasons(Because because, Set<Reason> told) {
    told.add(because.reason());
    because.causes().forEach(cause -> addReasons(cause, told));
  }

  private void addNotObeyed(String message, String cure) {
    sink.add(ComplaintReason.HINTS_NOT_OBEYED, field(), message, cure);
  }

  private boolean isAsked() {
    return service.spec().trafficDistribution().isSaid() || isAuto();
  }

  private boolean isAuto() {
    String mode =
        service
            .metadata()
            .annotations()
            .getOrDefault(
                KnownAnnotations.TOPOLOGY_MODE,
                service
                    .metadata()
                    .annotations()
                    .getOrDefault(KnownAnnotations.TOPOLOGY_AWARE_HINTS, ""));
    return mode.equals("Auto") || mode.equals("auto");
  }

  private FieldPath field() {
    if (service.spec().trafficDistribution().isSaid()) {
      return FieldPath.of("spec").child("trafficDistribution");
    }
    FieldPath annotations = FieldPath.of("metadata").child("annotations");
    for (String key :
        new String[] {KnownAnnotations.TOPOLOGY_MODE, KnownAnnotations.TOPOLOGY_AWARE_HINTS}) {
      if (service.metadata().annotations().containsKey(key)) {
        return annotations.key(key);
      }
    }
    return FieldPath.root();
  }

  private void checkZones(PortEndpoints endpoints) {
    Optional<ServiceEndpoint> without = endpoints.readyWithoutZoneHint();
    if (without.isPresent()) {
      sink.add(
          ComplaintReason.HINTS_INCOMPLETE,
          field(),
          "endpoint "
              + without.get()
              + " has no hint, so the hints of all others are ignored and traffic goes to every"
              + " endpoint.",
          without.get().said().zone().isEmpty()
              ? "No zone is known of it: label "
                  + without.get().said().nodeName().map(node -> "node " + node).orElse("its node")
                  + " with "
                  + KnownLabels.ZONE
                  + "."
              : "Who writes the slice must hint every endpoint, or none.");
      return;
    }
    Set<String> hinted = new LinkedHashSet<>();
    for (ServiceEndpoint endpoint : endpoints.ready()) {
      endpoint.said().hints().ifPresent(hints -> hinted.addAll(hints.forZones()));
    }
    Set<String> zones = new LinkedHashSet<>();
    for (Node node : scene.world().nodes()) {
      if (!hinted.contains(node.zone())) {
        zones.add(node.zone().isEmpty() ? "nodes without a zone" : node.zone());
      }
    }
    if (!zones.isEmpty()) {
      sink.add(
          ComplaintReason.ZONE_WITHOUT_HINTS,
          field(),
          "no endpoint is hinted for " + Words.few(zones) + ": traffic from there goes to all.",
          "");
    }
  }

  private void addWithheld() {
    SlicePlan last = scene.state().lastPlans().get(service.namespacedName());
    String told = "";
    if (last != null) {
      for (SliceEvent event : last.events()) {
        told = event.warning() ? event.message() : told;
      }
    }
    if (told.isEmpty()) {
      told = reason(scene.slices().explain(service, scene.world()).because());
    }
    sink.add(
        ComplaintReason.HINTS_WITHHELD,
        field(),
        "it has no effect: no endpoint has a hint, so traffic goes to all."
            + (told.isEmpty() ? "" : " " + told),
        service.spec().trafficDistribution().isSaid()
            ? "Hints name zones: label the nodes with " + KnownLabels.ZONE + "."
            : "");
  }

  private static String reason(Because because) {
    if (because.reason() instanceof SlicingReason reason
        && reason.name().startsWith("HINTS_WITHHELD")) {
      return reason.sentence();
    }
    for (Because cause : because.causes()) {
      String found = reason(cause);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }
}
