package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.service.Service;
import java.util.Map;
import java.util.Optional;

/** Why a Service selects no Pod at all, as near as can be told. */
final class NothingSelected {

  /** What is wrong, and what to do. */
  record Finding(String message, String cure) {}

  private NothingSelected() {}

  static Finding of(Service service, Scene scene) {
    String namespace = service.metadata().namespace();
    Map<String, String> selector = service.spec().selector();
    Optional<Workload> idle = idleWorkload(service, scene);
    if (idle.isPresent()) {
      return new Finding(
          "its Pods would come from "
              + idle.get().kind()
              + " "
              + idle.get().metadata().name()
              + ", which has none.",
          "Scale it up.");
    }
    ImmutableList<LabelSets.NearMiss> nearest = scene.labelSets().nearest(namespace, selector);
    if (!nearest.isEmpty()) {
      return nearMiss(nearest.get(0));
    }
    for (String other : scene.labelSets().namespaces()) {
      if (!scene.state().pods().select(other, selector).isEmpty()) {
        return new Finding(
            "no Pod of namespace "
                + namespace
                + " has the labels "
                + Words.labels(selector)
                + "; Pods of namespace "
                + other
                + " have.",
            "A Service selects Pods of its own namespace alone: move it, or them.");
      }
    }
    if (scene.labelSets().isEmpty(namespace)) {
      return new Finding(
          "there are no Pods of namespace " + namespace + " in what was read.",
          "Read the workload along with the Service.");
    }
    return new Finding(
        "no Pod of namespace " + namespace + " has the labels " + Words.labels(selector) + ".",
        "Write labels of the Pods into the selector.");
  }

  private static Finding nearMiss(LabelSets.NearMiss miss) {
    Map<String, String> labels = miss.pod().metadata().labels();
    StringBuilder message = new StringBuilder("no Pod has all the labels; Pod ");
    message.append(miss.pod().metadata().name()).append(" comes nearest, but ");
    StringBuilder cure = new StringBuilder();
    String separator = "";
    for (Map.Entry<String, String> wanted : miss.differing().entrySet()) {
      String key = wanted.getKey();
      String found = labels.get(key);
      message.append(separator).append("its label ").append(key);
      separator = ", ";
      if (found == null) {
        message.append(" is missing (wanted is ").append(quoted(wanted.getValue())).append(')');
        cure.append("Write ").append(key).append(": ").append(wanted.getValue());
        cure.append(" on the Pods, or leave it out of the selector. ");
      } else {
        message.append(" is ").append(quoted(found));
        message.append(" where ").append(quoted(wanted.getValue())).append(" is wanted");
        cure.append("Write ").append(key).append(": ").append(found);
        cure.append(" in the selector, or ").append(key).append(": ").append(wanted.getValue());
        cure.append(" on the Pods. ");
      }
    }
    return new Finding(message.append('.').toString(), cure.toString().strip());
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static Optional<Workload> idleWorkload(Service service, Scene scene) {
    return scene.world().workloads().stream()
        .filter(
            workload ->
                workload.metadata().namespace().equals(service.metadata().namespace())
                    && workload
                        .spec()
                        .template()
                        .metadata()
                        .labels()
                        .entrySet()
                        .containsAll(service.spec().selector().entrySet()))
        .findFirst();
  }
}
