package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.LocalDetection;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SessionAffinityRule;
import io.servicesemantics.routing.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Areas {@code route} (answers of nftables), {@code route-iptables}, and {@code route-disagree}
 * (both): what becomes of new connections at a node.
 */
final class RouteVectors implements AreaVectors {
  private static final ImmutableMap<String, LocalDetection> DETECTION =
      ImmutableMap.of(
          "clusterCIDR",
          LocalDetection.CLUSTER_CIDR,
          "nodeCIDR",
          LocalDetection.NODE_CIDR,
          "none",
          LocalDetection.NONE);

  private final String area;

  // The mode asked, by the key under which its verdicts are recorded.
  private final ImmutableMap<String, ProxyMode> modes;

  private RouteVectors(String area, ImmutableMap<String, ProxyMode> modes) {
    this.area = area;
    this.modes = modes;
  }

  static RouteVectors nftables() {
    return new RouteVectors("route", ImmutableMap.of("verdicts", ProxyMode.NFTABLES));
  }

  static RouteVectors iptables() {
    return new RouteVectors("route-iptables", ImmutableMap.of("verdicts", ProxyMode.IPTABLES));
  }

  static RouteVectors both() {
    return new RouteVectors(
        "route-disagree",
        ImmutableMap.of("nftables", ProxyMode.NFTABLES, "iptables", ProxyMode.IPTABLES));
  }

  @Override
  public String area() {
    return area;
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    modes.forEach(
        (key, mode) -> {
          RoutingTable table = table(vector, semantics.apply(profile(vector, mode)));
          answer.put(key, verdicts(table, flows(vector)));
          if (vector.expected().containsKey("affinity")) {
            answer.put("affinity", affinity(table));
          }
        });
    return Difference.between(Trees.without(vector.expected(), "why"), answer);
  }

  private static ClusterProfile profile(Vector vector, ProxyMode mode) {
    Object input = vector.input();
    Object said = Trees.get(input, "detectLocal");
    String detection = said == null ? "clusterCIDR" : said.toString(); // as kube-proxy's default
    LocalDetection local = DETECTION.get(detection);
    checkArgument(
        local != null,
        "Local detection: \"%s\"; expected one of %s",
        detection,
        DETECTION.keySet());
    ProxySettings settings =
        ProxySettings.of(mode)
            .withLocalDetection(local)
            .withClusterCIDRs(networks(input, "clusterCIDRs"))
            .withNodePortAddresses(networks(input, "nodePortAddresses"))
            .withPrimaryNodePortAddresses(false)
            .withMasqueradeAll(Boolean.TRUE.equals(Trees.get(input, "masqueradeAll")));
    return Clusters.of(vector)
        .withProxy(settings)
        .withRanges(ServiceRanges.builder().serviceCIDRs(networks(input, "serviceCIDRs")).build());
  }

  private static ImmutableList<Cidr> networks(Object input, String key) {
    return Trees.elements(input, key).stream()
        .map(String::valueOf)
        .map(Cidr::parse)
        .collect(ImmutableList.toImmutableList());
  }

  private static RoutingTable table(Vector vector, ServiceSemantics cluster) {
    ObjectReader objects = new ObjectReader(cluster.manifests());
    Node node = objects.node(Abbreviations.node(Trees.get(vector.input(), "node")));
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .services(objects.services(Trees.elements(vector.input(), "services")))
            .endpointSlices(
                objects.endpointSlices(Trees.elements(vector.input(), "endpointSlices")))
            .addNodes(node)
            .build();
    return cluster.router().tableFor(node, world);
  }

  private static ImmutableList<Flow> flows(Vector vector) {
    ImmutableList.Builder<Flow> flows = ImmutableList.builder();
    for (Object tree : Trees.elements(vector.input(), "flows")) {
      String protocol = String.valueOf(Trees.get(tree, "protocol"));
      Object port = Trees.get(tree, "port");
      checkArgument(port instanceof Integer, "Port of a flow: \"%s\"; expected a number", port);
      flows.add(
          Flow.of(
              Choice.parse(Protocol.class, protocol).known().orElseThrow(),
              IpAddress.parse(String.valueOf(Trees.get(tree, "from"))),
              IpAddress.parse(String.valueOf(Trees.get(tree, "to"))),
              (Integer) port));
    }
    return flows.build();
  }

  private static List<@Nullable Object> verdicts(RoutingTable table, List<Flow> flows) {
    List<@Nullable Object> verdicts = new ArrayList<>();
    for (Flow flow : flows) {
      Verdict verdict = table.route(flow);
      Verdict explained = table.explain(flow).value();
      checkArgument(
          verdict.equals(explained),
          "Verdict explained: \"%s\"; expected the one given, %s",
          explained,
          verdict);
      verdicts.add(
          verdict.match(
              forward -> forward(forward, flow),
              reject -> Map.of("reject", true),
              drop -> Map.of("drop", true),
              passThrough -> Map.of("passthrough", true)));
    }
    return verdicts;
  }

  private static Map<String, @Nullable Object> forward(Forward forward, Flow flow) {
    List<@Nullable Object> endpoints = new ArrayList<>();
    List<@Nullable Object> hairpin = new ArrayList<>();
    for (ServiceEndpoint endpoint : forward.endpoints()) {
      endpoints.add(endpoint.toString());
      if (!forward.masquerade() && forward.isMasqueraded(endpoint, flow)) {
        hairpin.add(endpoint.toString());
      }
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("endpoints", Trees.sorted(endpoints));
    tree.put("masquerade", forward.masquerade());
    if (!hairpin.isEmpty()) {
      tree.put("hairpin", Trees.sorted(hairpin));
    }
    return tree;
  }

  private static Map<String, @Nullable Object> affinity(RoutingTable table) {
    Map<String, @Nullable Object> affinity = new LinkedHashMap<>();
    for (SessionAffinityRule rule : table.affinityRules()) {
      String service = rule.service().toString();
      String key = rule.portName().isEmpty() ? service : service + ":" + rule.portName();
      affinity.put(key, rule.timeout().toSeconds());
    }
    return affinity;
  }
}
