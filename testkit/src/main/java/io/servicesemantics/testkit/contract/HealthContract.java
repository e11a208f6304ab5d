package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.traffic.CleanupReason;
import io.servicesemantics.traffic.FlowCleaner;
import io.servicesemantics.traffic.FlowFate;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.HealthReason;
import io.servicesemantics.traffic.LoadBalancerPlan;
import io.servicesemantics.traffic.LoadBalancerTargets;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.ServiceHealth;
import io.servicesemantics.traffic.TargetNode;
import io.servicesemantics.traffic.TargetReason;
import io.servicesemantics.traffic.TrackedFlow;
import org.junit.jupiter.api.Test;

/** What every {@link HealthChecker}, {@link LoadBalancerTargets} and {@link FlowCleaner} does. */
public interface HealthContract extends SemanticsContract {

  /** The answer of a node with endpoints, to the letter (routing 4.1.6 to 4.1.8). */
  @Test
  default void aNodeWithReadyEndpoints_answers200ToTheLetter() {
    ServiceHealth health =
        check(ServiceFixtures.localLoadBalancer(32000), ready("10.0.0.1", "node-a"));

    assertThat(health.isPassing()).isTrue();
    assertThat(health.served().orElseThrow().answer())
        .hasStatus(200)
        .hasHeader("Content-Type", "application/json")
        .hasHeader("X-Content-Type-Options", "nosniff")
        .hasHeader("X-Load-Balancing-Endpoint-Weight", "1")
        .hasBody(
            "{\n\t\"service\": {\n\t\t\"namespace\": \"shop\",\n\t\t\"name\": \"web\"\n\t},\n"
                + "\t\"localEndpoints\": 1,\n\t\"serviceProxyHealthy\": true\n}");
    assertThat(health).hasToString("node-a IPv4: 200 at port 32000, 1 ready here");
  }

  /** Terminating endpoints do not count, though they take what arrives (routing 4.1.4). */
  @Test
  default void aNodeWithTerminatingEndpoints_answers503() {
    Service service = ServiceFixtures.localLoadBalancer(32000);
    EndpointSlice slice = slice("web-1", terminating("10.0.0.1").withNodeName("node-a"));

    Explained<ServiceHealth> explained =
        checker(ProxyMode.IPTABLES)
            .explain(service, IpFamily.IPV4, node("node-a"), ImmutableList.of(slice), true);

    assertThat(explained.value().served().orElseThrow().answer()).hasStatus(503);
    assertThat(explained)
        .restsOn(HealthReason.ENDPOINT_TERMINATING)
        .withFact("endpoint", "10.0.0.1:8080");
    assertThat(explained).restsOn(HealthReason.ARRIVING_TRAFFIC_SERVED);
  }

  /** A kube-proxy that does not keep up fails the check, with the true count (routing 4.1.7). */
  @Test
  default void aProxyBehind_answers503WithTheTrueCount() {
    ServiceHealth health =
        checker(ProxyMode.IPTABLES)
            .answer(
                ServiceFixtures.localLoadBalancer(32000),
                IpFamily.IPV4,
                node("node-a"),
                ImmutableList.of(slice("web-1", ready("10.0.0.1", "node-a"))),
                false);

    assertThat(health.reason()).isEqualTo(HealthReason.PROXY_UNHEALTHY);
    assertThat(health.served().orElseThrow().answer())
        .hasStatus(503)
        .hasHeader("X-Load-Balancing-Endpoint-Weight", "1");
  }

  /** Services that nobody answers for, each with its reason (routing 4.1.1). */
  @Test
  default void servicesWithoutHealthChecks_areNotServed() {
    Service checked = ServiceFixtures.localLoadBalancer(32000);
    Service hidden =
        checked.withMetadata(
            checked.metadata().toBuilder().putLabel(KnownLabels.SERVICE_PROXY_NAME, "").build());

    assertThat(check(ServiceFixtures.nodePort()).reason())
        .isEqualTo(HealthReason.NOT_A_LOAD_BALANCER);
    assertThat(check(ServiceFixtures.loadBalancer("192.0.2.10")).reason())
        .isEqualTo(HealthReason.POLICY_IS_NOT_LOCAL);
    assertThat(check(ServiceFixtures.localLoadBalancer(0)).reason())
        .isEqualTo(HealthReason.NO_HEALTH_CHECK_NODE_PORT);
    assertThat(check(hidden).reason()).isEqualTo(HealthReason.SERVICE_LEFT_TO_ANOTHER_PROXY);
    assertThat(check(ServiceFixtures.headless()).reason())
        .isEqualTo(HealthReason.SERVICE_IS_HEADLESS);
    assertThat(check(ServiceFixtures.externalName()).reason())
        .isEqualTo(HealthReason.SERVICE_IS_EXTERNAL_NAME);
    assertThat(check(checked.withSpec(checked.spec().withPorts())).reason())
        .isEqualTo(HealthReason.SERVICE_WITHOUT_PORTS);
    assertThat(
            checker(ProxyMode.IPTABLES)
                .answer(checked, IpFamily.IPV6, node("node-a"), ImmutableList.of(), true)
                .reason())
        .isEqualTo(HealthReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY);
  }

