package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.HostnameReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells whether the name a Pod goes by leads to it, and what is missing if not (dns 10). */
final class NameInDns {

  private final Pod pod;
  private final DnsZone zone;
  private final List<IpAddress> addresses = new ArrayList<>();

  private NameInDns(Pod pod, DnsZone zone) {
    this.pod = pod;
    this.zone = zone;
    for (String address : pod.status().podIPs()) {
      IpAddress.tryParseLenient(address).ifPresent(addresses::add);
    }
  }

  static Explained<Boolean> explain(Pod pod, HostNaming naming, DnsZone zone) {
    HostNames names = naming.names();
    if (names.error().isPresent()) {
      return Explained.of(false, HostNamingAccount.of(naming, pod));
    }
    Optional<DnsName> fqdn = DnsName.tryParse(names.fqdn());
    if (names.domain().isEmpty() || fqdn.isEmpty()) {
      return Explained.of(
          false,
          Because.of(HostnameReason.LEADS_ELSEWHERE)
              .withFact("name", names.fqdn())
              .withCause(
                  Because.of(
                      pod.spec().hostnameOverride().isPresent()
                          ? HostnameReason.OVERRIDE_HAS_NO_DOMAIN
                          : HostnameReason.HAS_NO_SUBDOMAIN)));
    }
    return new NameInDns(pod, zone).explain(fqdn.get());
  }

  private Explained<Boolean> explain(DnsName fqdn) {
    ImmutableList.Builder<Because> answers = ImmutableList.builder();
    boolean isAnothers = false;
    for (RecordType type : ImmutableList.of(RecordType.A, RecordType.AAAA)) {
      Explained<DnsAnswer> answer = zone.explain(DnsQuestion.of(fqdn, type));
      if (leadsToPod(answer.value())) {
        return Explained.of(
            true,
            Because.of(HostnameReason.LEADS_TO_POD)
                .withFact("name", fqdn)
                .withCause(answer.because()));
      }
      isAnothers |= !answer.value().answer().isEmpty();
      if (type.equals(RecordType.A) || !answer.value().answer().isEmpty()) {
        answers.add(answer.because());
      }
    }
    Because because = Because.of(HostnameReason.LEADS_ELSEWHERE).withFact("name", fqdn);
    for (Because missing : missing(fqdn, isAnothers)) {
      because = because.withCause(missing);
    }
    for (Because answer : answers.build()) {
      because = because.withCause(answer);
    }
    return Explained.of(false, because);
  }

  private List<Because> missing(DnsName fqdn, boolean isAnothers) {
    List<Because> missing = new ArrayList<>();
    if (pod.spec().hostname().isEmpty()) {
      missing.add(Because.of(HostnameReason.HAS_NO_HOSTNAME));
    }
    if (isAnothers) {
      missing.add(Because.of(HostnameReason.ANOTHER_HAS_NAME));
    }
    DnsName service = fqdn.suffix(fqdn.labelCount() - hostLabels());
    boolean isService = isThere(service);
    if (!isService) {
      missing.add(Because.of(HostnameReason.NO_SERVICE_OF_SUBDOMAIN).withFact("service", service));
    }
    Optional<Because> unready = unready();
    unready.ifPresent(missing::add);
    if (isService && unready.isEmpty() && !isEndpoint(service)) {
      missing.add(Because.of(HostnameReason.NOT_AN_ENDPOINT).withFact("service", service));
    }
    return missing;
  }

  // A Pod's name may have dots in it, a hostname has none.
  private int hostLabels() {
    return pod.spec().hostname().isEmpty()
        ? 1 + (int) pod.metadata().name().chars().filter(letter -> letter == '.').count()
        : 1;
  }

  // A headless Service without ready endpoints does not exist in DNS, and that has another cause.
  private boolean isThere(DnsName service) {
    Explained<DnsAnswer> answer = zone.explain(DnsQuestion.of(service, RecordType.A));
    return answer.value().responseCode() != ResponseCode.NXDOMAIN
        || restsOn(answer.because(), DnsReason.HEADLESS_WITHOUT_ENDPOINTS);
  }

  private static boolean restsOn(Because because, DnsReason reason) {
    ArrayDeque<Because> open = new ArrayDeque<>();
    open.push(because);
    while (!open.isEmpty()) {
      Because next = open.pop();
      if (next.reason().equals(reason)) {
        return true;
      }
      next.causes().forEach(open::push);
    }
    return false;
  }

  private Optional<Because> unready() {
    if (addresses.isEmpty()) {
      return Optional.of(Because.of(HostnameReason.POD_HAS_NO_ADDRESS));
    }
    if (pod.status().phase().is(PodPhase.SUCCEEDED) || pod.status().phase().is(PodPhase.FAILED)) {
      return Optional.of(
          Because.of(HostnameReason.POD_IS_OVER).withFact("phase", pod.status().phase()));
    }
    if (pod.metadata().isBeingDeleted()) {
      return Optional.of(Because.of(HostnameReason.POD_IS_TERMINATING));
    }
    return pod.isReady() ? Optional.empty() : Optional.of(Because.of(HostnameReason.POD_NOT_READY));
  }

  // The addresses of ready endpoints have names, and those tell whose endpoints they are.
  private boolean isEndpoint(DnsName service) {
    for (IpAddress address : addresses) {
      DnsQuestion reverse = DnsQuestion.of(address.reverseName(), RecordType.PTR);
      for (DnsRecord record : zone.answer(reverse).answer()) {
        if (record.data() instanceof RecordData.Ptr name && name.target().isAtOrBelow(service)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean leadsToPod(DnsAnswer answer) {
    for (DnsRecord record : answer.answer()) {
      if (record.data() instanceof RecordData.Address found
          && addresses.contains(found.address())) {
        return true;
      }
    }
    return false;
  }
}
