package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
  private static final String ONE =
      "{\"id\":\"a/one\",\"area\":\"a\",\"kubernetes\":\"v1.36.2\",\"what\":\"w\","
          + "\"input\":{\"n\":[1,3000000000,18446744073709551616,80.0,1e400,null,\"é\"]},"
          + "\"expected\":{}}";

  @TempDir Path folder;

  @Test
  void bundledFiles_areAllListedAndEachHoldsVectorsOfDistinctNames() throws IOException {
    List<String> listed = VectorFile.bundled().stream().map(VectorFile::name).toList();
    Path resources = Path.of("src/main/resources/io/servicesemantics/testkit/vectors");
    try (var files = Files.walk(resources)) {
      assertThat(files.filter(Files::isRegularFile).map(resources::relativize).map(Path::toString))
          .filteredOn(name -> !name.equals("files.txt") && !name.endsWith("asked.json"))
          .containsExactlyInAnyOrderElementsOf(listed);
    }

    Set<String> ids = new HashSet<>();
    for (VectorFile file : VectorFile.bundled()) {
      int before = ids.size();
      file.forEach(
          vector ->
              assertThat(ids.add(vector.kubernetes() + vector.area() + vector.id()))
                  .as(vector.id())
                  .isTrue());
      assertThat(ids.size()).as(file.name()).isGreaterThan(before);
    }
  }

  @Test
  void bundledSet_hasItsDesignedAndItsRandomFiles() {
    assertThat(VectorFile.bundled("endpointslices").stream().map(VectorFile::name))
        .containsExactly(
            "endpointslices-incremental.jsonl.gz",
            "endpointslices-random.jsonl.gz",
            "endpointslices.jsonl.gz");
    assertThatThrownBy(() -> VectorFile.bundled("endpoint"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"endpoint\"");
  }

  @Test
  void numbers_comeInTheSmallestTypeThatHoldsThem() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), ONE + "\n");

    assertThat(Trees.elements(VectorFile.of(file).vectors().get(0).input(), "n"))
        .containsExactly(
            1,
            3_000_000_000L,
            new BigInteger("18446744073709551616"),
            80.0,
            new BigDecimal("1e400"),
            null,
            "é");
  }

  @Test
  void folder_givesItsVectorFilesByName() throws IOException {
    Files.writeString(folder.resolve("b.jsonl"), ONE);
    Files.writeString(folder.resolve("notes.md"), "not a vector");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.jsonl.gz")))) {
      out.write((ONE + "\n" + ONE + "\n").getBytes(StandardCharsets.UTF_8));
    }

    List<String> seen = new ArrayList<>();
    for (VectorFile file : VectorFile.in(folder)) {
      file.forEach(vector -> seen.add(file.name() + " " + vector.id()));
    }
    assertThat(seen).containsExactly("a.jsonl.gz a/one", "a.jsonl.gz a/one", "b.jsonl a/one");
  }

  @Test
  void brokenText_isRefusedByFileAndLine() throws IOException {
    VectorFile cut = VectorFile.of(Files.writeString(folder.resolve("c.jsonl"), "{\"id\":"));
    VectorFile other =
        VectorFile.of(Files.writeString(folder.resolve("o.jsonl"), ONE + "\n{\"id\":1}\n"));

    assertThatThrownBy(cut::vectors)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c.jsonl");
    assertThatThrownBy(other::vectors)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("o.jsonl:2")
        .hasMessageContaining("Vector id: \"1\"");
  }
}