  /** Where node ports are restricted, so are health checks (routing 4.1.1). */
  @Test
  default void restrictedNodePorts_restrictHealthChecks() {
    Service service = ServiceFixtures.localLoadBalancer(32000);
    Node node = NodeFixtures.withAddresses("node-a", "192.168.0.2", "192.168.1.2");
    ProxySettings within =
        ProxySettings.of(ProxyMode.IPTABLES).withNodePortAddresses(Cidr.parse("192.168.1.0/24"));

    assertThat(addresses(service, node, ProxySettings.of(ProxyMode.IPTABLES))).isEqualTo("0.0.0.0");
    assertThat(addresses(service, node, ProxySettings.of(ProxyMode.NFTABLES)))
        .isEqualTo("192.168.0.2");
    assertThat(addresses(service, node, within)).isEqualTo("192.168.1.2");
    assertThat(addresses(service, NodeFixtures.withAddresses("node-a", "10.9.9.9"), within))
        .isEqualTo(HealthReason.LISTENS_NOWHERE.name());
  }

  /** Every node at once. */
  @Test
  default void theOverview_tellsWhichNodesPass() {
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addNodes(node("node-a"), node("node-b"))
            .addEndpointSlices(slice("web-1", ready("10.0.0.1", "node-b")))
            .build();

    assertThat(
            checker(ProxyMode.IPTABLES).overview(ServiceFixtures.localLoadBalancer(32000), world))
        .hasToString(
            """
            NODE     FAMILY   PORT    ANSWER   READY HERE   BECAUSE
            node-a   IPv4     32000   503      0            No endpoint on this node is ready, so the check fails.
            node-b   IPv4     32000   200      1            Endpoints on this node are ready, so the check passes.\
            """);
  }

  /** Which nodes are targets: all rules of routing 6.1.2 and 6.1.3. */
  @Test
  default void targets_areAllNodesThatNothingKeepsOut() {
    Node plain = node("plain");
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addNodes(
                plain,
                excluded("empty", ""),
                excluded("no", "no"),
                excluded("true", "T"),
                excluded("zero", "0"),
                excluded("false", "False"),
                excluded("odd", "fAlSe"),
                NodeFixtures.tainted(node("tainted"), ProxyHealth.TO_BE_DELETED_TAINT),
                NodeFixtures.tainted(node("other"), "dedicated"))
            .build();
    LoadBalancerPlan plan = targets().plan(ServiceFixtures.loadBalancer("192.0.2.10"), world);

    assertThat(plan.targets())
        .extracting(TargetNode::name)
        .containsExactly("plain", "zero", "false", "other");
    assertThat(plan.others())
        .extracting(TargetNode::reason)
        .containsExactly(
            TargetReason.NODE_EXCLUDED_UNREADABLY,
            TargetReason.NODE_EXCLUDED_UNREADABLY,
            TargetReason.NODE_EXCLUDED,
            TargetReason.NODE_EXCLUDED_UNREADABLY,
            TargetReason.NODE_TO_BE_REMOVED);
  }

  /** Services that are not the cloud controller's (routing 6.1.1). */
  @Test
  default void otherServices_areNotHandled() {
    Service service = ServiceFixtures.loadBalancer("192.0.2.10");
    Service ofClass = service.withSpec(service.spec().withLoadBalancerClass("example.com/lb"));
    ClusterSnapshot world = ClusterSnapshot.builder().addNodes(node("node-a")).build();

    assertThat(targets().plan(ServiceFixtures.nodePort(), world).reason())
        .isEqualTo(TargetReason.SERVICE_NOT_A_LOAD_BALANCER);
    assertThat(targets().explain(ofClass, world))
        .restsOn(TargetReason.SERVICE_OF_ANOTHER_CLASS)
        .withFact("class", "example.com/lb");
    assertThat(targets().plan(service, world).isHandled()).isTrue();
  }

