package io.servicesemantics.impl.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsClass;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.PodRecords;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions, step by step in the order of the rules (dns 14); the only code that does. The
 * account of an answer is read from the answer.
 *
 * @param index the names of Services and endpoints, and the addresses
 * @param pods the addresses of Pods
 */
record ZoneEngine(ZoneContext context, ZoneIndex index, PodAddresses pods) {

  private static final DnsName VERSION = DnsName.parse("dns-version");
  private static final String VERSION_TOLD = "1.1.0";
  private static final int VERSION_TTL = 28800;
  private static final int DASHES_OF_IPV4 = 3;

  private static final ZoneAnswer CLASS_REFUSED =
      ToldAnswer.failure(DnsReason.CLASS_REFUSED, ResponseCode.REFUSED);
  private static final ZoneAnswer TRANSFER_REFUSED =
      ToldAnswer.failure(DnsReason.TRANSFER_REFUSED, ResponseCode.REFUSED);
  private static final ZoneAnswer NOBODY_UPSTREAM =
      ToldAnswer.failure(DnsReason.NOBODY_UPSTREAM, ResponseCode.SERVFAIL);
  private static final ZoneAnswer FALLS_TO_NOBODY =
      ToldAnswer.failure(DnsReason.FALLS_THROUGH_TO_NOBODY, ResponseCode.SERVFAIL);

  /**
   * Answers a question.
   *
   * @param hops how often this server was asked anew on the way here, by aliases into other zones
   */
  ZoneAnswer answer(DnsQuestion question, int hops) {
    if (question.dnsClass().number() != DnsClass.IN.number()) {
      return CLASS_REFUSED;
    }
    DnsName name = question.name();
    Origin origin = context.originOf(name);
    if (origin == null) {
      return askUpstream(question, DnsReason.ASKED_UPSTREAM, NOBODY_UPSTREAM);
    }
    return switch (question.type().number()) {
      case Types.AXFR, Types.IXFR -> TRANSFER_REFUSED;
      case Types.SOA -> start(name, origin);
      case Types.TXT -> text(question, origin);
      case Types.PTR -> pointer(question, origin);
      default -> ordinary(question, origin, hops);
    };
  }

  private ZoneAnswer askUpstream(DnsQuestion question, DnsReason reason, ZoneAnswer otherwise) {
    Optional<NameServer> upstream = context.surroundings().upstream();
    return upstream.isPresent()
        ? new PassedOnAnswer(reason, upstream.get().answer(question))
        : otherwise;
  }

  private ZoneAnswer start(DnsName name, Origin origin) {
    if (name.length() == origin.name.length()) {
      return ToldAnswer.of(DnsReason.START_OF_ZONE, ImmutableList.of(origin.start(name)));
    }
    return context.traits().namesByType()
        ? origin.noData(DnsReason.START_ELSEWHERE, name)
        : nothingOf(find(name, origin), DnsQuestion.of(name, RecordType.SOA), origin);
  }

  // Whatever exists has no text; whatever has no items does not exist for who asks for text.
  private ZoneAnswer text(DnsQuestion question, Origin origin) {
    DnsName name = question.name();
    if (isVersion(name, origin)) {
      RecordData version = new RecordData.Txt(ImmutableList.of(VERSION_TOLD));
      return ToldAnswer.of(
          DnsReason.VERSION_OF_SPECIFICATION,
          ImmutableList.of(new DnsRecord(name, VERSION_TTL, version)));
    }
    if (!context.traits().namesByType()) {
      return nothingOf(find(name, origin), question, origin);
    }
    return find(name, origin) instanceof NameNode
        ? origin.noData(DnsReason.NO_RECORD_OF_TYPE, name)
        : noName(question, origin, DnsReason.NO_TEXT);
  }

  private static boolean isVersion(DnsName name, Origin origin) {
    return isLabelBelow(name, origin, VERSION);
  }

