package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Area {@code hostname}: what a Pod is called to itself, and what its endpoint is called. */
final class HostnameVectors implements AreaVectors {

  private static final ImmutableMap<String, String> LABELS = ImmutableMap.of("app", "it");

  @Override
  public String area() {
    return "hostname";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    String domain = String.valueOf(Trees.get(vector.input(), "clusterDomain"));
    DnsSettings settings = DnsSettings.builder().clusterDomain(domain).build();
    ServiceSemantics cluster = semantics.apply(Clusters.of(vector).withDns(settings));
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Pod pod = objects.pods(List.of(Trees.map(Trees.get(vector.input(), "pod")))).get(0);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    put(answer, cluster.podHostname().namesOf(pod), vector.expected());
    Object service = Trees.get(vector.input(), "service");
    if (service != null && !answer.containsKey("error")) {
      Optional<String> hostname = endpointHostname(objects.service(service), pod, cluster);
      if (hostname.isPresent()) {
        answer.put("endpointHostname", hostname.get());
      } else {
        answer.put("endpointHasNoHostname", true);
      }
    }
    return Difference.between(vector.expected(), answer);
  }

  private static void put(
      Map<String, @Nullable Object> answer,
      HostNames names,
      Map<String, @Nullable Object> expected) {
    if (names.error().isPresent()) {
      answer.put("error", names.error().get());
      return;
    }
    answer.put("hostname", names.hostname());
    answer.put("domain", names.domain());
    answer.put("fqdn", names.fqdn());
    names.kernelHostname().ifPresent(name -> answer.put("kernelHostname", name));
    names.kernelError().ifPresent(error -> answer.put("kernelHostnameError", error));
    if (expected.containsKey("hosts")) {
      answer.put("hosts", new ArrayList<>(names.hosts()));
    }
  }

  // The Service is made to select the Pod, and the Pod to have an address, so that there is an
  // endpoint to look at.
  private static Optional<String> endpointHostname(
      Service service, Pod pod, ServiceSemantics cluster) {
    Node node = NodeFixtures.withAddresses("node", "192.168.0.2");
    Pod placed =
        pod.withMetadata(pod.metadata().withLabels(LABELS))
            .withSpec(pod.spec().withNodeName("node"))
            .withStatus(pod.status().withPodIPs(ImmutableList.of("10.244.0.5")));
    Service selecting =
        service.withSpec(
            ServiceSpec.builder()
                .clusterIP("None")
                .clusterIPs(ImmutableList.of("None"))
                .selector(LABELS)
                .build());
    ClusterSnapshot world =
        ClusterSnapshot.builder().addServices(selecting).addPods(placed).addNodes(node).build();
    for (Endpoint endpoint :
        cluster.slices().explainPod(selecting, placed, world).value().endpoints().values()) {
      if (endpoint.hostname().isPresent()) {
        return endpoint.hostname();
      }
    }
    return Optional.empty();
  }
}
