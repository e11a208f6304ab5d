package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.ServiceVariable;
import java.util.Map;

/** Reads environments out of what Services claim and a container sets. */
final class Environments {

  private Environments() {}

  static Environment of(Map<String, EnvironmentValue> own, Claims claims) {
    ImmutableList.Builder<EnvironmentValue> variables = ImmutableList.builder();
    variables.addAll(own.values());
    claims
        .all()
        .forEach(
            (name, claim) -> {
              if (!own.containsKey(name)) {
                variables.add(ofServices(name, claim));
              }
            });
    return new Environment(variables.build());
  }

  private static EnvironmentValue ofServices(String name, Claims.Claim claim) {
    long longest = 0;
    for (ServiceVariable variable : claim.said()) {
      String value = variable.value();
      longest = Math.max(longest, Expanded.octets(value, 0, value.length()));
    }
    return new EnvironmentValue(name, claim.texts(), claim.said(), false, octets(name, longest));
  }

  /** What a variable takes of the space for arguments and environment. */
  static long octets(String name, long value) {
    long around = Expanded.octets(name, 0, name.length()) + "=".length() + "\0".length();
    return value > Long.MAX_VALUE - around ? Long.MAX_VALUE : value + around;
  }
}
