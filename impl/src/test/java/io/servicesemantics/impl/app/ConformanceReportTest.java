package io.servicesemantics.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConformanceReportTest {
  @TempDir Path folder;

  @Test
  void everyVectorAgrees_statusZero() throws IOException {
    vectors("a.jsonl", yaml("one", "a: 1", "{\"tree\":{\"a\":1}}"));

    Run run = run("--vectors=" + folder, "--corpus=", "--area=");

    assertThat(run.lines).containsExactly("yaml a.jsonl agree 1 of 1", "TOTAL agree 1 of 1");
    assertThat(run.status).isZero();
  }

  @Test
  void someDisagree_theFirstTenAreShownAndStatusIsOne() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      lines.add(yaml("wrong-" + i, "a: 1", "{\"tree\":{\"a\":2}}"));
    }
    lines.add(yaml("right", "a: 1", "{\"tree\":{\"a\":1.0}}"));
    vectors("a.jsonl", lines.toArray(String[]::new));
    vectors("b.jsonl", other("nowhere"));

    Run run = run("--vectors=" + folder);

    assertThat(run.lines.get(0)).isEqualTo("yaml a.jsonl agree 1 of 13");
    assertThat(run.lines.subList(1, 5))
        .containsExactly(
            "  yaml/wrong-0: a rule", "    at tree.a", "    expected 2", "    actual   1");
    assertThat(run.lines).filteredOn(line -> line.startsWith("  yaml/wrong-")).hasSize(10);
    assertThat(run.lines).endsWith("nowhere b.jsonl not implemented (1)", "TOTAL agree 1 of 14");
    assertThat(run.status).isEqualTo(1);
  }

  @Test
  void someAreaIsNotImplemented_statusTwo() throws IOException {
    vectors("a.jsonl", other("nowhere"), yaml("one", "a: 1", "{\"tree\":{\"a\":1}}"), other("x"));

    Run run = run("--vectors=" + folder);

    assertThat(run.lines)
        .containsExactly(
            "nowhere a.jsonl not implemented (1)",
            "yaml a.jsonl agree 1 of 1",
            "x a.jsonl not implemented (1)",
            "TOTAL agree 1 of 3");
    assertThat(run.status).isEqualTo(2);
  }

  @Test
  void areaGiven_onlyItsVectorsAreRunAndCounted() throws IOException {
    vectors("a.jsonl", other("nowhere"), yaml("one", "a: 1", "{\"tree\":{\"a\":1}}"));

    Run run = run("--vectors=" + folder, "--area=yaml,");

    assertThat(run.lines).containsExactly("yaml a.jsonl agree 1 of 1", "TOTAL agree 1 of 1");
    assertThat(run.status).isZero();
  }

  @Test
  void areaThatNoVectorHas_isSaidAndStatusIsTwo() throws IOException {
    vectors("a.jsonl", yaml("one", "a: 1", "{\"tree\":{\"a\":1}}"));

    Run run = run("--vectors=" + folder, "--area=yaml,yamls");

    assertThat(run.lines)
        .containsExactly(
            "yaml a.jsonl agree 1 of 1", "yamls no vectors of this area", "TOTAL agree 1 of 1");
    assertThat(run.status).isEqualTo(2);
  }

  @Test
  void corpus_isHeldAgainstItsTable() throws IOException {
    Files.writeString(
        folder.resolve("expected.tsv"),
        """
        file\tdecode\tvalidation
        good.yaml\tok\tspec.ports: Required value
        field.yaml\tstrict decoding error: unknown field "spec.Ports"\tspec.ports: Required value
        wrong.yaml\tok\tok
        """);
    String head = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {";
    Files.writeString(folder.resolve("good.yaml"), head + "}\n");
    Files.writeString(folder.resolve("field.yaml"), head + "Ports: []}\n");
    Files.writeString(folder.resolve("wrong.yaml"), head + "type: 1}\n");

    Run run = run("--corpus=" + folder);

    assertThat(run.lines)
        .startsWith("CORPUS " + folder + " decode agree 2 of 3", "  wrong.yaml: decode")
        .contains("CORPUS " + folder + " validation agree 2 of 3", "    actual   -")
        .endsWith("TOTAL agree 4 of 6");
    assertThat(run.status).isEqualTo(1);
  }

  @Test
  void wrongArguments_areQuoted() {
    assertThatThrownBy(() -> ConformanceOptions.parse("--vector=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"--vector=x\"");
    assertThatThrownBy(() -> run("--vectors=" + folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none\"; expected one that exists");
    assertThatThrownBy(() -> run("--vectors=" + folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected *.jsonl");
    assertThat(ConformanceOptions.parse("--area=a,b").areas()).isEqualTo(ImmutableSet.of("a", "b"));
  }

  private void vectors(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private static String yaml(String name, String yaml, String expected) {
    return "{\"id\":\"yaml/"
        + name
        + "\",\"area\":\"yaml\",\"kubernetes\":\"v1.36.2\",\"what\":\"a rule\","
        + "\"input\":{\"yaml\":\""
        + yaml
        + "\"},\"expected\":"
        + expected
        + "}";
  }

  private static String other(String area) {
    return yaml("one", "", "{}").replace("\"area\":\"yaml\"", "\"area\":\"" + area + "\"");
  }

  private static Run run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int status = ConformanceMain.run(ConformanceOptions.parse(arguments), out);
    return new Run(status, bytes.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private record Run(int status, List<String> lines) {}
}
