package io.servicesemantics.impl.upgrade;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;

/** What becomes of a flow, in words. */
final class VerdictWords {

  // Of more endpoints only the number is told.
  private static final int MOST = 4;

  private VerdictWords() {}

  static String few(Verdict verdict, Flow flow) {
    return words(verdict, flow, MOST);
  }

  static String all(Verdict verdict, Flow flow) {
    return words(verdict, flow, Integer.MAX_VALUE);
  }

  private static String words(Verdict verdict, Flow flow, int most) {
    return verdict.match(
        forward -> forward(forward, flow, most),
        reject -> "refused at once",
        drop -> "no answer",
        passThrough -> "left alone");
  }

  private static String forward(Forward forward, Flow flow, int most) {
    ImmutableList<ServiceEndpoint> endpoints = forward.endpoints().toList();
    StringBuilder text = new StringBuilder();
    text.append(
        endpoints.size() <= most
            ? Joiner.on(", ").join(endpoints)
            : "any of " + endpoints.size() + " endpoints");
    ImmutableList<ServiceEndpoint> hiding =
        endpoints.stream()
            .filter(endpoint -> forward.isMasqueraded(endpoint, flow))
            .collect(ImmutableList.toImmutableList());
    if (hiding.isEmpty()) {
      text.append(", sender kept");
    } else if (hiding.size() == endpoints.size()) {
      text.append(", sender hidden");
    } else {
      text.append(", sender hidden from ").append(Joiner.on(", ").join(hiding)).append(" alone");
    }
    forward
        .affinitySeconds()
        .ifPresent(seconds -> text.append(", the same one for ").append(seconds).append(" s"));
    return text.toString();
  }
}
