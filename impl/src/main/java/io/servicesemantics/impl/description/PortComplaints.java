package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.PortResolution;
import io.servicesemantics.slicing.SlicingReason;
import java.util.function.Function;

/** What is wrong with where the ports of a Service lead. */
final class PortComplaints {

  /** Takes a complaint about a field. */
  interface Sink {
    void add(ComplaintReason reason, FieldPath field, String message, String cure);
  }

  private PortComplaints() {}

  static void check(ServiceStory story, Function<NamespacedName, Pod> pods, Sink sink) {
    if (story.endpoints().isEmpty()) {
      return;
    }
    for (int i = 0; i < story.service().spec().ports().size(); i++) {
      FieldPath field = FieldPath.of("spec").child("ports").index(i).child("targetPort");
      if (!checkFound(story, i, pods, field, sink)) {
        checkDeclared(story, i, pods, field, sink);
      }
    }
  }

  private static boolean checkFound(
      ServiceStory story,
      int index,
      Function<NamespacedName, Pod> pods,
      FieldPath field,
      Sink sink) {
    int without = 0;
    PodMembership example = null;
    for (Explained<PodMembership> pod : story.endpoints()) {
      if (resolution(pod.value(), index).number().isEmpty()) {
        without++;
        example = example == null ? pod.value() : example;
      }
    }
    if (example == null) {
      return false;
    }
    PortResolution resolution = resolution(example, index);
    String name = resolution.servicePort().targetPort().flatMap(TargetPort::name).orElse("");
    boolean all = without == story.endpoints().size();
    sink.add(
        ComplaintReason.PORT_LEADS_NOWHERE,
        field,
        (all ? "no Pod" : without + " of " + story.endpoints().size() + " Pods")
            + " behind it"
            + (all ? " has a port called \"" : " have no port called \"")
            + name
            + "\" for "
            + Words.protocol(resolution.servicePort())
            + "; see Pod "
            + example.pod().name()
            + ".",
        cure(name, resolution.reason(), Words.declaredPorts(pods.apply(example.pod()))));
    return true;
  }

  private static String cure(String name, SlicingReason reason, ImmutableSet<String> declared) {
    if (Words.isNumber(name)) {
      return Words.QUOTED_NUMBER;
    }
    if (reason == SlicingReason.PORT_PROTOCOL_DIFFERS) {
      return "It declares that name for another protocol: " + String.join(", ", declared) + ".";
    }
    return declared.isEmpty()
        ? "It declares no ports: name one of its ports so, or lead to a number."
        : "It declares " + String.join(", ", declared) + ": lead to one of these.";
  }

  // A number works whether declared or not; it is told only when every Pod declares others.
  private static void checkDeclared(
      ServiceStory story,
      int index,
      Function<NamespacedName, Pod> pods,
      FieldPath field,
      Sink sink) {
    ServicePort port = story.service().spec().ports().get(index);
    if (port.protocol().isSaid() && port.protocol().known().isEmpty()) {
      return;
    }
    ImmutableSet<String> example = ImmutableSet.of();
    int number = 0;
    for (Explained<PodMembership> pod : story.endpoints()) {
      ImmutableSet<String> declared = Words.declaredPorts(pods.apply(pod.value().pod()));
      number = resolution(pod.value(), index).number().orElse(0);
      String wanted = number + "/" + Words.protocol(port);
      if (declared.isEmpty()
          || declared.stream().anyMatch(text -> (" " + text).endsWith(" " + wanted))) {
        return;
      }
      example = declared;
    }
    if (!story.endpoints().isEmpty()) {
      sink.add(
          ComplaintReason.PORT_NOT_DECLARED,
          field,
          "it leads to "
              + number
              + "/"
              + Words.protocol(port)
              + ", which no container declares; they declare "
              + String.join(", ", example)
              + ".",
          "It works if something listens there all the same.");
    }
  }

  private static PortResolution resolution(PodMembership pod, int index) {
    return pod.ports().get(index);
  }
}
