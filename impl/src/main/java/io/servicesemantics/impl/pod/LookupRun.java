package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.WantedAddresses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A look-up while it goes on: what was asked so far, and what came of it. */
final class LookupRun {

  private final String name;
  private final WantedAddresses wanted;
  private final NameServer server;
  private final List<LookupStep> steps = new ArrayList<>();
  private final Set<IpAddress> addresses = new LinkedHashSet<>();

  LookupRun(String name, WantedAddresses wanted, NameServer server) {
    this.name = name;
    this.wanted = wanted;
    this.server = server;
  }

  /** What came of one name. */
  enum Outcome {
    /** Addresses. */
    FOUND,
    /** Other records, such as an alias that leads nowhere. */
    RECORDS_WITHOUT_ADDRESS,
    /** The name without records. */
    NO_DATA,
    /** No such name. */
    NO_NAME,
    /** The server failed. */
    FAILED,
    /** The server would not answer. */
    REFUSED
  }

  /** Asks about a name, once for each type; of several outcomes the best counts. */
  Outcome ask(DnsName asked) {
    ImmutableList.Builder<DnsAnswer> answers = ImmutableList.builder();
    Outcome best = Outcome.REFUSED;
    for (RecordType type : wanted.types()) {
      DnsAnswer answer = server.answer(DnsQuestion.of(asked, type));
      answers.add(answer);
      Outcome outcome = outcome(answer, type);
      best = outcome.compareTo(best) < 0 ? outcome : best;
    }
    steps.add(new LookupStep(Optional.of(asked), answers.build()));
    return best;
  }

  /** Puts a question that nobody can read. */
  void askMalformed() {
    steps.add(new LookupStep(Optional.empty(), ImmutableList.of()));
  }

  private Outcome outcome(DnsAnswer answer, RecordType type) {
    ResponseCode code = answer.responseCode();
    if (code == ResponseCode.NXDOMAIN) {
      return Outcome.NO_NAME;
    }
    if (code != ResponseCode.NOERROR) {
      return code == ResponseCode.REFUSED ? Outcome.REFUSED : Outcome.FAILED;
    }
    boolean hasAddress = false;
    boolean hasRecord = false;
    for (DnsRecord record : answer.answer()) {
      hasRecord = true;
      if (record.type().equals(type) && record.data() instanceof RecordData.Address found) {
        hasAddress = true;
        addresses.add(found.address());
      }
    }
    if (hasAddress) {
      return Outcome.FOUND;
    }
    return hasRecord ? Outcome.RECORDS_WITHOUT_ADDRESS : Outcome.NO_DATA;
  }

  int steps() {
    return steps.size();
  }

  WantedAddresses wanted() {
    return wanted;
  }

  Lookup found() {
    return new Lookup(
        name,
        wanted,
        ImmutableList.copyOf(steps),
        ImmutableList.copyOf(addresses),
        Optional.empty());
  }

  Lookup failed(LookupError error) {
    return new Lookup(
        name, wanted, ImmutableList.copyOf(steps), ImmutableList.of(), Optional.of(error));
  }
}
