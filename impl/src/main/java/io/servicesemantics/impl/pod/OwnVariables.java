package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.EnvironmentValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a container's own variables come to, one after the other: a value may refer to those set
 * before it and to those of Services (routing 5.12, 5.13).
 *
 * <p>Where values refer to what is left to chance, they are worked out for each way chance may go,
 * up to a limit. How much text all of it may come to is limited too: a few lines that double each
 * other would fill any memory.
 */
final class OwnVariables {

  /** Of more ways in which chance may go, those first in order are worked out. */
  static final int MOST_WAYS = 64;

  private static final int MOST_TEXT = 1 << 22;

  private final Pod pod;
  private final Container container;
  private final Claims claims;

  // The contests whose outcome the values depend on, with the Service that wins each.
  private final Map<ImmutableSet<NamespacedName>, Integer> winners = new LinkedHashMap<>();
  private final Map<String, Set<String>> texts = new LinkedHashMap<>();
  private final Map<String, Long> octets = new LinkedHashMap<>();
  private int room;

  private OwnVariables(Pod pod, Container container, Claims claims) {
    this.pod = pod;
    this.container = container;
    this.claims = claims;
  }

  /** The variables by name, in the order in which they are first declared. */
  static Map<String, EnvironmentValue> of(Pod pod, Container container, Claims claims) {
    OwnVariables own = new OwnVariables(pod, container, claims);
    own.room = MOST_TEXT;
    own.workOut();
    int ways = 1;
    for (ImmutableSet<NamespacedName> contest : own.winners.keySet()) {
      ways = Math.min(MOST_WAYS, ways * Math.min(MOST_WAYS, contest.size()));
    }
    for (int way = 1; way < ways; way++) {
      own.nextWay();
      own.room = MOST_TEXT / ways;
      own.workOut();
    }
    return own.values();
  }

  private void nextWay() {
    for (Map.Entry<ImmutableSet<NamespacedName>, Integer> contest : winners.entrySet()) {
      int next = contest.getValue() + 1;
      if (next < contest.getKey().size()) {
        contest.setValue(next);
        return;
      }
      contest.setValue(0);
    }
  }

  private void workOut() {
    Map<String, Expanded> set = new LinkedHashMap<>();
    for (EnvironmentVariable variable : container.env()) {
      set.put(variable.name(), expanded(variable, set));
    }
    set.forEach(
        (name, value) -> {
          Set<String> possible = texts.computeIfAbsent(name, key -> new LinkedHashSet<>());
          if (value.isKnown()) {
            possible.add(value.text());
          }
          octets.merge(name, value.octets(), Math::max);
        });
  }

  private Expanded expanded(EnvironmentVariable variable, Map<String, Expanded> set) {
    if (variable.value().isEmpty()) {
      return variable
          .valueFrom()
          .map(source -> PodFields.valueOf(pod, source.fieldRef().orElse("")))
          .orElse(Expanded.of(""));
    }
    if (variable.value().indexOf('$') < 0) {
      return Expanded.of(variable.value());
    }
    ExpandedText text = new ExpandedText(variable.value(), name -> value(name, set), room);
    Expansion.read(variable.value(), text);
    room -= text.grown();
    return text.build();
  }

  private @Nullable Expanded value(String name, Map<String, Expanded> set) {
    Expanded own = set.get(name);
    if (own != null) {
      return own;
    }
    Claims.Claim claim = claims.get(name);
    if (claim == null) {
      return null;
    }
    int winner = claim.isLeftToChance() ? winners.computeIfAbsent(claim.contest(), c -> 0) : 0;
    return Expanded.of(claim.said().get(winner).value());
  }

  private Map<String, EnvironmentValue> values() {
    Map<String, EnvironmentValue> values = new LinkedHashMap<>();
    texts.forEach(
        (name, possible) -> {
          Claims.Claim claim = claims.get(name);
          values.put(
              name,
              new EnvironmentValue(
                  name,
                  ImmutableSet.copyOf(possible),
                  claim == null ? ImmutableList.of() : claim.said(),
                  true,
                  Environments.octets(name, octets.getOrDefault(name, 0L))));
        });
    return values;
  }
}
