package io.servicesemantics.impl.pod;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.impl.pod.LookupRun.Outcome;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks a name up as glibc 2.36 does (dns 13.1). */
final class GlibcLookup {

  private final LookupRun run;
  private @Nullable Outcome asItIs;
  private boolean isFirstAsItIs;
  private boolean hasNoData;
  private boolean hasFailed;

  private GlibcLookup(LookupRun run) {
    this.run = run;
  }

  static Lookup of(LookupRun run, AskedName asked, ResolvConf conf) {
    return new GlibcLookup(run).lookUp(asked, conf);
  }

  private Lookup lookUp(AskedName asked, ResolvConf conf) {
    if (asked.isAbsolute() || asked.dots() >= AskedName.ndots(conf, true)) {
      isFirstAsItIs = true;
      Outcome outcome = askAsItIs(asked);
      if (isEnd(outcome)) {
        return end(outcome);
      }
    }
    if (!asked.isAbsolute()) {
      for (String domain : conf.searches()) {
        Optional<DnsName> candidate = asked.in(domain);
        if (candidate.isEmpty() || (domain.equals(".") && asItIs != null)) {
          continue;
        }
        Outcome outcome = domain.equals(".") ? askAsItIs(asked) : ask(candidate.get());
        if (isEnd(outcome)) {
          return end(outcome);
        }
        if (outcome == Outcome.REFUSED) {
          break;
        }
      }
    }
    if (asItIs == null) {
      Outcome outcome = askAsItIs(asked);
      if (isEnd(outcome)) {
        return end(outcome);
      }
    }
    return run.failed(error());
  }

  private Outcome askAsItIs(AskedName asked) {
    Outcome outcome = asked.asItIs().map(this::ask).orElse(Outcome.NO_NAME);
    asItIs = outcome;
    return outcome;
  }

  private Outcome ask(DnsName name) {
    Outcome outcome = run.ask(name);
    hasNoData |= outcome == Outcome.NO_DATA;
    hasFailed |= outcome == Outcome.FAILED;
    return outcome;
  }

  private static boolean isEnd(Outcome outcome) {
    return outcome == Outcome.FOUND || outcome == Outcome.RECORDS_WITHOUT_ADDRESS;
  }

  // An alias that leads nowhere ends the search as well.
  private Lookup end(Outcome outcome) {
    if (outcome == Outcome.FOUND) {
      return run.found();
    }
    return run.failed(
        run.wanted() == WantedAddresses.BOTH ? LookupError.EAI_NONAME : LookupError.EAI_NODATA);
  }

  private LookupError error() {
    boolean isOnly = run.steps() == 1;
    if (asItIs != null && (isFirstAsItIs || isOnly)) {
      return switch (asItIs) {
        case NO_DATA -> LookupError.EAI_NODATA;
        case FAILED, REFUSED -> isOnly ? LookupError.EAI_AGAIN : LookupError.EAI_NONAME;
        default -> LookupError.EAI_NONAME;
      };
    }
    return hasNoData && !hasFailed ? LookupError.EAI_NODATA : LookupError.EAI_NONAME;
  }
}
