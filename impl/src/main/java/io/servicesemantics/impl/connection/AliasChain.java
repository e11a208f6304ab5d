package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.service.Service;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that an answer leads through before the addresses.
 *
 * @param services the Services among them, in order
 * @param why an account of each name
 * @param end the last name
 */
record AliasChain(ImmutableList<Service> services, ImmutableList<Because> why, DnsName end) {

  /** The chain of the answers about a name; it ends at once where that is no alias. */
  static AliasChain of(LookupStep step, ClusterZone zone, World world) {
    Map<DnsName, DnsName> targets = new LinkedHashMap<>();
    for (DnsAnswer answer : step.answers()) {
      for (DnsRecord record : answer.answer()) {
        if (record.data() instanceof RecordData.Cname alias) {
          targets.put(record.owner(), alias.target());
        }
      }
    }
    DnsName at = step.name().orElse(DnsName.ROOT);
    ImmutableList.Builder<Service> services = ImmutableList.builder();
    ImmutableList.Builder<Because> why = ImmutableList.builder();
    while (targets.containsKey(at)) {
      // taken away, so that a circle ends
      DnsName target = targets.remove(at);
      Optional<Service> service = service(at, zone, world);
      service.ifPresent(services::add);
      service.map(AliasChain::why).ifPresent(why::add);
      at = target;
    }
    return new AliasChain(services.build(), why.build(), at);
  }

  private static Optional<Service> service(DnsName name, ClusterZone zone, World world) {
    return zone.serviceAt(name)
        .map(ClusterZone.ServiceName::service)
        .flatMap(read -> world.snapshot().service(read.namespace(), read.name()));
  }

  boolean isEmpty() {
    return why.isEmpty();
  }

  static Because why(Service service) {
    return Because.of(ConnectionReason.NAME_IS_ALIAS)
        .withFact("service", service.namespacedName())
        .withFact("alias", service.spec().externalName());
  }

  /** Why an alias leads nowhere: by what the zone says of it. */
  static Because broken(Service service, Because zoneSays, Because failed) {
    Reason reason = LookupAccount.reason(zoneSays);
    if (reason == DnsReason.EXTERNAL_NAME_IS_ADDRESS) {
      return told(ConnectionReason.ALIAS_IS_ADDRESS, service, zoneSays);
    }
    return reason == DnsReason.CHAIN_TOO_LONG || reason == DnsReason.TARGET_IS_ITSELF
        ? told(ConnectionReason.ALIAS_WITHOUT_END, service, zoneSays)
        : failed;
  }

  private static Because told(ConnectionReason reason, Service service, Because zoneSays) {
    return Because.of(reason).withFact("alias", service.spec().externalName()).withCause(zoneSays);
  }
}
