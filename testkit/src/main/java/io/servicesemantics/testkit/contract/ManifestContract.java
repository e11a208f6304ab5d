package io.servicesemantics.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.testkit.fixture.ManifestFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Manifests} does. */
public interface ManifestContract extends SemanticsContract {

  /** A Service with two faults a person makes: an unknown field, and a number in quotes. */
  String MISTYPED =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        Type: NodePort
        ports:
        - port: "80"
      """;

  /** Each kind, written from its value alone, is what was read: same fields, same order. */
  @TestFactory
  default Stream<DynamicTest> everyFieldOfAKind_isReadAndWrittenInTheServersOrder() {
    Manifests manifests = semantics().manifests();
    ManifestSet all =
        manifests.read(ManifestFixtures.everyField(), "every-field.yaml", FieldValidation.STRICT);
    assertThat(all.problems()).isEmpty();
    return all.objects().stream()
        .map(
            object ->
                dynamicTest(
                    object.value().kind(),
                    () ->
                        assertThat(manifests.toTree(object.value()).toString())
                            .isEqualTo(object.tree().toString())));
  }

  /** Each kind, written as YAML and as JSON, reads as the same value. */
  @TestFactory
  default Stream<DynamicTest> whatWasWritten_readsAsTheSameValue() {
    Manifests manifests = semantics().manifests();
    return manifests.read(ManifestFixtures.everyField()).objects().stream()
        .flatMap(
            object ->
                Stream.of(
                    dynamicTest(
                        object.value().kind() + " as YAML",
                        () ->
                            assertThat(onlyOne(manifests.read(manifests.toYaml(object.value()))))
                                .isEqualTo(object.value())),
                    dynamicTest(
                        object.value().kind() + " as JSON",
                        () ->
                            assertThat(onlyOne(manifests.read(manifests.toJson(object.value()))))
                                .isEqualTo(object.value()))));
  }

  private static Object onlyOne(ManifestSet set) {
    assertThat(set.objects()).hasSize(1);
    return set.objects().get(0).value();
  }

  /** Read strictly, a mistyped object is refused, and told in the server's words. */
  @Test
  default void mistypedObjectReadStrictly_isRefusedInTheServersWords() {
    ManifestSet read = semantics().manifests().read(MISTYPED, "", FieldValidation.STRICT);

    assertThat(read.objects()).isEmpty();
    assertThat(read.refused()).hasSize(1);
    assertThat(read.refused().get(0).decodingError())
        .hasValue(
            "json: cannot unmarshal string into Go struct field ServicePort.spec.ports.port of type"
                + " int32");
    assertThat(read.problems().get(0).message()).isEqualTo("unknown field \"spec.Type\"");
  }

  /** Read with warnings, what can be read of it is there, and it says that no cluster has it. */
  @Test
  default void mistypedObjectReadWithWarnings_isReadAndMarked() {
    ManifestSet read = semantics().manifests().read(MISTYPED);

    ManifestObject<?> web = read.objects().get(0);
    assertThat(web.value().metadata().name()).isEqualTo("web");
    assertThat(web.decodingError()).isPresent();
    assertThat(read.refused()).containsExactly(web);
    assertThat(read.problems()).extracting(problem -> problem.location().line()).contains(6, 8);
  }

  /** Unknown fields are not mentioned when nobody wants to hear of them. */
  @Test
  default void unknownFieldIgnored_isNotMentioned() {
    String unknown = MISTYPED.replace("\"80\"", "80");

    ManifestSet read = semantics().manifests().read(unknown, "", FieldValidation.IGNORE);

    assertThat(read.problems()).isEmpty();
    assertThat(read.refused()).isEmpty();
  }

  /** A document that is no YAML costs only itself. */
  @Test
  default void brokenDocument_costsOnlyItself() {
    ManifestSet read =
        semantics().manifests().read("a: b: c\n---\n" + MISTYPED.replace("\"80\"", "80"));

    assertThat(read.services()).hasSize(1);
    assertThat(read.hasProblems()).isTrue();
  }
}
