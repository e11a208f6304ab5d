package io.servicesemantics.impl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.connection.Arrival;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionPath;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.testkit.arbitrary.ConnectionArbitraries;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for calls in any cluster. */
class ConnectionLawsTest {

  private static final ImmutableList<Node> OTHERS =
      ImmutableList.of(
          NodeFixtures.withAddresses("node-b", "192.168.0.3"),
          NodeFixtures.withAddresses("node-c", "192.168.0.4", "2001:db8::4"));

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return RoutingArbitraries.worlds();
  }

  @Provide
  Arbitrary<Node> nodes() {
    return RoutingArbitraries.nodes();
  }

  @Provide
  Arbitrary<ProxySettings> settings() {
    return RoutingArbitraries.settings();
  }

  @Provide
  Arbitrary<Caller> callers() {
    return ConnectionArbitraries.callers();
  }

  @Provide
  Arbitrary<Destination> destinations() {
    return ConnectionArbitraries.destinations();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("/:@[]?# .-_azAZ019\u0000\u001b\u20ac").ofMaxLength(30);
  }

  private static ServiceSemantics semantics(ProxySettings settings) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings));
  }

  private static ClusterSnapshot with(ClusterSnapshot world, Node node) {
    return world.toBuilder().addNodes(node).addAllNodes(OTHERS).build();
  }

  @Property
  void callers_readWhatTheyPrint(@ForAll("callers") Caller caller) {
    assertThat(Caller.parse(caller.toString())).isEqualTo(caller);
  }

  @Property
  void destinations_readWhatTheyPrint(@ForAll("destinations") Destination destination) {
    assertThat(Destination.parse(destination.toString())).isEqualTo(destination);
  }

  @Property
  void anyText_isReadAndPrintedAlikeOrRefusedWithTheReason(@ForAll("texts") String text) {
    try {
      Destination read = Destination.parse(text);
      assertThat(Destination.parse(read.toString())).isEqualTo(read);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("; expected ");
      assertThat(refused.getMessage()).doesNotContain("\u001b");
    }
    try {
      Caller read = Caller.parse(text);
      assertThat(Caller.parse(read.toString())).isEqualTo(read);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("; expected ");
    }
  }

  @Property(tries = 300)
  void everyDecision_isThatOfTheNodesWholeTable(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("callers") Caller caller,
      @ForAll("destinations") Destination destination) {
    ServiceSemantics semantics = semantics(settings);
    ClusterSnapshot all = with(world, node);
    ConnectionTrace trace = semantics.connections().trace(caller, destination, all);
    for (ConnectionAttempt attempt : trace.attempts()) {
      for (ConnectionPath path : attempt.paths()) {
        for (Hop hop : path.hops()) {
          if (hop instanceof Hop.Decision decision && decision.flow().isPresent()) {
            Flow flow = decision.flow().get();
            RoutingTable table =
                semantics.router().tableFor(all.node(decision.node()).orElseThrow(), all);
            assertThat(decision.decided()).as("%s", trace).isEqualTo(table.explain(flow));
          }
        }
      }
    }
    assertThat(trace.toString()).startsWith("From " + caller + " to " + destination + ": ");
  }

  @Property(tries = 300)
  void theOutcome_followsFromTheLastVerdict(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("callers") Caller caller,
      @ForAll("destinations") Destination destination) {
    ConnectionTrace trace =
        semantics(settings).connections().trace(caller, destination, with(world, node));
    for (ConnectionAttempt attempt : trace.attempts()) {
      for (ConnectionPath path : attempt.paths()) {
        Hop last = path.hops().get(path.hops().size() - 1);
        if (last instanceof Hop.Decision decision) {
          assertThat(path.outcome())
              .isEqualTo(
                  decision.decided().value() instanceof Verdict.Reject
                      ? ConnectionOutcome.REFUSED
                      : ConnectionOutcome.NO_ANSWER);
        } else if (last instanceof Hop.Delivery delivery && path.hops().size() > 1) {
          checkDelivery(path.hops().get(path.hops().size() - 2), delivery);
        }
      }
    }
  }

  private static void checkDelivery(Hop before, Hop.Delivery delivery) {
    Fraction sum = Fraction.ZERO;
    for (Arrival arrival : delivery.arrivals()) {
      sum = sum.plus(arrival.share());
      assertThat(arrival.outcome())
          .isIn(
              ConnectionOutcome.CONNECTED, ConnectionOutcome.NO_ANSWER, ConnectionOutcome.REFUSED);
    }
    assertThat(sum).isEqualTo(Fraction.ONE);
    if (before instanceof Hop.Decision decision
        && decision.decided().value() instanceof Forward forward) {
      assertThat(delivery.arrivals()).hasSize(forward.endpoints().size());
    }
  }

  @Property(tries = 300)
  void theOrderOfObjects_neverMatters(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("callers") Caller caller,
      @ForAll("destinations") Destination destination) {
    ClusterSnapshot all = with(world, node);
    ClusterSnapshot turned =
        all.toBuilder()
            .services(Lists.reverse(all.services()))
            .endpointSlices(Lists.reverse(all.endpointSlices()))
            .nodes(Lists.reverse(all.nodes()))
            .build();
    ServiceSemantics semantics = semantics(settings);

    assertThat(semantics.connections().trace(caller, destination, turned))
        .hasToString(semantics.connections().trace(caller, destination, all).toString());
  }
}
