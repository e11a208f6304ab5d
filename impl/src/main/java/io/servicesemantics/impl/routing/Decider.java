package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Decides every verdict of a Service port; the only code that does (routing 2.19, 2.20).
 *
 * <p>A verdict of the same sort is made once and shared by all front ends and senders.
 */
final class Decider {

  private final NodeContext context;
  private final boolean isTold;
  private final Selection selection;
  private final int affinitySeconds;
  private final EndpointSet here;
  private @Nullable Forward clusterPlain;
  private @Nullable Forward clusterHidden;
  private @Nullable Forward localPlain;
  private @Nullable Forward localHidden;

  Decider(NodeContext context, PortRoutes port, Selection selection) {
    this.context = context;
    this.selection = selection;
    isTold = context.localTraffic().isTold(port.family());
    affinitySeconds = Affinity.seconds(port.service());
    here =
        context.traits().masksAnyEndpointToItself()
            ? port.endpoints().none()
            : port.endpoints().onNode(context.place().name());
  }

  /** Every outcome of a kind of front end. */
  Outcomes outcomes(FrontEndKind kind, boolean hasRanges) {
    Outcomes outcomes = new Outcomes();
    for (int i = 0; i < Sender.COUNT; i++) {
      Sender sender = Senders.ALL[i];
      if (kind == FrontEndKind.HEALTH_CHECK_NODE_PORT) {
        plain(outcomes, sender, RoutingReason.HEALTH_CHECK_ANSWERED);
      } else if (context.traits().virtualServers()) {
        virtualServer(outcomes, kind, sender);
      } else if (kind.isInternal()) {
        internal(outcomes, sender);
      } else {
        external(outcomes, sender);
      }
    }
    if (kind == FrontEndKind.NODE_PORT) {
      outcomes.turnAway(whereNotServed());
    } else if (hasRanges && (selection.hasAny() || context.traits().filtersWithoutEndpoints())) {
      outcomes.turnAway(context.traits().outsideRanges());
    }
    if (!kind.isInternal()) {
      treatNodeItself(outcomes, kind, hasRanges);
    }
    return outcomes;
  }

  private void treatNodeItself(Outcomes outcomes, FrontEndKind kind, boolean hasRanges) {
    if (context.traits().noEndpointsUnseenByHost()) {
      if (!selection.hasAny()) {
        outcomes.treatNodeItself(RoutingReason.EXTERNAL_NONE_ANYWHERE_UNSEEN);
      }
    } else if (context.traits().filtersOwnTrafficFirst() && !isAtNode(kind)) {
      if (!selection.hasAny()) {
        if (hasRanges) {
          outcomes.treatNodeItself(RoutingReason.EXTERNAL_NONE_ANYWHERE_FOR_NODE);
        }
      } else if (selection.policy().externalPolicyLocal() && selection.local().isEmpty()) {
        outcomes.treatNodeItself(RoutingReason.EXTERNAL_NONE_HERE_FOR_NODE);
      }
    }
  }

  private static boolean isAtNode(FrontEndKind kind) {
    return kind == FrontEndKind.NODE_PORT || kind == FrontEndKind.HEALTH_CHECK_NODE_PORT;
  }

  private void internal(Outcomes outcomes, Sender sender) {
    boolean staysHere = selection.policy().internalPolicyLocal();
    if (!selection.hasAny()) {
      plain(outcomes, sender, RoutingReason.CLUSTER_IP_NONE_ANYWHERE);
    } else if (staysHere && selection.local().isEmpty()) {
      plain(outcomes, sender, RoutingReason.CLUSTER_IP_NONE_HERE);
    } else {
      outcomes.put(
          sender,
          RoutingReason.CLUSTER_IP_SERVED,
          staysHere ? local(isHiddenInside(sender)) : cluster(isHiddenInside(sender)));
    }
  }

  private boolean isHiddenInside(Sender sender) {
    return context.masqueradeAll() || (isTold && sender != Sender.LOCAL_POD);
  }

