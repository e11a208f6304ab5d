package io.servicesemantics.impl.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One front end of a Service port with every verdict that can be given there, each with its reason:
 * what was decided, in codes.
 *
 * <p>There is a verdict for each {@link Sender}, one for who is not let in (outside the source
 * ranges, or at an address where no node port is served), and one for traffic of the node itself
 * where that is treated apart.
 */
final class Entrance extends Listed {

  /** The place, among the verdicts, of the one for who is not let in. */
  static final int NOT_ADMITTED = 6;

  /** The place of the one for traffic of the node itself where that is treated apart. */
  static final int OF_NODE_ITSELF = 7;

  final PortRoutes port;
  final FrontEndKind kind;
  private final Verdict fromLocalPod;
  private final Verdict fromNode;
  private final Verdict fromElsewhere;
  private final Verdict fromLoopback;
  private final Verdict fromService;
  private final Verdict fromNumber;
  private final RoutingReason whyLocalPod;
  private final RoutingReason whyNode;
  private final RoutingReason whyElsewhere;
  private final RoutingReason whyLoopback;
  private final RoutingReason whyService;
  private final RoutingReason whyNumber;
  private final @Nullable RoutingReason whyNotAdmitted;
  private final @Nullable RoutingReason whyNodeItself;

  private Entrance(
      long high, long low, int code, PortRoutes port, FrontEndKind kind, Outcomes outcomes) {
    super(high, low, code);
    this.port = port;
    this.kind = kind;
    fromLocalPod = outcomes.verdict(Sender.LOCAL_POD);
    fromNode = outcomes.verdict(Sender.NODE);
    fromElsewhere = outcomes.verdict(Sender.ELSEWHERE);
    fromLoopback = outcomes.verdict(Sender.LOOPBACK);
    fromService = outcomes.verdict(Sender.SERVICE_ADDRESS);
    fromNumber = outcomes.verdict(Sender.AT_NODE_PORT_NUMBER);
    whyLocalPod = outcomes.reason(Sender.LOCAL_POD);
    whyNode = outcomes.reason(Sender.NODE);
    whyElsewhere = outcomes.reason(Sender.ELSEWHERE);
    whyLoopback = outcomes.reason(Sender.LOOPBACK);
    whyService = outcomes.reason(Sender.SERVICE_ADDRESS);
    whyNumber = outcomes.reason(Sender.AT_NODE_PORT_NUMBER);
    whyNotAdmitted = outcomes.notAdmitted();
    whyNodeItself = outcomes.ofNodeItself();
  }

  static Entrance at(
      IpAddress address, int number, PortRoutes port, FrontEndKind kind, Outcomes outcomes) {
    int code = code(address.family(), number, Protocols.of(port.port()));
    return new Entrance(address.highBits(), address.lowBits(), code, port, kind, outcomes);
  }

  static Entrance atNode(int number, PortRoutes port, FrontEndKind kind, Outcomes outcomes) {
    int code = nodePortCode(port.family(), number, Protocols.of(port.port()));
    return new Entrance(0, 0, code, port, kind, outcomes);
  }

  /** Whether somebody may be turned away before anything else is asked. */
  boolean turnsAway() {
    return whyNotAdmitted != null;
  }

  /** Whether traffic of the node itself is treated apart. */
  boolean treatsNodeItselfApart() {
    return whyNodeItself != null;
  }

  /** The verdict at a place: that of a sender, or one of the two others. */
  Verdict verdict(int outcome) {
    return switch (outcome) {
      case 0 -> fromLocalPod;
      case 1 -> fromNode;
      case 2 -> fromElsewhere;
      case 3 -> fromLoopback;
      case 4 -> fromService;
      case 5 -> fromNumber;
      default -> PlainVerdicts.of(reason(outcome));
    };
  }

  RoutingReason reason(int outcome) {
    return switch (outcome) {
      case 0 -> whyLocalPod;
      case 1 -> whyNode;
      case 2 -> whyElsewhere;
      case 3 -> whyLoopback;
      case 4 -> whyService;
      case 5 -> whyNumber;
      case NOT_ADMITTED -> checkNotNull(whyNotAdmitted);
      default -> checkNotNull(whyNodeItself);
    };
  }

  NamespacedName serviceName() {
    return port.service().namespacedName();
  }

  boolean isSamePort(Entrance other) {
    return port.port().name().equals(other.port.port().name())
        && serviceName().equals(other.serviceName());
  }
}
