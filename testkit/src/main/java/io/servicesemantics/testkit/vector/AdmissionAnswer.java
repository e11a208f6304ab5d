package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.StatusCause;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares a decision with the recorded answer, as far as the record goes. */
final class AdmissionAnswer {
  private static final ImmutableSet<String> RECORDED_METADATA =
      ImmutableSet.of(
          "name",
          "generateName",
          "namespace",
          "labels",
          "annotations",
          "finalizers",
          "ownerReferences");

  private final Vector vector;
  private final PickedValues picked;
  private final ObjectReader objects;

  AdmissionAnswer(Vector vector, PickedValues picked, ObjectReader objects) {
    this.vector = vector;
    this.picked = picked;
    this.objects = objects;
  }

  Optional<Difference> compare(Accepted accepted) {
    Map<String, @Nullable Object> recorded = vector.expected();
    Map<String, @Nullable Object> expected = new LinkedHashMap<>();
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    expected.put("accepted", recorded.get("accepted"));
    actual.put("accepted", tree(accepted));
    expected.put("allocated", Trees.sorted(Trees.elements(recorded, "allocated")));
    actual.put("allocated", Trees.sorted(texts(accepted.allocated())));
    expected.put("equal", sortedGroups(Trees.elements(recorded, "equal")));
    actual.put("equal", sortedGroups(groups(accepted)));
    expected.put("warnings", Trees.elements(recorded, "warnings"));
    actual.put("warnings", new ArrayList<@Nullable Object>(accepted.warnings()));
    if (vector.area().equals("update")) {
      expected.put("created", Boolean.TRUE.equals(recorded.get("created")));
      actual.put("created", accepted.isCreated());
    }
    if (recorded.containsKey("released")) {
      Object released = recorded.get("released");
      expected.put("releasedIPs", Trees.sorted(Trees.elements(released, "clusterIPs")));
      actual.put("releasedIPs", Trees.sorted(addresses(accepted.released().clusterIPs())));
      expected.put("releasedPorts", Trees.sorted(Trees.elements(released, "nodePorts")));
      actual.put("releasedPorts", Trees.sorted(accepted.released().nodePorts()));
    }
    if (recorded.containsKey("unheld")) {
      Object unheld = recorded.get("unheld");
      expected.put("unheld", Trees.sorted(Trees.elements(unheld, "nodePorts")));
      actual.put("unheld", Trees.sorted(accepted.unheldNodePorts()));
    }
    return Difference.between(expected, actual);
  }

  Optional<Difference> compare(Rejected rejected) {
    List<@Nullable Object> possible = Trees.elements(vector.expected(), "anyOf");
    if (possible.isEmpty()) {
      return compare(vector.expected(), rejected);
    }
    if (rejected.alternatives().isEmpty()) {
      return Optional.of(new Difference("", "left to chance", "settled"));
    }
    Optional<Difference> first = Optional.empty();
    for (Object one : possible) {
      Optional<Difference> difference = compare(Trees.map(one), rejected);
      if (difference.isEmpty()) {
        return difference;
      }
      first = first.isEmpty() ? difference : first;
    }
    return first;
  }

  private Optional<Difference> compare(Map<String, @Nullable Object> recorded, Rejected rejected) {
    boolean orderVaries = Boolean.TRUE.equals(recorded.get("orderVaries"));
    List<@Nullable Object> causes = Trees.elements(recorded, "rejected");
    Map<String, @Nullable Object> expected = Trees.without(recorded, "orderVaries");
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    expected.putIfAbsent("warnings", List.of());
    actual.put("warnings", new ArrayList<@Nullable Object>(rejected.warnings()));
    actual.put("code", rejected.code());
    actual.put("reason", rejected.reason().isEmpty() ? null : rejected.reason());
    if (orderVaries) {
      expected.remove("message");
      expected.put("rejected", Trees.sorted(causes));
      actual.put("rejected", Trees.sorted(causes(rejected, List.of())));
      expected.put("orderVaries", true);
      actual.put("orderVaries", rejected.orderVaries());
    } else {
      actual.put("rejected", causes(rejected, causes));
      actual.put(
          "message", picked.masked(String.valueOf(recorded.get("message")), rejected.message()));
    }
    return Difference.between(expected, actual);
  }

