package io.servicesemantics.impl.description;

import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.NameRow;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where ExternalName Services lead, if they lead anywhere. */
final class AliasComplaints {

  private static final FieldPath FIELD = FieldPath.of("spec").child("externalName");
  // More aliases than the server follows.
  private static final int LONGEST_CHAIN = 32;
  private static final String SERVICES = "svc";

  private final Service service;
  private final Scene scene;
  private final PortComplaints.Sink sink;

  private AliasComplaints(Service service, Scene scene, PortComplaints.Sink sink) {
    this.service = service;
    this.scene = scene;
    this.sink = sink;
  }

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    Service service = story.service();
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME) && !story.naming().rows().isEmpty()) {
      new AliasComplaints(service, scene, sink).check(story.naming().rows().get(0));
    }
  }

  private void check(NameRow row) {
    String target = service.spec().externalName();
    if (!row.exists()) {
      if (IpAddress.tryParse(target).isPresent()) {
        sink.add(
            ComplaintReason.EXTERNAL_NAME_IS_ADDRESS,
            FIELD,
            "\"" + target + "\" is an address and no name, so the Service has no name itself.",
            "Leave type and selector out, and write an EndpointSlice with the address.");
      }
    } else if (row.leadsOutside()) {
      checkComplete(target);
    } else if (row.alias().isPresent() && row.addresses().isEmpty()) {
      checkChain(row.name(), row.alias().get());
    }
  }

  // From alias to alias, until one is met again or leads nowhere.
  private void checkChain(DnsName own, DnsName target) {
    Set<DnsName> seen = new LinkedHashSet<>();
    seen.add(own);
    DnsName at = target;
    while (seen.size() < LONGEST_CHAIN) {
      if (!seen.add(at) || at.isAtOrBelow(own)) {
        sink.add(
            ComplaintReason.EXTERNAL_NAME_IN_CIRCLE,
            FIELD,
            target.isAtOrBelow(own)
                ? "it leads to the Service itself, so nobody gets an address."
                : "it leads in a circle, by " + Words.few(texts(seen)) + ".",
            "Lead to a Service that is no alias, or to a name outside.");
        return;
      }
      DnsAnswer answer = scene.namings().zone().answer(DnsQuestion.of(at, RecordType.CNAME));
      Optional<DnsName> next = alias(answer);
      if (next.isEmpty()) {
        if (answer.responseCode() == ResponseCode.NXDOMAIN) {
          addMissing(at);
        }
        return;
      }
      at = next.get();
    }
    sink.add(
        ComplaintReason.EXTERNAL_NAME_IN_CIRCLE,
        FIELD,
        "it leads over more aliases than the server follows.",
        "Lead to the last of them at once.");
  }

  private static List<String> texts(Set<DnsName> names) {
    return names.stream().map(NameWords::of).toList();
  }

  private static Optional<DnsName> alias(DnsAnswer answer) {
    for (DnsRecord record : answer.answer()) {
      if (record.data() instanceof RecordData.Cname alias) {
        return Optional.of(alias.target());
      }
    }
    return Optional.empty();
  }

  private void addMissing(DnsName name) {
    Optional<NamespacedName> wanted = scene.namings().serviceOf(name);
    if (wanted.isEmpty()) {
      sink.add(
          ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE,
          FIELD,
          NameWords.of(name) + " is in the cluster's domain and no name of a Service.",
          "");
      return;
    }
    Service there = scene.world().servicesByName().get(wanted.get());
    ServicesByNamespace services = scene.namings().services();
    Optional<NamespacedName> near =
        services.isKnown(wanted.get().namespace())
            ? services.nearest(wanted.get())
            : services.inNamespaceAlike(wanted.get());
    if (there != null) {
      addNameless(name, wanted.get());
    } else if (near.isPresent() || services.isKnown(wanted.get().namespace())) {
      sink.add(
          ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE,
          FIELD,
          "there is no Service "
              + wanted.get()
              + near.map(it -> "; Service " + it + " comes nearest").orElse("")
              + ".",
          near.flatMap(it -> scene.namings().names().ofService(it))
              .map(it -> "Write " + NameWords.of(it) + ".")
              .orElse(""));
    }
  }

  // What is there and has no name is told of itself, unless it is a part of it that is missing.
  private void addNameless(DnsName name, NamespacedName there) {
    if (scene.namings().names().ofService(there).filter(name::equals).isEmpty()) {
      sink.add(
          ComplaintReason.EXTERNAL_NAME_LEADS_NOWHERE,
          FIELD,
          "Service " + there + " has nothing called " + NameWords.of(name) + ".",
          "");
    }
  }

  // The server takes the name as it is written: it knows no search domains (dns 13.7).
  private void checkComplete(String target) {
    DnsName name = DnsName.tryParse(target).orElse(DnsName.ROOT);
    List<String> labels = name.toLowerCase().labels();
    if (labels.isEmpty() || labels.size() > 3) {
      return;
    }
    boolean isServices = labels.size() == 3 && labels.get(2).equals(SERVICES);
    if (labels.size() == 3 && !isServices) {
      return;
    }
    NamespacedName meant =
        NamespacedName.of(
            labels.size() == 1 ? service.metadata().namespace() : labels.get(1), labels.get(0));
    Optional<DnsName> whole = scene.namings().names().ofService(meant);
    if (whole.isPresent() && scene.world().servicesByName().containsKey(meant)) {
      sink.add(
          ComplaintReason.EXTERNAL_NAME_NOT_COMPLETED,
          FIELD,
          "nobody completes \""
              + target
              + "\" to the name of Service "
              + meant
              + ": it is asked for outside the cluster as it is.",
          "Write " + NameWords.of(whole.get()) + ".");
    }
  }
}
