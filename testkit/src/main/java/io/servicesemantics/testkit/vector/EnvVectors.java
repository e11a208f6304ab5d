package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.pod.ServiceVariable;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Area {@code env}: the variables a Pod has of Services, and the environment of its first
 * container. What chance decides is compared in {@code anyOf} alone.
 */
final class EnvVectors implements AreaVectors {

  @Override
  public String area() {
    return "env";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster = semantics.apply(Clusters.of(vector));
    ObjectReader objects = new ObjectReader(cluster.manifests());
    ImmutableList<Service> services = objects.services(Trees.elements(vector.input(), "services"));
    ClusterSnapshot world = ClusterSnapshot.builder().services(services).build();
    Pod pod = objects.pods(ImmutableList.of(Trees.map(Trees.get(vector.input(), "pod")))).get(0);
    PodEnvironment door = cluster.podEnvironment();

    Environment ofServices = door.serviceVariables(pod, world);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("env", certain(ofServices));
    Map<String, @Nullable Object> chances = chances(ofServices);
    if (!chances.isEmpty()) {
      answer.put("anyOf", chances);
    }
    if (vector.expected().containsKey("containerEnv")) {
      Container first = pod.spec().containers().get(0);
      answer.put("containerEnv", certain(door.environmentOf(pod, first, world)));
    }
    if (vector.expected().containsKey("fromServicesOrder")) {
      answer.put("fromServicesOrder", names(door, services));
    }
    return Difference.between(vector.expected(), answer);
  }

  private static Map<String, @Nullable Object> certain(Environment environment) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (EnvironmentValue variable : environment.variables()) {
      variable.value().ifPresent(value -> values.put(variable.name(), value));
    }
    return values;
  }

  private static Map<String, @Nullable Object> chances(Environment environment) {
    Map<String, @Nullable Object> chances = new LinkedHashMap<>();
    for (EnvironmentValue variable : environment.variables()) {
      if (variable.leftToChance().isPresent()) {
        chances.put(variable.name(), Trees.sorted(new ArrayList<>(variable.possible())));
      }
    }
    return chances;
  }

  private static List<@Nullable Object> names(
      PodEnvironment door, ImmutableList<Service> services) {
    List<@Nullable Object> names = new ArrayList<>();
    for (Service service : services) {
      for (ServiceVariable variable : door.variablesOf(service)) {
        names.add(variable.name());
      }
    }
    return names;
  }
}
