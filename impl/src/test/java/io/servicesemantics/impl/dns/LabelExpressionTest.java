package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelExpressionTest {

  private static final Map<String, String> LABELS =
      ImmutableMap.of("app", "web", "tier", "", "example.com/team", "a.B-c_1");

  private static boolean isMet(String text) {
    return LabelExpression.parse(text).isMet(LABELS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "app",
        "app=web",
        "app==web",
        " app = web ",
        "app!=db",
        "gone!=web",
        "!gone",
        "! gone",
        "tier=",
        "tier= ",
        "app in (web)",
        "app in ( db , web )",
        "app notin (db,x)",
        "gone notin (web)",
        "tier in (,a)",
        "app,tier,!gone,app in (a,web),example.com/team=a.B-c_1"
      })
  void expressionsOfTheseLabels_areMet(String text) {
    assertThat(isMet(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gone",
        "app=Web",
        "App=web",
        "app!=web",
        "!app",
        "!tier",
        "app in (db,we)",
        "gone in (web)",
        "app notin (web)",
        "app,gone",
        "app=web,app=db"
      })
  void expressionsOfOtherLabels_areNotMet(String text) {
    assertThat(isMet(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=web",
        "!=web",
        "!",
        "app=web,",
        ",app",
        ",",
        "app web",
        "app in",
        "app in web",
        "app in (web",
        "app in web)",
        "app in (web) x",
        "app in (a)(b)",
        "app in (a),in (b)",
        "in (a)",
        "(a)",
        "app notin",
        "app not in (a)",
        "!app=web",
        "app==a==b",
        "app=a=b",
        "app=a||b",
        "app>5",
        "app<5",
        "app=a b",
        "app=\"web\"",
        "a\u0000",
        "app=(a)",
        "app,)",
        "é=a"
      })
  void otherText_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelExpression.parse(text))
        .withMessageStartingWith("Label selector: \"" + text + "\"; expected such as");
  }

  @Test
  void endlessText_isReadInOneGo() {
    assertThat(LabelExpression.parse("a,".repeat(200_000) + "a").requirements()).hasSize(200_001);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelExpression.parse("(".repeat(1_000_000)));
  }
}
