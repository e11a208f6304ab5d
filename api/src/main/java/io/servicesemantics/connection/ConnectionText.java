package io.servicesemantics.connection;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts traces into words. */
final class ConnectionText {

  // Nobody reads the thirteenth line of the same kind.
  private static final int MOST = 12;
  private static final int MOST_OF_ACCOUNT = 40;
  private static final Splitter LINES = Splitter.on('\n');

  private final StringBuilder text = new StringBuilder();

  private ConnectionText() {}

  static String of(ConnectionTrace trace) {
    ConnectionText words = new ConnectionText();
    words.line(
        0,
        "From " + trace.caller() + " to " + trace.destination() + ": " + trace.outcome().words());
    for (Because note : trace.notes()) {
      words.account(1, note);
    }
    for (ConnectionAttempt attempt : trace.attempts()) {
      words.attempt(attempt);
    }
    return CharMatcher.javaIsoControl()
        .and(CharMatcher.isNot('\n'))
        .replaceFrom(words.text.toString(), '?');
  }

  private void attempt(ConnectionAttempt attempt) {
    text.append('\n');
    line(0, attempt.called() + ": " + attempt.outcome().words());
    for (ConnectionPath path : attempt.paths()) {
      boolean isOneOfSeveral = attempt.paths().size() > 1 || path.entries().size() > 1;
      if (isOneOfSeveral) {
        line(1, place(path) + ": " + path.outcome().words());
      }
      path(isOneOfSeveral ? 2 : 1, path);
    }
  }

  private static String place(ConnectionPath path) {
    return path.entries().isEmpty() ? "at no node" : "at " + listed(path.entries());
  }

  // A node's decision is told with where it leads, and only then why.
  private void path(int depth, ConnectionPath path) {
    for (int i = 0; i < path.hops().size(); i++) {
      Hop hop = path.hops().get(i);
      if (hop instanceof Hop.Decision decision) {
        line(depth, decided(decision, path.entries().size() > 1));
        if (decision.decided().value() instanceof Forward) {
          i++;
          delivery(depth + 1, (Hop.Delivery) path.hops().get(i));
        }
        account(depth + 1, decision.decided().because());
      } else if (hop instanceof Hop.Onward onward) {
        account(depth, onward.because());
      } else if (hop instanceof Hop.Delivery delivery) {
        delivery(depth, delivery);
      } else if (hop instanceof Hop.Ending ending) {
        account(depth, ending.because());
      }
    }
  }

  private static String decided(Hop.Decision decision, boolean isOfSeveral) {
    return (isOfSeveral ? "Each node, asked for it" : asked(decision))
        + " from "
        + decision.source()
        + ", "
        + doing(decision.decided().value())
        + ".";
  }

  private static String asked(Hop.Decision decision) {
    String address =
        decision.destination().family() == IpFamily.IPV6
            ? "[" + decision.destination() + "]"
            : decision.destination().toString();
    return "Node "
        + decision.node()
        + ", asked for "
        + decision
            .flow()
            .map(flow -> flow.protocol().wireName() + " " + address + ":" + flow.port())
            .orElse("a ping of " + decision.destination());
  }

  private static String doing(Verdict verdict) {
    return verdict.match(
        forward -> "sends it on " + choice(forward),
        reject -> "refuses it",
        drop -> "drops it without a word",
        pass -> "lets it pass as it is");
  }

  private static String choice(Forward forward) {
    int size = forward.endpoints().size();
    return size == 1 ? "to the one endpoint" : "to one of " + size + " endpoints";
  }

  private void delivery(int depth, Hop.Delivery delivery) {
    List<Arrival> shown =
        delivery.arrivals().subList(0, Math.min(MOST, delivery.arrivals().size()));
    List<List<String>> rows = new ArrayList<>();
    for (Arrival arrival : shown) {
      rows.add(
          ImmutableList.of(
              arrival.share().toString(),
              where(arrival),
              arrival.pod().map(NamespacedName::toString).orElse("no Pod known"),
              place(arrival),
              "sees " + arrival.sees().map(IpAddress::toString).orElse("the node"),
              arrival.outcome().words()));
    }
    for (List<String> row : aligned(rows)) {
      line(depth, Joiner.on("  ").join(row).stripTrailing());
    }
    if (delivery.arrivals().size() > MOST) {
      line(depth, "and " + (delivery.arrivals().size() - MOST) + " more");
    }
    Set<String> told = new LinkedHashSet<>();
    for (Arrival arrival : delivery.arrivals()) {
      for (Because because : arrival.reasons()) {
        told.add(because.toString());
      }
    }
    told.stream().limit(MOST).forEach(account -> lines(depth, account));
  }

  private static String where(Arrival arrival) {
    String address =
        arrival.address().family() == IpFamily.IPV6 && arrival.port() != 0
            ? "[" + arrival.address() + "]"
            : arrival.address().toString();
    return arrival.port() == 0 ? address : address + ":" + arrival.port();
  }

  private static String place(Arrival arrival) {
    String node = arrival.node().isEmpty() ? "on no known node" : "on " + arrival.node();
    return arrival.zone().isEmpty() ? node : node + ", zone " + arrival.zone();
  }

  private static List<List<String>> aligned(List<List<String>> rows) {
    List<List<String>> aligned = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        int width = 0;
        for (List<String> other : rows) {
          width = Math.max(width, other.get(i).length());
        }
        cells.add(Strings.padEnd(row.get(i), width, ' '));
      }
      aligned.add(cells);
    }
    return aligned;
  }

  private static String listed(ImmutableList<String> names) {
    return names.size() <= MOST
        ? Joiner.on(", ").join(names)
        : Joiner.on(", ").join(names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }

  private void account(int depth, Because because) {
    List<String> account = LINES.splitToList(because.toString());
    account.stream().limit(MOST_OF_ACCOUNT).forEach(told -> line(depth, told));
    if (account.size() > MOST_OF_ACCOUNT) {
      line(depth + 1, "and " + (account.size() - MOST_OF_ACCOUNT) + " lines more");
    }
  }

  private void lines(int depth, String account) {
    line(depth, account.replace("\n", "\n" + "  ".repeat(depth)));
  }

  private void line(int depth, String words) {
    text.append("  ".repeat(depth)).append(words).append('\n');
  }
}
