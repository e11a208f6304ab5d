package io.servicesemantics.impl.validation;

import static io.servicesemantics.impl.validation.Judged.faults;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ManagedFieldsEntry;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MetadataValidationTest {

  private static final ObjectMeta WEB = ObjectMeta.of("default", "web");
  private static final OwnerReference OWNER =
      OwnerReference.builder().apiVersion("apps/v1").kind("A").name("a").uid("1").build();

  @Nested
  class NamesAndNamespaces {
    @Test
    void noName_isRequired() {
      assertThat(faults(WEB.withName("")))
          .containsExactly("metadata.name: Required value: name or generateName is required");
    }

    @Test
    void name_isALabel() {
      assertThat(faults(WEB.withName("a.b")))
          .containsExactly("metadata.name: Invalid value: \"a.b\": must not contain dots");
    }

    @Test
    void prefix_isJudgedBesideTheName() {
      assertThat(faults(WEB.withGenerateName("a.b")))
          .containsExactly("metadata.generateName: Invalid value: \"a.b\": must not contain dots");
      assertThat(faults(WEB.withGenerateName("web-"))).isEmpty();
    }

    @Test
    void namespace_isALabel() {
      assertThat(faults(WEB.withNamespace("")))
          .containsExactly("metadata.namespace: Required value");
      assertThat(faults(WEB.withNamespace("a.b")))
          .containsExactly("metadata.namespace: Invalid value: \"a.b\": must not contain dots");
    }

    @Test
    void clusterScoped_hasNoNamespace() {
      Faults found = new Faults(Wording.of(Quirks.NONE));

      MetadataRules.check(WEB, false, NameRule.SUBDOMAIN, found);
      MetadataRules.check(ObjectMeta.of("a.b"), false, NameRule.SUBDOMAIN, found);

      assertThat(Judged.texts(found.toList()))
          .containsExactly("metadata.namespace: Forbidden: not allowed on this type");
    }

    @Test
    void negativeGeneration_isInvalid() {
      assertThat(faults(WEB.withGeneration(-1)))
          .containsExactly(
              "metadata.generation: Invalid value: -1: must be greater than or equal to 0");
    }
  }

  @Nested
  class LabelsAndAnnotations {
    @Test
    void keysAndValuesOfLabels_areJudged() {
      assertThat(faults(WEB.withLabels(ImmutableMap.of("/a", "b".repeat(64)))))
          .containsExactly(
              "metadata.labels: Invalid value: \"/a\": prefix part must be non-empty",
              "metadata.labels: Invalid value: \""
                  + "b".repeat(64)
                  + "\": must be no more than 63 bytes");
    }

    @Test
    void keysOfAnnotations_mayHaveCapitals() {
      assertThat(faults(WEB.withAnnotations(ImmutableMap.of("Example.COM/A", "<>\n")))).isEmpty();
      assertThat(faults(WEB.withAnnotations(ImmutableMap.of("\u212aube/a", "")))).isEmpty();
      assertThat(faults(WEB.withAnnotations(ImmutableMap.of("A/b/c", ""))))
          .singleElement()
          .asString()
          .startsWith("metadata.annotations: Invalid value: \"A/b/c\": a valid label key must");
    }

    @Test
    void annotations_haveALimitInBytes() {
      String rest = "é".repeat((262_144 - 2) / 2);

      assertThat(faults(WEB.withAnnotations(ImmutableMap.of("ab", rest)))).isEmpty();
      assertThat(faults(WEB.withAnnotations(ImmutableMap.of("abc", rest))))
          .containsExactly("metadata.annotations: Too long: may not be more than 262144 bytes");
    }

    @Test
    void topologyAnnotations_agree() {
      ImmutableMap<String, String> different =
          ImmutableMap.of(
              KnownAnnotations.TOPOLOGY_MODE,
              "Auto",
              KnownAnnotations.TOPOLOGY_AWARE_HINTS,
              "auto");

      assertThat(faults(WEB.withAnnotations(different)))
          .containsExactly(
              "metadata.annotations[service.kubernetes.io/topology-mode]: Invalid value:"
                  + " \"Auto\": must match"
                  + " annotations[service.kubernetes.io/topology-aware-hints] when both are"
                  + " specified");
    }
  }

  @Nested
  class Owners {
    @Test
    void nothingSaid_isFourFaults() {
      assertThat(faults(WEB.withOwnerReferences(OwnerReference.builder().build())))
          .containsExactly(
              "metadata.ownerReferences.apiVersion: Invalid value: \"\": version must not be"
                  + " empty",
              "metadata.ownerReferences.kind: Invalid value: \"\": must not be empty",
              "metadata.ownerReferences.name: Invalid value: \"\": must not be empty",
              "metadata.ownerReferences.uid: Invalid value: \"\": must not be empty");
    }

    @Test
    void versionless_isInvalid() {
      for (String apiVersion : new String[] {"apps/", "/", "a/b/c"}) {
        assertThat(faults(WEB.withOwnerReferences(OWNER.withApiVersion(apiVersion)))).hasSize(1);
      }
      assertThat(faults(WEB.withOwnerReferences(OWNER.withApiVersion("v1")))).isEmpty();
    }

    @Test
    void event_isNoOwner() {
      assertThat(
              faults(
                  WEB.withOwnerReferences(
                      OWNER.withApiVersion("v1").withKind("Event").withController(false))))
          .containsExactly(
              "metadata.ownerReferences: Invalid value:"
                  + " {\"apiVersion\":\"v1\",\"kind\":\"Event\",\"name\":\"a\",\"uid\":\"1\","
                  + "\"controller\":false}: /v1, Kind=Event is disallowed from being an owner");
    }

    @Test
    void twoControllers_areOneTooMany() {
      OwnerReference controller = OWNER.withController(true);

      assertThat(
              faults(
                  WEB.withOwnerReferences(
                      controller, OWNER, controller.withKind("B").withBlockOwnerDeletion(true))))
          .containsExactly(
              "metadata.ownerReferences: Invalid value:"
                  + " [{\"apiVersion\":\"apps/v1\",\"kind\":\"A\",\"name\":\"a\",\"uid\":\"1\","
                  + "\"controller\":true},"
                  + "{\"apiVersion\":\"apps/v1\",\"kind\":\"A\",\"name\":\"a\",\"uid\":\"1\"},"
                  + "{\"apiVersion\":\"apps/v1\",\"kind\":\"B\",\"name\":\"a\",\"uid\":\"1\","
                  + "\"controller\":true,\"blockOwnerDeletion\":true}]: Only one reference can"
                  + " have Controller set to true. Found \"true\" in references for A/a and B/a");
    }
  }

  @Nested
  class Finalizers {
    @Test
    void nameOfNoGroup_isInvalid() {
      assertThat(faults(WEB.withFinalizers("kubernetes", "orphan", "example.com/a", "x")))
          .containsExactly(
              "metadata.finalizers[3]: Invalid value: \"x\": name is neither a standard finalizer"
                  + " name nor is it fully qualified");
    }

    @Test
    void misspelled_isToldFirst() {
      assertThat(faults(WEB.withFinalizers("a b")))
          .hasSize(2)
          .first()
          .asString()
          .startsWith("metadata.finalizers: Invalid value: \"a b\": name part must consist");
    }

    @Test
    void orphanAndForeground_excludeEachOther() {
      assertThat(faults(WEB.withFinalizers("orphan", "foregroundDeletion")))
          .containsExactly(
              "metadata.finalizers: Invalid value: [\"orphan\",\"foregroundDeletion\"]: finalizer"
                  + " orphan and foregroundDeletion cannot be both set");
    }
  }

  @Nested
  class ManagedFields {
    private final ManagedFieldsEntry entry =
        ManagedFieldsEntry.builder().manager("kubectl").operation("Update").build();

    @Test
    void ordinary_isTaken() {
      assertThat(
              faults(
                  WEB.withManagedFields(
                      entry, entry.withOperation("Apply").withFieldsType("FieldsV1"))))
          .isEmpty();
    }

    @Test
    void everythingWrong_isToldInOrder() {
      assertThat(
              faults(
                  WEB.withManagedFields(
                      entry,
                      ManagedFieldsEntry.builder()
                          .operation("<")
                          .fieldsType("V2")
                          .manager("é\n")
                          .subresource("a".repeat(257))
                          .build(),
                      entry.withManager("a".repeat(129)))))
          .containsExactly(
              "metadata.managedFields[1].operation: Invalid value: \"\\u003c\": must be `Apply` or"
                  + " `Update`",
              "metadata.managedFields[1].fieldsType: Invalid value: \"V2\": must be `FieldsV1`",
              "metadata.managedFields[1].manager: Invalid value: \"é\\n\": invalid character"
                  + " U+000A (at position 2)",
              "metadata.managedFields[1].subresource: Too long: may not be more than 256 bytes",
              "metadata.managedFields[2].manager: Too long: may not be more than 128 bytes");
    }
  }

  @Nested
  class HostileMetadata {
    @Test
    void manyControllers_areToldInLinearMemory() {
      OwnerReference controller = OWNER.withController(true).withUid("u".repeat(100));

      assertTimeoutPreemptively(
          ofSeconds(10),
          () ->
              assertThat(
                      Judged.VALIDATOR.validate(
                          SentServices.of(Judged.clusterIp())
                              .withMetadata(
                                  WEB.withOwnerReferences(
                                      Collections.nCopies(10_000, controller)))))
                  .hasSize(9_999));
    }

    @Test
    void longManagerOfControlCharacters_isToldOfItsAllowedPart() {
      ManagedFieldsEntry entry =
          ManagedFieldsEntry.builder()
              .operation("Update")
              .manager("\u0001".repeat(1_000_000))
              .build();

      assertTimeoutPreemptively(
          ofSeconds(10),
          () ->
              assertThat(
                      Judged.VALIDATOR.validate(
                          SentServices.of(Judged.clusterIp())
                              .withMetadata(WEB.withManagedFields(entry))))
                  .hasSize(129));
    }
  }
}
