package io.servicesemantics.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.WantedAddresses;
import org.junit.jupiter.api.Test;

class LookupSwitchesTest {

  private static LookupSwitches of(ImmutableMap<String, String> switches) {
    return LookupSwitches.of(name -> switches.getOrDefault(name, ""));
  }

  @Test
  void nothingGiven_asksNothing() {
    assertThat(of(ImmutableMap.of()).isAsked()).isFalse();
    assertThat(of(ImmutableMap.of("from", "web-1", "to", "orders")).isAsked()).isFalse();
  }

  @Test
  void nameOfAPod_isLookedUpByIt() {
    assertThat(of(ImmutableMap.of("lookup", "orders", "from", "pod shop/web-1")).lookup())
        .contains(
            new LookupSwitches.PodLookup(
                NamespacedName.of("shop", "web-1"),
                "orders",
                WantedAddresses.BOTH,
                Libc.GLIBC_2_36));
    assertThat(
            of(ImmutableMap.of("lookup", "orders", "from", "web-1", "libc", "musl", "type", "aaaa"))
                .lookup())
        .contains(
            new LookupSwitches.PodLookup(
                NamespacedName.of("", "web-1"), "orders", WantedAddresses.IPV6, Libc.MUSL_1_2_3));
  }

  @Test
  void nameAlone_isAQuestionStraightToTheServer() {
    assertThat(of(ImmutableMap.of("lookup", "orders.shop")).question())
        .contains(DnsQuestion.of("orders.shop", RecordType.A));
    assertThat(of(ImmutableMap.of("lookup", "orders.shop", "type", "SRV")).question())
        .contains(DnsQuestion.of("orders.shop", RecordType.SRV));
  }

  @Test
  void zone_isTheClustersUnlessSaid() {
    assertThat(of(ImmutableMap.of("zone", "true")).zone()).contains("");
    assertThat(of(ImmutableMap.of("zone", "in-addr.arpa")).zone()).contains("in-addr.arpa");
  }

  @Test
  void wrongSwitches_areRefusedWithWhatWasExpected() {
    refused(ImmutableMap.of("type", "A"), "Switch \"type\": \"A\"; expected it beside \"lookup\"");
    refused(ImmutableMap.of("libc", "musl"), "Switch \"libc\": \"musl\"; expected it beside");
    refused(
        ImmutableMap.of("lookup", "a", "libc", "musl"),
        "Switch \"libc\": \"musl\"; expected it beside \"from\"");
    refused(
        ImmutableMap.of("lookup", "a", "from", "web-1", "libc", "uclibc"),
        "Switch \"libc\": \"uclibc\"; expected glibc or musl");
    refused(
        ImmutableMap.of("lookup", "a", "from", "web-1", "type", "SRV"),
        "Switch \"type\": \"SRV\"; expected A or AAAA beside \"from\"");
    refused(
        ImmutableMap.of("lookup", "a", "type", "ADDRESS"),
        "Switch \"type\": \"ADDRESS\"; expected a type of record");
    refused(ImmutableMap.of("lookup", "a..b"), "Switch \"lookup\": \"a..b\"; expected a name");
    refused(
        ImmutableMap.of("lookup", "a", "from", "node node-a"),
        "Switch \"from\": \"node node-a\"; expected a Pod");
    refused(ImmutableMap.of("lookup", "a", "from", "x y z"), "Caller: \"x y z\"");
    refused(ImmutableMap.of("lookup", "a", "to", "b"), "Switch \"to\": \"b\"; expected none");
    refused(ImmutableMap.of("lookup", "a", "zone", "b"), "Switch \"zone\": \"b\"; expected none");
  }

  private static void refused(ImmutableMap<String, String> switches, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(switches))
        .withMessageStartingWith(message);
  }
}
