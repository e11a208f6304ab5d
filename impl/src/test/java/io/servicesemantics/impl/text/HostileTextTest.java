package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts written to cost more than they are long. */
class HostileTextTest {
  private static final Duration SOON = Duration.ofMillis(100);
  // generous: these are some megabytes each, and the machine may be busy
  private static final Duration LINEAR = Duration.ofSeconds(60);

  private static ImmutableList<SourceDocument> read(String text) {
    return new TextReader().read(text, "");
  }

  private static void assertRefused(ImmutableList<SourceDocument> documents) {
    SourceDocument last = documents.get(documents.size() - 1);
    assertThat(last.tree()).isEmpty();
    assertThat(last.problems()).extracting(ManifestProblem::kind).containsExactly(Kind.TOO_LARGE);
  }

  static Stream<Arguments> refusedSoon() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    StringBuilder chain = new StringBuilder("a0: &a0 {x: y}\n");
    for (int i = 1; i < 20; i++) {
      String alias = "*a" + (i - 1);
      laughs.append("a").append(i).append(": &a").append(i).append(" [");
      laughs.append((alias + ",").repeat(9)).append(alias).append("]\n");
    }
    for (int i = 1; i < 2_000; i++) {
      chain.append("a").append(i).append(": &a").append(i).append(" {x: *a");
      chain.append(i - 1).append("}\n");
    }
    return Stream.of(
        Arguments.of("brackets", "[".repeat(20_000)),
        Arguments.of("brackets in their map", "a: " + "[".repeat(20_000) + "]".repeat(20_000)),
        Arguments.of("brackets on lines", "[\n".repeat(20_000)),
        Arguments.of("brackets of JSON", "{\"a\":".repeat(20_000)),
        Arguments.of("a bomb", laughs.toString()),
        Arguments.of("a chain of aliases", chain.toString()),
        Arguments.of("lists in lists", "- ".repeat(20_000)),
        Arguments.of("100 MB in one line", "a: " + "x".repeat(100_000_000)),
        Arguments.of("30 MB in one line", "a: " + "x".repeat(30_000_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedSoon")
  void bombs_areRefusedAtOnce(String name, String text) {
    assertRefused(read(text));
    assertThat(bestOfFive(text)).as(name).isLessThan(SOON);
  }

  // the best, because the machine may be busy with something else
  private static Duration bestOfFive(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = System.nanoTime();
      assertThat(read(text)).isNotEmpty();
      best = Math.min(best, System.nanoTime() - before);
    }
    return Duration.ofNanos(best);
  }

  static Stream<Arguments> large() {
    StringBuilder colliding = new StringBuilder();
    for (int i = 0; i < 1 << 13; i++) {
      for (int bit = 0; bit < 13; bit++) {
        colliding.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      colliding.append(": 1\n");
    }
    return Stream.of(
        Arguments.of("a million aliases", "a: &a x\nb: [" + "*a,\n".repeat(1_000_000) + "]", 1),
        Arguments.of("many anchors", "- &a x\n".repeat(300_000), 1),
        Arguments.of("keys of one hash", colliding.toString(), 1),
        Arguments.of("keys of one name", "k: x\n".repeat(200_000), 1),
        Arguments.of("a thousand merges", merges(), 0),
        Arguments.of("long lines", ("- " + "x".repeat(262_000) + "\n").repeat(4), 1),
        Arguments.of("many lines of one text", "a: " + "x\n ".repeat(500_000), 1),
        Arguments.of("lists without content", "-\n".repeat(3_100_000), 0),
        Arguments.of("brackets in documents", ("[".repeat(900) + "\n---\n").repeat(10_000), 0),
        Arguments.of("infinities", "- .inf\n".repeat(100_000), 0),
        Arguments.of("one JSON text", "{\"a\": \"" + "x".repeat(10_000_000) + "\"}", 1));
  }

  private static String merges() {
    StringBuilder text = new StringBuilder("a: &a {");
    for (int i = 0; i < 1_000; i++) {
      text.append("k").append(i).append(": x, ");
    }
    return text.append("}\nb:\n").append("- {<<: *a}\n".repeat(100_000)).toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("large")
  void largeTexts_areReadOrRefusedInLinearTime(String name, String text, int trees) {
    ImmutableList<SourceDocument> documents = assertTimeout(LINEAR, () -> read(text), name);

    assertThat(documents.stream().filter(document -> document.tree().isPresent())).hasSize(trees);
    assertThat(documents)
        .allMatch(document -> document.tree().isPresent() || !document.problems().isEmpty())
        .allMatch(document -> document.problems().size() <= 100);
  }

  @Test
  void aMillionDocuments_areReadUpToTheLimit() {
    ImmutableList<SourceDocument> yaml =
        assertTimeout(LINEAR, () -> read("a: 1\n---\n".repeat(1_000_000)));
    ImmutableList<SourceDocument> json = assertTimeout(LINEAR, () -> read("{}".repeat(1_000_000)));

    for (ImmutableList<SourceDocument> documents : ImmutableList.of(yaml, json)) {
      assertThat(documents).hasSize(TextLimits.STANDARD.maxDocuments() + 1);
      assertRefused(documents);
    }
    assertThat(read("---\n".repeat(1_000_000))).isEmpty();
  }

  @Test
  void limitsOfTheCaller_areKept() {
    TextReader strict = new TextReader(new TextLimits(1_000, 100, 5, 3, 50, 2));

    assertRefused(strict.read("x".repeat(1_001), ""));
    assertRefused(strict.read(new byte[1_001], ""));
    assertRefused(strict.read("a: " + "x".repeat(98), ""));
    assertRefused(strict.read("- - - - - - x", ""));
    assertRefused(strict.read("[[[[x]]]]", ""));
    assertRefused(strict.read("- x\n".repeat(50), ""));
    assertRefused(strict.read("a: 1\n---\n".repeat(3), ""));
    assertRefused(strict.readJson("[[[[[[1]]]]]]", ""));
    assertRefused(strict.readJson("[" + "1,".repeat(60) + "1]", ""));
    assertThat(strict.read("- - - - - x", "").get(0).tree()).isPresent();
  }
}
