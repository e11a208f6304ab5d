package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AllocationConflict;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicingReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with objects other than Services: nobody reads them, or they stand twice. */
final class StrayObjects {

  private static final FieldPath LABELS = FieldPath.of("metadata").child("labels");

  private static final int MOST_PLACES = 5;

  private final Scene scene;
  private final ImmutableList.Builder<Complaint> complaints = ImmutableList.builder();

  private StrayObjects(Scene scene) {
    this.scene = scene;
  }

  // Of the objects as they were given, before anything was planned.
  static ImmutableList<Complaint> complaints(Simulation simulation, Scene scene) {
    ClusterSnapshot given = simulation.given();
    StrayObjects stray = new StrayObjects(scene);
    simulation.cluster().allocations().conflicts().forEach(stray::add);
    given.endpointSlices().forEach(stray::check);
    given.endpoints().forEach(stray::check);
    stray.checkTwice(given.services());
    stray.checkTwice(given.endpointSlices());
    stray.checkTwice(given.endpoints());
    stray.checkTwice(given.pods());
    stray.checkTwice(given.nodes());
    stray.checkTwice(given.workloads());
    return stray.complaints.build();
  }

  private void check(EndpointSlice slice) {
    if (slice.serviceName().isEmpty()) {
      add(
          ComplaintReason.SLICE_NOT_READ,
          slice,
          LABELS,
          "no label says which Service it belongs to.",
          "Write the label " + KnownLabels.SERVICE_NAME + ": and the name of the Service.");
      return;
    }
    NamespacedName service = NamespacedName.of(slice.metadata().namespace(), slice.serviceName());
    if (!scene.world().servicesByName().containsKey(service)) {
      add(
          ComplaintReason.SLICE_OF_NO_SERVICE,
          slice,
          LABELS.key(KnownLabels.SERVICE_NAME),
          "there is no Service " + service + " in what was read.",
          "");
    }
  }

  private void check(Endpoints endpoints) {
    Explained<SlicePlan> mirror = scene.slices().explainMirror(endpoints, scene.world());
    if (mirror.because().reason() != SlicingReason.MIRRORED) {
      add(
          ComplaintReason.ENDPOINTS_NOT_READ,
          endpoints,
          FieldPath.root(),
          "it is not mirrored into slices, and nothing else reads it: "
              + mirror.because().reason().sentence(),
          "");
    }
  }

  // Of a cluster as found: what its own repair loops would tell.
  private void add(AllocationConflict conflict) {
    String kind = conflict.object().isService() ? "Service" : conflict.object().resource();
    complaints.add(
        new Complaint(
            ComplaintReason.NUMBER_DOES_NOT_FIT,
            kind,
            conflict.object().name(),
            FieldPath.root(),
            scene.places().of(kind, conflict.object().name()),
            conflict.message().isEmpty()
                ? conflict.kind().sentence() + " Found: " + conflict.number()
                : conflict.message() + ".",
            ""));
  }

  private void checkTwice(List<? extends KubernetesObject> objects) {
    Map<String, Integer> counts = new HashMap<>();
    for (KubernetesObject object : objects) {
      counts.merge(nameOf(object), 1, Integer::sum);
    }
    for (KubernetesObject object : objects) {
      Integer count = counts.remove(nameOf(object));
      if (count != null && count > 1) {
        add(
            ComplaintReason.SAID_TWICE,
            object,
            FieldPath.root(),
            "there are "
                + count
                + " objects of this kind and name"
                + others(object)
                + (object instanceof Service
                    ? "; each is an update of the one before."
                    : "; the last one counts."),
            "Remove or rename all but one.");
      }
    }
  }

  private String others(KubernetesObject object) {
    List<String> places =
        scene.places().all(object.kind(), object.namespacedName()).stream()
            .map(SourceLocation::toLineText)
            .limit(MOST_PLACES)
            .toList();
    return places.isEmpty() ? "" : " (" + String.join(", ", places) + ")";
  }

  private static String nameOf(KubernetesObject object) {
    return object.kind() + " " + object.namespacedName();
  }

  private void add(
      ComplaintReason reason,
      KubernetesObject object,
      FieldPath field,
      String message,
      String cure) {
    complaints.add(
        new Complaint(
            reason,
            object.kind(),
            object.namespacedName(),
            field,
            scene.places().of(object.kind(), object.namespacedName(), field),
            message,
            cure));
  }
}
