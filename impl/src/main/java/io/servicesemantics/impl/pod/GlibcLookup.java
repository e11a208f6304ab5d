package io.servicesemantics.impl.pod;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.impl.pod.LookupRun.Outcome;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a name up as glibc 2.36 does (dns 13.1).
 *
 * <p>Source: {@code resolv/res_query.c}, {@code __res_context_search}; {@code resolv/res_init.c}.
 */
final class GlibcLookup {

  private final LookupRun run;
  private @Nullable Outcome asItIs;
  private boolean isFirstAsItIs;
  private boolean hasNoData;
  private boolean hasFailed;

  private GlibcLookup(LookupRun run) {
    this.run = run;
  }

  /** Asks all there is to ask; tells the error, if no address comes of it. */
  static Optional<LookupError> run(LookupRun run, AskedName asked, ResolvConf conf) {
    return new GlibcLookup(run).lookUp(asked, conf);
  }

  private Optional<LookupError> lookUp(AskedName asked, ResolvConf conf) {
    if (asked.isAbsolute() || asked.dots() >= ReadOptions.ndotsForGlibc(conf)) {
      isFirstAsItIs = true;
      ResolverReason why =
          asked.isAbsolute() ? ResolverReason.ENDS_IN_DOT : ResolverReason.ENOUGH_DOTS;
      Outcome outcome = askAsItIs(asked, why, "");
      if (isEnd(outcome)) {
        return end(outcome);
      }
    }
    if (!asked.isAbsolute()) {
      Outcome outcome = search(asked, conf);
      if (isEnd(outcome)) {
        return end(outcome);
      }
    }
    if (asItIs == null) {
      if (asked.dots() == 0 && !conf.searches().isEmpty() && ReadOptions.hasNoTldQuery(conf)) {
        run.noteUnasked(ResolverReason.NOT_ASKED_LAST, "");
        return Optional.of(error());
      }
      Outcome outcome = askAsItIs(asked, ResolverReason.ASKED_LAST, "");
      if (isEnd(outcome)) {
        return end(outcome);
      }
    }
    return Optional.of(error());
  }

  // What comes of the search domains: an end, or nothing to end with.
  private Outcome search(AskedName asked, ResolvConf conf) {
    for (String listed : conf.searches()) {
      String domain = listed.startsWith(".") ? listed.substring(1) : listed;
      Outcome outcome;
      if (domain.isEmpty()) {
        if (asItIs != null) {
          run.noteUnasked(ResolverReason.ASKED_BEFORE, listed);
          continue;
        }
        outcome = askAsItIs(asked, ResolverReason.SEARCHED_IN_ROOT, listed);
      } else {
        Optional<DnsName> candidate = asked.in(domain);
        if (candidate.isEmpty()) {
          run.noteUnasked(ResolverReason.CANDIDATE_NOT_A_NAME, listed);
          return Outcome.REFUSED;
        }
        outcome = ask(candidate.get(), ResolverReason.SEARCHED, listed);
      }
      if (isEnd(outcome) || outcome == Outcome.REFUSED) {
        return outcome;
      }
    }
    return Outcome.NO_NAME;
  }

  private Outcome askAsItIs(AskedName asked, ResolverReason why, String domain) {
    Optional<DnsName> name = asked.asItIs();
    if (name.isEmpty()) {
      run.noteUnasked(ResolverReason.NOT_A_NAME, domain);
    }
    Outcome outcome = name.isPresent() ? ask(name.get(), why, domain) : Outcome.NO_NAME;
    asItIs = outcome;
    return outcome;
  }

  // Of the outcomes for several types the best counts.
  private Outcome ask(DnsName name, ResolverReason why, String domain) {
    Outcome best = Outcome.REFUSED;
    for (Outcome outcome : run.ask(name)) {
      best = outcome.compareTo(best) < 0 ? outcome : best;
    }
    run.note(why, domain, after(best));
    hasNoData |= best == Outcome.NO_DATA;
    hasFailed |= best == Outcome.FAILED;
    return best;
  }

  private static ResolverReason after(Outcome outcome) {
    return switch (outcome) {
      case FOUND -> ResolverReason.ENDS_WITH_ADDRESSES;
      case RECORDS_WITHOUT_ADDRESS -> ResolverReason.ENDS_WITH_ALIAS_ALONE;
      case NO_DATA -> ResolverReason.GOES_ON_WITHOUT_DATA;
      case NO_NAME -> ResolverReason.GOES_ON_AFTER_NAME_ERROR;
      case FAILED -> ResolverReason.GOES_ON_AFTER_FAILURE;
      case REFUSED -> ResolverReason.SEARCHES_NO_FURTHER;
    };
  }

  private static boolean isEnd(Outcome outcome) {
    return outcome == Outcome.FOUND || outcome == Outcome.RECORDS_WITHOUT_ADDRESS;
  }

  // An alias that leads nowhere ends the search as well.
  private Optional<LookupError> end(Outcome outcome) {
    if (outcome == Outcome.FOUND) {
      return Optional.empty();
    }
    return Optional.of(
        run.wanted() == WantedAddresses.BOTH ? LookupError.EAI_NONAME : LookupError.EAI_NODATA);
  }

  private LookupError error() {
    boolean isOnly = run.stepCount() == 1;
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
