package io.servicesemantics.impl.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks older releases all flows of a vector: those they treat otherwise, which are all their own
 * vectors have, together with the others, which are treated as by the newest release.
 */
class ReleaseFlowsTest {

  private static final String NFTABLES = "route";
  private static final String IPTABLES = "route-iptables";
  private static final String DISAGREE = "route-disagree";

  // By the name of a vector, what becomes of each of its flows.
  private final Map<String, Map<Object, Object>> nftables = verdicts(NFTABLES, "verdicts");
  private final Map<String, Map<Object, Object>> iptables = verdicts(DISAGREE, "iptables");

  @TestFactory
  Stream<DynamicTest> everyFlowOfNftables_agrees() {
    return tests(NFTABLES);
  }

  // Only of vectors of which it is recorded where iptables answers otherwise than nftables.
  @TestFactory
  Stream<DynamicTest> everyFlowOfIptablesFromElsewhere_agrees() {
    return tests(IPTABLES);
  }

  private Stream<DynamicTest> tests(String area) {
    return VectorFile.bundled().stream()
        .filter(file -> file.name().startsWith("versions/"))
        .filter(file -> file.name().contains("/" + area + "."))
        .map(file -> DynamicTest.dynamicTest(file.name(), () -> run(file, area)));
  }

  private void run(VectorFile release, String area) {
    VectorRunner runner = new VectorRunner(StandardSemantics::of);
    Map<String, Map<Object, Object>> otherwise = new HashMap<>();
    String[] kubernetes = {""};
    release.forEach(
        vector -> {
          kubernetes[0] = vector.kubernetes();
          add(vector, area, "verdicts", otherwise);
        });
    List<String> wrong = new ArrayList<>();
    int[] flows = {0};
    for (VectorFile file : VectorFile.bundled(NFTABLES)) {
      file.forEach(
          vector -> {
            if (vector.area().equals(NFTABLES)
                && (area.equals(NFTABLES) || iptables.containsKey(name(vector)))) {
              Vector joined = joined(vector, kubernetes[0], area, otherwise);
              flows[0] += elements(joined.input(), "flows").size();
              VectorOutcome outcome = runner.run(joined);
              if (!(outcome instanceof VectorOutcome.Agree)) {
                wrong.add(vector.id() + ": " + outcome);
              }
            }
          });
    }
    assertThat(flows[0]).isGreaterThan(1000);
    assertThat(otherwise).isNotEmpty();
    assertThat(wrong).as(release.name()).isEmpty();
  }

  private Vector joined(
      Vector vector, String release, String area, Map<String, Map<Object, Object>> otherwise) {
    Map<Object, Object> known = new HashMap<>(nftables.getOrDefault(name(vector), Map.of()));
    if (area.equals(IPTABLES)) {
      known.putAll(iptables.getOrDefault(name(vector), Map.of()));
    }
    known.putAll(otherwise.getOrDefault(name(vector), Map.of()));
    List<Object> flows = new ArrayList<>();
    List<Object> verdicts = new ArrayList<>();
    for (Object flow : elements(vector.input(), "flows")) {
      if (area.equals(NFTABLES) || !isFromNode(flow, vector)) {
        flows.add(flow);
        verdicts.add(known.get(flow));
      }
    }
    Map<String, @Nullable Object> input = new LinkedHashMap<>(vector.input());
    input.put("flows", flows);
    Map<String, @Nullable Object> expected = new LinkedHashMap<>(vector.expected());
    expected.put("verdicts", verdicts);
    return new Vector(vector.id(), area, release, vector.what(), input, expected);
  }

  // What the node itself sends iptables judges by hooks, which those who recorded it could not see.
  private static boolean isFromNode(Object flow, Vector vector) {
    String from = String.valueOf(get(flow, "from"));
    return IpAddress.parse(from).isLoopback()
        || elements(get(vector.input(), "node"), "addresses").contains(from);
  }

  private static Map<String, Map<Object, Object>> verdicts(String area, String key) {
    Map<String, Map<Object, Object>> verdicts = new HashMap<>();
    for (VectorFile file : VectorFile.bundled(NFTABLES)) {
      file.forEach(vector -> add(vector, area, key, verdicts));
    }
    return verdicts;
  }

  private static void add(
      Vector vector, String area, String key, Map<String, Map<Object, Object>> verdicts) {
    if (vector.area().equals(area)) {
      Map<Object, Object> ofFlows = verdicts.computeIfAbsent(name(vector), name -> new HashMap<>());
      List<?> flows = elements(vector.input(), "flows");
      List<?> answers = elements(vector.expected(), key);
      for (int i = 0; i < flows.size(); i++) {
        ofFlows.put(flows.get(i), answers.get(i));
      }
    }
  }

  // Areas share names, behind the area.
  private static String name(Vector vector) {
    return vector.id().substring(vector.id().indexOf('/') + 1);
  }

  private static @Nullable Object get(@Nullable Object tree, String key) {
    return tree instanceof Map<?, ?> map ? map.get(key) : null;
  }

  private static List<?> elements(@Nullable Object tree, String key) {
    return get(tree, key) instanceof List<?> list ? list : ImmutableList.of();
  }
}
