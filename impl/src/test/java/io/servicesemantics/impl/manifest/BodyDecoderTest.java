package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.servicesemantics.cluster.Workload;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.manifest.DecodedBody;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyDecoderTest {
  private static final String UNRECOGNIZED =
      "the object provided is unrecognized (must be of type Service): ";
  private static final String PARSE =
      UNRECOGNIZED + "couldn't get version/kind; json parse error: ";

  private final Manifests manifests = new StandardManifests(Quirks.NONE);

  private DecodedBody<Service> decode(String json) {
    return manifests.decode(Service.class, json, FieldValidation.WARN);
  }

  private String error(String json) {
    return decode(json).error().orElse("");
  }

  @Nested
  @DisplayName("text that is no JSON")
  class NoJson {
    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '`',
        value = {
          "{~unexpected end of JSON input~{",
          "``~unexpected end of JSON input~<empty>",
          "{} x~invalid character 'x' after top-level value~{} x",
          "[1,]~invalid character ']' looking for beginning of value~5b312c5d",
          "{\"a\":1,}~invalid character '}' looking for beginning of object key string~{\"a\":1,}",
          "{a:1}~invalid character 'a' looking for beginning of object key string~{a:1}",
          "{\"a\" 1}~invalid character '1' after object key~{\"a\" 1}",
          "{\"a\":1 2}~invalid character '2' after object key:value pair~{\"a\":1 2}",
          "{\"a\":[1 2]}~invalid character '2' after array element~{\"a\":[1 2]}",
          "{\"a\":tru}~invalid character '}' in literal true (expecting 'e')~{\"a\":tru}",
          "tr~invalid character ' ' in literal true (expecting 'u')~7472",
          "{\"a\":01}~invalid character '1' after object key:value pair~{\"a\":01}",
          "{\"a\":1.}~invalid character '}' after decimal point in numeric literal~{\"a\":1.}",
          "{\"a\":1e}~invalid character '}' in exponent of numeric literal~{\"a\":1e}",
          "{\"a\":-}~invalid character '}' in numeric literal~{\"a\":-}",
          "{\"a\":\"\\x\"}~invalid character 'x' in string escape code~{\"a\":\"\\x\"}",
          "{\"\\u00g\"}~invalid character 'g' in \\u hexadecimal character escape~{\"\\u00g\"}",
          "{'a':1}~invalid character '\\'' looking for beginning of object key string~{'a':1}",
          "{\"a\":\"b\"\"}~invalid character '\"' after object key:value pair~{\"a\":\"b\"\"}",
          "kind: Service~invalid character 'k' looking for beginning of value"
              + "~6b696e643a2053657276696365",
        })
    void firstByteThatDoesNotFit_isTheErrorOfGo(String json, String fault, String summary) {
      assertThat(error(json)).isEqualTo(PARSE + fault + " (" + summary + ")");
    }

    @Test
    void controlCharacterInText_isQuotedAsGoDoes() {
      assertThat(error("{\"a\":\"b\nc\"}")).startsWith(PARSE + "invalid character '\\n' in string");
    }

    @Test
    void numberThatEndsWithTheText_isANumber() {
      assertThat(error("12.5e3")).contains("json: cannot unmarshal number into Go value of type");
    }

    @Test
    void deepNesting_isRefusedByWhoComesFirst() {
      assertThat(error("[".repeat(100_000))).contains("exceeded max depth");
      assertThat(error("{\"a\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}")).isNotEmpty();
    }
  }

  @Nested
  @DisplayName("the kind")
  class Kind {
    @Test
    void unsaid_isThatOfTheAddress() {
      assertThat(decode("{}").error()).isEmpty();
      assertThat(decode("null").error()).isEmpty();
      assertThat(decode("{\"kind\":\"\",\"apiVersion\":\"\"}").error()).isEmpty();
      assertThat(decode("{\"spec\":{\"clusterIP\":\"None\"}}").value().spec().clusterIP())
          .isEqualTo("None");
    }

    @Test
    void noObject_isUnrecognized() {
      assertThat(error("[]"))
          .isEqualTo(
              PARSE
                  + "json: cannot unmarshal array into Go value of type struct { APIVersion string"
                  + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
                  + " \"json:\\\"kind,omitempty\\\"\" } (5b5d)");
      assertThat(error("\"x\"")).contains("cannot unmarshal string").endsWith("(227822)");
    }

    @Test
    void anotherKindOfTheServer_cannotBeConverted() {
      assertThat(error("{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}"))
          .isEqualTo(
              "Pod in version \"v1\" cannot be handled as a Service:"
                  + " converting (v1.Pod) to (core.Service): unknown conversion");
      assertThat(error("{\"kind\":\"ServiceList\",\"apiVersion\":\"v1\",\"items\":[]}"))
          .isEqualTo(
              "ServiceList in version \"v1\" cannot be handled as a Service:"
                  + " converting (v1.ServiceList) to (core.Service): unknown conversion");
    }

    @Test
    void kindNobodyKnows_isNotRegistered() {
      assertThat(error("{\"kind\":\"service\"}"))
          .isEqualTo(
              "service in version \"v1\" cannot be handled as a Service: no kind \"service\" is"
                  + " registered for version \"v1\" in scheme"
                  + " \"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"");
      assertThat(error("{\"kind\":\"Service\",\"apiVersion\":\"apps/v1\"}"))
          .contains("Service in version \"v1\"", "registered for version \"apps/v1\"");
    }

    @Test
    void versionOfTooManyParts_isUnrecognized() {
      assertThat(error("{\"apiVersion\":\"a/b/c\"}"))
          .isEqualTo(
              UNRECOGNIZED + "unexpected GroupVersion string: a/b/c ({\"apiVersion\":\"a/b/c\"})");
    }

    @Test
    void numberAsVersion_isUnrecognizedAndCutAfterThirtyBytes() {
      assertThat(error("{\"apiVersion\":1,\"metadata\":{\"name\":\"web\"}}"))
          .isEqualTo(
              PARSE
                  + "json: cannot unmarshal number into Go struct field .apiVersion of type string"
                  + " ({\"apiVersion\":1,\"metadata\":{\"n ...)");
    }

    @Test
    void otherAddresses_haveTheirOwnWords() {
      DecodedBody<EndpointSlice> body =
          manifests.decode(EndpointSlice.class, "{\"kind\":\"Pod\"}", FieldValidation.WARN);

      assertThat(body.error().orElse(""))
          .contains("registered for version \"discovery.k8s.io/v1\"");
    }

    @Test
    void classOfSeveralKinds_isRefused() {
      assertThatThrownBy(() -> manifests.decode(Workload.class, "{}", FieldValidation.WARN))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected that of one kind");
    }
  }

  @Nested
  @DisplayName("unknown fields and keys given twice")
  class Strictness {
    private static final String JSON =
        "{\"spec\":{\"type\":\"NodePort\",\"foo\":{\"a\":1,\"a\":2},\"type\":\"ClusterIP\"}}";

    @Test
    void ifWarned_areWarningsInTheOrderOfTheText() {
      assertThat(decode(JSON).warnings())
          .containsExactly("unknown field \"spec.foo\"", "duplicate field \"spec.type\"");
    }

    @Test
    void ifStrict_areOneError() {
      DecodedBody<Service> body = manifests.decode(Service.class, JSON, FieldValidation.STRICT);

      assertThat(body.warnings()).isEmpty();
      assertThat(body.error().orElse(""))
          .isEqualTo(
              "Service in version \"v1\" cannot be handled as a Service: strict decoding error:"
                  + " unknown field \"spec.foo\", duplicate field \"spec.type\"");
    }

    @Test
    void ifIgnored_areNotMentioned() {
      DecodedBody<Service> body = manifests.decode(Service.class, JSON, FieldValidation.IGNORE);

      assertThat(body.warnings()).isEmpty();
      assertThat(body.error()).isEmpty();
    }

    @Test
    void besideAWrongType_areNotMentioned() {
      DecodedBody<Service> body = decode("{\"foo\":1,\"spec\":{\"type\":5}}");

      assertThat(body.warnings()).isEmpty();
      assertThat(body.error().orElse("")).contains("json: cannot unmarshal number into Go struct");
    }

    @Test
    void ofAnObjectReadBefore_areJudgedAnew() {
      String yaml = "apiVersion: v1\nkind: Service\nspec: {foo: 1, bar: 2}\n";
      var read = manifests.read(yaml).objects(Service.class).get(0);

      assertThat(manifests.decode(read, FieldValidation.WARN).warnings())
          .containsExactly("unknown field \"spec.bar\"", "unknown field \"spec.foo\"");
      assertThat(manifests.decode(read, FieldValidation.STRICT).error().orElse(""))
          .endsWith(
              "strict decoding error: unknown field \"spec.bar\", unknown field \"spec.foo\"");
      assertThat(manifests.decode(read, FieldValidation.IGNORE).error()).isEmpty();
    }
  }

  @Nested
  @DisplayName("trees")
  class GivenTrees {
    @Test
    void map_isReadAsTheKindOfTheAddress() {
      DecodedBody<Service> body =
          manifests.decodeTree(
              Service.class, Map.of("spec", Map.of("type", "NodePort")), FieldValidation.WARN);

      assertThat(body.value().spec().type().text()).isEqualTo("NodePort");
    }

    @Test
    void noMap_isUnrecognizedWithItsJson() {
      DecodedBody<Service> body =
          manifests.decodeTree(Service.class, List.of(1), FieldValidation.WARN);

      assertThat(body.error().orElse("")).contains("cannot unmarshal array").endsWith("(5b315d)");
    }

    @Test
    void nothing_isAnEmptyObject() {
      assertThat(manifests.decodeTree(Service.class, null, FieldValidation.WARN).error()).isEmpty();
    }
  }
}
