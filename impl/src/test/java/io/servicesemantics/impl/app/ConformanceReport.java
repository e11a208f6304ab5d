package io.servicesemantics.impl.app;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.testkit.vector.Vector;
import io.servicesemantics.testkit.vector.VectorFile;
import io.servicesemantics.testkit.vector.VectorOutcome;
import io.servicesemantics.testkit.vector.VectorRunner;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Prints how many answers agree, set by set, and settles the exit status. */
final class ConformanceReport {
  private final PrintStream out;
  private int agreed;
  private int all;
  private boolean anyDisagreed;
  private boolean anyNotImplemented;

  ConformanceReport(PrintStream out) {
    this.out = out;
  }

  void runVectors(
      ImmutableList<VectorFile> files, ImmutableSet<String> areas, VectorRunner runner) {
    Set<String> found = new HashSet<>();
    for (VectorFile file : files) {
      Map<String, Tally> tallies = new LinkedHashMap<>();
      file.forEach(
          vector -> {
            if (areas.isEmpty() || areas.contains(vector.area())) {
              Tally tally = tallies.computeIfAbsent(vector.area(), area -> new Tally());
              count(tally, vector, runner.run(vector));
            }
          });
      tallies.forEach(
          (area, tally) -> {
            tally.print(out, area + " " + file.name());
            add(tally);
          });
      found.addAll(tallies.keySet());
    }
    for (String area : Sets.difference(areas, found)) {
      out.printf("%s no vectors of this area%n", area);
      anyNotImplemented = true;
    }
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
