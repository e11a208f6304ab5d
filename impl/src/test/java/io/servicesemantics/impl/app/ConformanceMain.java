package io.servicesemantics.impl.app;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.testkit.vector.ReleaseVectors;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Runs recorded answers of the real Kubernetes against the standard behaviour, and prints how many
 * agree.
 *
 * <p>Status 0: all agree; 1: some disagree; 2: some are of an area that is not implemented; 64: it
 * could not be run as asked.
 */
public final class ConformanceMain {
  private static final int USAGE = 64;

  private ConformanceMain() {}

  /** Runs as {@link ConformanceOptions} says, and ends the process. */
  public static void main(String... arguments) {
    int status;
    try {
      status = run(ConformanceOptions.parse(arguments), System.out);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      status = USAGE;
    }
    System.out.flush();
    System.err.flush();
    System.exit(status);
  }

  static int run(ConformanceOptions options, PrintStream out) {
    ConformanceReport report = new ConformanceReport(out, options.areas());
    boolean bundled = options.vectors().isEmpty() && options.corpus().isEmpty();
    if (bundled || !options.vectors().isEmpty()) {
      VectorRunner runner = new VectorRunner(StandardSemantics::of);
      ImmutableList<VectorFile> files =
          bundled ? ReleaseVectors.newest() : files(options.vectors());
      report.runVectors(files, asked(options), runner);
      for (ReleaseVectors release : releases(options)) {
        report.runRelease(release, files, runner);
      }
    }
    if (!options.corpus().isEmpty()) {
      report.runCorpus(
          Corpus.in(folder("manifests", options.corpus())),
          StandardSemantics.of(
              ClusterProfile.of(options.kubernetes().orElse(KubernetesVersion.V1_36))));
    }
    return report.finish();
  }

  private static UnaryOperator<Vector> asked(ConformanceOptions options) {
    return options
        .kubernetes()
        .<UnaryOperator<Vector>>map(version -> vector -> vector.ofRelease("v" + version))
        .orElse(UnaryOperator.identity());
  }

  private static ImmutableList<ReleaseVectors> releases(ConformanceOptions options) {
    if (options.versions().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<ReleaseVectors> wanted =
        (options.vectors().isEmpty()
                ? ReleaseVectors.bundled()
                : ReleaseVectors.in(
                    folder("releases", Path.of(options.vectors(), "versions").toString())))
            .stream()
                .filter(release -> options.wants(KubernetesVersion.parse(release.kubernetes())))
                .collect(ImmutableList.toImmutableList());
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              "Releases: \"%s\"; expected all, or some of which there are vectors",
              options.versions()));
    }
    return wanted;
  }

  private static ImmutableList<VectorFile> files(String vectors) {
    ImmutableList<VectorFile> files = VectorFile.in(folder("vectors", vectors));
    if (files.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              "Folder of vectors: \"%s\"; expected *.jsonl or *.jsonl.gz in it", vectors));
    }
    return files;
  }

  private static Path folder(String what, String name) {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new IllegalArgumentException(
          String.format("Folder of %s: \"%s\"; expected one that exists", what, name));
    }
    return path;
  }
}
