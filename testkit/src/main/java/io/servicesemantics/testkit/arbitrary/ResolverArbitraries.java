package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.cluster.PodDnsOption;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.ResolvConf;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of Pods with resolver settings, of files, of names and of servers that answer them.
 */
public final class ResolverArbitraries {

  private static final int TTL = 5;

  private ResolverArbitraries() {}

  /** {@return search domains, short and long, some of which are none} */
  public static Arbitrary<String> searches() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Arbitraries.of(
                "a.test",
                "b.test",
                "cluster.local",
                "svc.cluster.local",
                "corp.example.com.",
                ".",
                ".a.test",
                "b.test..",
                "a..b",
                "_x.test")),
        Tuple.of(3, Arbitraries.integers().between(0, 99).map(i -> "s" + i + ".example.com")),
        Tuple.of(
            1,
            Arbitraries.integers()
                .between(40, 260)
                .map(length -> "x".repeat(60) + ".y".repeat((length - 60 + 60) / 2))));
  }

  /** {@return options with and without values, well and badly written} */
  public static Arbitrary<String> options() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-2, 20).map(ndots -> "ndots:" + ndots),
        Arbitraries.of(
            "ndots",
            "ndots:",
            "ndots:3x",
            "xndots:2",
            "rotate",
            "timeout:2",
            "a:b:c",
            "no-tld-query"));
  }

  /** {@return what a resolver reads, with as many domains as nobody allows} */
  public static Arbitrary<ResolvConf> confs() {
    return Combinators.combine(
            Arbitraries.of("10.96.0.10", "fd00::a", "x").list().ofMaxSize(5),
            searches().list().ofMaxSize(9),
            options().list().ofMaxSize(4))
        .as(
            (servers, searches, options) ->
                new ResolvConf(
                    ImmutableList.copyOf(servers),
                    ImmutableList.copyOf(searches),
                    ImmutableList.copyOf(options)));
  }

  /** {@return Pods of every policy and none, with settings of their own or without} */
  public static Arbitrary<Pod> pods() {
    return Combinators.combine(
            Arbitraries.of(
                "ClusterFirst",
                "ClusterFirst",
                "ClusterFirstWithHostNet",
                "Default",
                "None",
                "",
                "clusterfirst"),
            Arbitraries.of(true, false),
            configs().optional(0.7))
        .as(
            (policy, isOnHost, config) ->
                Pod.builder()
                    .metadata(ObjectMeta.of("shop", "web"))
                    .spec(
                        PodSpec.builder()
                            .dnsPolicy(Choice.parse(DnsPolicy.class, policy))
                            .hostNetwork(isOnHost)
                            .dnsConfig(config)
                            .build())
                    .build());
  }

  private static Arbitrary<PodDnsConfig> configs() {
    return Combinators.combine(
            Arbitraries.of("1.1.1.1", "8.8.8.8", "10.96.0.10", "fd00::1").list().ofMaxSize(4),
            searches().list().ofMaxSize(40),
            Combinators.combine(
                    Arbitraries.of("ndots", "timeout", "rotate", "ndots:3", ""),
                    Arbitraries.of("", "1", "5", "a:b").optional())
                .as((name, value) -> PodDnsOption.builder().name(name).value(value).build())
                .list()
                .ofMaxSize(4))
        .as(
            (servers, searches, options) ->
                PodDnsConfig.builder()
                    .nameservers(servers)
                    .searches(searches)
                    .options(options)
                    .build());
  }

  /** {@return nodes with a file and without} */
  public static Arbitrary<NodeResolver> nodes() {
    Arbitrary<List<IpAddress>> addresses =
        Arbitraries.of("10.96.0.10", "10.96.0.11", "fd00::a", "fd00::b")
            .map(IpAddress::parse)
            .list()
            .ofMaxSize(4);
    return Arbitraries.oneOf(
        Combinators.combine(addresses, files()).as(NodeResolver::of),
        Combinators.combine(addresses, addresses).as(NodeResolver::withoutFile));
  }

  /** {@return texts of files, well and badly written} */
  public static Arbitrary<String> files() {
    return Arbitraries.oneOf(
            confs().map(ResolvConf::toString),
            Arbitraries.of(
                "nameserver",
                "nameserver 1.1.1.1 # x",
                "search",
                "options a:b a:c",
                "; x",
                "#",
                "domain a.test",
                "\tsearch  a.test\tb.test. ",
                "NAMESERVER 1.1.1.1",
                "\r",
                "\u00a0search\u2003x.test"))
        .list()
        .ofMaxSize(6)
        .map(lines -> String.join("\n", lines));
  }

  /** {@return names that programs give, sensible ones and others} */
  public static Arbitrary<String> names() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            6,
            Arbitraries.of("a", "b", "web", "_http", "Web", "x1")
                .list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .map(labels -> String.join(".", labels))),
        Tuple.of(2, Arbitraries.of("web.", "a.b.c.", "a.b.c.d.e.f.")),
        Tuple.of(
            1,
            Arbitraries.of(
                "",
                ".",
                "..",
                "web..",
                "a..b",
                ".web",
                "10.0.0.1",
                "10.1",
                "0x7f.1",
                "fd00::1",
                "localhost",
                "\ud800",
                "é",
                "a b",
                "\\",
                "\\046")),
        Tuple.of(1, Arbitraries.integers().between(1, 700).map("abcdefg."::repeat)),
        Tuple.of(1, Arbitraries.integers().between(1, 1100).map("x"::repeat)));
  }

  /**
   * Returns servers that answer by chance, but the same question always alike.
   *
   * @return the servers
   */
  public static Arbitrary<NameServer> servers() {
    return Combinators.combine(
            Arbitraries.longs(), Arbitraries.integers().between(0, 100), Arbitraries.of(0, 0, 20))
        .as(ResolverArbitraries::server);
  }

  private static NameServer server(long seed, int found, int odd) {
    return question -> {
      long mixed = (question.hashCode() * 0x9e3779b97f4a7c15L) ^ seed;
      mixed ^= mixed >>> 29;
      mixed *= 0xbf58476d1ce4e5b9L;
      int drawn = (int) Math.floorMod(mixed ^ mixed >>> 32, 300L);
      if (drawn < found) {
        boolean isIpv6 = question.type().equals(RecordType.AAAA);
        return records(
            question,
            new RecordData.Address(IpAddress.parse(isIpv6 ? "fd00::" + drawn : "10.0.0." + drawn)));
      }
      if (drawn < found + odd) {
        return drawn % 2 == 0
            ? DnsAnswer.of(ResponseCode.REFUSED)
            : records(question, new RecordData.Cname(DnsName.parse("gone.example.")));
      }
      return DnsAnswer.of(
          drawn % 9 == 0
              ? ResponseCode.SERVFAIL
              : drawn % 3 == 0 ? ResponseCode.NOERROR : ResponseCode.NXDOMAIN);
    };
  }

  private static DnsAnswer records(DnsQuestion question, RecordData data) {
    return DnsAnswer.of(
        ResponseCode.NOERROR,
        false,
        ImmutableList.of(new DnsRecord(question.name(), TTL, data)),
        ImmutableList.of(),
        ImmutableList.of());
  }
}
