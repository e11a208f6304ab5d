package io.servicesemantics.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

  @ParameterizedTest
  @CsvSource({
    "pod shop/web-1, pod shop/web-1",
    "shop/web-1, pod shop/web-1",
    "web-1, pod web-1",
    "'  pod   web-1 ', pod web-1",
    "node node-a, node node-a",
    "203.0.113.7, 203.0.113.7",
    "2001:DB8::7, 2001:db8::7",
    "[2001:db8::7], 2001:db8::7",
    "203.0.113.7 via node-a, 203.0.113.7 via node-a"
  })
  void callers_areRead(String text, String printed) {
    assertThat(Caller.parse(text)).hasToString(printed);
  }

  @Test
  void theKinds_areToldApart() {
    assertThat(Caller.parse("shop/web-1"))
        .isEqualTo(new Caller.OfPod(NamespacedName.of("shop", "web-1")));
    assertThat(Caller.parse("node node-a")).isEqualTo(new Caller.OfNode("node-a"));
    assertThat(Caller.parse("203.0.113.7 via node-a"))
        .isEqualTo(new Caller.OfAddress(IpAddress.parse("203.0.113.7"), Optional.of("node-a")));
    assertThat(Caller.parse("web").<String>match(pod -> "pod", node -> "node", a -> "address"))
        .isEqualTo("pod");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "pod",
        "pod a b",
        "node a/b",
        "node",
        "a/b/c",
        "/web",
        "shop/",
        "203.0.113.700",
        "1.2.3",
        "web via node-a",
        "203.0.113.7 via",
        "203.0.113.7 at node-a",
        "203.0.113.7 via a b",
        "we\u001bb",
        "w\u00e9b",
        "web\n",
        "10.0.0.1/24"
      })
  void otherText_isRefusedWithWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Caller.parse(text))
        .withMessageStartingWith("Caller: \"")
        .withMessageContaining("; expected ")
        .withMessageNotContaining("\u001b");
  }

  @Test
  void longText_isRefusedAtOnceAndNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Caller.parse("a/".repeat(1_000_000)))
        .satisfies(refused -> assertThat(refused).message().hasSizeLessThan(300));
  }
}
