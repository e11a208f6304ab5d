package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.slicing.PodMembership;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts descriptions into words for a terminal. */
final class DescriptionText {

  // Nobody reads the eleventh line of the same kind.
  private static final int MOST = 10;
  private static final String MARK = "  ! ";

  private static final ImmutableMap<String, String> LEGEND =
      ImmutableMap.of(
          "traffic to",
          "new connections, spread evenly over the endpoints; an open one stays where it is,"
              + " whatever comes or goes. [routing 3.1.1, 2.17.1]",
          "sender hidden",
          "the endpoint sees an address of the node instead of the sender's. [routing 2.12.1]",
          "refused at once",
          "the sender hears at once that nobody is there. [routing 2.14.2]",
          "no answer",
          "thrown away; the sender waits until it gives up. [routing 2.6.5]",
          "left alone",
          "no Service's; at an address of the node it is refused unless a program of the node"
              + " listens there, any other goes on its way. [routing 2.14.1]");

  private final StringBuilder text = new StringBuilder();

  private DescriptionText() {}

  static String of(SnapshotDescription description) {
    DescriptionText words = new DescriptionText();
    words.problems(description.problems());
    words.table(description);
    for (ServiceDescription service : description.services()) {
      words.service(service);
      words.text.append('\n');
    }
    for (RefusedService refused : description.refused()) {
      words.text.append(refused).append("\n\n");
    }
    words.others(description);
    words.summary(description);
    return words.text.toString();
  }

  static String of(ServiceDescription description) {
    DescriptionText words = new DescriptionText();
    words.service(description);
    return words.text.substring(0, words.text.length() - 1);
  }

  private void problems(ImmutableList<ManifestProblem> problems) {
    if (!problems.isEmpty()) {
      text.append("As read\n");
      for (ManifestProblem problem : problems) {
        text.append(MARK).append(problem).append('\n');
      }
      text.append('\n');
    }
  }

  private void table(SnapshotDescription description) {
    if (!description.services().isEmpty()) {
      text.append(description.table()).append("\n\n");
    }
  }

  private void service(ServiceDescription description) {
    Service service = description.service();
    text.append("Service ").append(service.namespacedName()).append(", ").append(type(service));
    description
        .location()
        .ifPresent(place -> text.append(" (").append(place.toLineText()).append(')'));
    text.append('\n');
    text.append(StoredText.of(description));
    description
        .notServed()
        .ifPresent(reason -> text.append("  ").append(reason.sentence()).append('\n'));
    description.ports().forEach(this::port);
    description.localTraffic().ifPresent(this::localTraffic);
    endpoints(description);
    lines(description.traffic());
    lines(description.naming());
    few(description.leftOut(), DescriptionText::leftOut);
    for (Complaint complaint : Iterables.concat(description.complaints(), description.notes())) {
      text.append("  ").append(complaint.reason().weight().mark()).append(' ');
      complaint(complaint, complaint.name().equals(service.namespacedName()));
    }
  }

