package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.google.common.collect.ImmutableList;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of vectors, one a line: {@code .jsonl}, or {@code .jsonl.gz} where it is large.
 *
 * <p>It is read again at each call, vector by vector, and never held whole.
 *
 * <pre>{@code
 * for (VectorFile file : VectorFile.bundled("categorize")) {
 *   file.forEach(vector -> check(runner.run(vector)));
 * }
 * }</pre>
 */
public final class VectorFile {
  private static final String BUNDLED = "/io/servicesemantics/testkit/vectors/";

  private final String name;
  private final Source source;

  private VectorFile(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /** Where the bytes come from, opened anew each time. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  /** {@return all files that come with this library, by name} */
  public static ImmutableList<VectorFile> bundled() {
    ImmutableList.Builder<VectorFile> files = ImmutableList.builder();
    try (InputStream index = resource("files.txt")) {
      new String(index.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(name -> files.add(new VectorFile(name, () -> resource(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.build();
  }

  /**
   * The files that come with this library for one set, such as {@code endpointslices}: the designed
   * one and those whose name goes on with a dash.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static ImmutableList<VectorFile> bundled(String set) {
    ImmutableList<VectorFile> files =
        bundled().stream()
            .filter(file -> file.name.startsWith(set + ".") || file.name.startsWith(set + "-"))
            .collect(ImmutableList.toImmutableList());
    checkArgument(!files.isEmpty(), "Vector set: \"%s\"; expected the name of a bundled one", set);
    return files;
  }

  /** {@return one file} */
  public static VectorFile of(Path file) {
    return new VectorFile(String.valueOf(file.getFileName()), () -> Files.newInputStream(file));
  }

  /**
   * The vector files directly in a folder, by name; given a file, that one.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static ImmutableList<VectorFile> in(Path folder) {
    if (Files.isRegularFile(folder)) {
      return ImmutableList.of(of(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isVectorFile(file.toString()))
          .sorted()
          .map(VectorFile::of)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the name without its folder, such as {@code route-random.jsonl.gz}} */
  public String name() {
    return name;
  }

  /**
   * Hands out every vector in turn.
   *
   * @throws IllegalArgumentException if the text is not that of vectors, quoting the line
   * @throws UncheckedIOException if the file cannot be read
   */
  public void forEach(Consumer<Vector> action) {
    try (InputStream raw = new BufferedInputStream(source.open());
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw, 65_536) : raw;
        JsonParser parser = JsonTrees.parser(in)) {
      while (parser.nextToken() != null) {
        action.accept(read(parser));
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          String.format(
              "Vector file: \"%s\"; expected JSON, one vector a line: %s", name, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** {@return every vector, for files known to be small} */
  public ImmutableList<Vector> vectors() {
    ImmutableList.Builder<Vector> vectors = ImmutableList.builder();
    forEach(vectors::add);
    return vectors.build();
  }

  @Override
  public String toString() {
    return name;
  }

  private Vector read(JsonParser parser) throws IOException {
    int line = parser.currentLocation().getLineNr();
    Object tree = JsonTrees.read(parser);
    try {
      return Vector.fromTree(tree);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          String.format(
              "Vector file line: \"%s:%d\"; expected a vector: %s", name, line, e.getMessage()),
          e);
    }
  }

  private static boolean isVectorFile(String name) {
    return name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
  }

  static InputStream resource(String name) throws IOException {
    InputStream in = VectorFile.class.getResourceAsStream(BUNDLED + name);
    if (in == null) {
      throw new IOException("Bundled vector file: \"" + name + "\"; expected a resource");
    }
    return in;
  }
}
