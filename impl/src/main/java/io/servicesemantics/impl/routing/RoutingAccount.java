package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;

/** Tells why a flow goes where it goes, from what was decided alone. */
final class RoutingAccount {

  private final Flow flow;
  private final RoutingEngine engine;
  private final Entrance entrance;
  private final int outcome;

  private RoutingAccount(Flow flow, RoutingEngine engine, Entrance entrance, int outcome) {
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

  static Explained<Verdict> of(Entrance entrance, int outcome, Flow flow, RoutingEngine engine) {
    return new RoutingAccount(flow, engine, entrance, outcome).account();
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
    if (ranges == null || entrance.kind != FrontEndKind.LOAD_BALANCER_IP) {
      return why;
    }
    if (outcome == Entrance.NOT_ADMITTED) {
      return why.withFact("source", flow.source()).withFact("ranges", words(ranges));
    }
    return entrance.turnsAway()
        ? why.withCause(
            Because.of(RoutingReason.INSIDE_SOURCE_RANGES)
                .withFact("source", flow.source())
                .withFact("ranges", words(ranges)))
        : why;
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
      told = told.withCause(Because.of(engine.context().balancing()));
    }
    if (forward.affinitySeconds().isPresent()) {
      told =
          told.withCause(
              Because.of(RoutingReason.CLIENT_REMEMBERED)
                  .withFact("seconds", forward.affinitySeconds().getAsInt()));
    }
    return told;
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
    NodePlace place = engine.context().place();
    return SelectionAccount.of(
        port.selection(place),
        port.service(),
        port.family(),
        place,
        port.endpoints(),
        ImmutableList.of());
  }
}
