package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.slicing.SlicingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoHintsTest {

  // routing 10.2, worked out by the real program
  @ParameterizedTest
  @CsvSource({
    "a4 b4 c4, a2 b1 c3, a2 b2 c2",
    "a4 b4 c4, a5 b4 c3, a4 b4 c4",
    "a4 b4 c4, a6, a2 b2 c2",
    "a4 b4 c4, a7 b2, a3 b3 c3",
    "a4 b4 c4, a3 b3 d3, a3 b3 d3",
    "a8 b4, a2 b1, a2 b1",
    "a8 b4, a1 b2, a2 b1",
    "a8 b4, a3 b3, a4 b2",
  })
  void endpointsAndCapacity_giveTheseCounts(String cpu, String ready, String hinted) {
    assertThat(assigned(cpu, ready).counts()).isEqualTo(zones(hinted));
  }

  @ParameterizedTest
  @CsvSource({
    "a4 b4 c4, a4 b4 c3, HINTS_WITHHELD_OVERLOAD",
    "a4 b4 c4, a2, HINTS_WITHHELD_TOO_FEW",
    "a8 b4, a2 b2, HINTS_WITHHELD_OVERLOAD",
    "a8 b4, a1 b1, HINTS_WITHHELD_OVERLOAD",
  })
  void endpointsThatCannotBeShared_getNone(String cpu, String ready, SlicingReason reason) {
    assertThat(assigned(cpu, ready).withheld()).isEqualTo(reason);
  }

  @Test
  void zonesEquallyInNeed_leaveTheCountsToChance() {
    assertThat(assigned("a4 b4 c4", "a4 b3").countsLeftToChance()).isTrue();
    assertThat(assigned("a4 b4 c4", "a2 b1 c3").countsLeftToChance()).isFalse();
  }

  private static AutoHints assigned(String cpu, String ready) {
    Map<String, Integer> capacity = zones(cpu);
    int total = capacity.values().stream().mapToInt(Integer::intValue).sum();
    ImmutableSortedMap.Builder<String, Double> ratios = ImmutableSortedMap.naturalOrder();
    capacity.forEach((zone, share) -> ratios.put(zone, share / (double) total));
    List<Endpoint> endpoints = new ArrayList<>();
    zones(ready)
        .forEach(
            (zone, count) -> {
              for (int i = 0; i < count; i++) {
                endpoints.add(
                    Endpoint.of("10.0.0.1")
                        .withZone(zone)
                        .withConditions(EndpointConditions.of(true, true, false)));
              }
            });
    AutoHints hints = new AutoHints(ratios.buildOrThrow(), endpoints.size());
    if (hints.withheld() == null) {
      hints.assign(List.of(endpoints));
    }
    return hints;
  }

  private static Map<String, Integer> zones(String text) {
    Map<String, Integer> zones = new TreeMap<>();
    for (String part : text.split(" ", -1)) {
      zones.put(part.substring(0, 1), Integer.valueOf(part.substring(1)));
    }
    return zones;
  }
}
