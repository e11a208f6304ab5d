package io.servicesemantics.impl.routing;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.AffinityMemory;
import io.servicesemantics.routing.AffinityScope;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;

/** Tells why a flow goes where it goes, from what was decided alone. */
final class RoutingAccount {

  private final Flow flow;
  private final RoutingEngine engine;
  private final Entrance entrance;
  private final int outcome;
  private final ImmutableList<EndpointSlice> slices;

  private RoutingAccount(
      Flow flow,
      RoutingEngine engine,
      Entrance entrance,
      int outcome,
      ImmutableList<EndpointSlice> slices) {
    this.slices = slices;
    this.flow = flow;
    this.engine = engine;
    this.entrance = entrance;
    this.outcome = outcome;
  }

  static Explained<Verdict> ofStray(RoutingReason reason, Flow flow, RoutingEngine engine) {
    String asked = flow.protocol().wireName() + " " + flow.port();
    return ofStray(reason, flow.destination(), asked, engine);
  }

  static Explained<Verdict> ofPing(
      RoutingReason reason, IpAddress destination, RoutingEngine engine) {
    return ofStray(reason, destination, "ping", engine);
  }

  private static Explained<Verdict> ofStray(
      RoutingReason reason, IpAddress destination, String asked, RoutingEngine engine) {
    Because why = Because.of(reason).withFact("destination", destination);
    Listed listed = engine.index().address(destination);
    if (listed != null && Contest.claims(listed).get(0) instanceof LiveAddress live) {
      why =
          why.withFact("service", live.serviceName())
              .withFact("address", live.kind.words())
              .withFact("asked", asked);
    }
    return Explained.of(PlainVerdicts.of(reason), why);
  }

  /** Tells of a flow that a front end decides, and of the slices behind it. */
  static Explained<Verdict> of(
      Entrance entrance,
      int outcome,
      Flow flow,
      RoutingEngine engine,
      ImmutableList<EndpointSlice> slices) {
    return new RoutingAccount(flow, engine, entrance, outcome, slices).account();
  }

  private Explained<Verdict> account() {
    RoutingReason reason = entrance.reason(outcome);
    Verdict verdict = entrance.verdict(outcome);
    Because why =
        Because.of(reason)
            .withFact("service", entrance.port.label())
            .withFact(entrance.kind.words(), frontEnd());
    why = withContest(why);
    why = withAdmission(why);
    if (outcome < Sender.COUNT) {
      why = why.withCause(sender(Senders.ALL[outcome]));
    }
    why = withNodePort(why, verdict);
    if (verdict instanceof Forward forward) {
      why = withForward(why, forward, reason);
    }
    return Explained.of(verdict, needsEndpoints() ? why.withCause(selection()) : why);
  }

  private String frontEnd() {
    return flow.protocol().wireName()
        + " "
        + (entrance.kind == FrontEndKind.NODE_PORT
                || entrance.kind == FrontEndKind.HEALTH_CHECK_NODE_PORT
            ? "port " + entrance.port()
            : flow.destination() + " port " + entrance.port());
  }

  private Because withContest(Because why) {
    return engine.listedAt(flow) instanceof Contest contest && isBetweenPorts(contest)
        ? why.withCause(Because.of(RoutingReason.CLAIMED_TWICE).withFact("claims", claims(contest)))
        : why;
  }

  private static boolean isBetweenPorts(Contest contest) {
    for (Listed claim : contest.claims) {
      if (!contest.first().isSamePort((Entrance) claim)) {
        return true;
      }
    }
    return false;
  }

  private static String claims(Contest contest) {
    StringBuilder text = new StringBuilder();
    for (Listed claim : contest.claims) {
      Entrance entrance = (Entrance) claim;
      text.append(text.length() == 0 ? "" : " ").append(entrance.port.label());
    }
    return text.toString();
  }

  private Because withAdmission(Because why) {
    SourceRanges ranges = entrance.port.ranges();
    if (ranges == null || entrance.kind == FrontEndKind.HEALTH_CHECK_NODE_PORT) {
      return why;
    }
    if (entrance.kind != FrontEndKind.LOAD_BALANCER_IP) {
      return why.withCause(
          Because.of(RoutingReason.SOURCE_RANGES_NOT_ASKED).withFact("ranges", words(ranges)));
    }
    if (outcome == Entrance.NOT_ADMITTED) {
      return why.withFact("source", flow.source())
          .withFact("ranges", words(ranges))
          .withCause(Because.of(RoutingReason.SOURCE_RANGES_FOR_ALL))
          .withCause(sender(Senders.of(flow, engine.context(), engine.index())));
    }
    return entrance.turnsAway() && outcome != Entrance.OF_NODE_ITSELF
        ? why.withCause(
            Because.of(RoutingReason.INSIDE_SOURCE_RANGES)
                .withFact("source", flow.source())
                .withFact("ranges", words(ranges)))
        : why;
  }

