package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReadingTest {
  private final TextReader reader = new TextReader();

  @Test
  void numbersWithAFraction_stayDoublesUnlikeInYaml() {
    String text = "{\"a\": 80.0, \"b\": 80, \"c\": 99999999999999999999, \"d\": 5000000000}";

    assertThat(reader.read(text, "").get(0).tree())
        .contains(
            Map.of(
                "a", 80.0, "b", 80, "c", new BigInteger("99999999999999999999"), "d", 5000000000L));
    assertThat(reader.readYaml("{\"a\": 80.0}", "").get(0).tree()).contains(Map.of("a", 80));
  }

  @Test
  void severalValues_areDocuments() {
    ImmutableList<SourceDocument> documents =
        reader.read("{\"a\": 1}\n{\"b\": 2} {\"c\": 3}\n---\n{\"d\": 4}\n---\ne: 5\n", "x.json");

    assertThat(documents)
        .extracting(document -> document.tree().orElseThrow())
        .containsExactly(
            Map.of("a", 1), Map.of("b", 2), Map.of("c", 3), Map.of("d", 4), Map.of("e", 5));
    assertThat(documents).extracting(SourceDocument::index).containsExactly(1, 2, 3, 4, 5);
    assertThat(documents.get(2).locationOf(FieldPath.of("c"))).hasToString("x.json:2:11");
    assertThat(documents.get(3).locationOf(FieldPath.of("d"))).hasToString("x.json:4:2");
  }

  @Test
  void bracesThatAreYaml_areReadAsYaml() {
    assertThat(reader.read("{a: yes, b: [1,]}", "").get(0).tree())
        .contains(Map.of("a", true, "b", List.of(1)));
    assertThat(reader.readJson("{a: 1}", "").get(0).problems())
        .extracting(ManifestProblem::kind)
        .containsExactly(Kind.SYNTAX);
  }

  @Test
  void brokenJson_isOneProblem() {
    SourceDocument document = reader.read("{\"spec\": {\"ports\": [{\"port\": 80}\n", "").get(0);

    assertThat(document.tree()).isEmpty();
    assertThat(document.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith("not JSON: ");
              assertThat(problem.path().toString()).startsWith("spec.ports[");
            });
  }

  @Test
  void brokenSecondValue_leavesTheFirst() {
    ImmutableList<SourceDocument> documents = reader.read("{\"a\": 1}\n{\"b\": }", "");

    assertThat(documents).hasSize(2);
    assertThat(documents.get(0).tree()).contains(Map.of("a", 1));
    assertThat(documents.get(1).tree()).isEmpty();
  }

  @Test
  void fieldGivenTwice_isWordedAsTheServerDoes() {
    SourceDocument document =
        reader.read("{\"spec\": {\"ports\": [{\"port\": 1, \"port\": 2}]}}", "").get(0);

    assertThat(document.problems())
        .extracting(ManifestProblem::message)
        .containsExactly("duplicate field \"spec.ports[0].port\"");
  }

  @Test
  void numbersJsonCannotHold_areRefused() {
    assertThat(reader.readJson("{\"a\": 1e400}", "").get(0).problems())
        .extracting(ManifestProblem::kind)
        .containsExactly(Kind.UNSUPPORTED_VALUE);
    assertThat(reader.readJson("{\"a\": " + "9".repeat(2_000) + "}", "").get(0).problems())
        .extracting(ManifestProblem::kind)
        .containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void halfCharacters_areReplaced() {
    assertThat(reader.readJson("[\"\\ud800x\", \"\\ud83d\\ude00\", \"\\udc00\"]", "").get(0).tree())
        .contains(List.of("\uFFFDx", "😀", "\uFFFD"));
  }

  @Test
  void bytes_areReadAsTheirMarkSays() {
    Map<String, String> tree = Map.of("a", "é");

    assertThat(reader.read("a: é".getBytes(StandardCharsets.UTF_8), "").get(0).tree())
        .contains(tree);
    assertThat(reader.read("\uFEFFa: é".getBytes(StandardCharsets.UTF_8), "").get(0).tree())
        .contains(tree);
    assertThat(reader.read("\uFEFFa: é".getBytes(StandardCharsets.UTF_16LE), "").get(0).tree())
        .contains(tree);
    assertThat(reader.read("\uFEFFa: é".getBytes(StandardCharsets.UTF_16BE), "").get(0).tree())
        .contains(tree);
  }

  @Test
  void bytesThatAreNoText_breakOnlyTheirDocument() {
    byte[] bytes = "a: \uFFFD\n---\nb:\n  c: é\n---\nd: 1\n".getBytes(StandardCharsets.UTF_8);
    byte[] latin = bytes.clone();
    for (int i = 0; i + 1 < latin.length; i++) {
      if (latin[i] == (byte) 0xC3) {
        latin[i] = 'x';
        latin[i + 1] = (byte) 0xE9;
      }
    }

    assertThat(reader.read(bytes, "")).allMatch(document -> document.tree().isPresent());
    ImmutableList<SourceDocument> documents = reader.read(latin, "f");
    assertThat(documents).hasSize(3);
    assertThat(documents.get(0).tree()).isPresent();
    assertThat(documents.get(1).tree()).isEmpty();
    assertThat(documents.get(1).problems().get(0).location().line()).isEqualTo(4);
    assertThat(documents.get(2).tree()).isPresent();
  }
}
