package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.explain.AlignedText;
import io.servicesemantics.pod.Lookup;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts the names of a Service into a table for a terminal. */
final class NamingText {

  // Nobody reads the fourth address of a name.
  private static final int MOST = 3;
  private static final String NOTHING = "-";

  // What stands above the names; the numbers behind them are told of in words elsewhere.
  static final String HEADING = "name (questions)";

  private final ServiceNaming naming;

  private NamingText(ServiceNaming naming) {
    this.naming = naming;
  }

  static String of(ServiceNaming naming) {
    return naming.rows().isEmpty() ? "" : new NamingText(naming).table();
  }

  private String table() {
    ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
    for (NameRow row : naming.rows()) {
      rows.add(cells(row));
    }
    StringBuilder text =
        new StringBuilder(
            AlignedText.of(
                ImmutableList.of(HEADING, "answer", "in " + naming.namespace(), "elsewhere"),
                rows.build()));
    more(text, naming.morePorts(), "port");
    more(text, naming.moreEndpoints(), "endpoint");
    return text.toString();
  }

  private static void more(StringBuilder text, int number, String what) {
    if (number > 0) {
      text.append("\n  and ").append(number).append(" more of ").append(what).append('s');
    }
  }

  private static ImmutableList<String> cells(NameRow row) {
    String name = "  " + withoutDot(row.name());
    if (row.shortNames().isEmpty()) {
      return ImmutableList.of(name, answer(row), NOTHING, NOTHING);
    }
    ShortNames names = row.shortNames().get();
    return ImmutableList.of(
        name + cost(names.inFull()),
        answer(row),
        called(names.inNamespace(), row.name()),
        called(names.elsewhere(), row.name()));
  }

  private static String called(Lookup lookup, DnsName meant) {
    return lookup.name() + (ShortNames.endsAt(lookup, meant) ? cost(lookup) : " (leads elsewhere)");
  }

  private static String cost(Lookup lookup) {
    return " (" + lookup.questions() + ")";
  }

  private static String answer(NameRow row) {
    if (!row.exists()) {
      return "no such name";
    }
    if (row.kind() == NameKind.PORT) {
      return port(row.services());
    }
    if (row.alias().isPresent()) {
      return "alias of "
          + withoutDot(row.alias().get())
          + (row.leadsOutside() ? ", outside" : ", " + addresses(row));
    }
    return addresses(row);
  }

  private static String addresses(NameRow row) {
    return row.addresses().isEmpty() ? "no address" : few(row.addresses());
  }

  private static String port(ImmutableList<RecordData.Srv> services) {
    if (services.isEmpty()) {
      return "no port";
    }
    Set<Integer> ports = new LinkedHashSet<>();
    Set<DnsName> targets = new LinkedHashSet<>();
    for (RecordData.Srv service : services) {
      ports.add(service.port());
      targets.add(service.target());
    }
    return "SRV port "
        + few(List.copyOf(ports))
        + (targets.size() > 1 ? " at " + targets.size() + " names" : "");
  }

  private static String few(List<?> all) {
    StringBuilder text = new StringBuilder();
    for (Object each : all.subList(0, Math.min(all.size(), MOST))) {
      text.append(text.isEmpty() ? "" : ", ").append(each);
    }
    return all.size() > MOST ? text + " and " + (all.size() - MOST) + " more" : text.toString();
  }

  private static String withoutDot(DnsName name) {
    String text = name.toString();
    return text.substring(0, text.length() - 1);
  }
}
