package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.SliceSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.SliceEvent;
import io.servicesemantics.slicing.SlicePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Area {@code endpointslices}: what the slice controller does for one Service. */
final class EndpointSliceVectors implements AreaVectors {
  // Its message repeats the error, which is recorded beside the events.
  private static final String SYNC_FAILED = "FailedToUpdateEndpointSlices";

  @Override
  public String area() {
    return "endpointslices";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster = semantics.apply(profile(vector));
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Object serviceTree = ImpliedReferences.withUid(Trees.get(vector.input(), "service"));
    List<@Nullable Object> pods =
        ImpliedReferences.withUids(Trees.elements(vector.input(), "pods"));
    List<@Nullable Object> existing = Trees.elements(vector.input(), "existing");
    Service service = objects.service(serviceTree);
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addServices(service)
            .pods(objects.pods(pods))
            .nodes(objects.nodes(Trees.elements(vector.input(), "nodes")))
            .endpointSlices(
                objects.endpointSlices(ImpliedReferences.owned(existing, serviceTree, pods)))
            .build();

    SlicePlan plan = cluster.slices().plan(service, world);
    return Difference.between(
        expected(vector.expected()), actual(vector.expected(), plan, objects));
  }

  private static ClusterProfile profile(Vector vector) {
    Object max = vector.input().get("maxEndpointsPerSlice");
    ClusterProfile plain = Clusters.of(vector);
    return max instanceof Integer number
        ? plain.withSlices(SliceSettings.builder().maxEndpointsPerSlice(number).build())
        : plain;
  }

  /** What was recorded, without what is chance and with arrays of no order in one order. */
  private static Map<String, @Nullable Object> expected(Map<String, @Nullable Object> recorded) {
    Map<String, @Nullable Object> expected =
        Trees.without(recorded, "eventsUnstable", "hintsUnstable");
    List<@Nullable Object> slices = Trees.elements(recorded, "slices");
    expected.put("slices", JoinedSlices.ordered(hintsIfFixed(recorded, slices)));
    expected.putIfAbsent("error", "");
    if (isTrue(recorded, "eventsUnstable")) {
      expected.remove("events");
    } else {
      expected.put("events", Trees.sorted(Trees.elements(recorded, "events")));
    }
    return expected;
  }

  /** What was planned, in the words and as far as the record goes. */
  private static Map<String, @Nullable Object> actual(
      Map<String, @Nullable Object> recorded, SlicePlan plan, ObjectReader objects) {
    List<Map<String, @Nullable Object>> trees = new ArrayList<>();
    plan.slices().forEach(slice -> trees.add(objects.toTree(slice)));
    List<@Nullable Object> slices = JoinedSlices.join(trees);
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    actual.put("slices", JoinedSlices.ordered(hintsIfFixed(recorded, slices)));
    actual.put("error", String.join("; ", plan.errors()));
    if (!isTrue(recorded, "eventsUnstable")) {
      actual.put("events", events(plan.events()));
    }
    if (recorded.containsKey("hintsPerZone")) {
      actual.put("hintsPerZone", JoinedSlices.hintsPerZone(slices));
    }
    if (recorded.containsKey("actions")) {
      actual.put("actions", actions(plan));
    }
    if (recorded.containsKey("actionCounts")) {
      actual.put("actionCounts", actionCounts(plan));
    }
    return actual;
  }

  private static List<@Nullable Object> hintsIfFixed(
      Map<String, @Nullable Object> recorded, List<@Nullable Object> slices) {
    return recorded.containsKey("hintsPerZone") || isTrue(recorded, "hintsUnstable")
        ? JoinedSlices.withoutHints(slices)
        : slices;
  }

  private static List<@Nullable Object> events(List<SliceEvent> events) {
    List<@Nullable Object> lines = new ArrayList<>();
    for (SliceEvent event : events) {
      lines.add(
          event.reason().equals(SYNC_FAILED)
              ? event.type() + " " + event.reason()
              : event.toString());
    }
    return Trees.sorted(lines);
  }

  private static Map<String, @Nullable Object> actions(SlicePlan plan) {
    Map<String, @Nullable Object> actions = new LinkedHashMap<>();
    actions.put("created", plan.create().size());
    actions.put("updated", names(plan.update()));
    actions.put("deleted", names(plan.delete()));
    actions.put("unchanged", names(untouched(plan)));
    return actions;
  }

  private static Map<String, @Nullable Object> actionCounts(SlicePlan plan) {
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    counts.put("created", plan.create().size());
    counts.put("updated", plan.update().size());
    counts.put("deleted", plan.delete().size());
    counts.put("unchanged", untouched(plan).size());
    return counts;
  }

  private static ImmutableList<EndpointSlice> untouched(SlicePlan plan) {
    return ImmutableList.<EndpointSlice>builder().addAll(plan.keep()).addAll(plan.others()).build();
  }

  private static List<@Nullable Object> names(List<EndpointSlice> slices) {
    List<@Nullable Object> names = new ArrayList<>();
    slices.forEach(slice -> names.add(slice.metadata().name()));
    return Trees.sorted(names);
  }

  private static boolean isTrue(Map<String, @Nullable Object> tree, String key) {
    return Boolean.TRUE.equals(tree.get(key));
  }
}
