package io.servicesemantics.impl.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.testkit.vector.Difference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class TextWriterTest {
  private static final ImmutableList<String> TRICKY =
      ImmutableList.of(
          "",
          "y",
          "n",
          "Yes",
          "on",
          "OFF",
          "~",
          "null",
          "NaN",
          ".inf",
          "1:30",
          "190:20:30",
          "0o17",
          "017",
          "0x1F",
          "0b11",
          "1_000",
          "+12",
          "1e3",
          "1.5",
          "1.2.3",
          "10.96.0.1",
          "fd00::1",
          "2001-12-14",
          "2001-12-14 21:59:43",
          "12:30:45.5",
          "<<",
          "=",
          "-",
          "--",
          "---",
          "--- a",
          "...",
          "# a",
          "a #b",
          "a: b",
          "a:",
          ":a",
          "- a",
          "? a",
          "{a}",
          "[a]",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "%a",
          "@a",
          "`a",
          "'",
          "\"",
          "it's",
          "a\\b",
          " a",
          "a ",
          "\ta",
          "a\tb",
          "a\nb",
          "a\nb\n",
          "a\n\n",
          "\na",
          "\n",
          " a\nb",
          "a \nb",
          "a\n  b\n c",
          "a\r\nb",
          "a\n---\nb\n",
          "a\n# b\n",
          "\u0000",
          "\u007f",
          "\u0085",
          "a\u2028b",
          "\uFEFFa",
          "é",
          "日本",
          "😀",
          "{{ a }}");

  private final TextWriter writer = new TextWriter();
  private final TextReader reader = new TextReader();

  @Property(tries = 600)
  void whatIsWritten_everyReaderReadsBack(@ForAll("trees") Object tree) {
    Map<String, Object> root = Map.of("root", tree);
    String yaml = writer.toYaml(root);

    assertThat(Difference.between(root, only(reader.readYaml(yaml, "")))).as(yaml).isEmpty();
    assertThat(Difference.between(root, readAs11(yaml))).as(yaml).isEmpty();
    assertThat(Difference.between(root, readAs12(yaml))).as(yaml).isEmpty();
    assertThat(Difference.between(root, only(reader.readJson(writer.toJson(root), "")))).isEmpty();
    assertThat(Difference.between(root, only(reader.read(writer.toPrettyJson(root), ""))))
        .isEmpty();
  }

  @Provide
  Arbitrary<Object> trees() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            texts().map(text -> text),
            Arbitraries.integers().map(number -> number),
            Arbitraries.longs().map(number -> number),
            Arbitraries.doubles().ofScale(9).map(number -> number),
            Arbitraries.of(true, false).map(truth -> truth));
    return Arbitraries.recursive(
        () -> leaf,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(list -> list),
                inner.injectNull(0.2).list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(texts(), inner).ofMaxSize(4).map(map -> map)),
        0,
        3);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(TRICKY),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(8),
        Arbitraries.strings().withChars("0123456789_.:-+eExob \n#a").ofMaxLength(8),
        Arbitraries.strings().excludeChars('\uFFFE', '\uFFFF').withCharRange('\0', '\uD7FF'));
  }

  private static Object only(ImmutableList<SourceDocument> documents) {
    assertThat(documents).hasSize(1);
    assertThat(documents.get(0).problems()).isEmpty();
    return documents.get(0).tree().orElseThrow();
  }

  private static Object readAs11(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }

  private static Object readAs12(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return new Load(settings).loadFromString(yaml);
  }

  @Test
  void aService_looksAsPeopleWriteIt() {
    Map<String, Object> tree =
        ImmutableMap.of(
            "metadata",
            ImmutableMap.of("name", "shop", "labels", ImmutableMap.of("a", "yes", "b", "1.28")),
            "spec",
            ImmutableMap.of(
                "clusterIP",
                "10.96.0.1",
                "ports",
                ImmutableList.of(ImmutableMap.of("port", 80, "targetPort", "http")),
                "externalIPs",
                ImmutableList.of()),
            "note",
            "first\nsecond\n");

    assertThat(writer.toYaml(tree))
        .isEqualTo(
            """
            metadata:
              name: shop
              labels:
                a: "yes"
                b: "1.28"
            spec:
              clusterIP: 10.96.0.1
              ports:
              - port: 80
                targetPort: http
              externalIPs: []
            note: |
              first
              second
            """);
    assertThat(writer.toPrettyJson(ImmutableMap.of("a", ImmutableList.of(1), "b", Map.of())))
        .isEqualTo("{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}\n");
    assertThat(writer.toJson(tree)).startsWith("{\"metadata\":{\"name\":\"shop\",");
  }

  @Test
  void severalDocuments_areReadBackAsMany() {
    String yaml = writer.toYamlDocuments(List.of(Map.of("a", 1), List.of("b"), Map.of("c", "---")));

    assertThat(reader.readYaml(yaml, ""))
        .extracting(document -> document.tree().orElseThrow())
        .containsExactly(Map.of("a", 1), List.of("b"), Map.of("c", "---"));
    assertThat(writer.toYamlDocuments(List.of())).isEmpty();
  }

  @Test
  void whatWasRead_isWrittenAsItWas() {
    Object tree = only(reader.readYaml("z: &x {b: 1, a: 2}\nc: *x\n", ""));

    assertThat(writer.toYaml(tree)).isEqualTo("z:\n  b: 1\n  a: 2\nc:\n  b: 1\n  a: 2\n");
  }

  @Test
  void numbersOfOtherLibraries_areWritten() {
    assertThat(
            writer.toJson(List.of((short) 1, 1.5f, new BigDecimal("80"), new BigDecimal("1E30"))))
        .isEqualTo("[1,1.5,80,1.0E+30]");
    assertThat(writer.toJson(ImmutableSet.of("a"))).isEqualTo("[\"a\"]");
  }

  @Test
  void halfCharacters_areReplaced() {
    assertThat(only(reader.read(writer.toYaml(Map.of("a\uD800", "\uDC00b")), "")))
        .isEqualTo(Map.of("a\uFFFD", "\uFFFDb"));
  }

  @Test
  void treesThatAreNone_areRefused() {
    Map<Object, Object> oddKey = new HashMap<>();
    oddKey.put(1, "a");
    List<Object> endless = new ArrayList<>();
    endless.add(Collections.unmodifiableList(endless));

    for (Object tree : List.of(oddKey, List.of(Double.NaN), endless, List.of(new Object()))) {
      assertThatIllegalArgumentException().isThrownBy(() -> writer.toYaml(tree));
      assertThatIllegalArgumentException().isThrownBy(() -> writer.toJson(tree));
    }
  }
}
