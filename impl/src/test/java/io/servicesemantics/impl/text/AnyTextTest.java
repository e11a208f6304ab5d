package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.manifest.SourceDocument;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text is, reading it gives trees or problems. */
class AnyTextTest {
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: shop # the front
        labels: {app: web, "tier": 'front'}
        annotations:
          note: |
            first line
              second line
          folded: >-
            one
            two
      spec:
        type: LoadBalancer
        selector: &labels
          app: web
        ports:
        - name: http
          port: 80
          targetPort: "8080"
        - {name: https, port: 0x1BB, targetPort: 8443.0}
        sessionAffinity: !!str None
      ---
      {"apiVersion": "v1", "kind": "Endpoints", "metadata": {"name": "shop"},
       "subsets": [{"addresses": [{"ip": "10.0.0.1"}], "ports": [{"port": 8080}]}]}
      ---
      ? complex
      : <<: [{a: 1}, {b: 2}]
        c: *labels
      """;
  private static final String SYNTAX = "-?:,[]{}#&*!|>'\"%@` \n\t\r\\~<=.0123456789abxyeE_+";

  private final TextReader reader = new TextReader();

  @Property(tries = 500)
  void anyBytes_giveTreesOrProblems(@ForAll byte[] bytes) {
    check(reader.read(bytes, "any"));
  }

  @Property(tries = 500)
  void anyText_givesTreesOrProblems(@ForAll String text) {
    check(reader.read(text, "any"));
    check(reader.readYaml(text, "any"));
    check(reader.readJson(text, "any"));
  }

  @Property(tries = 1_000)
  void syntaxInAnyOrder_givesTreesOrProblems(@ForAll("syntax") String text) {
    check(reader.read(text, "any"));
  }

  @Property(tries = 600)
  void mutatedManifests_giveTreesOrProblems(@ForAll("mutated") String text) {
    check(reader.read(text, "any"));
  }

  @Property(tries = 500)
  void truncatedManifests_keepTheDocumentsBefore(@ForAll("length") int length) {
    ImmutableList<SourceDocument> documents = reader.read(MANIFEST.substring(0, length), "any");

    check(documents);
    if (length >= MANIFEST.indexOf("---") + 3) {
      assertThat(documents.get(0).tree()).isPresent();
    }
  }

  @Provide
  Arbitrary<String> syntax() {
    return Arbitraries.strings().withChars(SYNTAX.toCharArray()).ofMaxLength(60);
  }

  @Provide
  Arbitrary<Integer> length() {
    return Arbitraries.integers().between(0, MANIFEST.length());
  }

  @Provide
  Arbitrary<String> mutated() {
    Arbitrary<String> insertion =
        Arbitraries.strings().withChars(SYNTAX.toCharArray()).ofMaxLength(4);
    Arbitrary<Integer> cut = Arbitraries.integers().between(0, 6);
    return Combinators.combine(length(), cut, insertion)
        .as((at, cutOut, text) -> mutate(MANIFEST, at, cutOut, text))
        .flatMap(
            once ->
                Combinators.combine(length(), cut, insertion)
                    .as((at, cutOut, text) -> mutate(once, at, cutOut, text)));
  }

  private static String mutate(String manifest, int at, int cut, String insertion) {
    int from = Math.min(at, manifest.length());
    int to = Math.min(from + cut, manifest.length());
    return manifest.substring(0, from) + insertion + manifest.substring(to);
  }

  private static void check(ImmutableList<SourceDocument> documents) {
    for (int i = 0; i < documents.size(); i++) {
      SourceDocument document = documents.get(i);
      assertThat(document.index()).isEqualTo(i + 1);
      assertThat(document.tree().isPresent() || !document.problems().isEmpty()).isTrue();
      document
          .problems()
          .forEach(
              problem -> {
                assertThat(problem.location().line()).isPositive();
                assertThat(problem.location().column()).isPositive();
                assertThat(problem.toString()).doesNotContain("\n");
              });
    }
  }
}
