package io.servicesemantics.impl.pod;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.impl.pod.LookupRun.Outcome;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.ResolvConf;
import java.util.Optional;

/** Looks a name up as musl 1.2.3 does (dns 13.2). */
final class MuslLookup {

  // With "search " before it and a line break behind, a longer list is not read.
  private static final int LONGEST_SEARCHES = 247;

  private MuslLookup() {}

  static Lookup of(LookupRun run, AskedName asked, ResolvConf conf) {
    boolean isSearched = !asked.isAbsolute() && asked.dots() < AskedName.ndots(conf, false);
    boolean isRead = Octets.of(String.join(" ", conf.searches())) <= LONGEST_SEARCHES;
    if (isSearched && isRead) {
      for (String domain : conf.searches()) {
        if (domain.equals(".")) {
          run.askMalformed();
          return run.failed(LookupError.EAI_AGAIN);
        }
        Optional<DnsName> candidate = asked.in(domain);
        if (candidate.isPresent()) {
          Outcome outcome = run.ask(candidate.get());
          if (outcome != Outcome.NO_NAME) {
            return end(run, outcome);
          }
        }
      }
    }
    return end(run, asked.asItIs().map(run::ask).orElse(Outcome.NO_NAME));
  }

  private static Lookup end(LookupRun run, Outcome outcome) {
    return switch (outcome) {
      case FOUND -> run.found();
      case FAILED, REFUSED -> run.failed(LookupError.EAI_AGAIN);
      default -> run.failed(LookupError.EAI_NONAME);
    };
  }
}
