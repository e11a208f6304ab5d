package io.servicesemantics.impl.app;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.testkit.vector.ReleaseVectors;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Prints how many answers agree, set by set, and settles the exit status. */
final class ConformanceReport {
  private final PrintStream out;
  private final ImmutableSet<String> areas;
  private final ReleaseTable table = new ReleaseTable();
  private int agreed;
  private int all;
  private boolean anyDisagreed;
  private boolean anyNotImplemented;

  /** Takes where to print, and the areas to run; none for all. */
  ConformanceReport(PrintStream out, ImmutableSet<String> areas) {
    this.out = out;
    this.areas = areas;
  }

  void runVectors(
      ImmutableList<VectorFile> files, UnaryOperator<Vector> asked, VectorRunner runner) {
    Set<String> found = new HashSet<>();
    for (VectorFile file : files) {
      Map<String, Tally> tallies = new LinkedHashMap<>();
      file.forEach(vector -> run(asked.apply(vector), runner, tallies));
      print(tallies, " " + file.name());
      found.addAll(tallies.keySet());
    }
    for (String area : Sets.difference(areas, found)) {
      out.printf("%s no vectors of this area%n", area);
      anyNotImplemented = true;
    }
  }

  /** Runs what a release answers otherwise than the newest one, and what it answers alike. */
  void runRelease(ReleaseVectors release, ImmutableList<VectorFile> newest, VectorRunner runner) {
    for (VectorFile file : release.files()) {
      Map<String, Tally> tallies = new LinkedHashMap<>();
      file.forEach(vector -> run(vector, runner, tallies));
      print(tallies, " " + release + " otherwise");
    }
    Map<String, Tally> alike = new LinkedHashMap<>();
    for (VectorFile file : newest) {
      file.forEach(vector -> release.alike(vector).ifPresent(asked -> run(asked, runner, alike)));
    }
    print(alike, " " + release + " alike");
  }

  private void run(Vector vector, VectorRunner runner, Map<String, Tally> tallies) {
    if (areas.isEmpty() || areas.contains(vector.area())) {
      Tally tally = tallies.computeIfAbsent(vector.area(), area -> new Tally());
      VectorOutcome outcome = runner.run(vector);
      count(tally, vector, outcome);
      table.count(vector, outcome instanceof VectorOutcome.Agree);
    }
  }

  private void print(Map<String, Tally> tallies, String of) {
    tallies.forEach(
        (area, tally) -> {
          tally.print(out, area + of);
          add(tally);
        });
  }

  void runCorpus(Corpus corpus, ServiceSemantics semantics) {
    Tally decoding = corpus.decode(semantics.manifests());
    decoding.print(out, "CORPUS " + corpus.folder() + " decode");
    add(decoding);
    Tally validation = corpus.validate(semantics);
    validation.print(out, "CORPUS " + corpus.folder() + " validation");
    add(validation);
  }

  /** Prints the total. 1 where anything disagreed, 2 where anything is not implemented, 0 else. */
  int finish() {
    if (table.hasSeveral()) {
      out.print(table);
    }
    out.printf("TOTAL agree %d of %d%n", agreed, all);
    if (anyDisagreed) {
      return 1;
    }
    return anyNotImplemented ? 2 : 0;
  }

  private static void count(Tally tally, Vector vector, VectorOutcome outcome) {
    if (outcome instanceof VectorOutcome.Disagree disagree) {
      tally.disagree(vector.id(), vector.what(), disagree.difference());
    } else if (outcome instanceof VectorOutcome.Agree) {
      tally.agree();
    } else {
      tally.notImplemented();
    }
  }

  private void add(Tally tally) {
    agreed += tally.agreed();
    all += tally.all();
    anyDisagreed |= tally.anyDisagreed();
    anyNotImplemented |= tally.anyNotImplemented();
  }
}
