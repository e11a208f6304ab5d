package io.servicesemantics.traffic;

import com.google.common.collect.Streams;
import io.servicesemantics.object.NamespacedName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts what an outage does into words. */
final class OutageText {

  // Nobody reads on behind the thirtieth port.
  private static final int MOST = 30;

  private final StringBuilder text = new StringBuilder();

  private OutageText() {}

  static String of(OutageReport report) {
    OutageText text = new OutageText();
    text.head(report);
    List<PortOutage> sorted =
        report.ports().stream()
            .sorted(Comparator.comparingInt(port -> port.losesAll() ? 0 : port.losesSome() ? 1 : 2))
            .toList();
    sorted.stream().limit(MOST).forEach(text::port);
    if (sorted.size() > MOST) {
      text.line("and " + (sorted.size() - MOST) + " more ports");
    }
    text.elsewhere(report);
    text.line("Pods that come up elsewhere in their place are not counted.");
    return text.text.toString().stripTrailing();
  }

  private void head(OutageReport report) {
    boolean isDrain = report.stages().get(1).phase() == OutagePhase.TERMINATING;
    text.append(isDrain ? "Draining " : "Losing ");
    text.append(SplitText.few(report.nodes(), name -> name)).append('\n');
    text.append("Pods that go: ").append(report.podsGone().size());
    if (isDrain) {
      text.append(", that stay as a DaemonSet's or the node's own: ");
      text.append(report.podsStaying().size());
    }
    text.append('\n');
    if (!isDrain) {
      line("Until the cluster notices, connections sent to Pods on these nodes hang.");
    }
    long touched = report.ports().stream().map(port -> port.port().service()).distinct().count();
    all("Lose all endpoints: ", report.losingAll());
    all("Lose connections somewhere: ", report.losingSome());
    line(
        counted((int) touched, "Service")
            + " touched, "
            + counted(report.untouched(), "other")
            + " not\n");
  }

  private void all(String heading, Iterable<NamespacedName> services) {
    List<String> names = Streams.stream(services).map(NamespacedName::toString).toList();
    line(heading + (names.isEmpty() ? "none" : SplitText.few(names, name -> name)));
  }

  private void port(PortOutage port) {
    text.append(port.losesAll() ? "!! " : port.losesSome() ? "!  " : "   ").append(port.port());
    String separator = ": ";
    for (Map.Entry<OutagePhase, EndpointCount> count : port.endpoints().entrySet()) {
      text.append(separator).append(count.getValue()).append(' ').append(count.getKey().words());
      separator = ", ";
    }
    text.append('\n');
    List<String> before = List.of();
    for (OutagePhase phase : port.endpoints().keySet()) {
      List<String> changes =
          port.changes().stream().filter(it -> it.phase() == phase).map(OutageText::told).toList();
      if (!changes.isEmpty()) {
        line("     " + phase.words() + (changes.equals(before) ? ": the same" : ""));
        if (!changes.equals(before)) {
          changes.forEach(text::append);
        }
      }
      before = changes;
    }
    if (port.changes().isEmpty()) {
      line("     every client fares as before");
    }
    text.append('\n');
  }

  private static String told(FateChange change) {
    return "       " + change + "\n         " + SplitText.head(change.because()) + "\n";
  }

  private void elsewhere(OutageReport report) {
    report
        .listedElsewhere()
        .forEach(
            (service, count) ->
                line(
                    service
                        + ": "
                        + counted(count, "endpoint")
                        + " on these nodes stay listed, in slices that the slice controller does"
                        + " not look after"));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
