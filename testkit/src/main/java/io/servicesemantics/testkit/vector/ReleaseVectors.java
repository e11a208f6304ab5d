package io.servicesemantics.testkit.vector;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answers of an older release, as far as they differ from those of the newest one: what is
 * asked of both and is not here was answered alike.
 *
 * <pre>{@code
 * for (ReleaseVectors release : ReleaseVectors.bundled()) {
 *   release.files().forEach(file -> file.forEach(vector -> check(runner.run(vector))));
 *   newest.forEach(vector -> release.alike(vector).ifPresent(asked -> check(runner.run(asked))));
 * }
 * }</pre>
 */
public final class ReleaseVectors {

  private static final String ASKED = "asked.json";
  private static final String FOLDER = "versions/";

  private final String kubernetes;
  private final ImmutableSet<String> areas;
  private final ImmutableList<VectorFile> files;
  private final ImmutableSet<String> differing;

  private ReleaseVectors(@Nullable Object asked, ImmutableList<VectorFile> files) {
    Object release = Trees.get(asked, "kubernetes");
    checkArgument(release instanceof String, "Release: \"%s\"; expected text", release);
    this.kubernetes = (String) release;
    this.areas =
        Trees.elements(asked, "asked").stream()
            .map(String::valueOf)
            .collect(ImmutableSet.toImmutableSet());
    this.files = files;
    ImmutableSet.Builder<String> ids = ImmutableSet.builder();
    files.forEach(file -> file.forEach(vector -> ids.add(key(vector))));
    this.differing = ids.build();
  }

  /** {@return the releases that come with this library, the oldest first} */
  public static ImmutableList<ReleaseVectors> bundled() {
    ImmutableList<VectorFile> all = VectorFile.bundled();
    TreeSet<String> folders = new TreeSet<>();
    for (VectorFile file : all) {
      if (file.name().startsWith(FOLDER)) {
        folders.add(file.name().substring(0, file.name().lastIndexOf('/') + 1));
      }
    }
    ImmutableList.Builder<ReleaseVectors> releases = ImmutableList.builder();
    for (String folder : folders) {
      releases.add(
          new ReleaseVectors(
              tree(() -> VectorFile.resource(folder + ASKED)),
              all.stream()
                  .filter(file -> file.name().startsWith(folder))
                  .collect(ImmutableList.toImmutableList())));
    }
    return releases.build();
  }

  /** {@return the files that come with this library and hold answers of the newest release} */
  public static ImmutableList<VectorFile> newest() {
    return VectorFile.bundled().stream()
        .filter(file -> !file.name().startsWith(FOLDER))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The releases in a folder, each in one of its own with an {@code asked.json}, by name.
   *
   * @param folder the folder
   * @return the releases; none where no folder in it has such a file
   * @throws UncheckedIOException if a folder cannot be read
   */
  public static ImmutableList<ReleaseVectors> in(Path folder) {
    try (Stream<Path> inner = Files.list(folder)) {
      return inner
          .filter(release -> Files.isRegularFile(release.resolve(ASKED)))
          .sorted()
          .map(
              release ->
                  new ReleaseVectors(
                      tree(() -> Files.newInputStream(release.resolve(ASKED))),
                      VectorFile.in(release)))
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the release that answered, such as {@code v1.33.5}} */
  public String kubernetes() {
    return kubernetes;
  }

  /** {@return the areas it was asked about} */
  public ImmutableSet<String> areas() {
    return areas;
  }

  /** {@return its answers that differ from those of the newest release} */
  public ImmutableList<VectorFile> files() {
    return files;
  }

  /**
   * Returns a vector of the newest release as one of this release.
   *
   * @param newest a vector of the newest release
   * @return the same question with the same answer, as far as it was compared; empty where this
   *     release was not asked, or answered otherwise
   */
  public Optional<Vector> alike(Vector newest) {
    return areas.contains(newest.area()) && !differing.contains(key(newest))
        ? Optional.of(newest.ofRelease(kubernetes))
        : Optional.empty();
  }

  // Areas share inputs, and with them the names of vectors.
  private static String key(Vector vector) {
    return vector.area() + " " + vector.id();
  }

  private static @Nullable Object tree(VectorFile.Source source) {
    try (InputStream in = source.open();
        JsonParser parser = JsonTrees.parser(in)) {
      JsonToken unused = parser.nextToken();
      return JsonTrees.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the release} */
  @Override
  public String toString() {
    return kubernetes;
  }
}
