package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.fixture.ConnectionFixtures.profile;
import static io.servicesemantics.testkit.fixture.NamedWorld.OTHER_SERVER;
import static io.servicesemantics.testkit.fixture.NamedWorld.SERVER;
import static io.servicesemantics.testkit.fixture.NamedWorld.world;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.HostAlias;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionAttempt;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.connection.Destination;
import io.servicesemantics.connection.DestinationHost;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.testkit.fixture.NamedWorld;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How host names that are called are looked up: as the caller's resolv.conf and DNS have it. */
public interface CalledNameContract extends SemanticsContract {

  /** The first label is enough in the same namespace, the namespace is needed from another. */
  @Test
  default void shortNames_areThoseOfTheCallersNamespace() {
    assertThat(called("web:80")).containsExactly("TCP 10.96.0.21:80");
    assertThat(called("pay.other:80")).containsExactly("TCP 10.96.0.22:80");
    assertThat(called("pay.other.svc:80")).containsExactly("TCP 10.96.0.22:80");

    ConnectionTrace elsewhere = trace("pay:80");
    assertThat(elsewhere.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(elsewhere.toString())
        .contains("Another namespace has a Service of this name. (service other/pay)");
  }

  /** What was found, and by how many questions, is told. */
  @Test
  default void aNameThatIsFound_tellsHow() {
    assertThat(trace("pay.other:80").toString())
        .contains(
            "Looked up from the caller's namespace, the name is that of a Service. (service"
                + " other/pay, name pay.other.svc.cluster.local, questions 4)",
            "The caller asks the cluster's DNS. (server kube-system/kube-dns)");
    assertThat(trace("web:80").toString()).doesNotContain("questions");
  }

  /** A ready endpoint is called by its host name, or without one by its address. */
  @Test
  default void endpoints_areCalledByHostnameOrAddress() {
    for (String name :
        ImmutableList.of(
            "db-0.db", "db-0.db.shop", "db-0.db.shop.svc.cluster.local", "DB-0.db.shop.svc")) {
      assertThat(called(name + ":8080")).as(name).containsExactly("TCP 10.244.1.1:8080");
    }
    assertThat(called("10-244-2-1.db:8080")).containsExactly("TCP 10.244.2.1:8080");
    assertThat(called("db:8080")).containsExactly("TCP 10.244.1.1:8080", "TCP 10.244.2.1:8080");
    assertThat(called("_http._tcp.db:8080"))
        .containsExactly("TCP 10.244.1.1:8080", "TCP 10.244.2.1:8080");
  }

  /** What has no name says why, down to the endpoint. */
  @Test
  default void anEndpointWithoutName_isToldWhy() {
    ConnectionTrace unready = trace("db-1.db:8080");
    assertThat(unready.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(unready.toString())
        .contains("The endpoint is not ready, and such have no names. (endpoint 10.244.3.1")
        .doesNotContain("there is")
        .doesNotContain("The namespace has no Service of this name.");

    ConnectionTrace unnamed = trace("web-2.db:8080");
    assertThat(unnamed.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(unnamed.toString())
        .contains("it needs a hostname, and the Service's name as its subdomain");
  }

  /** Names that are no more than other names lead on, the port unchanged. */
  @Test
  default void externalNames_leadOn() {
    ConnectionTrace chain = trace("second:80");
    assertThat(called(chain)).containsExactly("TCP 10.96.0.21:80");
    assertThat(chain.toString())
        .contains(
            "(service shop/second, alias first.shop.svc.cluster.local)",
            "(service shop/first, alias web.shop.svc.cluster.local)",
            "service shop/web");
    assertThat(called("shop/second:80")).containsExactly("TCP 10.96.0.21:80");

    ConnectionTrace outside = trace("outside:443");
    assertThat(outside.outcome()).isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
    assertThat(outside.toString()).contains("(name db.example.com)");

    assertThat(trace("round:80").outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("round:80").toString()).contains("without an end");
    assertThat(trace("broken:80").outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("broken:80").toString())
        .contains("(service shop/broken, alias gone.shop.svc.cluster.local)");
  }

  /** A Pod in its node's network asks the node's servers, unless it says otherwise. */
  @Test
  default void aPodInItsNodesNetwork_findsNoNamesOfTheCluster() {
    ClusterSnapshot world = world(spec -> spec.withHostNetwork(true));
    for (String name : ImmutableList.of("web", "web.shop", "web.shop.svc.cluster.local")) {
      ConnectionTrace trace = trace(name + ":80", world);

      assertThat(trace.outcome()).as(name).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
      assertThat(trace.toString())
          .contains(
              "those of its node's own file, which no object tells",
              "cure dnsPolicy: ClusterFirstWithHostNet");
    }
    assertThat(trace("example.com:80", world).outcome())
        .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
    assertThat(trace("10.96.0.21:80", world).outcome()).isEqualTo(ConnectionOutcome.CONNECTED);

    ClusterSnapshot cured =
        world(
            spec ->
                spec.withHostNetwork(true).withDnsPolicy(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET));
    assertThat(called(trace("web:80", cured))).containsExactly("TCP 10.96.0.21:80");
  }

  /** Policy Default asks the node's servers in every network. */
  @Test
  default void policyDefault_findsNoNamesOfTheCluster() {
    ClusterSnapshot world = world(spec -> spec.withDnsPolicy(DnsPolicy.DEFAULT));

    assertThat(trace("web:80", world).outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("web:80", world).toString()).contains("cure dnsPolicy: ClusterFirst)");
  }

  /** Policy None has the servers and domains that the Pod says, and no others. */
  @Test
  default void policyNone_hasWhatThePodSays() {
    ClusterSnapshot own = world(none(SERVER, "other.svc.cluster.local"));
    assertThat(called(trace("pay:80", own))).containsExactly("TCP 10.96.0.22:80");
    assertThat(trace("web:80", own).outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(called(trace("web.shop.svc.cluster.local:80", own)))
        .containsExactly("TCP 10.96.0.21:80");

    ClusterSnapshot others = world(none(OTHER_SERVER, "shop.svc.cluster.local"));
    assertThat(trace("web:80", others).outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("web:80", others).toString()).contains("servers " + OTHER_SERVER);
  }

  /** A dot behind a name says that nothing is to be added. */
  @Test
  default void aDotBehind_endsTheSearch() {
    assertThat(called("web.shop.svc.cluster.local.:80")).containsExactly("TCP 10.96.0.21:80");
    assertThat(trace("web.:80").outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("web.shop.:80").outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(trace("example.com.:80").outcome()).isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
  }

  /** Capitals make no difference. */
  @Test
  default void capitals_makeNoDifference() {
    for (String name : ImmutableList.of("WEB", "Web.Shop", "web.shop.SVC.Cluster.Local")) {
      assertThat(called(name + ":80")).as(name).containsExactly("TCP 10.96.0.21:80");
    }
  }

  /** The search list comes before the name as it is, and may take a name from outside. */
  @Test
  default void theSearchList_takesNamesFromOutside() {
    assertThat(called("sample.org:80")).containsExactly("TCP 10.96.0.23:80");
    assertThat(trace("example.com:80").outcome()).isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
  }

  /** What no server can be asked about is not found. */
  @Test
  default void namesNobodyCanAsk_areNotFound() {
    for (String name : ImmutableList.of("web..shop", ".web", "a".repeat(64), "-.-..-")) {
      assertThat(trace(name + ":80").outcome())
          .as(name)
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    }
    String longest = ("a".repeat(62) + ".").repeat(4);
    assertThat(trace(longest.substring(0, 251) + ":80").outcome())
        .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
  }

  /** musl takes the first name that exists, with addresses or without; glibc goes on. */
  @Test
  default void aNameWithoutAddress_endsTheSearchOfMuslAlone() {
    ClusterSnapshot world =
        world(
            spec ->
                spec.withDnsConfig(
                    PodDnsConfig.builder().addSearches("other.svc.cluster.local").build()));

    assertThat(called(trace("broken:80", world, Libc.GLIBC_2_36)))
        .containsExactly("TCP 10.96.0.24:80");
    ConnectionTrace musl = trace("broken:80", world, Libc.MUSL_1_2_3);
    assertThat(musl.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    assertThat(musl.toString())
        .contains("(name broken, asked broken.shop.svc.cluster.local. NODATA, the program is told");
  }

  /** A name in the Pod's own hosts file is asked of nobody: the Pod's own name, and aliases. */
  @Test
  default void theHostsFile_comesBeforeDns() {
    ClusterSnapshot world =
        world(
            spec ->
                spec.withHostname("web")
                    .withHostAliases(
                        HostAlias.builder().ip("10.96.0.22").addHostnames("bank").build()));

    assertThat(called(trace("bank:80", world))).containsExactly("TCP 10.96.0.22:80");
    assertThat(called(trace("web:8080", world))).containsExactly("TCP 10.244.1.9:8080");
    assertThat(trace("web:8080", world).toString())
        .contains("The caller's own hosts file has the name, so no server is asked. (name web)");
  }

  /** Endpoints of Services with an address have names too, which lead past that address. */
  @Test
  default void anEndpointOfAnyService_isCalledDirectly() {
    assertThat(called("10-244-1-1.web:8080")).containsExactly("TCP 10.244.1.1:8080");
    assertThat(trace("10-244-1-1.web:8080").toString())
        .contains("The name leads to the endpoint itself, past the Service's address.");
  }

  /** Pods have names by address where the settings give them. */
  @Test
  default void namesOfPods_areThoseOfTheSettings() {
    DnsSettings verified = DnsSettings.builder().pods(PodRecords.VERIFIED).build();

    assertThat(called(trace("10-244-2-1.shop.pod:8080", verified)))
        .containsExactly("TCP 10.244.2.1:8080");
    assertThat(trace("10-244-2-9.shop.pod:8080", verified).toString())
        .contains("No running Pod of the namespace has this address.");
    assertThat(trace("10-244-2-1.shop.pod:8080").toString())
        .contains("the name is not found", "This server gives no names to Pods' addresses.");
  }

  /** The cluster's domain is the settings'. */
  @Test
  default void names_endInTheDomainOfTheSettings() {
    DnsSettings settings = DnsSettings.builder().clusterDomain("corp.example").build();

    for (String name : ImmutableList.of("web", "web.shop.svc.corp.example")) {
      assertThat(called(trace(name + ":80", settings))).containsExactly("TCP 10.96.0.21:80");
    }
    assertThat(trace("web.shop.svc.cluster.local:80", settings).attempts()).isEmpty();
  }

  /** Without the DNS Service among the objects its usual address counts. */
  @Test
  default void aClusterThatDoesNotTellItsDns_isTakenToHaveTheUsual() {
    ClusterSnapshot world = NamedWorld.withoutServer(world(spec -> spec));

    assertThat(called(trace("web:80", world))).containsExactly("TCP 10.96.0.21:80");
    assertThat(trace("web:80", world).toString())
        .contains("(server taken as usual, without Service kube-system/kube-dns)");
  }

  /** Any name at all is answered. */
  @Test
  default void anyName_isAnswered() {
    for (String name : ImmutableList.of(".", "...", "_", "_._", "-", "xn--a", "svc", "pod.shop")) {
      Destination destination =
          new Destination(
              new DestinationHost.Named(name),
              new DestinationPort.Numbered(80, Optional.of(Protocol.TCP)),
              Optional.empty());
      for (Libc libc : Libc.values()) {
        assertThat(
                semantics(profile(ProxyMode.NFTABLES))
                    .connections()
                    .trace(Caller.parse("client"), destination, world(spec -> spec), libc)
                    .outcome())
            .as("%s by %s", name, libc)
            .isIn(ConnectionOutcome.NAME_NOT_FOUND, ConnectionOutcome.LEAVES_THE_CLUSTER);
      }
    }
  }

  private static UnaryOperator<PodSpec> none(String server, String search) {
    return spec ->
        spec.withDnsPolicy(DnsPolicy.NONE)
            .withDnsConfig(
                PodDnsConfig.builder().addNameservers(server).addSearches(search).build());
  }

  private ConnectionTrace trace(String destination) {
    return trace(destination, world(spec -> spec));
  }

  private ConnectionTrace trace(String destination, DnsSettings settings) {
    return semantics(profile(ProxyMode.NFTABLES).withDns(settings))
        .connections()
        .trace("client", destination, world(spec -> spec));
  }

  private ConnectionTrace trace(String destination, ClusterSnapshot world) {
    return trace(destination, world, Libc.GLIBC_2_36);
  }

  private ConnectionTrace trace(String destination, ClusterSnapshot world, Libc libc) {
    return semantics(profile(ProxyMode.NFTABLES))
        .connections()
        .trace(Caller.parse("client"), Destination.parse(destination), world, libc);
  }

  private ImmutableList<String> called(String destination) {
    return called(trace(destination));
  }

  private static ImmutableList<String> called(ConnectionTrace trace) {
    return trace.attempts().stream()
        .map(ConnectionAttempt::called)
        .collect(ImmutableList.toImmutableList());
  }
}
