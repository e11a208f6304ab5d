package io.servicesemantics.impl.app;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.vector.Difference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A folder of manifests, with what the API server said of each in {@code expected.tsv}: columns
 * file, decode and validation, below a line of headings.
 *
 * @param folder the folder
 * @param files its manifests
 */
record Corpus(Path folder, ImmutableList<Expected> files) {
  private static final Splitter TAB = Splitter.on('\t');
  private static final int ANY_NODE_PORT = 30000;

  /**
   * One line of the table.
   *
   * @param file the path within the folder
   * @param decode {@code ok}, or the message in one line, {@code " / "} where it has a new line
   * @param validation {@code ok}, or the faults, {@code " || "} between them; {@code -} where
   *     nothing could be decoded
   */
  record Expected(String file, String decode, String validation) {}

  static Corpus in(Path folder) {
    Path table = folder.resolve("expected.tsv");
    if (!Files.isRegularFile(table)) {
      throw new IllegalArgumentException(
          String.format("Folder of manifests: \"%s\"; expected an expected.tsv in it", folder));
    }
    try {
      ImmutableList.Builder<Expected> files = ImmutableList.builder();
      List<String> lines = Files.readAllLines(table);
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        if (!line.isEmpty()) {
          files.add(expected(line));
        }
      }
      return new Corpus(folder, files.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Expected expected(String line) {
    List<String> columns = TAB.splitToList(line);
    if (columns.size() < 3) {
      throw new IllegalArgumentException(
          String.format("Line of expected.tsv: \"%s\"; expected file, decode, validation", line));
    }
    return new Expected(columns.get(0), columns.get(1), columns.get(2));
  }

  /** Reads every manifest strictly, and counts those where the server's word is ours. */
  Tally decode(Manifests manifests) {
    Tally tally = new Tally();
    for (Expected expected : files) {
      String actual = decode(manifests, folder.resolve(expected.file()));
      if (actual.equals(expected.decode())) {
        tally.agree();
      } else {
        tally.disagree(
            expected.file(), "decode", new Difference("decode", expected.decode(), actual));
      }
    }
    return tally;
  }

  /** Validates every Service as if it came alone, and counts those where the faults are ours. */
  Tally validate(ServiceSemantics semantics) {
    Tally tally = new Tally();
    for (Expected expected : files) {
      String actual = validate(semantics, folder.resolve(expected.file()));
      if (actual.equals(expected.validation())) {
        tally.agree();
      } else {
        tally.disagree(
            expected.file(),
            "validation",
            new Difference("validation", expected.validation(), actual));
      }
    }
    return tally;
  }

  // What only strict reading refuses was validated too; a Service without namespace goes to the
  // one of the request.
  private static String validate(ServiceSemantics semantics, Path file) {
    try {
      ManifestSet set = semantics.manifests().read(file, FieldValidation.WARN);
      if (!set.refused().isEmpty() || set.values(Service.class).isEmpty()) {
        return "-";
      }
      Service service = set.values(Service.class).get(0);
      if (service.metadata().namespace().isEmpty()) {
        service = service.withMetadata(service.metadata().withNamespace("default"));
      }
      List<FieldError> faults =
          semantics.validator().validate(settled(semantics.defaulter().applyTo(service)));
      return faults.isEmpty()
          ? "ok"
          : faults.stream().map(FieldError::message).collect(Collectors.joining(" || "));
    } catch (RuntimeException | StackOverflowError e) {
      return "threw " + e;
    }
  }

  // What the server has settled before it validates: the addresses in both fields, and the port of
  // the health check, whichever it is.
  private static Service settled(Service service) {
    ServiceSpec spec = service.spec();
    if (!spec.clusterIP().isEmpty() && spec.clusterIPs().isEmpty()) {
      spec = spec.withClusterIPs(spec.clusterIP());
    }
    if (spec.type().is(ServiceType.LOAD_BALANCER)
        && spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)
        && spec.healthCheckNodePort() == 0) {
      spec = spec.withHealthCheckNodePort(ANY_NODE_PORT);
    }
    return service.withSpec(spec);
  }

  // A reader that throws is shown like any other answer that differs.
  private static String decode(Manifests manifests, Path file) {
    try {
      ManifestSet set = manifests.read(file, FieldValidation.STRICT);
      if (!set.refused().isEmpty()) {
        return set.refused()
            .get(0)
            .decodingError()
            .orElse("refused without a word")
            .replace("\n", " / ");
      }
      return set.objects().isEmpty() ? "nothing read: " + set.problems() : "ok";
    } catch (RuntimeException | StackOverflowError e) {
      return "threw " + e;
    }
  }
}