  private void external(Outcomes outcomes, Sender sender) {
    if (!selection.hasAny()) {
      plain(outcomes, sender, RoutingReason.EXTERNAL_NONE_ANYWHERE);
    } else if (!selection.policy().externalPolicyLocal()) {
      outcomes.put(sender, RoutingReason.EXTERNAL_TO_ANY, cluster(true));
    } else if (sender == Sender.LOCAL_POD) {
      outcomes.put(sender, RoutingReason.EXTERNAL_FROM_LOCAL_POD, cluster(false));
    } else if (sender == Sender.NODE || sender == Sender.LOOPBACK) {
      outcomes.put(sender, RoutingReason.EXTERNAL_FROM_NODE, cluster(true));
    } else if (!selection.local().isEmpty()) {
      outcomes.put(sender, RoutingReason.EXTERNAL_TO_LOCAL, local(false));
    } else {
      plain(outcomes, sender, RoutingReason.EXTERNAL_NONE_HERE);
    }
  }

  private void virtualServer(Outcomes outcomes, FrontEndKind kind, Sender sender) {
    boolean shouldStay =
        kind.isInternal()
            ? selection.policy().internalPolicyLocal()
            : selection.policy().externalPolicyLocal();
    boolean isHidden = isHiddenByVirtualServer(kind, sender);
    if (shouldStay && !selection.local().isEmpty()) {
      outcomes.put(sender, RoutingReason.VIRTUAL_SERVER_TO_LOCAL, local(isHidden));
    } else if (selection.cluster().isEmpty()) {
      plain(outcomes, sender, RoutingReason.VIRTUAL_SERVER_EMPTY);
    } else {
      outcomes.put(
          sender,
          shouldStay
              ? RoutingReason.VIRTUAL_SERVER_FALLS_BACK
              : RoutingReason.VIRTUAL_SERVER_TO_ANY,
          cluster(isHidden));
    }
  }

  private boolean isHiddenByVirtualServer(FrontEndKind kind, Sender sender) {
    if (sender == Sender.LOOPBACK) {
      return false;
    }
    if (sender == Sender.AT_NODE_PORT_NUMBER) {
      return true;
    }
    if (!kind.isInternal()) {
      return !selection.policy().externalPolicyLocal();
    }
    return context.masqueradeAll()
        || (isTold ? sender != Sender.LOCAL_POD : sender == Sender.SERVICE_ADDRESS);
  }

  /** What becomes of a node port at an address of the node where none is served. */
  private RoutingReason whereNotServed() {
    if (context.traits().refusesExcludedNodePorts()) {
      if (!selection.hasAny()) {
        return RoutingReason.EXCLUDED_NODE_PORT_NONE_ANYWHERE;
      }
      if (selection.policy().externalPolicyLocal() && selection.local().isEmpty()) {
        return RoutingReason.EXCLUDED_NODE_PORT_NONE_HERE;
      }
    }
    return RoutingReason.NODE_PORT_NOT_SERVED_HERE;
  }

  private static void plain(Outcomes outcomes, Sender sender, RoutingReason reason) {
    outcomes.put(sender, reason, PlainVerdicts.of(reason));
  }

  private Verdict cluster(boolean isHidden) {
    if (isHidden) {
      if (clusterHidden == null) {
        clusterHidden = forward(selection.cluster(), true);
      }
      return clusterHidden;
    }
    if (clusterPlain == null) {
      clusterPlain = forward(selection.cluster(), false);
    }
    return clusterPlain;
  }

  private Verdict local(boolean isHidden) {
    if (isHidden) {
      if (localHidden == null) {
        localHidden = forward(selection.local(), true);
      }
      return localHidden;
    }
    if (localPlain == null) {
      localPlain = forward(selection.local(), false);
    }
    return localPlain;
  }

  private Forward forward(EndpointSet endpoints, boolean isHidden) {
    EndpointSet masked = context.traits().masksAnyEndpointToItself() ? endpoints : here;
    return Forward.of(endpoints, masked, isHidden, affinitySeconds);
  }
}
