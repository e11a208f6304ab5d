package io.servicesemantics.testkit.contract;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;

/**
 * One cell of the matrix of routing 10.3, with the answers of ipvs by routing 2.14, 2.20 and 10.6
 * beside those of iptables and nftables.
 *
 * <p>Endpoints are R (ready, on another node), L (ready, on the node) and t (on the node,
 * terminating and still serving); M means that the sender's address is hidden.
 *
 * @param setting policies, endpoints and whatever else is set, in the words of {@link #ALL}
 * @param sender pod, inside or outside (the source ranges), or host
 * @param destination the address and port
 * @param answers what each mode makes of it
 */
record RoutingExample(
    String setting, String sender, String destination, ImmutableMap<ProxyMode, String> answers) {

  private static final String VIP = "1.2.3.4:80";
  private static final String EXTERNAL_IP = "5.6.7.8:80";
  private static final String CLUSTER_IP = "172.30.0.41:80";
  private static final String NODE = "192.168.0.2:30080";
  private static final String OTHER_ADDRESS = "192.168.1.2:30080";
  private static final ImmutableMap<String, String> SOURCES =
      ImmutableMap.of(
          "pod", "10.180.0.5",
          "inside", "203.0.113.7",
          "outside", "203.0.113.200",
          "host", "192.168.0.2");
  private static final Splitter COLUMNS = Splitter.on('|').trimResults();
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
  private static final Splitter MODES = Splitter.on('/').trimResults();

  // Setting | destinations | pod | inside | outside | host. Answers: the same in all modes, or
  // iptables/nftables/ipvs; a dash where the case cannot be.
  private static final String MATRIX =
      """
      Cluster      | 172.30.0.41:80     | REJECT | REJECT | REJECT | REJECT
      Cluster      | 172.30.0.41:81     | PASS/REJECT/REJECT | PASS/REJECT/REJECT | PASS/REJECT/REJECT | PASS/REJECT/REJECT
      Cluster      | 172.30.7.7:80      | PASS/DROP/PASS | PASS/DROP/PASS | PASS/DROP/PASS | PASS/DROP/PASS
      Cluster      | vip external       | REJECT | REJECT | REJECT | PASS/REJECT/REJECT
      Cluster      | node other         | REJECT | REJECT | REJECT | REJECT
      Cluster      | 127.0.0.1:30080    | - | - | - | REJECT/PASS/PASS
      Cluster one  | other              | REJECT/PASS/PASS | REJECT/PASS/PASS | REJECT/PASS/PASS | REJECT/PASS/PASS
      Cluster one R | other             | PASS | PASS | PASS | PASS
      Cluster R L  | cluster            | R L | R L M | R L M | R L M
      Cluster R L  | vip external node other | R L M | R L M | R L M | R L M
      Cluster R L  | 127.0.0.1:30080    | - | - | - | R L M/PASS/PASS
      Local R      | vip external node  | R | DROP/DROP/R | DROP/DROP/R | R M/R M/R
      Local R      | cluster            | R | R M | R M | R M
      Local R L    | vip external node  | R L/R L/L | L | L | R L M/R L M/L
      Local R t all | vip external node | R/R/t | t | t | R M/R M/t
      Local R t all | cluster           | R M | R M | R M | R M
      Local t      | vip node           | t | t | t | t M/t M/t
      Local R one  | other              | DROP/PASS/PASS | DROP/PASS/PASS | DROP/PASS/PASS | DROP/PASS/PASS
      Cluster ranges | vip              | REJECT/DROP/DROP | REJECT | REJECT/DROP/DROP | PASS/DROP/DROP
      Cluster ranges R | vip            | DROP | R M | DROP | DROP
      Cluster ranges R | external node  | R M | R M | R M | R M
      Local ranges R | vip              | DROP | DROP/DROP/R | DROP | DROP
      Cluster inside R | cluster        | DROP/DROP/R | DROP/DROP/R M | DROP/DROP/R M | DROP/DROP/R M
      Cluster inside R | vip external node | R M | R M | R M | R M
      """;

  /** The whole matrix. */
  static final ImmutableList<RoutingExample> ALL = read();

  private static ImmutableList<RoutingExample> read() {
    ImmutableList.Builder<RoutingExample> all = ImmutableList.builder();
    for (String line : MATRIX.lines().toList()) {
      ImmutableList<String> columns = ImmutableList.copyOf(COLUMNS.split(line));
      for (String destination : WORDS.split(columns.get(1))) {
        int column = 2;
        for (String sender : SOURCES.keySet()) {
          String said = columns.get(column++);
          if (!said.equals("-")) {
            all.add(new RoutingExample(columns.get(0), sender, destination, answers(said)));
          }
        }
      }
    }
    return all.build();
  }

  private static ImmutableMap<ProxyMode, String> answers(String said) {
    ImmutableList<String> each = ImmutableList.copyOf(MODES.split(said));
    return ImmutableMap.of(
        ProxyMode.IPTABLES, each.get(0),
        ProxyMode.NFTABLES, each.get(each.size() > 1 ? 1 : 0),
        ProxyMode.IPVS, each.get(each.size() > 1 ? 2 : 0));
  }

  private boolean has(String word) {
    return WORDS.splitToList(setting).contains(word);
  }

  Flow flow() {
    String to =
        switch (destination) {
          case "vip" -> VIP;
          case "external" -> EXTERNAL_IP;
          case "cluster" -> CLUSTER_IP;
          case "node" -> NODE;
          case "other" -> OTHER_ADDRESS;
          default -> destination;
        };
    String from = to.startsWith("127.") ? "127.0.0.1" : SOURCES.get(sender);
    return Flow.parse("TCP " + from + " -> " + to);
  }

  ClusterProfile profile(ProxyMode mode) {
    ProxySettings settings =
        ProxySettings.of(mode)
            .withClusterCIDRs(Cidr.parse("10.0.0.0/8"))
            .withMasqueradeAll(has("all"))
            .withPrimaryNodePortAddresses(false);
    return ClusterProfile.of(KubernetesVersion.V1_36)
        .withRanges(
            ServiceRanges.builder()
                .serviceCIDRs(ImmutableList.of(Cidr.parse("172.30.0.0/16")))
                .build())
        .withProxy(
            has("one") ? settings.withNodePortAddresses(Cidr.parse("192.168.0.0/24")) : settings);
  }

  ClusterSnapshot world() {
    ImmutableList.Builder<Endpoint> endpoints = ImmutableList.builder();
    if (has("R")) {
      endpoints.add(EndpointFixtures.ready("10.180.1.1", "another"));
    }
    if (has("L")) {
      endpoints.add(EndpointFixtures.ready("10.180.0.1", "me"));
    }
    if (has("t")) {
      endpoints.add(EndpointFixtures.terminating("10.180.0.2").withNodeName("me"));
    }
    return ClusterSnapshot.builder()
        .addServices(service())
        .addEndpointSlices(
            EndpointFixtures.slice("web-1", endpoints.build().toArray(new Endpoint[0])))
        .build();
  }

  private Service service() {
    Service open = ServiceFixtures.loadBalancer("1.2.3.4");
    ServiceSpec.Builder spec =
        open.spec().toBuilder()
            .clusterIP("172.30.0.41")
            .clusterIPs(ImmutableList.of("172.30.0.41"))
            .addExternalIP("5.6.7.8")
            .ports(ImmutableList.of(ServiceFixtures.HTTP.withNodePort(30080)))
            .internalTrafficPolicy(
                has("inside") ? InternalTrafficPolicy.LOCAL : InternalTrafficPolicy.CLUSTER)
            .externalTrafficPolicy(
                has("Local") ? ExternalTrafficPolicy.LOCAL : ExternalTrafficPolicy.CLUSTER);
    if (has("ranges")) {
      spec.addLoadBalancerSourceRange("203.0.113.0/25");
    }
    return open.withSpec(spec.build());
  }

  /** A verdict in the words of the matrix. */
  static String words(Verdict verdict) {
    return verdict.match(
        RoutingExample::words, reject -> "REJECT", drop -> "DROP", passThrough -> "PASS");
  }

  private static String words(Forward forward) {
    StringBuilder words = new StringBuilder();
    for (ServiceEndpoint endpoint : forward.endpoints()) {
      String address = endpoint.address().toString();
      words.insert(
          0, address.equals("10.180.1.1") ? "R " : address.equals("10.180.0.1") ? "L " : "t ");
    }
    return words.append(forward.masquerade() ? "M" : "").toString().trim();
  }

  @Override
  public String toString() {
    return setting + ": " + sender + " to " + destination;
  }
}
