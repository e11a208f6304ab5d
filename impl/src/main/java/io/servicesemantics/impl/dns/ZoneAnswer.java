package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsReason;

/** An answer that knows the rule it rests on, so that the account is read from it. */
abstract class ZoneAnswer extends DnsAnswer {

  abstract DnsReason reason();
}
