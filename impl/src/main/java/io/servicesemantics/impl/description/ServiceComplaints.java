package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.slicing.PodMembership;

/** What is wrong with one Service. */
final class ServiceComplaints {

  private static final FieldPath SPEC = FieldPath.of("spec");

  // What is in order: a slice has the endpoints of one family and the ports of some Pods.
  private static final ImmutableSet<SelectionReason> IN_ORDER =
      ImmutableSet.of(
          SelectionReason.SLICE_OF_ANOTHER_FAMILY,
          SelectionReason.SLICE_WITHOUT_PORT,
          SelectionReason.ENDPOINT_SAID_BEFORE,
          SelectionReason.ENDPOINT_REPLACED,
          SelectionReason.ENDPOINT_NOT_FIRST,
          SelectionReason.ENDPOINT_ADDRESS_NOT_FIRST);

  private final ServiceStory story;
  private final Service service;
  private final Scene scene;
  private final ImmutableList.Builder<Complaint> complaints = ImmutableList.builder();

  private ServiceComplaints(ServiceStory story, Scene scene) {
    this.story = story;
    this.service = story.service();
    this.scene = scene;
  }

  static ImmutableList<Complaint> of(ServiceStory story, Scene scene) {
    ServiceComplaints all = new ServiceComplaints(story, scene);
    if (ServiceStory.selectsPods(all.service)) {
      all.checkSelected();
      PortComplaints.check(story, all::pod, all::add);
    } else if (!all.service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      all.checkSupplied();
    }
    all.checkUnread();
    TrafficComplaints.check(story, scene, all::add);
    HintComplaints.check(story, scene, all::add);
    RangeComplaints.check(story, scene, all::add);
    AddressComplaints.check(story, scene, all::add);
    HeadlessComplaints.check(all.service, story.ports(), all::add);
    NameComplaints.check(story, scene, all::add);
    AliasComplaints.check(story, scene, all::add);
    return all.complaints.build();
  }

  private void checkSelected() {
    if (story.selected().isEmpty()) {
      NothingSelected.Finding finding = NothingSelected.of(service, scene);
      add(
          ComplaintReason.NOTHING_SELECTED,
          SPEC.child("selector"),
          finding.message(),
          finding.cure());
      return;
    }
    int endpoints = 0;
    int ready = 0;
    for (Explained<PodMembership> pod : story.selected()) {
      if (pod.value().isEndpoint()) {
        endpoints++;
        ready += isReady(pod.value()) ? 1 : 0;
      }
    }
    if (endpoints == 0) {
      add(
          ComplaintReason.NO_POD_IS_ENDPOINT,
          SPEC.child("selector"),
          "of "
              + story.selected().size()
              + " Pods selected none is an endpoint: "
              + story.selected().get(0).because().reason().sentence(),
          "");
    } else if (ready == 0 && !isServedWhileTerminating()) {
      add(
          ComplaintReason.NOTHING_READY,
          FieldPath.root(),
          "of its " + endpoints + " endpoints none is ready.",
          "Traffic waits for a Pod whose condition Ready is True: look at its readiness probe.");
    }
  }

  // Told as such.
  private boolean isServedWhileTerminating() {
    return story.served().stream()
        .anyMatch(served -> !served.endpoints().servingWhileTerminating().isEmpty());
  }

  private static boolean isReady(PodMembership pod) {
    return pod.endpoints().values().stream().anyMatch(e -> e.conditions().ready().orElse(false));
  }

  private void checkSupplied() {
    ImmutableList<EndpointSlice> slices = scene.state().slicesOf(service.namespacedName());
    if (slices.stream().allMatch(slice -> slice.endpoints().isEmpty())) {
      add(
          ComplaintReason.NOBODY_SUPPLIES_ENDPOINTS,
          SPEC,
          "it has no selector, and nothing that was read supplies endpoints.",
          "Give it a selector, or an EndpointSlice with the label kubernetes.io/service-name: "
              + service.metadata().name()
              + ".");
      return;
    }
    for (int i = 0; i < service.spec().ports().size(); i++) {
      ServicePort port = service.spec().ports().get(i);
      if (slices.stream().noneMatch(slice -> has(slice, port))) {
        add(
            ComplaintReason.PORT_WITHOUT_ENDPOINTS,
            SPEC.child("ports").index(i),
            "no slice has a port called \"" + port.name() + "\" for " + Words.protocol(port) + ".",
            "Ports of slices are found by name and protocol, not by number; there are "
                + names(slices)
                + ".");
      }
    }
  }

  private static boolean has(EndpointSlice slice, ServicePort port) {
    for (EndpointPort offered : slice.ports()) {
      if (offered.name().orElse("").equals(port.name())
          && Words.protocol(offered.protocol()).equals(Words.protocol(port))) {
        return true;
      }
    }
    return false;
  }

  private static String names(ImmutableList<EndpointSlice> slices) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (EndpointSlice slice : slices) {
      for (EndpointPort port : slice.ports()) {
        names.add("\"" + port.name().orElse("") + "\" " + Words.protocol(port.protocol()));
      }
    }
    ImmutableSet<String> distinct = names.build();
    return distinct.isEmpty() ? "none" : String.join(", ", distinct);
  }

  // Slices that were planned are read; what is not read comes from slices somebody wrote.
  private void checkUnread() {
    for (UnreadPart part : story.uses().unread()) {
      if (!IN_ORDER.contains(part.reason())) {
        complaints.add(
            new Complaint(
                ComplaintReason.SLICE_NOT_READ,
                "EndpointSlice",
                part.slice(),
                part.field(),
                scene.places().of("EndpointSlice", part.slice(), part.field()),
                part.reason().sentence() + (part.text().isEmpty() ? "" : " Found: " + part.text()),
                ""));
      }
    }
  }

  private Pod pod(NamespacedName name) {
    return scene.state().pods().pod(name).orElseThrow();
  }

  private void add(ComplaintReason reason, FieldPath field, String message, String cure) {
    complaints.add(
        new Complaint(
            reason,
            service.kind(),
            service.namespacedName(),
            field,
            scene.places().of(service.kind(), service.namespacedName(), field),
            message,
            cure));
  }
}