  /** A marked node drains at once for policy Cluster, not for Local (routing 4.2.6). */
  @Test
  default void aMarkedNode_failsHealthzButNotTheServicesCheck() {
    Node marked = NodeFixtures.tainted(node("node-a"), ProxyHealth.TO_BE_DELETED_TAINT);
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addNodes(marked)
            .addEndpointSlices(slice("web-1", ready("10.0.0.1", "node-a")))
            .build();

    assertThat(
            targets()
                .plan(ServiceFixtures.loadBalancer("192.0.2.10"), world)
                .nodes()
                .get(0)
                .probes())
        .extracting(Object::toString)
        .containsExactly(
            "port 10256 answers 503: A taint says that the autoscaler is about to remove the"
                + " node.");
    assertThat(
            targets().plan(ServiceFixtures.localLoadBalancer(32000), world).nodes().get(0).probes())
        .extracting(Object::toString)
        .containsExactly(
            "port 32000 IPv4 answers 200: Endpoints on this node are ready, so the check passes.");
  }

  /** UDP flows leave endpoints that are gone, but only where others serve (routing 2.17). */
  @Test
  default void udpFlowsOfAnEndpointGone_areRemovedWhereAnotherServes() {
    ImmutableList<TrackedFlow> flows =
        ImmutableList.of(
            TrackedFlow.parse("UDP 10.96.0.21:53 -> 10.0.0.1:8080"),
            TrackedFlow.parse("TCP 10.96.0.21:53 -> 10.0.0.1:8080"),
            TrackedFlow.parse("UDP 10.96.0.21:53 -> 10.0.0.2:8080"));
    ClusterSnapshot before = udp(ready("10.0.0.1"), ready("10.0.0.2"));
    FlowCleaner cleaner = semantics(ClusterProfile.of(KubernetesVersion.V1_36)).flowCleaner();

    assertThat(cleaner.clean(flows, before, before).removed()).isEmpty();
    assertThat(cleaner.clean(flows, before, udp(ready("10.0.0.2"))).removed())
        .containsExactly(flows.get(0));
    assertThat(cleaner.clean(flows, before, udp()).fates())
        .extracting(FlowFate::reason)
        .containsExactly(
            CleanupReason.NO_SERVING_ENDPOINT,
            CleanupReason.NOT_UDP,
            CleanupReason.NO_SERVING_ENDPOINT);
  }

  private static ClusterSnapshot udp(Endpoint... endpoints) {
    Service inside = ServiceFixtures.clusterIp();
    ServicePort dns = ServicePort.of(53).withName("dns").withProtocol(Protocol.UDP);
    return ClusterSnapshot.builder()
        .addServices(inside.withSpec(inside.spec().withPorts(dns)))
        .addEndpointSlices(
            slice("dns-1", endpoints)
                .withPorts(EndpointPort.of("dns", 8080).withProtocol(Protocol.UDP)))
        .build();
  }

  private String addresses(Service service, Node node, ProxySettings settings) {
    ServiceHealth health =
        semantics(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings))
            .healthChecker()
            .answer(service, IpFamily.IPV4, node, ImmutableList.of(), true);
    return health
        .served()
        .map(served -> String.join(" ", served.addresses()))
        .orElse(health.reason().name());
  }

  private ServiceHealth check(Service service, Endpoint... endpoints) {
    return checker(ProxyMode.IPTABLES)
        .answer(
            service,
            IpFamily.IPV4,
            node("node-a"),
            ImmutableList.of(slice("web-1", endpoints)),
            true);
  }

  private HealthChecker checker(ProxyMode mode) {
    return semantics(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(ProxySettings.of(mode)))
        .healthChecker();
  }

  private LoadBalancerTargets targets() {
    return semantics(ClusterProfile.of(KubernetesVersion.V1_36)).loadBalancerTargets();
  }

  private static Node node(String name) {
    return NodeFixtures.withoutZone(name);
  }

  private static Node excluded(String name, String value) {
    return NodeFixtures.labelled(node(name), KnownLabels.EXCLUDE_FROM_LOAD_BALANCERS, value);
  }
}
