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
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A look-up while it goes on: what was thought of and asked so far, and what came of it. */
final class LookupRun {

  private static final int NOT_ASKED = -1;

  private final WantedAddresses wanted;
  private final NameServer server;
  private final List<LookupStep> steps = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Set<IpAddress> addresses = new LinkedHashSet<>();

  LookupRun(WantedAddresses wanted, NameServer server) {
    this.wanted = wanted;
    this.server = server;
  }

  /** What came of one question. */
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

  /**
   * A name the library thought of.
   *
   * @param why why it asks about it, or not
   * @param domain the search domain; empty where there is none
   * @param step the index of the step; negative where it was not asked
   * @param after why it goes on or ends; the same as why where it was not asked
   */
  record Turn(ResolverReason why, String domain, int step, ResolverReason after) {

    boolean isAsked() {
      return step != NOT_ASKED;
    }
  }

  /** Asks about a name, once for each type; tells the outcomes in the order of the types. */
  List<Outcome> ask(DnsName asked) {
    addresses.clear();
    ImmutableList.Builder<DnsAnswer> answers = ImmutableList.builder();
    List<Outcome> outcomes = new ArrayList<>();
    for (RecordType type : wanted.types()) {
      DnsAnswer answer = server.answer(DnsQuestion.of(asked, type));
      answers.add(answer);
      outcomes.add(outcome(answer, type));
    }
    steps.add(new LookupStep(Optional.of(asked), answers.build()));
    return outcomes;
  }

  /** Puts a question that nobody can read. */
  void askMalformed() {
    steps.add(new LookupStep(Optional.empty(), ImmutableList.of()));
  }

  /** Notes why the last question was put, and why the look-up goes on or ends. */
  void note(ResolverReason why, String domain, ResolverReason after) {
    turns.add(new Turn(why, domain, steps.size() - 1, after));
  }

  /** Notes why something was not asked or not read. */
  void noteUnasked(ResolverReason why, String domain) {
    turns.add(new Turn(why, domain, NOT_ASKED, why));
  }

  private Outcome outcome(DnsAnswer answer, RecordType type) {
    ResponseCode code = answer.responseCode();
    if (code == ResponseCode.NXDOMAIN) {
      return Outcome.NO_NAME;
    }
    if (code != ResponseCode.NOERROR) {
      return code == ResponseCode.SERVFAIL ? Outcome.FAILED : Outcome.REFUSED;
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

  WantedAddresses wanted() {
    return wanted;
  }

  ImmutableList<LookupStep> steps() {
    return ImmutableList.copyOf(steps);
  }

  int stepCount() {
    return steps.size();
  }

  List<Turn> turns() {
    return turns;
  }

  ImmutableList<IpAddress> addresses() {
    return ImmutableList.copyOf(addresses);
  }
}
