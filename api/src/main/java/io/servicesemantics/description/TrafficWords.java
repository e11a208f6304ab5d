package io.servicesemantics.description;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Puts one cell of a table into a few words, with the reasons for all that is out of the way. */
final class TrafficWords {

  // Reasons to be told beside the words, wherever in the account they stand.
  private static final ImmutableSet<Reason> TELLING =
      ImmutableSet.of(
          RoutingReason.EXTERNAL_TO_ANY,
          RoutingReason.EXTERNAL_TO_LOCAL,
          RoutingReason.EXTERNAL_FROM_LOCAL_POD,
          RoutingReason.EXTERNAL_FROM_NODE,
          RoutingReason.VIRTUAL_SERVER_FALLS_BACK,
          RoutingReason.VIRTUAL_SERVER_TO_LOCAL,
          RoutingReason.SENDER_HIDDEN_FOR_ALL,
          RoutingReason.SENDER_HIDDEN_NOT_LOCAL,
          RoutingReason.SENDER_HIDDEN_SERVICE,
          RoutingReason.CLAIMED_TWICE);

  private static final ImmutableSet<Reason> HINTS =
      ImmutableSet.of(SelectionReason.NODE_HINTS_USED, SelectionReason.ZONE_HINTS_USED);

  private final String node;
  private final Because because;
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private TrafficWords(String node, Because because) {
    this.node = node;
    this.because = because;
  }

  /**
   * A cell in words.
   *
   * @param text what happens
   * @param reasons why, where that is worth telling, each with its rule
   */
  record Words(String text, ImmutableMap<String, String> reasons) {}

  // The node is the one that was asked.
  static Words of(String node, Explained<Verdict> answer) {
    TrafficWords words = new TrafficWords(node, answer.because());
    String text =
        answer
            .value()
            .match(
                words::forwarded,
                refused -> words.plain("refused at once"),
                dropped -> words.plain("no answer"),
                words::passed);
    return new Words(text, ImmutableMap.copyOf(words.reasons));
  }

  private String plain(String text) {
    tell(because);
    collect(because, RoutingReason.CLAIMED_TWICE::equals);
    return text;
  }

  private String passed(Verdict.PassThrough passed) {
    if (because.reason() == RoutingReason.HEALTH_CHECK_ANSWERED) {
      return "answered by kube-proxy";
    }
    return plain("left alone");
  }

  private String forwarded(Forward forward) {
    collect(because, TELLING::contains);
    return endpoints(forward.endpoints())
        + (forward.masquerade()
            ? ", sender hidden"
            : has(because, RoutingReason.SENDER_MAY_BE_BACKEND)
                ? ", sender kept unless it reaches itself"
                : ", sender kept");
  }

  private String endpoints(EndpointSet chosen) {
    EndpointSet ready = chosen.universe().ready();
    int size = chosen.size();
    if (!chosen.iterator().next().isReady()) {
      collect(
          because,
          reason ->
              reason == SelectionReason.CLUSTER_LIST_OF_TERMINATING
                  || reason == SelectionReason.LOCAL_LIST_OF_TERMINATING);
      return counted(size, "terminating endpoint");
    }
    if (size == ready.size()) {
      return size == 1 ? "the endpoint" : "any of " + size + " endpoints";
    }
    if (isLocalList(chosen)) {
      return size == 1 ? "its own endpoint" : "its own " + size + " endpoints";
    }
    collect(because, HINTS::contains);
    return size + " of " + ready.size() + " endpoints";
  }

  // Whether they are the node's own because traffic must stay there, not because hints say so.
  private boolean isLocalList(EndpointSet chosen) {
    for (ServiceEndpoint endpoint : chosen) {
      if (!endpoint.isOn(node)) {
        return false;
      }
    }
    return !has(because, SelectionReason.LOCAL_LIST_UNUSED);
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void collect(Because why, Predicate<Reason> wanted) {
    if (wanted.test(why.reason())) {
      tell(why);
    }
    for (Because cause : why.causes()) {
      collect(cause, wanted);
    }
  }

  private static boolean has(Because why, Reason wanted) {
    if (why.reason().equals(wanted)) {
      return true;
    }
    for (Because cause : why.causes()) {
      if (has(cause, wanted)) {
        return true;
      }
    }
    return false;
  }

  private void tell(Because why) {
    StringBuilder text = new StringBuilder(why.reason().sentence());
    String ranges = why.facts().get("ranges");
    if (ranges != null) {
      text.append(" They are ").append(ranges).append('.');
    }
    String claims = why.facts().get("claims");
    if (claims != null) {
      text.append(" They are ").append(claims).append('.');
    }
    reasons.put(text.toString(), why.reason().rule());
  }
}
