package io.servicesemantics.impl.app;

import io.servicesemantics.connection.Caller;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The switches about names: what is looked up, by which Pod, and whether the zone is printed.
 *
 * @param lookup a name that a Pod looks up; empty where none does
 * @param question a question straight to the cluster's DNS; empty where none is put
 * @param zone the text of the zone that is printed, empty for the cluster's own; empty where none
 *     is
 */
record LookupSwitches(
    Optional<PodLookup> lookup, Optional<DnsQuestion> question, Optional<String> zone) {

  /** What a Pod looks up: an empty namespace stands for the only Pod of that name. */
  record PodLookup(NamespacedName pod, String name, WantedAddresses wanted, Libc libc) {}

  // What Maven makes of a switch without a value.
  private static final String SAID = "true";

  /**
   * Reads the switches.
   *
   * @param switches gives the text of a switch by its name; empty where it is not given
   */
  static LookupSwitches of(UnaryOperator<String> switches) {
    String name = switches.apply("lookup");
    String from = switches.apply("from");
    String type = switches.apply("type");
    String libc = switches.apply("libc");
    Optional<String> zone =
        Optional.of(switches.apply("zone"))
            .filter(text -> !text.isEmpty())
            .map(text -> text.equals(SAID) ? "" : text);
    if (name.isEmpty()) {
      refuse(!type.isEmpty(), "type", type, "it beside \"lookup\", as in -Dlookup=orders.shop");
      refuse(!libc.isEmpty(), "libc", libc, "it beside \"lookup\" and \"from\"");
      return new LookupSwitches(Optional.empty(), Optional.empty(), zone);
    }
    String to = switches.apply("to");
    refuse(!to.isEmpty(), "to", to, "none beside \"lookup\"");
    refuse(zone.isPresent(), "zone", zone.orElse(""), "none beside \"lookup\"");
    if (from.isEmpty()) {
      refuse(!libc.isEmpty(), "libc", libc, "it beside \"from\", as in -Dfrom=\"pod shop/web-0\"");
      return new LookupSwitches(
          Optional.empty(), Optional.of(DnsQuestion.of(nameOf(name), typeOf(type))), zone);
    }
    return new LookupSwitches(
        Optional.of(new PodLookup(podOf(from), name, wantedOf(type), libcOf(libc))),
        Optional.empty(),
        zone);
  }

  /** Whether anything is asked about names. */
  boolean isAsked() {
    return lookup.isPresent() || question.isPresent() || zone.isPresent();
  }

  private static DnsName nameOf(String text) {
    return DnsName.tryParse(text)
        .orElseThrow(() -> wrong("lookup", text, "a name such as orders.shop.svc.cluster.local"));
  }

  private static RecordType typeOf(String text) {
    return text.isEmpty()
        ? RecordType.A
        : RecordType.tryParse(text)
            .orElseThrow(() -> wrong("type", text, "a type of record such as A, AAAA or SRV"));
  }

  private static WantedAddresses wantedOf(String text) {
    if (text.isEmpty()) {
      return WantedAddresses.BOTH;
    }
    RecordType type = typeOf(text);
    refuse(
        !type.equals(RecordType.A) && !type.equals(RecordType.AAAA),
        "type",
        text,
        "A or AAAA beside \"from\", since programs look up addresses; any other without \"from\"");
    return type.equals(RecordType.A) ? WantedAddresses.IPV4 : WantedAddresses.IPV6;
  }

  private static Libc libcOf(String text) {
    return switch (text) {
      case "", "glibc" -> Libc.GLIBC_2_36;
      case "musl" -> Libc.MUSL_1_2_3;
      default -> throw wrong("libc", text, "glibc or musl");
    };
  }

  private static NamespacedName podOf(String text) {
    if (Caller.parse(text) instanceof Caller.OfPod pod) {
      return pod.name();
    }
    throw wrong(
        "from",
        text,
        "a Pod such as \"pod shop/web-0\" beside \"lookup\": whom others ask, no object tells");
  }

  private static void refuse(boolean isWrong, String name, String text, String expected) {
    if (isWrong) {
      throw wrong(name, text, expected);
    }
  }

  private static IllegalArgumentException wrong(String name, String text, String expected) {
    return new IllegalArgumentException(
        "Switch \"" + name + "\": \"" + text + "\"; expected " + expected);
  }
}
