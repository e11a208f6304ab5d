package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JoinedSlicesTest {

  @Test
  void slicesOfOneKind_becomeOneEntryWithSizes() {
    List<Object> joined =
        JoinedSlices.join(
            List.of(
                slice("{'name':'b','port':2},{'name':'a','port':1}", "'10.0.0.1'"),
                slice("{'name':'a','port':1},{'name':'b','port':2}", "'10.0.0.3','10.0.0.2'")));

    assertThat(joined).hasSize(1);
    assertThat(Trees.get(joined.get(0), "sizes")).isEqualTo(List.of(2, 1));
    assertThat(
            Difference.between(
                JoinedSlices.ordered(
                    Trees.list(
                        Json.tree(
                            "[{'addressType':'IPv4','sizes':[2,1],'labels':{'k':'v'},"
                                + "'ports':[{'port':1,'name':'a'},{'port':2,'name':'b'}],"
                                + "'endpoints':[{'addresses':['10.0.0.1']},"
                                + "{'addresses':['10.0.0.2']},{'addresses':['10.0.0.3']}]}]"))),
                JoinedSlices.ordered(joined)))
        .isEmpty();
  }

  @Test
  void slicesOfOtherPortsOrLabels_stayApartWithoutSizes() {
    List<Object> joined =
        JoinedSlices.join(
            List.of(
                slice("{'name':'a','port':1}", "'10.0.0.1'"),
                slice("{'name':'a','port':2}", "'10.0.0.1'"),
                Trees.with(
                    slice("{'name':'a','port':1}", "'10.0.0.1'"),
                    "metadata",
                    Json.tree("{'labels':{'k':'other'}}"))));

    assertThat(joined)
        .hasSize(3)
        .allSatisfy(e -> assertThat(Trees.map(e)).doesNotContainKey("sizes"));
  }

  @Test
  void uidOfTheTarget_isLeftOutAndHintsAreCounted() {
    List<Object> joined =
        JoinedSlices.join(
            List.of(
                Trees.map(
                    Json.tree(
                        "{'addressType':'IPv6','endpoints':["
                            + "{'targetRef':{'name':'p','uid':'u'},"
                            + "'hints':{'forZones':[{'name':'z1'}]}},"
                            + "{'hints':{'forZones':[{'name':'z1'},{'name':'z2'}]}},{}]}"))));

    assertThat(JsonText.of(joined)).contains("\"targetRef\":{\"name\":\"p\"}");
    assertThat(JoinedSlices.hintsPerZone(joined))
        .isEqualTo(Map.of("IPv6", Map.of("z1", 2, "z2", 1)));
    assertThat(JsonText.of(JoinedSlices.withoutHints(joined))).doesNotContain("hints");
  }

  private static Map<String, Object> slice(String ports, String addresses) {
    String endpoints =
        Splitter.on(',')
            .splitToStream(addresses)
            .map(address -> "{'addresses':[" + address + "]}")
            .collect(Collectors.joining(","));
    return Trees.map(
        Json.tree(
            "{'metadata':{'name':'n','labels':{'k':'v'},'annotations':{}},'addressType':'IPv4',"
                + "'ports':["
                + ports
                + "],'endpoints':["
                + endpoints
                + "]}"));
  }
}
