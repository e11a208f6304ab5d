package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.HostnameReason;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.NodeResolver;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.testkit.fixture.DnsFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.RecordServer;
import io.servicesemantics.testkit.fixture.ResolverFixtures;
import org.junit.jupiter.api.Test;

/** What every {@link PodResolver} and {@link PodHostname} does. */
public interface ResolverContract extends SemanticsContract {

  /** A Pod that says nothing special asks the cluster, and searches its own namespace first. */
  @Test
  default void clusterFirst_asksTheCluster() {
    PodResolvConf written =
        semantics()
            .podResolver()
            .resolvConfOf(ResolverFixtures.pod(DnsPolicy.CLUSTER_FIRST), ResolverFixtures.NODE);

    assertThat(written.conf()).contains(ResolverFixtures.CONF);
    assertThat(written.events()).isEmpty();
  }

  /** On the node's network the same policy asks whom the node asks. */
  @Test
  default void clusterFirstOnTheNodesNetwork_asksAsTheNode() {
    Pod pod = ResolverFixtures.pod(DnsPolicy.CLUSTER_FIRST);
    Pod onNode = pod.withSpec(pod.spec().withHostNetwork(true));

    var explained = semantics().podResolver().explainResolvConf(onNode, ResolverFixtures.NODE);

    assertThat(explained.value().conf().orElseThrow())
        .hasToString("search corp.example.com\nnameserver 192.0.2.53\noptions timeout:2\n");
    assertThat(explained).restsOn(ResolverReason.POLICY_CLUSTER_ON_NODE_NETWORK);
    assertThat(explained)
        .restsOn(ResolverReason.TAKEN_FROM_NODE)
        .withFact("nameserver", "192.0.2.53");
  }

  /** What a Pod adds stands behind, once, and sets options in their place. */
  @Test
  default void dnsConfig_isMergedIntoThePolicys() {
    Pod pod =
        ResolverFixtures.pod(
            DnsPolicy.CLUSTER_FIRST,
            PodDnsConfig.builder()
                .addNameservers("10.96.0.10", "1.1.1.1")
                .addSearches("cluster.local", "x.test")
                .addOptions(ResolverFixtures.option("ndots", "2"))
                .build());

    var explained = semantics().podResolver().explainResolvConf(pod, ResolverFixtures.NODE);

    assertThat(explained.value().conf().orElseThrow())
        .hasToString(
            "search shop.svc.cluster.local svc.cluster.local cluster.local corp.example.com"
                + " x.test\nnameserver 10.96.0.10\nnameserver 1.1.1.1\noptions ndots:2\n");
    assertThat(explained).restsOn(ResolverReason.THERE_ALREADY).withFact("search", "cluster.local");
    assertThat(explained).restsOn(ResolverReason.OVERRULED_BY_POD).withFact("option", "ndots:5");
  }

  /** What goes beyond the limits is left out, with an event for each kind. */
  @Test
  default void beyondTheLimits_isLeftOut() {
    Pod pod =
        ResolverFixtures.pod(
            DnsPolicy.DEFAULT,
            PodDnsConfig.builder()
                .addNameservers("1.1.1.1", "1.1.1.2", "1.1.1.3")
                .addSearches("x".repeat(254))
                .build());

    var explained = semantics().podResolver().explainResolvConf(pod, ResolverFixtures.NODE);

    assertThat(explained.value().events()).hasSize(2).allMatch(e -> e.contains("DNSConfigForming"));
    assertThat(explained)
        .restsOn(ResolverReason.TOO_MANY_NAMESERVERS)
        .withFact("nameserver", "1.1.1.3");
    assertThat(explained).restsOn(ResolverReason.SEARCH_TOO_LONG);
  }

  /** A node's file with a line the kubelet cannot read keeps every Pod from starting. */
  @Test
  default void nodesFileThatCannotBeRead_keepsThePodFromStarting() {
    NodeResolver node = NodeResolver.of(ImmutableList.of(), "nameserver\n");

    var explained =
        semantics().podResolver().explainResolvConf(ResolverFixtures.pod(DnsPolicy.NONE), node);

    assertThat(explained.value().conf()).isEmpty();
    assertThat(explained.value().error()).isPresent();
    assertThat(explained).restsOn(ResolverReason.NODE_FILE_UNREADABLE);
  }