  private static boolean isLabelBelow(DnsName name, Origin origin, DnsName labels) {
    int end = name.length() - origin.name.length();
    if (end != labels.length() - 1) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      if (Letters.lower(name.octet(i)) != labels.octet(i)) {
        return false;
      }
    }
    return true;
  }

  private ZoneAnswer pointer(DnsQuestion question, Origin origin) {
    DnsName name = question.name();
    if (!ReverseAddresses.isAddress(name)) {
      return nothingOf(find(name, origin), question, origin);
    }
    long high = ReverseAddresses.high(name);
    long low = ReverseAddresses.low(name);
    NodeAddress only = index.onlyAt(high, low);
    if (only != null && ReverseAddresses.isPlain(name)) {
      return only;
    }
    List<NodeAddress> all = index.toldAt(high, low);
    return all.isEmpty()
        ? noName(question, origin, DnsReason.NOBODY_HAS_ADDRESS)
        : pointers(name, all);
  }

  // A Service comes before endpoints; of several Services one is told.
  private static ZoneAnswer pointers(DnsName name, List<NodeAddress> all) {
    List<NodeAddress> services = Claims.ofServices(all);
    if (!services.isEmpty()) {
      return ToldAnswer.of(
          DnsReason.ADDRESS_OF_SERVICE, ImmutableList.of(services.get(0).record(name)));
    }
    ImmutableList.Builder<DnsRecord> told = ImmutableList.builder();
    for (NodeAddress node : all) {
      told.add(node.record(name));
    }
    return ToldAnswer.of(DnsReason.ADDRESS_OF_ENDPOINT, told.build());
  }

  private ZoneAnswer ordinary(DnsQuestion question, Origin origin, int hops) {
    DnsName name = question.name();
    RecordType type = question.type();
    boolean isSpelledPlain = !context.traits().spelledZone() || isZoneLowerCase(name, origin);
    if (type.number() == Types.NS && isSpelledPlain && name.length() == origin.name.length()) {
      return nameServers(name, origin);
    }
    if (isSpelledPlain && isLabelBelow(name, origin, ServerNames.SERVER)) {
      return server(question, origin);
    }
    Found found = find(name, origin);
    return found instanceof NameNode node
        ? records(node, question, origin, hops)
        : nothingOf(found, question, origin);
  }

  private static boolean isZoneLowerCase(DnsName name, Origin origin) {
    return name.isLowerCase() || origin.spelled(name).isLowerCase();
  }

  private ZoneAnswer nameServers(DnsName name, Origin origin) {
    Servers servers = Servers.find(context, index, name);
    ImmutableList<DnsRecord> names = servers.names(name);
    return names.isEmpty()
        ? origin.noData(DnsReason.SERVERS_OF_ZONE, name)
        : ToldAnswer.of(DnsReason.SERVERS_OF_ZONE, names, servers.addresses());
  }

  private ZoneAnswer server(DnsQuestion question, Origin origin) {
    DnsName name = question.name();
    ImmutableList<DnsRecord> addresses = ImmutableList.of();
    if (question.type().equals(RecordType.A) || question.type().equals(RecordType.AAAA)) {
      IpFamily family = question.type().equals(RecordType.A) ? IpFamily.IPV4 : IpFamily.IPV6;
      addresses = Servers.find(context, index, origin.spelled(name)).addresses(name, family);
    }
    return addresses.isEmpty()
        ? origin.noData(DnsReason.NAME_OF_SERVER, name)
        : ToldAnswer.of(DnsReason.NAME_OF_SERVER, addresses);
  }

  private ZoneAnswer records(NameNode node, DnsQuestion question, Origin origin, int hops) {
    DnsName name = question.name();
    RecordType type = question.type();
    boolean isAddress = type.number() == Types.A || type.number() == Types.AAAA;
    if (isAddress && node.leadsToNames() && has(node, type)) {
      return new Aliases(this, origin, origin.spelled(name), type, hops).answer(node, name);
    }
    if (type.number() == Types.CNAME && node.isAlias()) {
      return new SpelledAnswer(node, type, name, origin.spelled(name));
    }
    ZoneAnswer answer = has(node, type) ? node.answer(type) : null;
    if (answer == null) {
      return origin.noData(whyNone(type), name);
    }
    boolean isOwnSpelling =
        origin == context.primary()
            && name.isLowerCase()
            && name.length() == node.nameLength(origin.name.length());
    return isOwnSpelling ? answer : new SpelledAnswer(node, type, name, origin.spelled(name));
  }

  // Whether names of its sort have records of the type at all.
  private boolean has(NameNode node, RecordType type) {
    return node instanceof PortNode
        ? type.number() == Types.SRV || context.traits().addressesAtPorts()
        : type.number() != Types.SRV || context.traits().servicesAtEveryName();
  }

  private static DnsReason whyNone(RecordType type) {
    return switch (type.number()) {
      case Types.A, Types.AAAA -> DnsReason.ITEM_OF_OTHER_FAMILY;
      case Types.SRV -> DnsReason.NO_PORT_NUMBER;
      default -> DnsReason.NO_RECORD_OF_TYPE;
    };
  }

  private ZoneAnswer nothingOf(Found found, DnsQuestion question, Origin origin) {
    if (!(found instanceof Miss miss)) {
      return origin.noData(DnsReason.NO_RECORD_OF_TYPE, question.name());
    }
    return miss.exists
        ? origin.noData(miss.reason, question.name())
        : noName(question, origin, miss.reason);
  }

  private ZoneAnswer noName(DnsQuestion question, Origin origin, DnsReason reason) {
    return fallsThrough(question.name())
        ? askUpstream(question, DnsReason.FALLS_THROUGH, FALLS_TO_NOBODY)
        : origin.nxDomain(reason, question.name());
  }

  private boolean fallsThrough(DnsName name) {
    ImmutableList<DnsName> zones = context.fallthrough();
    for (int i = 0; i < zones.size(); i++) {
      if (name.isAtOrBelow(zones.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Every answer that may come out where the server leaves one to chance (dns 6.2, 8.2). */
  ImmutableSet<DnsAnswer> possible(DnsQuestion question) {
    ImmutableSet.Builder<DnsAnswer> possible = ImmutableSet.builder();
    possible.add(answer(question, 0));
    Origin origin = context.originOf(question.name());
    if (origin == null) {
      return possible.build();
    }
    Claims claims = claims(question, origin);
    for (DnsRecord record : claims.records()) {
      possible.add(ToldAnswer.of(DnsReason.LEFT_TO_CHANCE, ImmutableList.of(record)));
    }
    if (claims.mayBeNothing()) {
      possible.add(origin.noData(DnsReason.NO_RECORD_OF_TYPE, question.name()));
    }
    return possible.build();
  }

  /** Who claims to be the one record of an answer, where that is to be one. */
  Claims claims(DnsQuestion question, Origin origin) {
    DnsName name = question.name();
    if (question.dnsClass().number() != DnsClass.IN.number()) {
      return Claims.NONE;
    }
    if (question.type().number() == Types.PTR && ReverseAddresses.isAddress(name)) {
      return Claims.ofPointer(
          name, index.toldAt(ReverseAddresses.high(name), ReverseAddresses.low(name)));
    }
    return question.type().number() == Types.CNAME && find(name, origin) instanceof NameNode node
        ? Claims.ofAlias(name, node)
        : Claims.NONE;
  }

  /** What a name in a zone is (dns 4 to 7). */
  Found find(DnsName name, Origin origin) {
    if (!context.traits().namesByType()) {
      if (isVersion(name, origin)) {
        return Miss.VERSION;
      }
      if (origin.isReverse && index.hasAddressBelow(name)) {
        return Miss.ADDRESSES;
      }
    }
    int end = name.length() - origin.name.length();
    long labels = QueryLabels.of(name, end);
    boolean isReverse =
        origin.isReverse || (origin.isAboveReverse && ReverseAddresses.isBelowReverseZone(name));
    Found found = index.find(name, labels, end, isReverse);
    return found == null ? pod(name, labels) : found;
  }

  private Found pod(DnsName name, long labels) {
    PodRecords mode = context.settings().pods();
    String namespace = text(name, QueryLabels.fromZone(labels, 1));
    String label = text(name, QueryLabels.fromZone(labels, 2));
    String address = addressOf(label);
    if (mode == PodRecords.INSECURE) {
      return HostText.address(address) == null
          ? Miss.NO_ADDRESS
          : pod(namespace, label, address, 1, DnsReason.ANY_POD_ADDRESS);
    }
    int count = pods.count(namespace, address);
    return count == 0
        ? Miss.NO_SUCH_POD
        : pod(namespace, label, address, count, DnsReason.POD_HAS_ADDRESS);
  }

  private Found pod(String namespace, String label, String address, int count, DnsReason reason) {
    PodNode node = new PodNode(context, namespace, label, address, count, reason);
    return node.prepare() ? node : Miss.NO_SUCH_POD;
  }

  private static String addressOf(String label) {
    int dashes = 0;
    for (int i = 0; i < label.length(); i++) {
      dashes += label.charAt(i) == '-' ? 1 : 0;
    }
    boolean isIpv4 = dashes == DASHES_OF_IPV4 && !label.contains("--");
    return label.replace('-', isIpv4 ? '.' : ':');
  }

  private static String text(DnsName name, int at) {
    byte[] letters = new byte[name.octet(at)];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) Letters.lower(name.octet(at + 1 + i));
    }
    return new String(letters, US_ASCII);
  }
}
