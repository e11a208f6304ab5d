package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.NameKind;
import io.servicesemantics.description.NameRow;
import io.servicesemantics.description.ShortNames;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;
import java.util.Set;

/** Names of a Service that nobody can ask for, or that answer for others. */
final class NameComplaints {

  private static final FieldPath NAME = FieldPath.of("metadata").child("name");
  private static final FieldPath NAMESPACE = FieldPath.of("metadata").child("namespace");

  // The first domains of the Internet (RFC 1591), below which everybody calls names.
  private static final ImmutableSet<String> OUTER_DOMAINS =
      ImmutableSet.of("com", "edu", "gov", "int", "mil", "net", "org");

  private final ServiceStory story;
  private final Service service;
  private final Scene scene;
  private final PortComplaints.Sink sink;

  private NameComplaints(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    this.story = story;
    this.service = story.service();
    this.scene = scene;
    this.sink = sink;
  }

  static void check(ServiceStory story, Scene scene, PortComplaints.Sink sink) {
    NameComplaints all = new NameComplaints(story, scene, sink);
    Optional<NameRow> own =
        story.naming().rows().stream().filter(row -> row.kind() == NameKind.SERVICE).findFirst();
    if (own.isEmpty()) {
      all.addTooLong();
      return;
    }
    if (own.get().exists()) {
      all.checkShortName(own.get());
      all.checkOuterNamespace();
      all.checkEndpoints(own.get().name().labelCount());
    } else if (all.service.spec().isHeadless()) {
      all.addNameless();
    }
  }

  private void addTooLong() {
    sink.add(
        ComplaintReason.NAME_TOO_LONG,
        NAME,
        "with namespace and domain of the cluster it is longer than a name in DNS may be.",
        "Let no part be longer than 63 octets, and all of them 253 at most.");
  }

  private void addNameless() {
    sink.add(
        ComplaintReason.HEADLESS_WITHOUT_NAME,
        FieldPath.root(),
        "its name does not exist as long as nothing behind it is ready: who looks it up hears"
            + " \"Name or service not known\".",
        story.endpoints().isEmpty()
            ? ""
            : "With publishNotReadyAddresses: true the name leads to what is not ready, too.");
  }

  private void checkShortName(NameRow own) {
    Optional<ShortNames> names = own.shortNames();
    if (names.isPresent() && !ShortNames.endsAt(names.get().inNamespace(), own.name())) {
      sink.add(
          ComplaintReason.SHORT_NAME_LEADS_ELSEWHERE,
          NAME,
          "Pods of its namespace that call "
              + names.get().inNamespace().name()
              + " do not find it.",
          "Give it another name, or call " + names.get().elsewhere().name() + ".");
    }
  }

  private void checkOuterNamespace() {
    if (OUTER_DOMAINS.contains(service.metadata().namespace())) {
      String captured = service.metadata().name() + "." + service.metadata().namespace();
      sink.add(
          ComplaintReason.NAME_CAPTURES_OUTER_NAME,
          NAMESPACE,
          "Pods that call " + captured + " get this Service, not who has that name outside.",
          "With a dot behind it, " + captured + ". is asked for outside.");
    }
  }

  // Its endpoints come before Services of a namespace that is called like it (dns 13.5).
  private void checkEndpoints(int labelsOfService) {
    Set<DnsName> endpoints = scene.namings().endpoints(service);
    boolean isNamespace = scene.namings().resolvers().isNamespace(service.metadata().name());
    boolean isOuter = OUTER_DOMAINS.contains(service.metadata().name());
    boolean isTold = false;
    int unaskable = 0;
    String example = "";
    for (DnsName name : endpoints) {
      int labels = name.labelCount() - labelsOfService;
      String label = NameWords.first(name, labels);
      if (isUnaskable(name, labels)) {
        unaskable++;
        example = example.isEmpty() ? label : example;
      } else if (isNamespace && !isTold) {
        isTold = checkCaptured(label);
      } else if (isOuter && !isTold) {
        isTold = true;
        addCaptured(label, "who has that name outside");
      }
    }
    if (unaskable > 0) {
      sink.add(
          ComplaintReason.ENDPOINT_NAME_CANNOT_BE_ASKED,
          FieldPath.root(),
          unaskable
              + " of its "
              + endpoints.size()
              + " endpoints have names in SRV and PTR records that nobody can ask for, such as \""
              + example
              + "\".",
          "Names with dots or capitals are found by no question: give the Pods hostname and"
              + " subdomain, or names without.");
    }
  }

  private boolean isUnaskable(DnsName name, int labels) {
    boolean isOdd = labels > 1 || !name.isLowerCase();
    return isOdd
        && scene.namings().zone().answer(DnsQuestion.of(name, RecordType.A)).responseCode()
            == ResponseCode.NXDOMAIN;
  }

  private boolean checkCaptured(String label) {
    NamespacedName other = NamespacedName.of(service.metadata().name(), label);
    boolean isCaptured =
        scene.world().servicesByName().containsKey(other)
            && !other.namespace().equals(service.metadata().namespace());
    if (isCaptured) {
      addCaptured(label, "Service " + other);
    }
    return isCaptured;
  }

  private void addCaptured(String label, String instead) {
    String captured = label + "." + service.metadata().name();
    sink.add(
        ComplaintReason.NAME_CAPTURES_OTHER_NAME,
        NAME,
        "Pods of namespace "
            + service.metadata().namespace()
            + " that call "
            + captured
            + " get an endpoint of this Service, not "
            + instead
            + ".",
        "Give the Service another name, or call the other by its whole name.");
  }
}
