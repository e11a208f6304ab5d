package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names that Pods go by to themselves and nobody else can call them by (dns 10.4). */
final class PodNameComplaints {

  private final Scene scene;
  private final PodComplaints.Sink sink;

  PodNameComplaints(Scene scene, PodComplaints.Sink sink) {
    this.scene = scene;
    this.sink = sink;
  }

  void check(Pod pod, KubernetesObject maker) {
    HostNames names = scene.namings().hostNames(pod);
    Optional<String> error = names.error().or(names::kernelError);
    if (error.isPresent()) {
      sink.add(
          ComplaintReason.POD_CANNOT_BE_NAMED,
          maker,
          Makers.fieldOf(maker, "hostname"),
          "the kubelet cannot name Pod "
              + pod.metadata().name()
              + ", so it does not start: "
              + error.get()
              + ".",
          "");
      return;
    }
    if (pod.spec().subdomain().isEmpty() || pod.status().podIPs().isEmpty()) {
      return;
    }
    // a name with hostnameOverride has no domain
    Optional<DnsName> fqdn =
        names.domain().isEmpty() ? Optional.empty() : DnsName.tryParse(names.fqdn());
    if (fqdn.isPresent()) {
      check(pod, maker, fqdn.get());
    }
  }

  private void check(Pod pod, KubernetesObject maker, DnsName fqdn) {
    Set<IpAddress> own = own(pod);
    Set<IpAddress> found = addresses(fqdn);
    if (found.stream().anyMatch(own::contains)) {
      found.removeAll(own);
      if (!found.isEmpty()) {
        addShared(pod, maker, fqdn, found);
      }
      return;
    }
    NamespacedName wanted = NamespacedName.of(pod.metadata().namespace(), pod.spec().subdomain());
    Service service = scene.world().servicesByName().get(wanted);
    if (service == null) {
      addNoService(pod, maker, wanted);
    } else if (service.spec().type().is(ServiceType.EXTERNAL_NAME)
        || !scene.slices().explainPod(service, pod, scene.world()).value().isEndpoint()) {
      sink.add(
          ComplaintReason.SUBDOMAIN_SERVICE_LEAVES_OUT_POD,
          maker,
          field(maker),
          unknown(pod, fqdn) + "Service " + wanted.name() + " does not select the Pod.",
          "Let that Service select it, or name the one that does.");
    } else if (pod.spec().hostname().isEmpty()) {
      sink.add(
          ComplaintReason.SUBDOMAIN_WITHOUT_HOSTNAME,
          maker,
          Makers.fieldOf(maker, "subdomain"),
          unknown(pod, fqdn) + "a Pod that says no hostname has no name under its Service.",
          "Write hostname: as well, or let a StatefulSet make the Pods.");
    }
  }

  private void addNoService(Pod pod, KubernetesObject maker, NamespacedName wanted) {
    Optional<NamespacedName> nearest = scene.namings().services().nearest(wanted);
    // where no Service was read at all, it is the reading that is incomplete
    if (nearest.isEmpty() && !scene.namings().services().isKnown(wanted.namespace())) {
      return;
    }
    sink.add(
        ComplaintReason.SUBDOMAIN_OF_NO_SERVICE,
        maker,
        field(maker),
        "there is no Service "
            + wanted
            + " to give Pods such as "
            + pod.metadata().name()
            + " their names"
            + nearest.map(near -> "; Service " + near + " comes nearest").orElse("")
            + ".",
        nearest.filter(near -> near.namespace().equals(wanted.namespace())).isPresent()
            ? "Write the name of that Service."
            : "Write a headless Service of that name, which selects the Pods.");
  }

  private void addShared(Pod pod, KubernetesObject maker, DnsName fqdn, Set<IpAddress> others) {
    sink.add(
        ComplaintReason.HOSTNAME_SHARED,
        maker,
        Makers.fieldOf(maker, "hostname"),
        "Pod "
            + pod.metadata().name()
            + " shares the name "
            + NameWords.of(fqdn)
            + " with other endpoints, and who calls it gets any of them: "
            + Words.few(others)
            + ".",
        "Give each Pod a hostname of its own, as a StatefulSet does.");
  }

  private static String unknown(Pod pod, DnsName fqdn) {
    return "Pod "
        + pod.metadata().name()
        + " calls itself "
        + NameWords.of(fqdn)
        + ", which DNS does not know: ";
  }

  private static FieldPath field(KubernetesObject maker) {
    return maker instanceof Workload workload
            && workload.workloadKind() == WorkloadKind.STATEFUL_SET
            && !workload.spec().serviceName().isEmpty()
        ? FieldPath.of("spec").child("serviceName")
        : Makers.fieldOf(maker, "subdomain");
  }

  private static Set<IpAddress> own(Pod pod) {
    Set<IpAddress> own = new LinkedHashSet<>();
    for (String text : pod.status().podIPs()) {
      IpAddress.tryParseLenient(text).ifPresent(own::add);
    }
    return own;
  }

  private Set<IpAddress> addresses(DnsName name) {
    Set<IpAddress> addresses = new LinkedHashSet<>();
    for (RecordType type : ImmutableList.of(RecordType.A, RecordType.AAAA)) {
      for (DnsRecord record : scene.namings().zone().answer(DnsQuestion.of(name, type)).answer()) {
        if (record.data() instanceof RecordData.Address found) {
          addresses.add(found.address());
        }
      }
    }
    return addresses;
  }
}
