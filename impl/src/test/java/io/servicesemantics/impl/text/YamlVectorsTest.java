package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.testkit.vector.Difference;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YamlVectorsTest {
  // Go takes a comma as part of a tag, and a dash before a comma as text; the engine does neither
  private static final List<String> SCANNER_DIFFERS =
      List.of("yaml/item-088", "yaml/item-142", "yaml/random-flow-0073");

  private final TextReader reader = new TextReader();

  @Test
  void recordedYaml_readAsKubernetesReadsIt() {
    Map<String, String> differing = new TreeMap<>();
    int[] count = {0};
    for (VectorFile file : VectorFile.bundled("yaml")) {
      file.forEach(
          vector -> {
            count[0]++;
            difference(vector).ifPresent(text -> differing.put(vector.id(), text));
          });
    }

    assertThat(count[0]).isGreaterThan(2_000);
    assertThat(differing).containsOnlyKeys(SCANNER_DIFFERS);
  }

  private Optional<String> difference(Vector vector) {
    String yaml = String.valueOf(vector.input().get("yaml"));
    ImmutableList<SourceDocument> documents = reader.readYaml(yaml, "");
    boolean refused = !documents.isEmpty() && documents.get(0).tree().isEmpty();
    if (refused || vector.expected().containsKey("error")) {
      return refused == vector.expected().containsKey("error")
          ? Optional.empty()
          : Optional.of("expected " + vector.expected() + ", was " + documents);
    }
    boolean strict =
        documents.stream()
            .limit(1)
            .flatMap(document -> document.problems().stream())
            .anyMatch(problem -> problem.kind() == ManifestProblem.Kind.DUPLICATE_KEY);
    if (strict != vector.expected().containsKey("strictError")) {
      return Optional.of("expected " + vector.expected() + ", was strictly wrong: " + strict);
    }
    Object tree = documents.isEmpty() ? null : documents.get(0).tree().orElse(null);
    return Difference.between(vector.expected().get("tree"), tree).map(Difference::toString);
  }
}
