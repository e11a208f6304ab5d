package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class YamlReadingTest {
  private final TextReader reader = new TextReader();

  private SourceDocument one(String yaml) {
    ImmutableList<SourceDocument> documents = reader.readYaml(yaml, "shop.yaml");
    assertThat(documents).hasSize(1);
    return documents.get(0);
  }

  private Object tree(String yaml) {
    SourceDocument document = one(yaml);
    assertThat(document.problems()).isEmpty();
    return document.tree().orElseThrow();
  }

  private ManifestProblem onlyProblem(String yaml) {
    ImmutableList<ManifestProblem> problems = one(yaml).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }

  @Nested
  @DisplayName("scalars")
  class Scalars {
    @Test
    void wordsOfYaml11_areBooleans() {
      assertThat(tree("[y, No, ON, 'y', tRue]")).isEqualTo(List.of(true, false, true, "y", "tRue"));
    }

    @Test
    void numbersOfEverySpelling_areRead() {
      assertThat(tree("[017, 0o17, 0x1F, 0b101, 1_000, +12, 08, 80.0, 8e1, .5, -0b-1, 0b-1]"))
          .isEqualTo(Arrays.asList(15, 15, 31, 5, 1000, 12, 8, 80, 80, 0.5, "-0b-1", -1));
    }

    @Test
    void wholeNumbersBeyond64Bits_becomeDoubles() {
      assertThat(tree("[9223372036854775808, 18446744073709551616, -9223372036854775809]"))
          .isEqualTo(List.of(new BigInteger("9223372036854775808"), 0x1p64, -0x1p63));
    }

    @Test
    void sexagesimalsDatesAndTooLargeNumbers_areText() {
      assertThat(tree("[1:30, 2001-12-14, 1e400, ._5, 1.2.3]"))
          .isEqualTo(List.of("1:30", "2001-12-14", "1e400", "._5", "1.2.3"));
    }

    @Test
    void tags_sayWhatAScalarIs() {
      assertThat(tree("[!!str 80, !!int '80', !custom x, !!binary aGVsbG8=, !!float 3, ! 1]"))
          .isEqualTo(List.of("80", 80, "x", "hello", 3, "1"));
    }

    @Test
    void timestampTag_takesDatesOnly() {
      assertThat(tree("!!timestamp 2001-12-14t21:59:43.10-05:00"))
          .isEqualTo("2001-12-14t21:59:43.10-05:00");
      assertThat(onlyProblem("!!timestamp 2001-02-30").kind()).isEqualTo(Kind.UNSUPPORTED_VALUE);
      assertThat(onlyProblem("!!timestamp 2001-02-03 25:00:00").kind())
          .isEqualTo(Kind.UNSUPPORTED_VALUE);
    }

    @Test
    void valuesThatContradictTheirTag_areRefused() {
      assertThat(onlyProblem("a: !!int abc").toString())
          .startsWith("a: !!int before `abc`, which is a !!str");
      assertThat(onlyProblem("a: !!binary '@@'").kind()).isEqualTo(Kind.UNSUPPORTED_VALUE);
    }

    @Test
    void infinity_isRefusedWhereItStays() {
      assertThat(onlyProblem("a: [1, .inf]").path().toString()).isEqualTo("a[1]");
      assertThat(one("a: .inf\na: 1\n").tree()).contains(Map.of("a", 1));
    }

    @Test
    void binaryThatIsNoText_becomesReplacementCharacters() {
      assertThat(tree("!!binary 4oLigqw=")).isEqualTo("\uFFFD\uFFFD\u20AC");
    }
  }

  @Nested
  @DisplayName("keys")
  class Keys {
    @Test
    void keysThatAreNotText_becomeText() {
      assertThat(tree("{yes: 1, 0x10: 2, 1.50: 3, 1e10: 4, 0.00001: 5, .inf: 6}"))
          .isEqualTo(Map.of("true", 1, "16", 2, "1.5", 3, "1e+10", 4, "1e-05", 5, ".inf", 6));
    }

    @Test
    void nullAndHugeKeys_areRefused() {
      assertThat(onlyProblem("~: 1").kind()).isEqualTo(Kind.UNSUPPORTED_VALUE);
      assertThat(onlyProblem("a: {18446744073709551615: 1}").path().toString()).isEqualTo("a");
      assertThat(one("a: {~: 1}\na: 1").tree()).contains(Map.of("a", 1));
    }

    @Test
    void templateLeftIn_isOneProblem() {
      assertThat(onlyProblem("name: {{ .Values.name }}\n").path().toString()).isEqualTo("name");
    }

    @Test
    void keyGivenTwice_lastCountsAndIsReported() {
      SourceDocument document = one("spec:\n  port: 80\n  port: 81\n");

      assertThat(document.tree()).contains(Map.of("spec", Map.of("port", 81)));
      assertThat(document.problems())
          .extracting(ManifestProblem::toString)
          .containsExactly(
              "spec.port: key \"port\" already set in map: remove one of the two; the last one"
                  + " counts (shop.yaml:3)");
    }
  }

  @Nested
  @DisplayName("aliases and merges")
  class Aliases {
    @Test
    void aliasedMap_isTheSameObjectEverywhere() {
      Map<?, ?> tree = (Map<?, ?>) tree("a: &x {k: v}\nb: *x\n");

      assertThat(tree.get("b")).isSameAs(tree.get("a"));
    }

    @Test
    void mergeBehindAKey_overwritesItAndIsReported() {
      SourceDocument document = one("b: &b {tier: front}\nm: {tier: back, <<: *b}\n");

      assertThat(((Map<?, ?>) document.tree().orElseThrow()).get("m"))
          .isEqualTo(Map.of("tier", "front"));
      assertThat(document.problems())
          .extracting(ManifestProblem::kind)
          .containsExactly(Kind.DUPLICATE_KEY);
    }

    @Test
    void mergeOfSeveral_firstCounts() {
      SourceDocument document =
          one("a: &a {x: 1}\nb: &b {x: 2, w: 2}\nm:\n  <<: [*a, *b, {z: 3}]\n");

      assertThat(((Map<?, ?>) document.tree().orElseThrow()).get("m"))
          .isEqualTo(Map.of("x", 1, "w", 2, "z", 3));
    }

    @Test
    void mergeOfWhatIsNoMap_isRefused() {
      assertThat(onlyProblem("<<: 1").message()).startsWith("<< takes in a map");
      assertThat(onlyProblem("a: &a [{x: 1}]\nb: {<<: *a}").message())
          .startsWith("<< takes in a map");
      assertThat(onlyProblem("<<: [[{a: 1}]]").message()).startsWith("<< takes in a map");
      assertThat(one("\"<<\": 1").tree()).contains(Map.of("<<", 1));
    }

    @Test
    void aliasOfNothingOrOfItself_isRefused() {
      assertThat(onlyProblem("a: *x").message()).startsWith("*x stands for nothing");
      assertThat(onlyProblem("a: &x [*x]").message())
          .isEqualTo("*x stands inside of what it stands for");
    }

    @Test
    void aliasAsKey_isItsText() {
      assertThat(tree("a: &x 0x10\n*x : b\n")).isEqualTo(Map.of("a", 16, "16", "b"));
    }

    @Test
    void twoHundredHonestAliases_areRead() {
      assertThat(tree("b: &b {k: v}\nl:\n" + "- *b\n".repeat(200))).isInstanceOf(Map.class);
    }
  }

  @Nested
  @DisplayName("documents")
  class Documents {
    @Test
    void brokenDocument_costsOnlyItself() {
      ImmutableList<SourceDocument> documents =
          reader.readYaml("a: 1\n---\nb: 'x\n---\n# only a comment\n---\nc: 3\n", "");

      assertThat(documents).hasSize(3);
      assertThat(documents.get(0).tree()).contains(Map.of("a", 1));
      assertThat(documents.get(1).tree()).isEmpty();
      assertThat(documents.get(1).problems())
          .extracting(ManifestProblem::kind)
          .containsExactly(Kind.SYNTAX);
      assertThat(documents.get(2).tree()).contains(Map.of("c", 3));
      assertThat(documents.get(2).index()).isEqualTo(3);
      assertThat(documents.get(2).start().line()).isEqualTo(7);
    }

    @Test
    void windowsLineEndsAndMarks_areTaken() {
      ImmutableList<SourceDocument> documents =
          reader.readYaml("\uFEFFa: 1\r\n---\r\n\uFEFFb: 2\r\n", "");

      assertThat(documents)
          .extracting(document -> document.tree().orElseThrow())
          .containsExactly(Map.of("a", 1), Map.of("b", 2));
    }

    @Test
    void separatorInsideABlockOfText_cutsAllTheSame() {
      assertThat(reader.readYaml("a: |\n  x\n---\n  y\n", "")).hasSize(2);
      assertThat(reader.readYaml("a: |\n  x\n  ---\n  y\n", "")).hasSize(1);
    }

    @Test
    void directive_staysWithItsDocument() {
      assertThat(reader.readYaml("%YAML 1.1\n---\na: 1\n---\nb: 2\n", ""))
          .extracting(document -> document.tree().orElseThrow())
          .containsExactly(Map.of("a", 1), Map.of("b", 2));
    }

    @Test
    void textBehindTheEnd_isReported() {
      for (String yaml : List.of("a: 1\n...\nb: 2\n", "a: 1\n--- {b: 2}\n")) {
        SourceDocument document = one(yaml);

        assertThat(document.tree()).contains(Map.of("a", 1));
        assertThat(document.problems())
            .extracting(ManifestProblem::kind)
            .containsExactly(Kind.IGNORED_TEXT);
      }
    }

    @Test
    void nothing_isNoDocument() {
      for (String text : List.of("", "\n", "---\n---\n", "# x", "~", "null\n---\n", "\uFEFF")) {
        assertThat(reader.read(text, "")).as(text).isEmpty();
      }
    }
  }

  @Nested
  @DisplayName("places")
  class Places {
    private final SourceDocument document =
        one("# shop\nspec:\n  ports:\n  - name: web\n    port:\n      80\n  - {port: 81}\n");

    @Test
    void keysAndItems_areFound() {
      FieldPath ports = FieldPath.of("spec").child("ports");

      assertThat(document.start()).hasToString("shop.yaml:2:1");
      assertThat(document.locationOf(ports.index(0).child("port"))).hasToString("shop.yaml:5:5");
      assertThat(document.valueLocationOf(ports.index(0).child("port")))
          .hasToString("shop.yaml:6:7");
      assertThat(document.locationOf(ports.index(1))).hasToString("shop.yaml:7:5");
      assertThat(document.locationOf(ports.index(1).child("port"))).hasToString("shop.yaml:7:6");
    }

    @Test
    void missingField_isPlacedAtTheNearestAbove() {
      FieldPath ports = FieldPath.of("spec").child("ports");

      assertThat(document.locationOf(ports.index(7).child("x"))).hasToString("shop.yaml:3:3");
      assertThat(document.locationOf(FieldPath.of("x"))).isEqualTo(document.start());
    }

    @Test
    void largeMaps_areSearchedByKey() {
      StringBuilder yaml = new StringBuilder();
      for (int i = 0; i < 1_000; i++) {
        yaml.append("k").append(i).append(": ").append(i).append('\n');
      }
      SourceDocument large = one(yaml.toString());
      Map<?, ?> tree = (Map<?, ?>) large.tree().orElseThrow();

      assertThat(tree.get("k777")).isEqualTo(777);
      assertThat(tree.get("k1000")).isNull();
      assertThat(tree.containsKey("k999")).isTrue();
      assertThat(tree).hasSize(1_000);
      assertThat(tree.entrySet().iterator().next()).isEqualTo(entry("k0", 0));
      assertThat(large.locationOf(FieldPath.of("k777")).line()).isEqualTo(778);
    }
  }

  @Nested
  @DisplayName("broken syntax, in words")
  class Words {
    @Test
    void secondColon_namesFieldAndLine() {
      assertThat(
              onlyProblem(
                      """
                      spec:
                        containers:
                        - name: a
                          image: busybox: 1.28
                      """)
                  .toString())
          .isEqualTo(
              "spec.containers[0].image: value \"busybox: 1.28\" contains \": \": put the value in"
                  + " quotes (shop.yaml:4)");
    }

    @Test
    void otherMistakes_areNamed() {
      assertThat(onlyProblem("a: 1\n b: 2\n").message()).contains("indented deeper");
      assertThat(onlyProblem("a:\n  b: 1\n c: 2\n").message()).contains("indentation");
      assertThat(onlyProblem("a: b\n\tc: 1\n").message()).contains("tab");
      assertThat(onlyProblem("a: 'it's'\n").message()).contains("closing quote");
      assertThat(onlyProblem("a: 'x\n").message()).contains("never closed");
      assertThat(onlyProblem("a: [1\n").message()).contains("bracket");
      assertThat(onlyProblem("a: {b: 1\nc: 2\n").message()).contains("brace");
      assertThat(onlyProblem("a: @x\n").message()).contains("begin");
      assertThat(onlyProblem("a: 1\nb\nc: 2\n").message()).contains("neither \"key: value\"");
      assertThat(onlyProblem("a: - x\n").message()).contains("\"- \"");
      assertThat(onlyProblem("a: ? x\n").message()).contains("\"? \"");
      assertThat(onlyProblem("a: [1,,2]\n").message()).contains("missing before");
      assertThat(onlyProblem("a: \u0007\n").message()).contains("U+0007");
      assertThat(onlyProblem("a: \"\\q\"\n").message()).contains("escape");
      assertThat(onlyProblem("a: \"\\UFFFFFFFF\"\n").message()).contains("escape");
      assertThat(onlyProblem("%YAML 3.0\n---\na: 1\n").message()).contains("version");
    }

    @Test
    void lineSeparators_endALine() {
      assertThat(tree("a: x\u2028b: \"y\u2028z\"\u0085c: 😀\n"))
          .isEqualTo(Map.of("a", "x", "b", "y\u2028z", "c", "😀"));
    }
  }
}