  // What stands at a node port is told apart from what listens there (routing 2.11).
  private Because withNodePort(Because why, Verdict verdict) {
    if (entrance.kind != FrontEndKind.NODE_PORT) {
      return why;
    }
    Because told = why;
    if (outcome == Entrance.NOT_ADMITTED) {
      ImmutableList<IpAddress> served = engine.context().nodePorts().served(flow.family());
      told =
          told.withFact("asked at", flow.destination())
              .withFact("served at", served.isEmpty() ? "none" : Joiner.on(' ').join(served));
    }
    if (verdict.kind() != VerdictKind.PASS_THROUGH) {
      return told.withCause(Because.of(RoutingReason.NODE_PORT_HIDES_PROGRAMS));
    }
    return flow.destination().isLoopback()
        ? told.withCause(Because.of(RoutingReason.NODE_PORT_AT_LOOPBACK))
        : told;
  }

  private static String words(SourceRanges ranges) {
    StringBuilder text = new StringBuilder();
    for (Cidr network : ranges.networks()) {
      text.append(text.length() == 0 ? "" : " ").append(network);
    }
    return text.toString();
  }

  private Because sender(Sender sender) {
    Cidr network = engine.context().localTraffic().network(flow.family());
    Because why =
        switch (sender) {
          case LOCAL_POD -> Because.of(RoutingReason.SENDER_IS_LOCAL_POD);
          case NODE, LOOPBACK -> Because.of(RoutingReason.SENDER_IS_NODE);
          case ELSEWHERE, SERVICE_ADDRESS, AT_NODE_PORT_NUMBER ->
              Because.of(RoutingReason.SENDER_IS_ELSEWHERE);
        };
    why = why.withFact("source", flow.source());
    return network == null
        ? why.withCause(Because.of(RoutingReason.SENDER_NOT_DETECTED))
        : why.withFact("local Pods", network);
  }

  private Because withForward(Because why, Forward forward, RoutingReason reason) {
    Because told = why.withCause(Because.of(masking(forward, reason)));
    for (ServiceEndpoint endpoint : forward.endpoints()) {
      if (!forward.masquerade() && forward.isMasqueraded(endpoint, flow)) {
        told =
            told.withCause(
                Because.of(RoutingReason.SENDER_MAY_BE_BACKEND).withFact("endpoint", endpoint));
      }
    }
    if (forward.endpoints().size() > 1) {
      told =
          told.withCause(
              Because.of(engine.context().balancing())
                  .withFact("backends", forward.endpoints().size()));
    }
    if (forward.affinitySeconds().isPresent()) {
      told = told.withCause(affinity(forward.affinitySeconds().getAsInt()));
    }
    return told.withCause(
        Because.of(
            flow.protocol() == Protocol.UDP
                ? RoutingReason.DATAGRAMS_STAY
                : RoutingReason.OPEN_CONNECTIONS_STAY));
  }

  private Because affinity(int seconds) {
    AffinityMemory memory = engine.context().traits().affinityMemory();
    Because why =
        Because.of(RoutingReason.CLIENT_REMEMBERED)
            .withFact("client", flow.source())
            .withFact("seconds", seconds)
            .withCause(Because.of(RoutingReason.CLIENT_IS_ADDRESS))
            .withCause(
                Because.of(
                    memory.scope() == AffinityScope.SERVICE_PORT
                        ? RoutingReason.CLIENT_REMEMBERED_PER_PORT
                        : RoutingReason.CLIENT_REMEMBERED_PER_FRONT_END));
    if (!memory.prolonging().isZero()) {
      why = why.withCause(Because.of(RoutingReason.CLIENT_TIME_PROLONGED));
    }
    if (memory.clientsPerEndpoint() < Integer.MAX_VALUE) {
      why =
          why.withCause(
              Because.of(RoutingReason.CLIENTS_LIMITED)
                  .withFact("clients", memory.clientsPerEndpoint()));
    }
    return why.withCause(Because.of(RoutingReason.CLIENT_LOSES_BACKEND));
  }

  private RoutingReason masking(Forward forward, RoutingReason reason) {
    if (!forward.masquerade()) {
      return RoutingReason.SENDER_KEPT;
    }
    if (outcome == Sender.AT_NODE_PORT_NUMBER.place) {
      return RoutingReason.SENDER_HIDDEN_BY_PORT;
    }
    if (!entrance.kind.isInternal()) {
      return reason == RoutingReason.EXTERNAL_FROM_NODE
          ? RoutingReason.SENDER_HIDDEN_NODE
          : RoutingReason.SENDER_HIDDEN_EXTERNAL;
    }
    if (engine.context().masqueradeAll()) {
      return RoutingReason.SENDER_HIDDEN_FOR_ALL;
    }
    return outcome == Sender.SERVICE_ADDRESS.place
        ? RoutingReason.SENDER_HIDDEN_SERVICE
        : RoutingReason.SENDER_HIDDEN_NOT_LOCAL;
  }

  // Who was turned away by his address, or asked for health, met no endpoints.
  private boolean needsEndpoints() {
    return entrance.kind != FrontEndKind.HEALTH_CHECK_NODE_PORT
        && !(outcome == Entrance.NOT_ADMITTED && entrance.kind == FrontEndKind.LOAD_BALANCER_IP);
  }

  private Because selection() {
    PortRoutes port = entrance.port;
    NodeContext context = engine.context();
    NodePlace place = context.place();
    return SelectionAccount.of(
        port.selection(context),
        port.service(),
        port.family(),
        place,
        port.endpoints(),
        SliceReader.readFor(
                place, port.service(), port.port(), port.family(), slices, context.rules())
            .unread());
  }
}
