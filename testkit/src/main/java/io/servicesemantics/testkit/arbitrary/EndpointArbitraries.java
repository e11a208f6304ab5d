package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Endpoints of a few nodes and zones, and the nodes they may be on. */
public final class EndpointArbitraries {

  private EndpointArbitraries() {}

  /** {@return up to a dozen endpoints, no two at the same address} */
  public static Arbitrary<ImmutableList<Endpoint>> endpoints() {
    Arbitrary<Endpoint> anywhere = endpoint();
    return anywhere
        .list()
        .ofMaxSize(12)
        .map(
            list -> {
              ImmutableList.Builder<Endpoint> apart = ImmutableList.builder();
              for (int i = 0; i < list.size(); i++) {
                apart.add(list.get(i).withAddresses("10.0.0." + (i + 1)));
              }
              return apart.build();
            });
  }

  /** {@return an endpoint at 10.0.0.1 of any conditions, node and hints, each also unsaid} */
  public static Arbitrary<Endpoint> endpoint() {
    return Combinators.combine(conditions(), nodeNames().optional(), hints())
        .as(
            (conditions, nodeName, hints) ->
                Endpoint.builder()
                    .addAddresses("10.0.0.1")
                    .conditions(conditions)
                    .nodeName(nodeName)
                    .hints(hints)
                    .build());
  }

  /** {@return any of the eight conditions, and those with parts unsaid} */
  public static Arbitrary<EndpointConditions> conditions() {
    Arbitrary<Optional<Boolean>> said = Arbitraries.of(true, false).optional();
    return Combinators.combine(said, said, said)
        .as(
            (ready, serving, terminating) ->
                EndpointConditions.builder()
                    .ready(ready)
                    .serving(serving)
                    .terminating(terminating)
                    .build());
  }

  /** {@return no hints, empty ones, or some for zones and nodes} */
  public static Arbitrary<Optional<EndpointHints>> hints() {
    return Combinators.combine(zones().list().ofMaxSize(2), nodeNames().list().ofMaxSize(2))
        .as((zones, nodes) -> EndpointHints.builder().forZones(zones).forNodes(nodes).build())
        .optional(0.8);
  }

  /** {@return a node of one of those names, in one of the zones or in none} */
  public static Arbitrary<Node> nodes() {
    return Combinators.combine(nodeNames(), zones().optional())
        .as(
            (name, zone) ->
                zone.map(known -> NodeFixtures.inZone(name, known))
                    .orElseGet(() -> NodeFixtures.withoutZone(name)));
  }

  private static Arbitrary<String> nodeNames() {
    return Arbitraries.of("node-a", "node-b", "node-c");
  }

  private static Arbitrary<String> zones() {
    return Arbitraries.of("zone-1", "zone-2");
  }
}
