package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsClass;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.StringArbitrary;

/**
 * Names up to their limits, questions, records of every kind, and DNS servers set up in any way;
 * clusters to ask in are those of {@link NamedClusterArbitraries}.
 */
public final class DnsArbitraries {

  private static final int LONGEST_LABEL = 63;
  private static final int MOST_OCTETS = 255;
  private static final long MOST_OF_32_BITS = 0xffff_ffffL;

  private DnsArbitraries() {}

  /** {@return labels of 1 to 63 octets, of plain letters or of any that need escapes} */
  public static Arbitrary<String> labels() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of("web", "svc", "pod", "_http", "_", "10-0-0-1", "Web", "*")),
        Tuple.of(2, plain().ofMinLength(1).ofMaxLength(12)),
        Tuple.of(1, plain().ofMinLength(LONGEST_LABEL - 1).ofMaxLength(LONGEST_LABEL)),
        Tuple.of(
            1,
            Arbitraries.strings()
                .withChars(" .\\\"'@;()$*\t\n\u0000\u007f09Aa")
                .ofMinLength(1)
                .ofMaxLength(8)),
        Tuple.of(1, Arbitraries.of("é", "\u20ac", "\ud83d\ude00")));
  }

  private static StringArbitrary plain() {
    return Arbitraries.strings().withCharRange('a', 'z').withCharRange('0', '9').withChars("-_Z");
  }

  /** {@return names from the root up to 255 octets} */
  public static Arbitrary<DnsName> names() {
    return labels().list().ofMaxSize(8).map(DnsArbitraries::longestOf);
  }

  // As many of the labels as a name may have, the last ones being next to the root.
  private static DnsName longestOf(List<String> labels) {
    DnsName name = DnsName.ROOT;
    for (String label : labels) {
      name = name.below(label).orElse(name);
    }
    int room = MOST_OCTETS - name.length() - 1;
    boolean isFilled = labels.size() > 5 && room >= 1;
    return isFilled ? name.below("x".repeat(Math.min(room, LONGEST_LABEL))).orElse(name) : name;
  }

  /** {@return types with names and without} */
  public static Arbitrary<RecordType> types() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            5,
            Arbitraries.of(
                RecordType.A,
                RecordType.AAAA,
                RecordType.SRV,
                RecordType.CNAME,
                RecordType.PTR,
                RecordType.TXT,
                RecordType.NS,
                RecordType.SOA)),
        Tuple.of(1, Arbitraries.integers().between(0, 65535).map(RecordType::new)));
  }

  /** {@return questions about any name, now and then of another class than IN} */
  public static Arbitrary<DnsQuestion> questions() {
    return questions(names());
  }

  /**
   * Returns questions about some names, in any spelling.
   *
   * @param names the names
   * @return the questions
   */
  public static Arbitrary<DnsQuestion> questions(Arbitrary<DnsName> names) {
    return Combinators.combine(
            names,
            types(),
            Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.just(DnsClass.IN)),
                Tuple.of(1, Arbitraries.of(DnsClass.CH, DnsClass.ANY, DnsClass.NONE))))
        .as(DnsQuestion::new);
  }

  /** {@return records of any owner, with data of every kind} */
  public static Arbitrary<DnsRecord> records() {
    return Combinators.combine(
            names(), Arbitraries.integers().between(0, Integer.MAX_VALUE), data())
        .as(DnsRecord::new);
  }

  /** {@return data of every kind} */
  public static Arbitrary<RecordData> data() {
    Arbitrary<Integer> shorts = Arbitraries.integers().between(0, 65535);
    Arbitrary<Long> numbers = Arbitraries.longs().between(0, MOST_OF_32_BITS);
    return Arbitraries.oneOf(
        Arbitraries.of(
                "0.0.0.0", "10.96.0.1", "255.255.255.255", "::", "fd00::1", "2001:db8:1:2:3:4:5:6")
            .map(text -> new RecordData.Address(IpAddress.parse(text))),
        names().map(RecordData.Cname::new),
        names().map(RecordData.Ns::new),
        names().map(RecordData.Ptr::new),
        Combinators.combine(shorts, shorts, shorts, names()).as(RecordData.Srv::new),
        pieces().list().ofMaxSize(3).map(list -> new RecordData.Txt(ImmutableList.copyOf(list))),
        Combinators.combine(names(), names(), numbers, numbers, numbers, numbers, numbers)
            .as(RecordData.Soa::new),
        Combinators.combine(
                Arbitraries.of("MX", "HINFO", "TYPE65280").map(RecordType::parse),
                Arbitraries.of("10 mail.example.", "\"a\" \"b c\"", "\\# 0", ""))
            .as(RecordData.Other::new));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "1.1.0", "a \"b\" \\c", "\\", "\"", "x".repeat(MOST_OCTETS)),
        Arbitraries.strings().ascii().ofMaxLength(20),
        Arbitraries.of("é\u20ac", "\ud83d\ude00"));
  }

  /** {@return servers with any options, that ask nobody behind them about unknown names} */
  public static Arbitrary<DnsSettings> settings() {
    return Combinators.combine(
            Arbitraries.of(PodRecords.class),
            Arbitraries.of(0, 5, 30, 3600),
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, false, false, true),
            Arbitraries.of(false, true),
            Arbitraries.<ImmutableList<String>>of(
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of("shop"),
                ImmutableList.of("shop", "gone")),
            Arbitraries.of("", "", "team in (a, b)", "team!=a", "team"),
            Arbitraries.<ImmutableList<String>>of(
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(
                    "0.244.10.in-addr.arpa", "cluster.local", "in-addr.arpa", "ip6.arpa"),
                ImmutableList.of("cluster.local", "0.244.10.in-addr.arpa", "Other.Example.")))
        .as(
            (pods, ttl, byPod, noEndpoints, isEmptyIgnored, namespaces, labels, zones) -> {
              DnsSettings.Builder settings =
                  DnsSettings.builder()
                      .pods(pods)
                      .ttl(ttl)
                      .endpointPodNames(byPod)
                      .noEndpoints(noEndpoints)
                      .ignoreEmptyService(isEmptyIgnored)
                      .namespaces(namespaces)
                      .zones(zones);
              return labels.isEmpty() ? settings.build() : settings.labels(labels).build();
            });
  }
}
