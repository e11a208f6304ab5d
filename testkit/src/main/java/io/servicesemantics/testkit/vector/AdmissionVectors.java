package io.servicesemantics.testkit.vector;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.ServiceRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Areas {@code create} and {@code update}: what the API server answers to a request. */
final class AdmissionVectors implements AreaVectors {
  // any seed will do: what is picked is not compared
  private static final long SEED = 36;

  private final String area;
  private final Verb verb;

  private AdmissionVectors(String area, Verb verb) {
    this.area = area;
    this.verb = verb;
  }

  static AdmissionVectors create() {
    return new AdmissionVectors("create", Verb.CREATE);
  }

  static AdmissionVectors update() {
    return new AdmissionVectors("update", Verb.UPDATE);
  }

  @Override
  public String area() {
    return area;
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ServiceSemantics cluster = semantics.apply(profile(vector));
    ClusterState state = state(vector, cluster);
    AdmissionDecision decision =
        cluster.admission().admit(request(vector), state, NumberPicker.seeded(SEED));
    AdmissionAnswer answer =
        new AdmissionAnswer(
            vector, new PickedValues(generateName(vector)), new ObjectReader(cluster.manifests()));
    if (vector.expected().containsKey("noAnswer")) {
      return Difference.between(Refusal.SERVER_CRASH.name(), refusal(decision));
    }
    if (decision instanceof Accepted accepted) {
      return answer.compare(accepted);
    }
    return answer.compare((Rejected) decision);
  }

  private static String refusal(AdmissionDecision decision) {
    return decision.match(accepted -> "accepted", rejected -> rejected.refusal().name());
  }

  private static ClusterProfile profile(Vector vector) {
    Map<String, @Nullable Object> cluster = Trees.members(vector.input(), "cluster");
    if (cluster.isEmpty()) {
      return Clusters.of(vector);
    }
    List<Cidr> networks = new ArrayList<>();
    for (Object cidr : Trees.elements(cluster, "serviceCIDRs")) {
      networks.add(Cidr.parse(String.valueOf(cidr)));
    }
    PortRange ports = PortRange.parse(String.valueOf(cluster.get("nodePortRange")));
    return Clusters.of(vector)
        .withRanges(ServiceRanges.builder().serviceCIDRs(networks).nodePortRange(ports).build());
  }

  private static ClusterState state(Vector vector, ServiceSemantics cluster) {
    ObjectReader objects = new ObjectReader(cluster.manifests());
    ClusterSnapshot.Builder world = ClusterSnapshot.builder();
    for (Object service : Trees.elements(vector.input(), "existing")) {
      world.addServices(objects.service(service));
    }
    Object old = vector.input().get("old");
    if (old != null) {
      world.addServices(objects.service(old));
    }
    return cluster.admission().stateOf(world.build());
  }

  private AdmissionRequest request(Vector vector) {
    Map<String, @Nullable Object> input = vector.input();
    AdmissionRequest.Builder request =
        AdmissionRequest.builder().verb(verb).body(body(input)).namespace(namespace(input));
    Object old = input.get("old");
    Object named = old == null ? input.get("new") : old;
    if (verb == Verb.UPDATE && named != null) {
      request.name(String.valueOf(Trees.members(named, "metadata").get("name")));
    }
    if (input.get("fieldValidation") instanceof String validation) {
      request.fieldValidation(Choice.parse(FieldValidation.class, validation));
    }
    if ("status".equals(input.get("subresource"))) {
      request.subresource(Subresource.STATUS);
    }
    return request.build();
  }

  private RequestBody body(Map<String, @Nullable Object> input) {
    if (input.get("raw") instanceof String raw) {
      return new RequestBody.Json(raw);
    }
    // a tree does not say how its numbers were written, text does
    return new RequestBody.Json(
        JsonTrees.write(input.get(verb == Verb.CREATE ? "service" : "new")));
  }

  // every request was sent to the namespace default, but for those that say another one
  private static String namespace(Map<String, @Nullable Object> input) {
    return input.get("requestNamespace") instanceof String namespace ? namespace : "default";
  }

  private static String generateName(Vector vector) {
    Object service = vector.input().get("service");
    return service instanceof Map
            && Trees.get(service, "metadata") instanceof Map<?, ?> metadata
            && metadata.get("name") == null
            && metadata.get("generateName") instanceof String prefix
        ? prefix
        : "";
  }
}
