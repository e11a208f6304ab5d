package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.dns.DeviationReason;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsDeviation;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.RecordType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the questions about names of a cluster that CoreDNS answers otherwise than the
 * specification says: every name that either gives is asked about, for every type that either has.
 */
final class Deviations {

  private static final ImmutableList<RecordType> TYPES =
      ImmutableList.of(
          RecordType.A, RecordType.AAAA, RecordType.SRV, RecordType.CNAME, RecordType.TXT);

  private final ZoneEngine engine;
  private final ZoneEngine specification;
  private final Map<DnsQuestion, DnsDeviation> found = new LinkedHashMap<>();

  private Deviations(ZoneEngine engine, ZoneEngine specification) {
    this.engine = engine;
    this.specification = specification;
  }

  static ImmutableList<DnsDeviation> between(ZoneEngine engine, ZoneEngine specification) {
    Deviations deviations = new Deviations(engine, specification);
    engine.index().table().forEach(deviations::compare);
    specification.index().table().forEach(deviations::compare);
    return ImmutableList.copyOf(deviations.found.values());
  }

  private void compare(Keyed keyed) {
    if (keyed instanceof NodeAddress node && node.isTold()) {
      DnsName name = node.reverseName();
      compare(node.target, name, RecordType.PTR);
      compare(node.target, name, RecordType.TXT);
    } else if (keyed instanceof NameNode node) {
      compareAll(node);
    }
  }

  private void compareAll(NameNode node) {
    DnsName name = node.name(engine.context().primary().name);
    if (name != null) {
      TYPES.forEach(type -> compare(node, name, type));
    }
  }

  private void compare(NameNode node, DnsName name, RecordType type) {
    DnsQuestion question = DnsQuestion.of(name, type);
    DnsAnswer answered = engine.answer(question, 0);
    DnsAnswer specified = specification.answer(question, 0);
    if (isOther(answered, specified)) {
      found.putIfAbsent(
          question, new DnsDeviation(question, answered, specified, reason(node, type)));
    }
  }

  // The additional records follow from the others, and their order says nothing.
  private static boolean isOther(DnsAnswer one, DnsAnswer other) {
    return one.responseCode() != other.responseCode()
        || !ImmutableSet.copyOf(one.answer()).equals(ImmutableSet.copyOf(other.answer()));
  }

  private static DeviationReason reason(NameNode node, RecordType type) {
    boolean isHeadless = entry(node) == null || form(node) == ServiceForm.HEADLESS;
    return switch (type.number()) {
      case Types.PTR -> DeviationReason.POINTER_TO_OTHER_ENDPOINT;
      case Types.TXT -> DeviationReason.NAME_BY_TYPE;
      case Types.SRV ->
          node instanceof PortNode
              ? DeviationReason.PORT_OF_ENDPOINT
              : isHeadless || node instanceof ServiceEntry
                  ? DeviationReason.SERVICES_AT_OTHER_NAMES
                  : DeviationReason.ENDPOINT_OF_OTHER_SERVICE;
      default -> ofAddress(node, isHeadless);
    };
  }

  private static DeviationReason ofAddress(NameNode node, boolean isHeadless) {
    if (node instanceof PortNode) {
      return DeviationReason.ADDRESSES_AT_PORTS;
    }
    return node instanceof EndpointNode && !isHeadless
        ? DeviationReason.ENDPOINT_OF_OTHER_SERVICE
        : DeviationReason.ALIAS_LEFT_OUT;
  }

  private static ServiceForm form(NameNode node) {
    ServiceEntry entry = entry(node);
    return entry == null ? ServiceForm.MISSING : entry.form();
  }

  private static @Nullable ServiceEntry entry(NameNode node) {
    if (node instanceof ServiceEntry entry) {
      return entry;
    }
    if (node instanceof PortNode port) {
      return port.entry();
    }
    return node instanceof EndpointNode endpoint ? endpoint.entry() : null;
  }
}
