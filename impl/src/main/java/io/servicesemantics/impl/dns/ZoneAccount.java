package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.explain.Because;

/** Tells why a question is answered as it is, from the answer alone. */
final class ZoneAccount {

  private ZoneAccount() {}

  static Because of(DnsQuestion question, ZoneAnswer answer, ZoneEngine engine) {
    return Because.of(answer.reason()).withFact("name", question.name());
  }
}