  private List<@Nullable Object> causes(
      Rejected rejected, List<? extends @Nullable Object> recorded) {
    List<@Nullable Object> causes = new ArrayList<>();
    for (StatusCause cause : rejected.causes()) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      if (!cause.field().isEmpty()) {
        tree.put("field", cause.field());
      }
      if (!cause.reason().isEmpty()) {
        tree.put("reason", cause.reason());
      }
      int index = causes.size();
      tree.put(
          "message",
          index < recorded.size()
              ? picked.masked(
                  String.valueOf(Trees.get(recorded.get(index), "message")), cause.message())
              : cause.message());
      causes.add(tree);
    }
    return causes;
  }

  /** The Service as the record tells of it, with marks in the place of what was picked. */
  private Map<String, @Nullable Object> tree(Accepted accepted) {
    Map<String, @Nullable Object> tree = objects.toTree(accepted.service());
    Map<String, @Nullable Object> metadata = Trees.members(tree, "metadata");
    metadata.keySet().retainAll(RECORDED_METADATA);
    if (Trees.members(tree, "status").isEmpty()
        || Trees.members(tree, "status").equals(Map.of("loadBalancer", Map.of()))) {
      tree.remove("status");
    }
    for (FieldPath path : accepted.allocated()) {
      mark(tree, path);
    }
    return tree;
  }

  private void mark(Map<String, @Nullable Object> tree, FieldPath path) {
    Object at = value(tree, path.parent().orElseThrow());
    Object last = Iterables.getLast(path.steps());
    if (last instanceof Integer index) {
      String address = String.valueOf(Trees.list(at).get(index));
      Trees.list(at).set(index, address.contains(":") ? "*6" : "*4");
    } else if (path.toString().equals("metadata.name")) {
      String name = String.valueOf(Trees.get(at, "name"));
      Trees.map(at).put("name", picked.maskedName(name));
    } else {
      Trees.map(at).put("" + last, "*");
    }
  }

  /** Groups of fields said to be equal; one that is not is shown with its values. */
  private List<@Nullable Object> groups(Accepted accepted) {
    Map<String, @Nullable Object> tree = objects.toTree(accepted.service());
    List<@Nullable Object> groups = new ArrayList<>();
    for (List<FieldPath> group : accepted.equal()) {
      List<@Nullable Object> values = new ArrayList<>();
      group.forEach(path -> values.add(value(tree, path)));
      groups.add(values.stream().distinct().count() == 1 ? texts(group) : values);
    }
    return groups;
  }

  private static @Nullable Object value(Map<String, @Nullable Object> tree, FieldPath path) {
    Object at = tree;
    for (Object step : path.steps()) {
      at = step instanceof Integer index ? Trees.list(at).get(index) : Trees.get(at, "" + step);
    }
    return at;
  }

  private static List<@Nullable Object> sortedGroups(List<@Nullable Object> groups) {
    List<@Nullable Object> sorted = new ArrayList<>();
    groups.forEach(group -> sorted.add(Trees.sorted(Trees.list(group))));
    return Trees.sorted(sorted);
  }

  private static List<@Nullable Object> texts(List<FieldPath> paths) {
    List<@Nullable Object> texts = new ArrayList<>();
    paths.forEach(path -> texts.add(path.toString()));
    return texts;
  }

  private static List<@Nullable Object> addresses(List<IpAddress> addresses) {
    List<@Nullable Object> texts = new ArrayList<>();
    addresses.forEach(address -> texts.add(address.toString()));
    return texts;
  }
}
