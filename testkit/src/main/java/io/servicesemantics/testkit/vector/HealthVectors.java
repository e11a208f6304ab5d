package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.traffic.FamilyHealth;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.ServedHealth;
import io.servicesemantics.traffic.ServiceHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Area {@code health}: what a node answers at a Service's health-check port, and what kube-proxy
 * itself answers over a history.
 */
final class HealthVectors implements AreaVectors {

  // Histories count seconds from a beginning of their own.
  private static final Instant BEGINNING = Instant.EPOCH;

  @Override
  public String area() {
    return "health";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster = semantics.apply(Clusters.of(vector));
    return Difference.between(
        vector.expected(),
        vector.input().containsKey("proxy")
            ? history(vector, cluster)
            : serviceCheck(vector.input(), cluster));
  }

  private static Map<String, @Nullable Object> serviceCheck(
      Map<String, @Nullable Object> input, ServiceSemantics cluster) {
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Service service = objects.service(Trees.get(input, "service"));
    Node node = objects.node(Abbreviations.node(Trees.get(input, "node")));
    EndpointSlice slice =
        objects.endpointSlice(
            Abbreviations.endpointSlice(
                Trees.get(input, "service"), Trees.elements(input, "endpoints")));
    IpFamily family = slice.addressType().is(AddressType.IPV6) ? IpFamily.IPV6 : IpFamily.IPV4;
    boolean isHealthy = !Boolean.FALSE.equals(input.get("proxyHealthy"));

    ImmutableList<EndpointSlice> slices = ImmutableList.of(slice);
    ServiceHealth health = cluster.healthChecker().answer(service, family, node, slices, isHealthy);
    Explained<ServiceHealth> explained =
        cluster.healthChecker().explain(service, family, node, slices, isHealthy);
    checkArgument(
        health.equals(explained.value()),
        "Answer explained: \"%s\"; expected the one given, %s",
        explained,
        health);
    return health.served().map(HealthVectors::answer).orElseGet(() -> Map.of("served", false));
  }

  private static Map<String, @Nullable Object> answer(ServedHealth served) {
    String weight = served.answer().headers().get("X-Load-Balancing-Endpoint-Weight");
    checkArgument(
        String.valueOf(served.localEndpoints()).equals(weight),
        "Weight in a header: \"%s\"; expected the count, %s",
        weight,
        served.localEndpoints());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("status", served.answer().status());
    answer.put("localEndpoints", served.localEndpoints());
    answer.put("serviceProxyHealthy", served.serviceProxyHealthy());
    answer.put("port", served.port());
    return answer;
  }

  private static Map<String, @Nullable Object> history(Vector vector, ServiceSemantics cluster) {
    Object proxy = Trees.get(vector.input(), "proxy");
    ProxyHealth health =
        ProxyHealth.start(
            Duration.ofSeconds(number(proxy, "timeoutSeconds")), cluster.profile().quirks());
    if (Trees.get(proxy, "node") != null) {
      ObjectReader objects = new ObjectReader(cluster.manifests());
      health = health.withNode(objects.node(Trees.get(proxy, "node")));
    }
    List<@Nullable Object> answers = new ArrayList<>();
    for (Object event : Trees.elements(proxy, "events")) {
      int at = number(event, "at");
      Instant instant = BEGINNING.plusSeconds(at);
      String type = String.valueOf(Trees.get(event, "type"));
      switch (type) {
        case "queued" -> health = health.queued(family(event), instant);
        case "updated" -> health = health.updated(family(event), instant);
        case "query" -> answers.add(recorded(answer(health, at, instant), vector, answers.size()));
        default ->
            throw new IllegalArgumentException(
                String.format("Event: \"%s\"; expected queued, updated or query", type));
      }
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("answers", answers);
    return answer;
  }

  // Of the families releases before 1.34 say nothing by themselves.
  private static Map<String, @Nullable Object> recorded(
      Map<String, @Nullable Object> answer, Vector vector, int place) {
    List<@Nullable Object> expected = Trees.elements(vector.expected(), "answers");
    boolean isSilent =
        place < expected.size() && !Trees.map(expected.get(place)).containsKey("families");
    return isSilent ? Trees.without(answer, "families") : answer;
  }

  private static Map<String, @Nullable Object> answer(ProxyHealth health, int at, Instant instant) {
    Map<String, @Nullable Object> families = new LinkedHashMap<>();
    for (FamilyHealth family : health.families(instant)) {
      families.put(family.family().wireName(), family.isHealthy());
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("at", at);
    answer.put("families", families);
    answer.put("healthy", health.isHealthy(instant));
    answer.put("healthz", health.healthz(instant).status());
    answer.put("livez", health.livez(instant).status());
    answer.put("nodeEligible", health.isNodeEligible());
    return answer;
  }

  private static IpFamily family(@Nullable Object event) {
    String text = String.valueOf(Trees.get(event, "family"));
    return Choice.parse(IpFamily.class, text).known().orElseThrow();
  }

  private static int number(@Nullable Object tree, String key) {
    Object value = Trees.get(tree, key);
    checkArgument(value instanceof Integer, "Number %s: \"%s\"; expected one", key, value);
    return (Integer) value;
  }
}
