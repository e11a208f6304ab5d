package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.profile.ProxyMode;

/**
 * A flow that the proxy modes do not treat alike, with what each makes of it and why.
 *
 * <p>The flow stands for its class: every flow of such a sender to that address and port.
 *
 * @param flow an example of the class
 * @param sender who sends, in words
 * @param answers what each mode makes of it
 */
public record ModeDifference(
    Flow flow, String sender, ImmutableMap<ProxyMode, Explained<Verdict>> answers) {

  /** Checks that the modes do differ. */
  public ModeDifference {
    checkArgument(
        isAnyOther(flow, answers.values().asList()),
        "Answers of the proxy modes to \"%s\": \"%s\"; expected different ones",
        flow,
        answers);
  }

  private static boolean isAnyOther(Flow flow, ImmutableList<Explained<Verdict>> answers) {
    for (Explained<Verdict> answer : answers) {
      if (!answer.value().isSameFor(answers.get(0).value(), flow)) {
        return true;
      }
    }
    return false;
  }

  /** {@return the rules at the head of each mode's account} */
  public ImmutableSet<String> rules() {
    return answers.values().stream()
        .map(Explained::because)
        .map(Because::reason)
        .map(Reason::rule)
        .collect(ImmutableSet.toImmutableSet());
  }
}
