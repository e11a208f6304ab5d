package io.servicesemantics.impl.pod;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.impl.pod.LookupRun.Outcome;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import java.util.List;
import java.util.Optional;

/**
 * Looks a name up as musl 1.2.3 does (dns 13.2).
 *
 * <p>Source: {@code src/network/lookup_name.c}, {@code name_from_dns_search}; {@code
 * src/network/resolvconf.c}.
 */
final class MuslLookup {

  private static final int LONGEST_NAME = 254;
  private static final int LONGEST_CANDIDATE = 255;
  // With "search " before it and a line break behind, a longer list is not read.
  private static final int LONGEST_SEARCHES = 247;

  private final LookupRun run;

  private MuslLookup(LookupRun run) {
    this.run = run;
  }

  /** Asks all there is to ask; tells the error, if no address comes of it. */
  static Optional<LookupError> run(LookupRun run, AskedName asked, ResolvConf conf) {
    return new MuslLookup(run).lookUp(asked, conf);
  }

  private Optional<LookupError> lookUp(AskedName asked, ResolvConf conf) {
    String text = asked.text();
    if (Octets.of(text) > LONGEST_NAME || text.equals(".") || text.endsWith("..")) {
      run.noteUnasked(ResolverReason.NOT_A_NAME, "");
      return Optional.of(LookupError.EAI_NONAME);
    }
    if (!ReadOptions.isReadByMusl(conf)) {
      run.noteUnasked(ResolverReason.OPTIONS_NOT_READ, "");
    }
    boolean isSearched = !asked.isAbsolute() && asked.dots() < ReadOptions.ndotsForMusl(conf);
    if (isSearched && Octets.ofLine(conf.searches()) > LONGEST_SEARCHES) {
      run.noteUnasked(ResolverReason.SEARCHES_NOT_READ, "");
    } else if (isSearched) {
      for (String domain : conf.searches()) {
        Optional<ResolverReason> end = search(asked, domain);
        if (end.isPresent()) {
          return error(end.get());
        }
      }
    }
    Optional<DnsName> name = asked.asItIs();
    if (name.isEmpty()) {
      run.noteUnasked(ResolverReason.NOT_A_NAME, "");
      return Optional.of(LookupError.EAI_NONAME);
    }
    ResolverReason why =
        asked.isAbsolute()
            ? ResolverReason.ENDS_IN_DOT
            : isSearched ? ResolverReason.ASKED_LAST : ResolverReason.ENOUGH_DOTS_FOR_ALL;
    return error(ask(name.get(), why, ""));
  }

  /** Why the look-up ends with a search domain; nothing where it goes on. */
  private Optional<ResolverReason> search(AskedName asked, String domain) {
    String candidate = asked.text() + "." + domain;
    if (Octets.of(candidate) > LONGEST_CANDIDATE) {
      run.noteUnasked(ResolverReason.CANDIDATE_SKIPPED, domain);
      return Optional.empty();
    }
    Optional<DnsName> name = DnsName.tryParse(candidate);
    if (name.isPresent()) {
      ResolverReason after = ask(name.get(), ResolverReason.SEARCHED, domain);
      return isGoingOn(after) ? Optional.empty() : Optional.of(after);
    }
    // The last label of the question comes out empty, or another one cannot be written at all.
    if (candidate.endsWith("..")
        && DnsName.tryParse(candidate.substring(0, candidate.length() - 1)).isPresent()) {
      run.askMalformed();
      run.note(ResolverReason.SEARCHED_IN_DOT, domain, ResolverReason.ENDS_WITH_FAILURE);
      return Optional.of(ResolverReason.ENDS_WITH_FAILURE);
    }
    run.noteUnasked(ResolverReason.CANDIDATE_ENDS_LOOKUP, domain);
    return Optional.of(ResolverReason.CANDIDATE_ENDS_LOOKUP);
  }

  private ResolverReason ask(DnsName name, ResolverReason why, String domain) {
    ResolverReason after = after(run.ask(name));
    run.note(why, domain, after);
    return after;
  }

  // The first answer that is a failure or a denial settles it, whatever the others are.
  private static ResolverReason after(List<Outcome> outcomes) {
    boolean isFound = outcomes.contains(Outcome.FOUND);
    for (Outcome outcome : outcomes) {
      if (outcome == Outcome.FAILED || outcome == Outcome.REFUSED) {
        return ResolverReason.ENDS_WITH_FAILURE;
      }
      if (outcome == Outcome.NO_NAME) {
        return isFound
            ? ResolverReason.GOES_ON_DESPITE_DATA
            : ResolverReason.GOES_ON_AFTER_NAME_ERROR;
      }
    }
    return isFound ? ResolverReason.ENDS_WITH_ADDRESSES : ResolverReason.ENDS_WITHOUT_DATA;
  }

  private static boolean isGoingOn(ResolverReason after) {
    return after == ResolverReason.GOES_ON_AFTER_NAME_ERROR
        || after == ResolverReason.GOES_ON_DESPITE_DATA;
  }

  private static Optional<LookupError> error(ResolverReason after) {
    return switch (after) {
      case ENDS_WITH_ADDRESSES -> Optional.empty();
      case ENDS_WITH_FAILURE -> Optional.of(LookupError.EAI_AGAIN);
      default -> Optional.of(LookupError.EAI_NONAME);
    };
  }
}
