package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.profile.ClusterProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Area {@code yaml}: the tree that a text's first document is read as. Of errors it counts that
 * there is one, not how it is worded.
 */
final class YamlVectors implements AreaVectors {
  private static final String ANY = "an error";

  @Override
  public String area() {
    return "yaml";
  }

  @Override
  public Optional<Difference> check(
      Vector vector, Function<ClusterProfile, ServiceSemantics> semantics) {
    ImmutableList<SourceDocument> documents =
        semantics
            .apply(Clusters.of(vector))
            .manifests()
            .documents(String.valueOf(vector.input().get("yaml")));
    return Difference.between(
        expected(vector.expected()), actual(documents, vector.expected().containsKey("error")));
  }

  private static Map<String, @Nullable Object> expected(Map<String, @Nullable Object> recorded) {
    Map<String, @Nullable Object> expected = new LinkedHashMap<>(recorded);
    expected.computeIfPresent("error", (key, text) -> ANY);
    expected.computeIfPresent("strictError", (key, text) -> ANY);
    return expected;
  }

  private static Map<String, @Nullable Object> actual(
      ImmutableList<SourceDocument> documents, boolean errorExpected) {
    Map<String, @Nullable Object> actual = new LinkedHashMap<>();
    if (documents.isEmpty()) {
      actual.put("tree", null);
      return actual;
    }
    SourceDocument first = documents.get(0);
    boolean isRead = first.tree().isPresent() || first.problems().isEmpty();
    if (isRead) {
      actual.put("tree", first.tree().orElse(null));
    } else {
      actual.put("error", errorExpected ? ANY : first.problems().get(0).toString());
    }
    if (isRead && hasDuplicateKey(first)) {
      actual.put("strictError", ANY);
    }
    return actual;
  }

  private static boolean hasDuplicateKey(SourceDocument document) {
    return document.problems().stream()
        .anyMatch(problem -> problem.kind() == ManifestProblem.Kind.DUPLICATE_KEY);
  }
}
