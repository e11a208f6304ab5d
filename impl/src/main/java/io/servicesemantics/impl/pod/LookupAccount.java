package io.servicesemantics.impl.pod;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.ResolverReason;
import java.util.Optional;

/** Tells why a look-up asks what it asks, and what comes of it. */
final class LookupAccount {

  // Longer names are none, and of those the beginning is enough.
  private static final int SHOWN = 260;

  private LookupAccount() {}

  static Because of(LookedUp done, NameServer server) {
    Lookup lookup = done.lookup();
    ImmutableMap.Builder<String, String> facts = ImmutableMap.builder();
    facts.put("name", "\"" + shown(lookup.name()) + "\"");
    if (!lookup.steps().isEmpty()) {
      facts.put("questions", Integer.toString(lookup.questions()));
    }
    lookup.error().ifPresent(error -> facts.put("error", error.name()));
    ImmutableList.Builder<Because> causes = ImmutableList.builder();
    for (LookupRun.Turn turn : done.turns()) {
      causes.add(turn(turn, lookup, server));
    }
    if (isExhausted(done)) {
      causes.add(Because.of(ResolverReason.NOTHING_LEFT));
    }
    Optional<DnsName> absolute = lookup.absoluteName();
    if (absolute.isPresent() && lookup.wastedQuestions() > 0) {
      causes.add(
          Because.of(ResolverReason.DOT_SPARES_QUESTIONS)
              .withFact("name", absolute.get())
              .withFact("questions", lookup.questions() - lookup.wastedQuestions()));
    }
    return new Because(done.settledBy(), facts.buildOrThrow(), causes.build());
  }

  private static Because turn(LookupRun.Turn turn, Lookup lookup, NameServer server) {
    Because because = Because.of(turn.why());
    if (!turn.domain().isEmpty()) {
      because = because.withFact("search", shown(turn.domain()));
    }
    if (!turn.isAsked()) {
      return because;
    }
    LookupStep step = lookup.steps().get(turn.step());
    because =
        because
            .withFact("asked", step.name().map(DnsName::toString).orElse("(malformed)"))
            .withFact("answer", step.responseCode());
    if (server instanceof DnsZone zone && step.name().isPresent()) {
      for (RecordType type : lookup.types().types()) {
        because = because.withCause(ofZone(zone, DnsQuestion.of(step.name().get(), type)));
      }
    }
    return because.withCause(Because.of(turn.after()));
  }

  private static Because ofZone(DnsZone zone, DnsQuestion question) {
    Because because = zone.explain(question).because();
    return new Because(
        because.reason(),
        ImmutableMap.<String, String>builder()
            .put("type", question.type().toString())
            .putAll(because.facts())
            .buildKeepingLast(),
        because.causes());
  }

  // The library came to the end of what it would ask, and nothing made it stop before.
  private static boolean isExhausted(LookedUp done) {
    if (done.settledBy() != ResolverReason.LOOKUP_FAILS || done.turns().isEmpty()) {
      return false;
    }
    return switch (done.turns().get(done.turns().size() - 1).after()) {
      case ENDS_WITH_ALIAS_ALONE,
          ENDS_WITHOUT_DATA,
          ENDS_WITH_FAILURE,
          CANDIDATE_ENDS_LOOKUP,
          NOT_A_NAME,
          NOT_ASKED_LAST ->
          false;
      default -> true;
    };
  }

  private static String shown(String text) {
    return Ascii.truncate(text, SHOWN, "...");
  }
}
