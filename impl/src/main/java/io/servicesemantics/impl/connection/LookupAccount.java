package io.servicesemantics.impl.connection;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells why a look-up found no address: what was asked, and what the zone has to say of it. */
final class LookupAccount {

  // Nobody reads the sixth.
  private static final int MOST_STEPS = 5;
  private static final int MOST_CAUSES = 3;

  // What every search meets that goes through more than one domain.
  private static final ImmutableSet<DnsReason> COMMONPLACE =
      ImmutableSet.of(
          DnsReason.ASKED_UPSTREAM,
          DnsReason.NEITHER_SERVICE_NOR_POD,
          DnsReason.NAMESPACE_UNKNOWN,
          DnsReason.NAMESPACE_OF_SERVICES,
          DnsReason.TOO_MANY_LABELS);

  private LookupAccount() {}

  static Because of(Lookup lookup, String host, RecordType type, ClusterZone zone) {
    Because why = Because.of(ConnectionReason.NAME_NOT_RESOLVED).withFact("name", host);
    if (!lookup.steps().isEmpty()) {
      why = why.withFact("asked", asked(lookup));
    }
    if (lookup.error().isPresent()) {
      why = why.withFact("the program is told", lookup.error().get().words());
    }
    for (Because cause : causes(lookup, type, zone)) {
      why = why.withCause(cause);
    }
    return why;
  }

  private static String asked(Lookup lookup) {
    String first =
        lookup.steps().stream().limit(MOST_STEPS).map(LookupAccount::asked).collect(joining(", "));
    return lookup.steps().size() > MOST_STEPS ? first + ", ..." : first;
  }

  // A name that exists and has no address is what one sort of library stops at (dns 13.6).
  private static String asked(LookupStep step) {
    boolean isNoData =
        !step.answers().isEmpty() && step.answers().stream().allMatch(DnsAnswer::isNoData);
    return isNoData ? step.name().map(DnsName::toString).orElse("") + " NODATA" : step.toString();
  }

  // What every search meets says nothing, unless there is nothing else.
  private static List<Because> causes(Lookup lookup, RecordType type, ClusterZone zone) {
    List<Because> telling = new ArrayList<>();
    List<Because> plain = new ArrayList<>();
    List<Because> commonplace = new ArrayList<>();
    for (LookupStep step : lookup.steps()) {
      Optional<DnsName> name = step.name().filter(zone::has);
      if (name.isPresent() && telling.size() < MOST_CAUSES) {
        Because cause = explain(name.get(), type, zone);
        Reason reason = reason(cause);
        boolean isPlain = reason == DnsReason.SERVICE_UNKNOWN && cause.causes().isEmpty();
        List<Because> kind = isPlain ? plain : telling;
        (COMMONPLACE.contains(reason) ? commonplace : kind).add(cause);
      }
    }
    return !telling.isEmpty() ? telling : firstOf(plain.isEmpty() ? commonplace : plain);
  }

  private static List<Because> firstOf(List<Because> causes) {
    return causes.subList(0, Math.min(1, causes.size()));
  }

  static Because explain(DnsName name, RecordType type, ClusterZone zone) {
    return zone.zone().explain(DnsQuestion.of(name, type)).because();
  }

  /** What an answer rests on: where somebody else was asked too, why. */
  static Reason reason(Because because) {
    boolean isAskedFurther =
        because.reason() == DnsReason.FALLS_THROUGH && !because.causes().isEmpty();
    return isAskedFurther ? because.causes().get(0).reason() : because.reason();
  }
}
