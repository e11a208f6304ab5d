package io.servicesemantics.impl.pod;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.cluster.PodDnsOption;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.Choice;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.testkit.fixture.ResolverFixtures;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardPodResolverTest {

  private static final PodDnsConfig NOTHING = PodDnsConfig.builder().build();

  private final PodResolver door = new StandardPodResolver("cluster.local");

  @Nested
  class Policies {

    @Test
    void none_beginsWithNothing() {
      Explained<PodResolvConf> written =
          door.explainResolvConf(
              ResolverFixtures.pod(
                  DnsPolicy.NONE, PodDnsConfig.builder().addNameservers("1.1.1.1").build()),
              ResolverFixtures.NODE);

      assertThat(conf(written)).hasToString("nameserver 1.1.1.1\n");
      assertThat(written).restsOn(ResolverReason.POLICY_NONE);
      assertThat(written).restsOn(ResolverReason.ADDED_BY_POD).withFact("nameserver", "1.1.1.1");
    }

    @Test
    void textThatIsNoPolicyAndNone_askTheClusterOnWhateverNetwork() {
      for (String policy : new String[] {"", "clusterFirst", "Deafult"}) {
        Pod pod = ResolverFixtures.pod(DnsPolicy.DEFAULT);
        Pod odd =
            pod.withSpec(
                pod.spec()
                    .withHostNetwork(true)
                    .withDnsPolicy(Choice.parse(DnsPolicy.class, policy)));

        Explained<PodResolvConf> written = door.explainResolvConf(odd, ResolverFixtures.NODE);

        assertThat(conf(written)).isEqualTo(ResolverFixtures.CONF);
        assertThat(written)
            .restsOn(
                policy.isEmpty() ? ResolverReason.POLICY_UNSAID : ResolverReason.POLICY_UNKNOWN);
      }
    }

    @Test
    void clusterFirstWithHostNet_asksTheClusterFromTheNodesNetwork() {
      Pod pod = ResolverFixtures.pod(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET);

      Explained<PodResolvConf> written =
          door.explainResolvConf(
              pod.withSpec(pod.spec().withHostNetwork(true)), ResolverFixtures.NODE);

      assertThat(conf(written)).isEqualTo(ResolverFixtures.CONF);
      assertThat(written).restsOn(ResolverReason.POLICY_CLUSTER_WITH_HOST_NET);
    }

    @Test
    void clusterWithoutServers_isAsTheNodeWithTwoEvents() {
      Explained<PodResolvConf> written =
          door.explainResolvConf(
              ResolverFixtures.pod(DnsPolicy.CLUSTER_FIRST),
              NodeResolver.of(ImmutableList.of(), ResolverFixtures.NODE_FILE));

      assertThat(conf(written).nameservers()).containsExactly("192.0.2.53");
      assertThat(written.value().events())
          .hasSize(2)
          .allMatch(event -> event.startsWith("Warning MissingClusterDNS"));
      assertThat(written).restsOn(ResolverReason.NO_CLUSTER_SERVERS);
    }

    @Test
    void withoutClusterDomain_onlyTheNodesIsSearched() {
      Explained<PodResolvConf> written =
          new StandardPodResolver("")
              .explainResolvConf(
                  ResolverFixtures.pod(DnsPolicy.CLUSTER_FIRST), ResolverFixtures.NODE);

      assertThat(conf(written).searches()).containsExactly("corp.example.com");
      assertThat(written).restsOn(ResolverReason.NO_CLUSTER_DOMAIN);
    }

    @Test
    void nodeWithoutFile_standsForItself() {
      Explained<PodResolvConf> written =
          door.explainResolvConf(
              ResolverFixtures.pod(DnsPolicy.DEFAULT),
              NodeResolver.withoutFile(
                  ImmutableList.of(),
                  ImmutableList.of(IpAddress.parse("fd00::2"), IpAddress.parse("192.0.2.1"))));

      assertThat(conf(written)).hasToString("search .\nnameserver ::1\nnameserver 127.0.0.1\n");
      assertThat(written).restsOn(ResolverReason.NO_NODE_FILE);
    }
  }

  @Nested
  class OwnSettings {

    @Test
    void optionsOfThePod_keepThePlaceOfThoseTheyReplace() {
      Pod pod =
          ResolverFixtures.pod(
              DnsPolicy.DEFAULT,
              NOTHING.withOptions(
                  ResolverFixtures.option("new", "1"),
                  ResolverFixtures.option("timeout", "9"),
                  PodDnsOption.builder().name("rotate").build(),
                  ResolverFixtures.option("new", "2"),
                  ResolverFixtures.option("a:b", "c")));
      NodeResolver node =
          NodeResolver.of(ImmutableList.of(), "options timeout:2 edns0 rotate:1 x:\n");

      Explained<PodResolvConf> written = door.explainResolvConf(pod, node);

      assertThat(conf(written).options())
          .containsExactly("timeout:9", "edns0", "rotate", "x", "new:2", "a:b:c");
      assertThat(written)
          .restsOn(ResolverReason.OVERRULED_BY_POD)
          .withFact("option", "timeout:2 rotate:1");
    }

    @Test
    void sameValueOnceMore_isTheOldOne() {
      Pod pod =
          ResolverFixtures.pod(
              DnsPolicy.CLUSTER_FIRST, NOTHING.withOptions(ResolverFixtures.option("ndots", "5")));

      assertThat(door.explainResolvConf(pod, ResolverFixtures.NODE))
          .doesNotRestOn(ResolverReason.OVERRULED_BY_POD);
    }

    @Test
    void emptySettings_leaveOutWhatIsThereTwice() {
      NodeResolver node =
          NodeResolver.of(
              ImmutableList.of(), "nameserver 1.1.1.1\nnameserver 1.1.1.1\nsearch a a A\n");

      assertThat(conf(door.explainResolvConf(ResolverFixtures.pod(DnsPolicy.DEFAULT), node)))
          .hasToString("search a a A\nnameserver 1.1.1.1\nnameserver 1.1.1.1\n");
      assertThat(
              conf(door.explainResolvConf(ResolverFixtures.pod(DnsPolicy.DEFAULT, NOTHING), node)))
          .hasToString("search a A\nnameserver 1.1.1.1\n");
    }
  }

  @Nested
  class Limits {

    @Test
    void searchLine_isCutFromItsEnd() {
      // 31 domains of 65 octets make 2046 with the blanks, and of the last one no more fits.
      List<String> domains =
          IntStream.range(0, 32).mapToObj(i -> String.format("%065d", i)).toList();
      Explained<PodResolvConf> written = ofSearches(domains);

      assertThat(conf(written).searches()).hasSize(31).isEqualTo(domains.subList(0, 31));
      assertThat(written)
          .restsOn(ResolverReason.SEARCH_LINE_TOO_LONG)
          .withFact("search", domains.get(31));
      assertThat(written.value().events()).hasSize(1);
    }

    @Test
    void longDomain_stillCountsAmongTheFirst32() {
      List<String> domains =
          IntStream.range(0, 33).mapToObj(i -> i == 3 ? "x".repeat(254) : "d" + i).toList();
      Explained<PodResolvConf> written = ofSearches(domains);

      assertThat(conf(written).searches()).hasSize(31).doesNotContain("d32");
      assertThat(written).restsOn(ResolverReason.SEARCH_TOO_LONG);
      assertThat(written).restsOn(ResolverReason.TOO_MANY_SEARCHES).withFact("search", "d32");
    }

    @Test
    void octetsCount_andNotLetters() {
      assertThat(conf(ofSearches(List.of("é".repeat(126), "é".repeat(127)))).searches()).hasSize(1);
      assertThat(conf(ofSearches(List.of("\ud800".repeat(84), "\ud800".repeat(85)))).searches())
          .hasSize(1);
    }

    private Explained<PodResolvConf> ofSearches(List<String> domains) {
      return door.explainResolvConf(
          ResolverFixtures.pod(DnsPolicy.NONE, NOTHING.withSearches(domains)),
          ResolverFixtures.NODE);
    }
  }

  @Nested
  class NodesFile {

    @Test
    void oddLines_areReadAsTheKubeletDoes() {
      assertThat(read("nameserver 1.1.1.1 # gateway\r\n  # nameserver 2.2.2.2\n;search x\n"))
          .hasToString("nameserver 1.1.1.1\n");
      assertThat(read("search a. b.. . #\n")).hasToString("search a b. #\n");
      assertThat(read("search a\nsearch\n")).isEqualTo(ResolvConf.EMPTY);
      assertThat(read("domain a\noption b\nNAMESERVER c\nsearchx d\n")).isEqualTo(ResolvConf.EMPTY);
      assertThat(read("options ndots:1 a:b:c a:d\noptions ndots:4 rotate"))
          .hasToString("options ndots:4 a:d rotate\n");
      assertThat(read("\u00a0search\u2003x\u3000y\n")).hasToString("search x y\n");
    }

    @Test
    void nameserverWithoutValue_failsWhateverThePolicy() {
      NodeResolver node = NodeResolver.of(ImmutableList.of(), "nameserver \nnameserver\t\n");

      for (DnsPolicy policy : DnsPolicy.values()) {
        Explained<PodResolvConf> written =
            door.explainResolvConf(ResolverFixtures.pod(policy), node);

        assertThat(written.value().error()).contains("nameserver list is empty ");
        assertThat(written.value().events()).isEmpty();
        assertThat(written.value().toString()).startsWith("Error: ");
      }
    }

    @Test
    void tenMegabytes_areMoreThanTheKubeletReads() {
      String line = "options a\n";
      String fitting = line.repeat((10 << 20) / line.length() - 1);

      assertThat(read(fitting).options()).containsExactly("a");
      assertThat(
              door.resolvConfOf(
                      ResolverFixtures.pod(DnsPolicy.NONE),
                      NodeResolver.of(ImmutableList.of(), fitting + line))
                  .error())
          .contains("the read limit is reached");
    }

    @Test
    void manyWords_areToldInATime() {
      String file =
          "search "
              + String.join(" ", Collections.nCopies(200_000, "a"))
              + "\n"
              + "nameserver 1.1.1.1\n".repeat(100_000);

      Explained<PodResolvConf> written =
          door.explainResolvConf(
              ResolverFixtures.pod(DnsPolicy.DEFAULT), NodeResolver.of(ImmutableList.of(), file));

      assertThat(conf(written).searches()).hasSize(32);
      assertThat(written.because().toString()).hasSizeLessThan(5_000);
    }

    private ResolvConf read(String file) {
      return conf(
          door.explainResolvConf(
              ResolverFixtures.pod(DnsPolicy.DEFAULT), NodeResolver.of(ImmutableList.of(), file)));
    }
  }

  private static ResolvConf conf(Explained<PodResolvConf> written) {
    return written.value().conf().orElseThrow();
  }
}
