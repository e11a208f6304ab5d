package io.servicesemantics.impl.question;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import java.util.function.UnaryOperator;

/**
 * A small cluster to ask: two nodes in two zones, Pods of node-a at 10.244.1.x and of node-b at
 * 10.244.2.x.
 */
record Asked(ProxySettings settings, Service service, ImmutableList<EndpointSlice> slices) {

  static final Node NODE_A = node("node-a", "192.168.0.2", "zone-a");
  static final Node NODE_B = node("node-b", "192.168.0.3", "zone-b");

  static final Endpoint ON_A = EndpointFixtures.ready("10.244.1.5", "node-a");
  static final Endpoint ON_B = EndpointFixtures.ready("10.244.2.5", "node-b");

  static Asked of(ProxyMode mode, Service service, EndpointSlice... slices) {
    return new Asked(settings(mode), service, ImmutableList.copyOf(slices));
  }

  static ProxySettings settings(ProxyMode mode) {
    return ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.244.0.0/16"));
  }

  private static Node node(String name, String address, String zone) {
    Node node = NodeFixtures.withAddresses(name, address);
    return node.withMetadata(node.metadata().toBuilder().putLabel(KnownLabels.ZONE, zone).build());
  }

  Asked with(UnaryOperator<ProxySettings> change) {
    return new Asked(change.apply(settings), service, slices);
  }

  ServiceSemantics semantics() {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings));
  }

  ClusterSnapshot world() {
    return ClusterSnapshot.builder()
        .addServices(service)
        .endpointSlices(slices)
        .addNodes(NODE_A, NODE_B)
        .build();
  }

  RoutingTable at(Node node) {
    return semantics().router().tableFor(node, world());
  }

  /** Verdict and account of a flow at a node, as they are printed. */
  String answer(Node node, String flow) {
    return at(node).explain(Flow.parse(flow)).toString();
  }
}
