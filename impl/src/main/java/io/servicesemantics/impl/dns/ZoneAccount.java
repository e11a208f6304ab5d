package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Likeness;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells why a question is answered as it is: the rule is the answer's own, and what lies behind it
 * is read from the objects. It decides nothing, and may take its time.
 */
final class ZoneAccount {

  // Nobody reads the sixth.
  private static final int MOST = 5;
  private static final int MOST_HOSTS = 20;

  // What is settled before anybody looks for Services and Pods.
  private static final ImmutableSet<DnsReason> WITHOUT_LOOKUP =
      Sets.immutableEnumSet(
          DnsReason.CLASS_REFUSED,
          DnsReason.TRANSFER_REFUSED,
          DnsReason.START_OF_ZONE,
          DnsReason.VERSION_OF_SPECIFICATION,
          DnsReason.NAME_OF_SERVER,
          DnsReason.SERVERS_OF_ZONE,
          DnsReason.ADDRESS_OF_SERVICE,
          DnsReason.ADDRESS_OF_ENDPOINT,
          DnsReason.NOBODY_HAS_ADDRESS);

  private final DnsQuestion question;
  private final ZoneAnswer answer;
  private final ZoneEngine engine;

  private ZoneAccount(DnsQuestion question, ZoneAnswer answer, ZoneEngine engine) {
    this.question = question;
    this.answer = answer;
    this.engine = engine;
  }

  static Because of(DnsQuestion question, ZoneAnswer answer, ZoneEngine engine) {
    return new ZoneAccount(question, answer, engine).account();
  }

  private Because account() {
    Because why =
        Because.of(answer.reason())
            .withFact("name", question.name())
            .withFact("type", question.type());
    Origin origin = engine.context().originOf(question.name());
    if (origin == null) {
      return why;
    }
    Because told = withClaims(why, engine.claims(question, origin));
    if (WITHOUT_LOOKUP.contains(answer.reason())) {
      return told;
    }
    return isOfAddress()
        ? told.withCause(Because.of(DnsReason.NOBODY_HAS_ADDRESS))
        : afterLookup(told, origin);
  }

  private static Because withClaims(Because why, Claims claims) {
    if (!claims.isChance()) {
      return why;
    }
    StringBuilder told = new StringBuilder();
    for (DnsRecord record : claims.records()) {
      told.append(told.isEmpty() ? "" : " ").append(record.data());
    }
    return why.withCause(Because.of(DnsReason.LEFT_TO_CHANCE).withFact("claims", told));
  }

  private Because afterLookup(Because why, Origin origin) {
    Found found = engine.find(question.name(), origin);
    if (found instanceof NameNode node) {
      return ofNode(why, node);
    }
    return found instanceof Miss miss && !miss.exists ? ofMiss(why, miss, origin) : why;
  }

  // Whether an address was looked for, and is asked about further on.
  private boolean isOfAddress() {
    return question.type().equals(RecordType.PTR) && ReverseAddresses.isAddress(question.name());
  }

  // What the name leads to, and which endpoints are missing among that.
  private Because ofNode(Because why, NameNode node) {
    Because told = why.withFact("leads to", hosts(node));
    if (answer.reason() != node.reason()) {
      told = told.withCause(Because.of(node.reason()));
    }
    if (node instanceof ServiceEntry entry && entry.form() == ServiceForm.HEADLESS) {
      for (Because unready : EndpointAccount.notCounted(entry)) {
        told = told.withCause(unready);
      }
    }
    return told;
  }

  // Each once, however many ports it has, and no more than anybody reads.
  private static String hosts(NameNode node) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Item item : node.items()) {
      hosts.add(item.host());
    }
    String first = String.join(" ", Iterables.limit(hosts, MOST_HOSTS));
    return hosts.size() > MOST_HOSTS
        ? first + " and " + (hosts.size() - MOST_HOSTS) + " more"
        : first;
  }

  private Because ofMiss(Because why, Miss miss, Origin origin) {
    List<String> labels = question.name().toLowerCase().labels();
    // the kind first, then namespace and Service
    List<String> known = Lists.reverse(labels.subList(0, labels.size() - origin.labels));
    Because told = answer.reason() == miss.reason ? why : why.withCause(Because.of(miss.reason));
    if (known.size() < 3) {
      return told;
    }
    ServiceEntry entry = entry(known.get(1), known.get(2));
    return switch (miss) {
      case NO_SUCH_NAMESPACE, NO_SUCH_SERVICE -> withNear(told, known.get(1), known.get(2));
      case NOTHING_READY -> withAll(told, EndpointAccount.notCounted(entry));
      case NO_SUCH_PORT -> entry == null ? told : told.withFact("ports", ports(entry));
      case NO_SUCH_ENDPOINT -> withAll(told, EndpointAccount.meant(entry, known.get(3)));
      default -> told;
    };
  }

  private static Because withAll(Because why, Iterable<Because> causes) {
    Because told = why;
    for (Because cause : causes) {
      told = told.withCause(cause);
    }
    return told;
  }

  private @Nullable ServiceEntry entry(String namespace, String name) {
    ServiceEntry[] found = new ServiceEntry[1];
    engine
        .index()
        .table()
        .forEach(
            keyed -> {
              if (keyed instanceof ServiceEntry entry
                  && entry.name.namespace().equals(namespace)
                  && entry.name.name().equals(name)) {
                found[0] = entry;
              }
            });
    return found[0];
  }

  // The same name in other namespaces, and names that are alike in this one.
  private Because withNear(Because why, String namespace, String name) {
    TreeMap<String, DnsReason> near = new TreeMap<>();
    engine
        .index()
        .table()
        .forEach(
            keyed -> {
              if (!(keyed instanceof ServiceEntry entry) || !entry.isExposed()) {
                return;
              }
              if (entry.name.name().equals(name)) {
                near.put(entry.name.toString(), DnsReason.SAME_NAME_ELSEWHERE);
              } else if (entry.name.namespace().equals(namespace)
                  && Likeness.of(entry.name.name(), name)) {
                near.put(entry.name.toString(), DnsReason.NAME_ALIKE);
              }
            });
    Because told = why;
    for (var found : near.entrySet().stream().limit(MOST).toList()) {
      told = told.withCause(Because.of(found.getValue()).withFact("service", found.getKey()));
    }
    return told;
  }

  private static String ports(ServiceEntry entry) {
    StringBuilder ports = new StringBuilder();
    Service service = entry.service;
    if (service != null) {
      for (ServicePort port : service.spec().ports()) {
        String protocol = port.protocol().isSaid() ? port.protocol().text() : "TCP";
        ports.append(ports.isEmpty() ? "" : " ");
        ports.append(port.name().isEmpty() ? "unnamed" : port.name()).append('/').append(protocol);
      }
    }
    return ports.toString();
  }
}