  private static String type(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return "ExternalName, an alias for " + service.spec().externalName();
    }
    if (service.spec().isHeadless()) {
      return "headless";
    }
    return service.spec().type().isSaid() ? service.spec().type().text() : "ClusterIP";
  }

  private void port(PortDescription description) {
    ServicePort port = description.port();
    text.append("  port ");
    if (!port.name().isEmpty()) {
      text.append(port.name()).append(' ');
    }
    text.append(port.port()).append('/');
    text.append(port.protocol().isSaid() ? port.protocol().text() : "TCP");
    port.targetPort().filter(target -> target.isName()).ifPresent(this::named);
    String separator = " leads to ";
    for (var number : description.podsByNumber().entrySet()) {
      text.append(separator).append(number.getKey());
      text.append(" on ").append(counted(number.getValue(), "Pod"));
      separator = ", to ";
    }
    if (description.podsWithout() > 0) {
      text.append(description.podsByNumber().isEmpty() ? " leads " : ", and ");
      text.append("nowhere on ").append(counted(description.podsWithout(), "Pod"));
    }
    text.append('\n');
  }

  private void named(Object target) {
    text.append(" (").append(target).append(')');
  }

  private void localTraffic(LocalTraffic local) {
    text.append("  traffic ").append(kinds(local)).append(" stays on its node");
    if (local.nodesWithout().isEmpty()) {
      text.append(", and every node has endpoints");
    } else if (local.nodesWith().isEmpty()) {
      text.append(", and no node has endpoints");
    } else {
      text.append(": there are endpoints on ").append(few(local.nodesWith()));
      text.append(", none on ").append(few(local.nodesWithout()));
    }
    text.append('\n');
  }

  private void lines(Object table) {
    table.toString().lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private static String kinds(LocalTraffic local) {
    String internal = local.internal() ? "to its cluster address" : "";
    String external = local.external() ? "from outside" : "";
    return internal + (local.internal() && local.external() ? " and " : "") + external;
  }

  private static String few(List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(names.size(), MOST)));
    return names.size() > MOST ? some + " and " + (names.size() - MOST) + " more" : some;
  }

  private void endpoints(ServiceDescription description) {
    ImmutableList<EndpointDescription> endpoints = description.endpoints();
    if (endpoints.isEmpty()) {
      return;
    }
    boolean served = description.notServed().isEmpty();
    text.append("  ").append(counted(endpoints.size(), "endpoint"));
    if (served) {
      int used = 0;
      for (EndpointDescription endpoint : endpoints) {
        used += endpoint.usedBy().isEmpty() ? 0 : 1;
      }
      text.append(used == endpoints.size() ? ", all used" : ", " + used + " used");
    }
    text.append(":\n");
    few(endpoints, it -> EndpointText.of(it) + (served ? EndpointText.use(it) : ""));
  }

  private static String leftOut(Explained<PodMembership> pod) {
    return "  not behind it: Pod "
        + pod.value().pod().name()
        + "\n      "
        + pod.because().toString().replace("\n", "\n      ");
  }

  private void others(SnapshotDescription description) {
    Set<String> reasons = StoredText.reasons(description.services());
    if (!reasons.isEmpty()) {
      text.append("What the API server sets and picks, and why\n");
      reasons.forEach(reason -> text.append("  ").append(reason).append('\n'));
      text.append('\n');
    }
    legend(description);
    namesInWords(description);
    for (Complaint complaint : description.complaints()) {
      text.append(complaint.reason().weight().mark()).append(' ');
      complaint(complaint, false);
    }
    description.notes().forEach(this::note);
    if (!description.unreadKinds().isEmpty()) {
      text.append("Not read, as no Service depends on them: ");
      text.append(String.join(", ", description.unreadKinds())).append('\n');
    }
  }

  // What the words of the tables mean, as far as they occur.
  private void legend(SnapshotDescription description) {
    if (description.services().stream().allMatch(it -> it.traffic().rows().isEmpty())) {
      return;
    }
    String told = text.toString();
    text.append("What becomes of traffic, in words\n");
    LEGEND.forEach(
        (word, meaning) -> {
          if (told.contains(word)) {
            text.append("  ").append(word).append(": ").append(meaning).append('\n');
          }
        });
    text.append('\n');
  }

  private void namesInWords(SnapshotDescription description) {
    if (description.services().stream().anyMatch(it -> !it.naming().rows().isEmpty())) {
      text.append("Names, in words\n  ").append(NamingText.HEADING);
      text.append(": in brackets how many questions a look-up puts, which asks for IPv4 and IPv6");
      text.append(" until a name answers; the whole name with a dot behind it takes 2. [dns 13.4]");
      text.append("\n\n");
    }
  }

  private void note(ExpansionNote note) {
    text.append("Note: ");
    if (!note.kind().isEmpty()) {
      text.append(note.kind()).append(' ').append(note.name()).append(": ");
    }
    text.append(note.because().reason().sentence());
    note.because()
        .facts()
        .forEach((name, fact) -> text.append(' ').append(name).append(": ").append(fact));
    text.append('\n');
  }

  private void complaint(Complaint complaint, boolean own) {
    String line = complaint.toString();
    String prefix = complaint.kind() + " " + complaint.name() + ": ";
    text.append(own ? line.substring(prefix.length()) : line).append('\n');
  }

  private void summary(SnapshotDescription description) {
    text.append(counted(description.services().size(), "Service")).append(", ");
    if (!description.refused().isEmpty()) {
      text.append(description.refused().size()).append(" refused, ");
    }
    int complaints = description.allComplaints().size();
    text.append(complaints == 0 ? "no complaint" : counted(complaints, "complaint"));
    if (!description.problems().isEmpty()) {
      text.append(", ").append(counted(description.problems().size(), "problem"));
      text.append(" in the text");
    }
    text.append('\n');
  }

  private <T> void few(List<T> all, Function<T, String> line) {
    all.stream().limit(MOST).map(line).forEach(printed -> text.append(printed).append('\n'));
    if (all.size() > MOST) {
      text.append("    and ").append(all.size() - MOST).append(" more\n");
    }
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
