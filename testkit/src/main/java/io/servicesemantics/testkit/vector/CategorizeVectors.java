package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Area {@code categorize}: which endpoints a node may use. The Service's ports all lead to the same
 * endpoints, so that each must give the recorded answer.
 */
final class CategorizeVectors implements AreaVectors {
  private static final ImmutableMap<String, Object> SKIPPED = ImmutableMap.of("skipped", true);

  @Override
  public String area() {
    return "categorize";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster = semantics.apply(Clusters.of(vector));
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Object input = vector.input();
    Service service = objects.service(Trees.get(input, "service"));
    Node node = objects.node(Abbreviations.node(Trees.get(input, "node")));
    EndpointSlice slice =
        objects.endpointSlice(
            Abbreviations.endpointSlice(
                Trees.get(input, "service"), Trees.elements(input, "endpoints")));
    IpFamily family = slice.addressType().is(AddressType.IPV6) ? IpFamily.IPV6 : IpFamily.IPV4;

    Map<String, @Nullable Object> expected = withoutNulls(vector.expected());
    if (service.spec().ports().isEmpty()) {
      return Difference.between(expected, SKIPPED);
    }
    for (ServicePort port : service.spec().ports()) {
      SelectedEndpoints selected =
          cluster.endpointSelector().select(service, port, family, node, ImmutableList.of(slice));
      Optional<Difference> difference = Difference.between(expected, answer(selected));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Map<String, @Nullable Object> answer(SelectedEndpoints selected) {
    if (!selected.isServed()) {
      return new LinkedHashMap<>(SKIPPED);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("cluster", addresses(selected.cluster()));
    answer.put("local", addresses(selected.local()));
    answer.put("allReachable", addresses(selected.allReachable()));
    answer.put("hasAny", selected.hasAny());
    answer.put("usesCluster", selected.usesCluster());
    answer.put("usesLocal", selected.usesLocal());
    return answer;
  }

  private static List<@Nullable Object> addresses(EndpointSet endpoints) {
    List<@Nullable Object> addresses = new ArrayList<>();
    for (ServiceEndpoint endpoint : endpoints) {
      addresses.add(endpoint.addressText());
    }
    return Trees.sorted(addresses);
  }

  // A list never made and an empty one are the same to whoever reads the answer; usesCluster and
  // usesLocal tell them apart.
  private static Map<String, @Nullable Object> withoutNulls(
      Map<String, @Nullable Object> expected) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>(expected);
    copy.replaceAll((key, value) -> value == null ? List.of() : value);
    return copy;
  }
}
