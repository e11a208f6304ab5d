package io.servicesemantics.impl.app;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Likeness;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what comes of names in a cluster: to a Pod, or to who asks the cluster's DNS. */
final class LookupReport {

  // Where every usual installer puts the cluster's DNS: the tenth address of each range.
  private static final int USUAL_OFFSET = 10;
  private static final int MOST = 5;

  private final ServiceSemantics semantics;
  private final ClusterSnapshot world;
  private final DnsZone zone;
  private final StringBuilder text = new StringBuilder();

  private LookupReport(ServiceSemantics semantics, ClusterSnapshot world) {
    this.semantics = semantics;
    this.world = world;
    this.zone = semantics.dns().zoneOf(world);
  }

  /** The answer to whatever the switches ask about names. */
  static String of(LookupSwitches switches, ServiceSemantics semantics, ClusterSnapshot world) {
    LookupReport report = new LookupReport(semantics, world);
    switches.lookup().ifPresent(report::lookUp);
    switches.question().ifPresent(report::ask);
    switches
        .zone()
        .ifPresent(
            origin ->
                report.text.append(
                    report.zone.zoneFile(
                        origin.isEmpty()
                            ? semantics.dns().names().clusterDomain()
                            : DnsName.parse(origin))));
    return report.text.toString();
  }

  private void lookUp(LookupSwitches.PodLookup asked) {
    Pod pod = stored(podOf(asked.pod()));
    ImmutableList<IpAddress> servers = servers();
    PodResolvConf made = semantics.podResolver().resolvConfOf(pod, NodeResolver.of(servers, ""));
    text.append("Pod ").append(pod.namespacedName()).append(" looks up ").append(asked.name());
    text.append(", by ").append(asked.libc().version()).append("\n\n/etc/resolv.conf\n");
    indented(made);
    ResolvConf conf = made.conf().orElse(ResolvConf.EMPTY);
    Optional<IpAddress> first =
        conf.nameservers().stream().findFirst().flatMap(IpAddress::tryParseLenient);
    if (first.filter(servers::contains).isEmpty()) {
      text.append("\nIt does not ask the cluster's DNS, and what others answer no object tells.\n");
      return;
    }
    Explained<Lookup> found =
        semantics
            .podResolver()
            .explainLookUp(asked.name(), asked.wanted(), conf, hosts(pod), asked.libc(), zone);
    text.append('\n').append(found.value()).append('\n');
    leadsOutside(found.value());
    text.append("\nWhy\n");
    indented(found.because());
    found.value().absoluteName().ifPresent(name -> cost(found.value(), name));
  }

  // Whoever is behind the cluster's DNS may know more.
  private void leadsOutside(Lookup lookup) {
    if (!lookup.addresses().isEmpty() || lookup.steps().isEmpty()) {
      return;
    }
    boolean isOutside =
        lookup
            .steps()
            .get(lookup.steps().size() - 1)
            .name()
            .filter(name -> zone.origins().stream().noneMatch(name::isAtOrBelow))
            .isPresent();
    if (isOutside) {
      text.append("  (the last name is outside the cluster: there it may yet lead somewhere)\n");
    }
  }

  private void cost(Lookup lookup, DnsName name) {
    if (lookup.wastedQuestions() > 0) {
      text.append("\nCalled ").append(name).append(" with the dot behind, it takes ");
      text.append(lookup.types().types().size()).append(" of the ").append(lookup.questions());
      text.append(" questions.\n");
    }
  }

  private void ask(DnsQuestion question) {
    Explained<DnsAnswer> answer = zone.explain(question);
    text.append(question).append(", asked of the cluster's DNS\n\n");
    text.append(answer.value()).append("\n\nWhy\n");
    indented(answer.because());
    if (zone.origins().stream().noneMatch(question.name()::isAtOrBelow)) {
      List<DnsName> meant = completed(question.name());
      for (DnsName name : meant.subList(0, Math.min(MOST, meant.size()))) {
        text.append("\nThere is ").append(name);
      }
      text.append(
          meant.isEmpty()
              ? ""
              : "\nPods find it by their search domains: say which, as in -Dfrom=\"pod shop/web-0\"\n");
    }
  }

  // What Pods somewhere would make of a name that is in no zone.
  private List<DnsName> completed(DnsName name) {
    List<DnsName> found = new ArrayList<>();
    DnsName services = semantics.dns().names().clusterDomain().below("svc").orElse(DnsName.ROOT);
    name.followedBy(services).filter(this::exists).ifPresent(found::add);
    for (Service service : world.services()) {
      services
          .below(service.metadata().namespace())
          .flatMap(name::followedBy)
          .filter(whole -> !found.contains(whole) && found.size() < MOST && exists(whole))
          .ifPresent(found::add);
    }
    return found;
  }

  private boolean exists(DnsName name) {
    DnsAnswer answer = zone.answer(DnsQuestion.of(name, RecordType.A));
    return answer.responseCode() == ResponseCode.NOERROR && !answer.answer().isEmpty();
  }

  private Pod podOf(NamespacedName wanted) {
    List<Pod> called = new ArrayList<>();
    List<String> alike = new ArrayList<>();
    for (Pod pod : world.pods()) {
      boolean isMeant =
          wanted.namespace().isEmpty() || wanted.namespace().equals(pod.metadata().namespace());
      if (isMeant && pod.metadata().name().equals(wanted.name())) {
        called.add(pod);
      } else if (alike.size() < MOST && Likeness.of(pod.metadata().name(), wanted.name())) {
        alike.add(pod.namespacedName().toString());
      }
    }
    if (called.size() == 1) {
      return called.get(0);
    }
    throw new IllegalArgumentException(
        "Switch \"from\": \""
            + wanted
            + "\"; expected "
            + (called.isEmpty() ? "a Pod of what was read" : "its namespace before the name")
            + (alike.isEmpty() ? "" : ", such as " + String.join(", ", alike)));
  }

  // The API server fills in what a Pod leaves unsaid.
  private static Pod stored(Pod pod) {
    return pod.spec().dnsPolicy().isSaid()
        ? pod
        : pod.withSpec(pod.spec().withDnsPolicy(DnsPolicy.CLUSTER_FIRST));
  }

  private ImmutableList<String> hosts(Pod pod) {
    return ImmutableList.<String>builder()
        .addAll(HostNames.LOCALHOST)
        .addAll(semantics.podHostname().namesOf(pod).hosts())
        .build();
  }

  private ImmutableList<IpAddress> servers() {
    ImmutableList.Builder<IpAddress> servers = ImmutableList.builder();
    world
        .service("kube-system", "kube-dns")
        .ifPresent(
            service ->
                service
                    .spec()
                    .clusterIPs()
                    .forEach(it -> IpAddress.tryParseLenient(it).ifPresent(servers::add)));
    ImmutableList<IpAddress> found = servers.build();
    return found.isEmpty() ? usualServers() : found;
  }

  private ImmutableList<IpAddress> usualServers() {
    ImmutableList.Builder<IpAddress> servers = ImmutableList.builder();
    for (Cidr range : semantics.profile().ranges().serviceCIDRs()) {
      if (range.saturatedSize() > USUAL_OFFSET) {
        servers.add(range.address(USUAL_OFFSET));
      }
    }
    return servers.build();
  }

  private void indented(Object told) {
    told.toString().lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }
}