  /** A short name is found by the search list, and the questions in vain are counted. */
  @Test
  default void shortName_isSearched() {
    for (Libc libc : Libc.values()) {
      assertThat(lookUp("db.prod", libc, "db.prod.svc.cluster.local. 5 IN A 10.96.0.11"))
          .asks("db.prod.shop.svc.cluster.local.", "db.prod.svc.cluster.local.")
          .gets("10.96.0.11")
          .costs(2)
          .wastes(1);
    }
  }

  /** A dot behind the name spares the search, and a missing name costs all of it. */
  @Test
  default void dotBehindTheName_sparesTheSearch() {
    for (Libc libc : Libc.values()) {
      assertThat(lookUp("www.example.com.", libc, "www.example.com. 5 IN A 192.0.2.1"))
          .asks("www.example.com.")
          .gets("192.0.2.1")
          .wastes(0);
      assertThat(lookUp("www.example.com", libc, "www.example.com. 5 IN A 192.0.2.1"))
          .gets("192.0.2.1")
          .costs(5)
          .wastes(4);
      assertThat(lookUp("nope", libc)).fails(LookupError.EAI_NONAME).costs(5).wastes(5);
    }
  }

  /** A name without an address of the family ends the search of musl, and not that of glibc. */
  @Test
  default void nameWithoutData_endsTheSearchOfMuslAlone() {
    String[] records = {
      "web.shop.svc.cluster.local. 5 IN AAAA fd00::1", "web.svc.cluster.local. 5 IN A 10.0.0.1"
    };

    assertThat(lookUp("web", Libc.GLIBC_2_36, records)).gets("10.0.0.1").costs(2);
    assertThat(lookUp("web", Libc.MUSL_1_2_3, records))
        .fails(LookupError.EAI_NONAME)
        .asks("web.shop.svc.cluster.local.");
  }

  /** The account of a look-up has each name that is asked about, and the zone's own account. */
  @Test
  default void accountOfALookup_tellsEveryName() {
    var explained =
        semantics()
            .podResolver()
            .explainLookUp(
                "web.shop",
                WantedAddresses.IPV4,
                ResolverFixtures.CONF,
                Libc.GLIBC_2_36,
                semantics().dns().zoneOf(DnsFixtures.world()));

    assertThat(explained)
        .restsOn(ResolverReason.SEARCHED)
        .withFact("asked", "web.shop.svc.cluster.local.");
    assertThat(explained)
        .restsOn(ResolverReason.DOT_SPARES_QUESTIONS)
        .withFact("name", "web.shop.svc.cluster.local.");
    assertThat(explained).restsOn(DnsReason.SERVICE_HAS_CLUSTER_IP);
  }

  /** hostname and subdomain make a name, which the Pod alone knows without a Service. */
  @Test
  default void hostnameAndSubdomain_makeAName() {
    Pod pod = PodFixtures.ready("web-1", "10.244.1.1", "node-a");
    Pod named = pod.withSpec(pod.spec().withHostname("h").withSubdomain("nope"));
    PodHostname door = semantics().podHostname();

    assertThat(door.namesOf(named).fqdn()).isEqualTo("h.nope.shop.svc.cluster.local");
    assertThat(door.explainNames(named))
        .restsOn(HostnameReason.NAMED_BY_HOSTNAME)
        .withFact("hostname", "h");
    assertThat(door.explainResolvable(named, semantics().dns().zoneOf(DnsFixtures.world())))
        .hasValue(false)
        .restsOn(HostnameReason.NO_SERVICE_OF_SUBDOMAIN);
  }

  /** A name the Pod has in its own hosts file is not asked about. */
  @Test
  default void nameOfThePodItself_isInItsHostsFile() {
    Pod pod = PodFixtures.ready("web-1", "10.244.1.1", "node-a");
    ImmutableList<String> hosts = semantics().podHostname().namesOf(pod).hosts();
    NameServer nobody = RecordServer.of(ImmutableList.of());

    Lookup lookup =
        semantics()
            .podResolver()
            .lookUp(
                "web-1",
                WantedAddresses.BOTH,
                ResolverFixtures.CONF,
                hosts,
                Libc.GLIBC_2_36,
                nobody);

    assertThat(lookup).gets("10.244.1.1").costs(0);
    assertThat(lookup.addresses()).containsExactly(IpAddress.parse("10.244.1.1"));
  }

  private Lookup lookUp(String name, Libc libc, String... records) {
    return semantics()
        .podResolver()
        .lookUp(
            name,
            WantedAddresses.IPV4,
            ResolverFixtures.CONF,
            libc,
            RecordServer.of(ImmutableList.copyOf(records)));
  }
}
