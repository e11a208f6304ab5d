package io.servicesemantics.impl.traffic;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.assertion.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.testkit.fixture.TrafficFixtures;
import io.servicesemantics.traffic.BalancerSpread;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.Imbalance;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.NodeWeights;
import io.servicesemantics.traffic.PolicyComparison;
import io.servicesemantics.traffic.PolicyVariant;
import io.servicesemantics.traffic.ShareReason;
import io.servicesemantics.traffic.TargetKind;
import io.servicesemantics.traffic.TrafficPort;
import io.servicesemantics.traffic.TrafficSplit;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardTrafficSharesTest {

  private static final Service OPEN = TrafficFixtures.loadBalancer();
  private static final Service LOCAL = TrafficFixtures.localLoadBalancer();
  private static final LoadBalancerModel NODE_PORTS = LoadBalancerModel.of(TargetKind.NODE_PORT);
  private static final LoadBalancerModel VIPS = LoadBalancerModel.of(TargetKind.VIP);
  private static final Fraction HALF = Fraction.of(1, 2);

  private final ServiceSemantics k8s = StandardSemantics.of(TrafficFixtures.profile());

  private TrafficSplit split(Service service, ClientLoad load, String... nodes) {
    return of(service, load, SettledWorlds.of(k8s, service, nodes));
  }

  private TrafficSplit of(Service service, ClientLoad load, ClusterSnapshot world) {
    return k8s.trafficShares().of(TrafficPort.of(service, "http"), load, world);
  }

  private static Service preferring(TrafficDistribution preferred) {
    return OPEN.withSpec(OPEN.spec().withTrafficDistribution(preferred));
  }

  @Nested
  @DisplayName("load balancers")
  class LoadBalancers {

    @Test
    void sharesByZone_stayInTheirZone() {
      ClientLoad load =
          ClientLoad.through(
              NODE_PORTS.spreadByZone(ImmutableMap.of("zone-1", HALF, "zone-2", HALF)));

      assertThat(split(LOCAL, load, "node-a", "node-b", "node-c"))
          .gives("web-1", "1/4")
          .gives("web-2", "1/4")
          .gives("web-3", "1/2")
          .losesNothing();
      assertThat(split(LOCAL, load, "node-a", "node-a"))
          .gives("web-1", "1/4")
          .loses(EntryFate.NO_TARGET, "1/2");
      assertThat(split(LOCAL, load, "node-a").losses())
          .extracting(loss -> loss.because().reason())
          .containsExactly(ShareReason.NO_TARGET_IN_ZONE);
    }

    @Test
    void sharesOfUnknownZones_areRefused() {
      ClientLoad load =
          ClientLoad.through(NODE_PORTS.spreadByZone(ImmutableMap.of("zone-9", Fraction.ONE)));

      assertThatThrownBy(() -> split(LOCAL, load, "node-a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Share of zone: \"zone-9\"; expected one there is");
    }

    @Test
    void noHealthyTarget_losesAll() {
      TrafficSplit split = split(LOCAL, ClientLoad.through(NODE_PORTS));

      assertThat(split).loses(EntryFate.NO_TARGET, "1");
      assertThat(split.losses().get(0).because().reason()).isEqualTo(ShareReason.NO_TARGET_PASSES);
      assertThat(split.imbalance()).isEmpty();
    }

    @Test
    void excludedNodes_getNothing() {
      ClusterSnapshot world = SettledWorlds.of(k8s, OPEN, "node-a");
      ClusterSnapshot without =
          world.withNodes(
              world.nodes().stream()
                  .map(
                      node ->
                          node.withMetadata(
                              node.metadata().toBuilder()
                                  .putLabel(KnownLabels.EXCLUDE_FROM_LOAD_BALANCERS, "")
                                  .build()))
                  .toList());

      assertThat(of(OPEN, ClientLoad.through(NODE_PORTS), world).entries()).hasSize(3);
      assertThat(of(OPEN, ClientLoad.through(NODE_PORTS), without)).loses(EntryFate.NO_TARGET, "1");
      assertThat(
              of(OPEN, ClientLoad.through(NODE_PORTS), without).losses().get(0).because().reason())
          .isEqualTo(ShareReason.NO_TARGET_THERE);
    }

    @Test
    void aNodeWithTerminatingPodsAlone_isUnhealthyYetServesWhatStillComes() {
      ClusterSnapshot world = TrafficFixtures.world(LOCAL, "node-a", "node-b");
      Pod going = world.pods().get(1);
      going =
          going.withMetadata(going.metadata().withDeletionTimestamp(Instant.EPOCH.plusSeconds(30)));
      ClusterSnapshot settled =
          SettledWorlds.settled(k8s, world.withPods(world.pods().get(0), going));

      assertThat(of(LOCAL, ClientLoad.through(NODE_PORTS), settled))
          .gives("web-1", "1")
          .losesNothing();
      TrafficSplit unchecked =
          of(LOCAL, ClientLoad.through(NODE_PORTS.withHealthChecked(false)), settled);
      assertThat(unchecked)
          .gives("web-1", "1/3")
          .gives("web-2", "1/3")
          .loses(EntryFate.DROPPED, "1/3");
      assertThat(unchecked.entry("node-b").orElseThrow().outcome().fate())
          .isEqualTo(EntryFate.SERVED_WHILE_TERMINATING);
      assertThat(unchecked.toString()).contains("going away");
    }

    @Test
    void weightsNobodyReports_makeItEven() {
      ClientLoad load =
          ClientLoad.through(NODE_PORTS.withSpread(BalancerSpread.BY_ENDPOINT_WEIGHT));

      assertThat(split(OPEN, load, "node-a", "node-b").entries())
          .extracting(entry -> entry.weight().toString())
          .containsExactly("1/3", "1/3", "1/3");
    }

    @Test
    void targetsThatArePods_getTheSameAndNobodyHops() {
      TrafficSplit split =
          split(
              LOCAL,
              ClientLoad.through(
                  LoadBalancerModel.of(TargetKind.POD_IP).withKeepsClientAddress(true)),
              "node-a",
              "node-b",
              "node-b");

      assertThat(split)
          .gives("web-1", "1/3")
          .gives("web-3", "1/3")
          .crosses("0", "0")
          .hidesClients("0");
      assertThat(split.byNode())
          .containsExactly(
              ImmutableMap.of("node-a", Fraction.of(1, 3)).entrySet().iterator().next(),
              ImmutableMap.of("node-b", Fraction.of(2, 3)).entrySet().iterator().next());
    }

    @Test
    void targetsThatArePodsWithoutAny_loseAll() {
      assertThat(split(OPEN, ClientLoad.through(LoadBalancerModel.of(TargetKind.POD_IP))))
          .loses(EntryFate.NO_TARGET, "1");
    }

    @Test
    void aServiceOfAnotherClass_hasEveryNodeForATarget() {
      Service foreign = LOCAL.withSpec(LOCAL.spec().withLoadBalancerClass("example.com/own"));

      assertThat(split(foreign, ClientLoad.through(NODE_PORTS), "node-a", "node-b", "node-b"))
          .gives("web-1", "1/2")
          .gives("web-2", "1/4")
          .losesNothing();
    }

    @Test
    void withoutNodePorts_onlyTheAddressOfTheBalancerLeadsIn() {
      Service bare = ServiceFixtures.loadBalancer("1.2.3.4");

      TrafficSplit lost = split(bare, ClientLoad.through(NODE_PORTS), "node-a");

      assertThat(lost).loses(EntryFate.NO_WAY_IN, "1");
      assertThat(lost.losses().get(0).because().reason()).isEqualTo(ShareReason.NO_NODE_PORT);
      assertThat(split(bare, ClientLoad.through(VIPS), "node-a")).gives("web-1", "1");
    }

    @Test
    void sourceRanges_lookAtWhatNodesSee() {
      Service ranged = OPEN.withSpec(OPEN.spec().withLoadBalancerSourceRanges("203.0.113.0/25"));
      LoadBalancerModel keeping = VIPS.withKeepsClientAddress(true);

      assertThat(split(ranged, ClientLoad.through(keeping), "node-a")).losesNothing();
      assertThat(
              split(
                  ranged,
                  ClientLoad.through(keeping.withClient(IpAddress.parse("203.0.113.200"))),
                  "node-a"))
          .loses(EntryFate.DROPPED, "1");
      assertThat(split(ranged, ClientLoad.through(VIPS), "node-a")).loses(EntryFate.DROPPED, "1");
      assertThat(
              split(
                  ranged,
                  ClientLoad.through(VIPS.withOwnAddress(IpAddress.parse("203.0.113.1"))),
                  "node-a"))
          .losesNothing();
      assertThat(split(ranged, ClientLoad.through(NODE_PORTS), "node-a")).losesNothing();
    }

    @Test
    void clientsOfAnotherFamily_areRefused() {
      assertThatThrownBy(
              () ->
                  split(
                      OPEN,
                      ClientLoad.through(VIPS.withOwnAddress(IpAddress.parse("2001:db8::1"))),
                      "node-a"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Address of a client: \"2001:db8::1\"; expected one of family IPv4");
    }
  }

  @Nested
  @DisplayName("clients in the cluster")
  class Inside {

    @Test
    void ipvs_neverDropsWhatMustStay() {
      ServiceSemantics ipvs =
          StandardSemantics.of(
              TrafficFixtures.profile()
                  .withProxy(
                      ProxySettings.of(ProxyMode.IPVS)
                          .withClusterCIDRs(Cidr.parse("10.244.0.0/16"))));
      Service internal =
          OPEN.withSpec(OPEN.spec().withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));

      assertThat(
              ipvs.trafficShares()
                  .of(
                      TrafficPort.of(internal, "http"),
                      ClientLoad.ofPods(NodeWeights.evenly()),
                      SettledWorlds.of(k8s, internal, "node-a")))
          .gives("web-1", "1")
          .losesNothing();
    }

    @Test
    void preferSameNode_fallsBackToZoneThenToAll() {
      Service sameNode = preferring(TrafficDistribution.PREFER_SAME_NODE);

      assertThat(
              split(
                  sameNode, ClientLoad.ofPods(NodeWeights.evenly()), "node-a", "node-c", "node-c"))
          .gives("web-1", "2/3")
          .gives("web-2", "1/6")
          .crosses("1/3", "0");
      assertThat(split(sameNode, ClientLoad.ofPods(NodeWeights.evenly()), "node-a", "node-b"))
          .gives("web-1", "1/2")
          .crosses("1/3", "1/3");
    }

    @Test
    void hints_holdForTheEntryNodesZone() {
      Service sameZone = preferring(TrafficDistribution.PREFER_SAME_ZONE);

      assertThat(
              split(
                  sameZone,
                  ClientLoad.ofOutside(NodeWeights.byNode(ImmutableMap.of("node-c", Fraction.ONE))),
                  "node-a",
                  "node-b",
                  "node-c"))
          .gives("web-3", "1")
          .gives("web-1", "0")
          .crosses("0", "0");
    }

    @Test
    void processesOfNodes_areHiddenFromPods() {
      assertThat(split(OPEN, ClientLoad.ofNodes(NodeWeights.evenly()), "node-a"))
          .gives("web-1", "1")
          .hidesClients("1");
      assertThat(split(OPEN, ClientLoad.ofPods(NodeWeights.evenly()), "node-a")).hidesClients("0");
    }

    @Test
    void podsOutsideTheClusterNetwork_areHidden() {
      ServiceSemantics narrow =
          StandardSemantics.of(
              TrafficFixtures.profile()
                  .withProxy(
                      ProxySettings.of(ProxyMode.IPTABLES)
                          .withClusterCIDRs(Cidr.parse("10.244.1.0/24"))));

      assertThat(
              narrow
                  .trafficShares()
                  .of(
                      TrafficPort.of(OPEN, "http"),
                      ClientLoad.ofPods(NodeWeights.evenly()),
                      SettledWorlds.of(k8s, OPEN, "node-a")))
          .hidesClients("2/3");
    }

    @Test
    void podsAtTheLoadBalancersAddress_reachAnyEndpointUnderPolicyLocal() {
      ClientLoad load =
          new ClientLoad.FromPods(NodeWeights.evenly(), FrontEndKind.LOAD_BALANCER_IP);

      assertThat(split(LOCAL, load, "node-a")).gives("web-1", "1").losesNothing();
      assertThat(
              split(
                  LOCAL,
                  new ClientLoad.FromOutside(
                      NodeWeights.evenly(), FrontEndKind.LOAD_BALANCER_IP, Optional.empty()),
                  "node-a"))
          .loses(EntryFate.DROPPED, "2/3");
    }

    @Test
    void weightsOfPods_areAsTheyStand() {
      ClusterSnapshot world = SettledWorlds.of(k8s, OPEN, "node-a");
      ImmutableList<Pod> clients = TrafficFixtures.world(OPEN, "node-a", "node-a", "node-c").pods();

      assertThat(of(OPEN, ClientLoad.ofPods(NodeWeights.ofPods(clients)), world).entries())
          .extracting(entry -> entry.node() + " " + entry.weight())
          .containsExactly("node-a 2/3", "node-c 1/3");
    }
  }

  @Nested
  @DisplayName("what is lost and told")
  class Told {

    @Test
    void noEndpoints_areRefused() {
      TrafficSplit split = split(OPEN, ClientLoad.ofPods(NodeWeights.evenly()));

      assertThat(split).loses(EntryFate.REFUSED, "1");
      assertThat(split.losses().get(0).byNode().keySet())
          .containsExactly("node-a", "node-b", "node-c");
      assertThat(split.toString())
          .contains("Lost: 100 % refused at once, at node-a, node-b, node-c")
          .contains("The Service has no usable endpoint anywhere. [routing 2.7.3]");
    }

    @Test
    void nothingOfTheKindAsked_isNoWayIn() {
      Service plain = ServiceFixtures.clusterIp();

      TrafficSplit split = split(plain, ClientLoad.ofOutside(NodeWeights.evenly()), "node-a");

      assertThat(split).loses(EntryFate.NO_WAY_IN, "1");
      assertThat(
              k8s.trafficShares()
                  .explain(
                      TrafficPort.of(plain, "http"),
                      new ClientLoad.FromPods(NodeWeights.evenly(), FrontEndKind.EXTERNAL_IP),
                      SettledWorlds.of(k8s, plain, "node-a"),
                      "node-a"))
          .restsOn(ShareReason.NO_SUCH_FRONT_END);
    }

    @Test
    void headlessServices_haveNoWayIn() {
      assertThat(
              split(ServiceFixtures.headless(), ClientLoad.ofPods(NodeWeights.evenly()), "node-a"))
          .loses(EntryFate.NO_WAY_IN, "1");
    }

    @Test
    void imbalance_isExact() {
      Imbalance imbalance =
          split(LOCAL, ClientLoad.through(NODE_PORTS), "node-a", "node-b", "node-b", "node-b")
              .imbalance()
              .orElseThrow();

      assertThat(imbalance).isEqualTo(new Imbalance(4, Fraction.of(1, 4), HALF, Fraction.of(1, 6)));
      assertThat(imbalance.largestToMean()).contains(Fraction.of(2, 1));
      assertThat(imbalance.smallestToMean()).contains(Fraction.of(2, 3));
      assertThat(imbalance.largestToSmallest()).contains(Fraction.of(3, 1));
      assertThat(imbalance.isEven()).isFalse();
    }

    @Test
    void text_isATableAndASummary() {
      assertThat(
              split(
                      LOCAL,
                      ClientLoad.through(NODE_PORTS.withHealthChecked(false)),
                      "node-a",
                      "node-b",
                      "node-b")
                  .toString())
          .isEqualTo(
              """
              Who gets the new connections to shop/web:http (80/TCP, IPv4)
                through a load balancer to the node port of all nodes, spread evenly

              POD     ADDRESS           NODE     ZONE     SHARE    EXACTLY   TIMES THE MEAN
              web-1   10.244.1.1:8080   node-a   zone-1   33.3 %   1/3       1.5
              web-2   10.244.2.2:8080   node-b   zone-1   16.7 %   1/6       0.75
              web-3   10.244.2.3:8080   node-b   zone-1   16.7 %   1/6       0.75

              ENTERS AT   ZONE     PART     WHAT BECOMES OF IT
              node-a      zone-1   33.3 %   served by one endpoint, on the node, client address hidden
              node-b      zone-1   33.3 %   served by 2 endpoints, all on the node, client address hidden
              node-c      zone-2   33.3 %   dropped without an answer

              Uneven: the busiest endpoint gets 33.3 %, the idlest 16.7 %, a ratio of 2 to 1; the mean is 22.2 %
              By node: node-a 33.3 %, node-b 33.3 %
              By zone: zone-1 66.7 %
              Lost: 33.3 % dropped without an answer, at node-c
                WHY [routing 2.8.2 d]
              Crosses to another node: 0 %, to another zone: 0 %
              Client addresses: hidden"""
                  .replace("WHY", RoutingReason.EXTERNAL_NONE_HERE.sentence()));
    }

    @Test
    void whatIsNotThere_isRefused() {
      ClusterSnapshot world = SettledWorlds.of(k8s, OPEN, "node-a");
      ClientLoad evenly = ClientLoad.ofPods(NodeWeights.evenly());
      TrafficPort port = TrafficPort.of(OPEN, "http");
      Service renumbered = OPEN.withSpec(OPEN.spec().withPorts(ServiceFixtures.HTTP.withPort(81)));

      assertThatThrownBy(() -> of(OPEN, evenly, world.withServices()))
          .hasMessage("Service: \"shop/web\"; expected one of the snapshot");
      assertThatThrownBy(() -> of(OPEN, evenly, world.withServices(renumbered)))
          .hasMessage(
              "Port of Service shop/web: \"shop/web:http (80/TCP, IPv4)\"; expected one of its"
                  + " ports");
      assertThatThrownBy(() -> k8s.trafficShares().explain(port, evenly, world, "node-z"))
          .hasMessage("Node: \"node-z\"; expected one of the snapshot");
      assertThatThrownBy(
              () ->
                  of(
                      OPEN,
                      ClientLoad.ofPods(
                          NodeWeights.byNode(ImmutableMap.of("node-z", Fraction.ONE))),
                      world))
          .hasMessage("Weight of node: \"node-z\"; expected one there is");
      assertThatThrownBy(() -> of(OPEN, evenly, world.withNodes()))
          .hasMessage("Nodes to spread a load over: \"[]\"; expected one or more");
    }
  }

  @Nested
  @DisplayName("policies compared")
  class Compared {

    private PolicyComparison compare(Service service, ClientLoad load, String... nodes) {
      return k8s.trafficShares()
          .compare(TrafficPort.of(service, "http"), load, SettledWorlds.of(k8s, service, nodes));
    }

    @Test
    void localPolicy_comesWithAHealthCheck() {
      PolicyComparison compared =
          compare(OPEN, ClientLoad.through(NODE_PORTS), "node-a", "node-b", "node-b", "node-b");

      assertThat(compared.split(PolicyVariant.EXTERNAL_LOCAL)).gives("web-1", "1/2").losesNothing();
    }

    @Test
    void hints_arePlannedAnewForEach() {
      Service sameZone = preferring(TrafficDistribution.PREFER_CLOSE);
      ClientLoad load = ClientLoad.ofPods(NodeWeights.evenly());

      PolicyComparison compared = compare(sameZone, load, "node-a", "node-a", "node-b", "node-c");

      assertThat(compared.splits().keySet())
          .doesNotContain(PolicyVariant.PREFER_SAME_ZONE)
          .contains(PolicyVariant.NO_PREFERENCE, PolicyVariant.PREFER_SAME_NODE);
      assertThat(compared.split(PolicyVariant.AS_IT_IS)).gives("web-4", "1/3");
      assertThat(compared.split(PolicyVariant.NO_PREFERENCE)).gives("web-4", "1/4");
      assertThat(compared.split(PolicyVariant.PREFER_SAME_NODE)).gives("web-3", "1/3");
    }

    @Test
    void policiesThatMeanNothing_areLeftOut() {
      ClientLoad load = ClientLoad.ofPods(NodeWeights.evenly());

      assertThat(compare(ServiceFixtures.clusterIp(), load, "node-a").splits().keySet())
          .containsExactly(
              PolicyVariant.AS_IT_IS,
              PolicyVariant.INTERNAL_LOCAL,
              PolicyVariant.PREFER_SAME_ZONE,
              PolicyVariant.PREFER_SAME_NODE,
              PolicyVariant.TOPOLOGY_AUTO);
      Service byHand =
          ServiceFixtures.of(ServiceFixtures.clusterIp().spec().withSelector(ImmutableMap.of()));
      assertThat(compare(byHand, load).splits().keySet())
          .containsExactly(PolicyVariant.AS_IT_IS, PolicyVariant.INTERNAL_LOCAL);
      assertThatThrownBy(() -> compare(byHand, load).split(PolicyVariant.EXTERNAL_LOCAL).toString())
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_showsOneLineAPolicy() {
      Service local =
          LOCAL.withSpec(LOCAL.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));

      assertThat(
              compare(
                      local,
                      ClientLoad.through(VIPS.withKeepsClientAddress(true)),
                      "node-a",
                      "node-b",
                      "node-b",
                      "node-b")
                  .toString())
          .contains(
              "POLICY                                LOST   CROSSES NODES   CROSSES ZONES  "
                  + " BUSIEST POD   IDLEST POD   TIMES THE MEAN   CLIENT ADDRESS\n"
                  + "as it is                              0 %    0 %             0 %            "
                  + " 50 %          16.7 %       2                kept\n"
                  + "externalTrafficPolicy: Cluster        0 %    66.7 %          33.3 %         "
                  + " 25 %          25 %         1                hidden\n");
    }
  }

  @Test
  void explained_itIsWhatTheNodeSays() {
    assertThat(
            k8s.trafficShares()
                .explain(
                    TrafficPort.of(LOCAL, "80"),
                    ClientLoad.through(NODE_PORTS),
                    SettledWorlds.of(k8s, LOCAL, "node-a"),
                    "node-c")
                .value())
        .is(VerdictKind.DROP);
    assertThat(
            k8s.trafficShares()
                .explain(
                    TrafficPort.of(LOCAL, "80"),
                    ClientLoad.through(LoadBalancerModel.of(TargetKind.POD_IP)),
                    SettledWorlds.of(k8s, LOCAL, "node-a"),
                    "node-c"))
        .restsOn(ShareReason.STRAIGHT_TO_POD);
  }
}
