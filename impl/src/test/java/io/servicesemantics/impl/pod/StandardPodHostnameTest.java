package io.servicesemantics.impl.pod;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAlias;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.HostnameReason;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardPodHostnameTest {

  private static final String ADDRESS = "10.244.1.1";

  private final PodHostname door = new StandardPodHostname("cluster.local");
  private final ServiceSemantics k8s =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  @Nested
  class Names {

    @Test
    void podWithoutHostname_isCalledByItsName() {
      Explained<HostNames> names = door.explainNames(named("web.1", spec()));

      assertThat(names.value().hostname()).isEqualTo("web.1");
      assertThat(names.value().fqdn()).isEqualTo("web.1");
      assertThat(names.value().kernelHostname()).contains("web.1");
      assertThat(names).restsOn(HostnameReason.NAMED_AS_POD).withFact("pod", "web.1");
      assertThat(names).restsOn(HostnameReason.HAS_NO_SUBDOMAIN);
    }

    @Test
    void override_keepsHostnameAndSubdomainFromCounting() {
      Explained<HostNames> names =
          door.explainNames(
              pod(spec().withHostname("A_B").withSubdomain("c.d").withHostnameOverride("o.x")));

      assertThat(names.value().fqdn()).isEqualTo("o.x");
      assertThat(names.value().domain()).isEmpty();
      assertThat(names)
          .restsOn(HostnameReason.NAMED_BY_OVERRIDE)
          .withFact("hostnameOverride", "o.x");
      assertThat(names).restsOn(HostnameReason.OVERRIDE_HAS_NO_DOMAIN);
    }

    @Test
    void longName_isCutAndLosesWhatItEndsIn() {
      Explained<HostNames> names = door.explainNames(named("a".repeat(61) + "-.x", spec()));

      assertThat(names.value().hostname()).isEqualTo("a".repeat(61));
      assertThat(names).restsOn(HostnameReason.NAME_CUT).withFact("length", "64");
      assertThat(door.namesOf(named("a".repeat(62) + "-", spec())).hostname()).endsWith("-");
    }

    @Test
    void nameOfWhichNothingIsLeft_isAnError() {
      Explained<HostNames> names = door.explainNames(named("-".repeat(64), spec()));

      assertThat(names.value().error().orElseThrow()).contains("was invalid");
      assertThat(names).restsOn(HostnameReason.NOTHING_LEFT_OF_NAME);
      assertThat(
              door.explainNames(named(".".repeat(64), spec().withSubdomain("A")))
                  .because()
                  .causes())
          .extracting(because -> because.reason().name())
          .containsExactly("NAMED_AS_POD", "NOTHING_LEFT_OF_NAME");
    }

    @Test
    void textsThatAreNoNames_areErrors() {
      for (String bad :
          new String[] {"A", "a.b", "-a", "a-", "a_b", "é", "\ud800", "a".repeat(64)}) {
        assertThat(door.explainNames(pod(spec().withHostname(bad))))
            .restsOn(HostnameReason.NAME_REFUSED);
        assertThat(door.explainNames(pod(spec().withSubdomain(bad))))
            .restsOn(HostnameReason.SUBDOMAIN_REFUSED)
            .withFact("subdomain", bad);
      }
      for (String bad : new String[] {"", "A", ".a", "a.", "a..b", "a-.b", "a".repeat(254)}) {
        assertThat(door.explainNames(pod(spec().withHostnameOverride(bad))))
            .restsOn(HostnameReason.OVERRIDE_REFUSED);
      }
    }

    @Test
    void megabytesOfName_areAnErrorInATime() {
      String huge = "a".repeat(2_000_000);

      assertThat(door.namesOf(pod(spec().withHostname(huge))).error()).isPresent();
      assertThat(door.namesOf(named(huge, spec())).hostname()).hasSize(63);
      assertThat(door.explainNames(pod(spec().withHostname(huge))).because().toString())
          .hasSizeLessThan(5_000);
    }
  }

  @Nested
  class Kernel {

    @Test
    void setHostnameAsFqdn_tellsAllOfIt() {
      Explained<HostNames> names =
          door.explainNames(
              pod(spec().withHostname("h").withSubdomain("web").withSetHostnameAsFQDN(true)));

      assertThat(names.value().kernelHostname()).contains("h.web.shop.svc.cluster.local");
      assertThat(names).restsOn(HostnameReason.KERNEL_SAYS_FQDN);
    }

    @Test
    void setHostnameAsFqdnWithoutDomain_changesNothing() {
      Explained<HostNames> names = door.explainNames(pod(spec().withSetHostnameAsFQDN(true)));

      assertThat(names.value().kernelHostname()).contains("web-1");
      assertThat(names).restsOn(HostnameReason.KERNEL_HAS_NO_DOMAIN);
    }

    @Test
    void longerThan64_keepsThePodFromStarting() {
      // Behind the host name stand 27 octets.
      PodSpec spec = spec().withSubdomain("web").withSetHostnameAsFQDN(true);

      assertThat(door.namesOf(pod(spec.withHostname("h".repeat(37)))).kernelError()).isEmpty();
      Explained<HostNames> names = door.explainNames(pod(spec.withHostname("h".repeat(38))));
      assertThat(names.value().kernelError()).isPresent();
      assertThat(names.value().kernelHostname()).isEmpty();
      assertThat(names).restsOn(HostnameReason.FQDN_TOO_LONG).withFact("octets", "65");
    }

    @Test
    void onTheNodesNetwork_theNodesNameStays() {
      Explained<HostNames> names = door.explainNames(pod(spec().withHostNetwork(true)));

      assertThat(names.value().kernelHostname()).isEmpty();
      assertThat(names.value().hosts())
          .containsExactly("# Kubernetes-managed hosts file (host network).");
      assertThat(names).restsOn(HostnameReason.KERNEL_SAYS_NODE);
      assertThat(names).restsOn(HostnameReason.HOSTS_FILE_OF_NODE);
    }
  }

  @Nested
  class Hosts {

    @Test
    void eachAddress_hasALineWithBothNames() {
      Pod pod = pod(spec().withHostname("h").withSubdomain("web"));
      Pod dual = pod.withStatus(pod.status().withPodIPs(ImmutableList.of(ADDRESS, "fd00::1")));

      assertThat(door.namesOf(dual).hosts())
          .hasSize(9)
          .endsWith(
              "10.244.1.1\th.web.shop.svc.cluster.local\th",
              "fd00::1\th.web.shop.svc.cluster.local\th");
      assertThat(door.namesOf(dual).hostsFile()).endsWith("\th\n");
    }

    @Test
    void aliases_standBehindAnEmptyLine() {
      HostAlias alias = HostAlias.builder().ip("10.1.2.3").addHostnames("foo.local", "bar").build();
      Explained<HostNames> names =
          door.explainNames(pod(spec().withHostAliases(ImmutableList.of(alias))));

      assertThat(names.value().hosts())
          .endsWith("", "# Entries added by HostAliases.", "10.1.2.3\tfoo.local\tbar");
      assertThat(names).restsOn(HostnameReason.HOSTS_FILE_HAS_ALIASES);
    }
  }

  @Nested
  class InDns {

    private final Pod pod = pod(spec().withHostname("h").withSubdomain("web"));
    private final Endpoint endpoint = EndpointFixtures.ready(ADDRESS).withHostname("h");

    @Test
    void readyEndpointOfItsName_leadsToIt() {
      assertThat(door.explainResolvable(pod, zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(true)
          .restsOn(HostnameReason.LEADS_TO_POD)
          .withFact("name", "h.web.shop.svc.cluster.local.");
    }

    @Test
    void serviceWithAClusterIp_leadsToItAsWell() {
      assertThat(door.explainResolvable(pod, zone(ServiceFixtures.clusterIp(), endpoint)))
          .hasValue(true);
    }

    @Test
    void withoutHostname_isMissed() {
      Pod unnamed = pod(spec().withSubdomain("web"));

      assertThat(
              door.explainResolvable(
                  unnamed, zone(ServiceFixtures.headless(), EndpointFixtures.ready(ADDRESS))))
          .hasValue(false)
          .restsOn(HostnameReason.HAS_NO_HOSTNAME);
    }

    @Test
    void withoutSubdomain_isMissed() {
      assertThat(
              door.explainResolvable(
                  pod(spec().withHostname("h")), zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(false)
          .restsOn(HostnameReason.HAS_NO_SUBDOMAIN);
    }

    @Test
    void withAnOverride_isMissed() {
      assertThat(
              door.explainResolvable(
                  pod(pod.spec().withHostnameOverride("o")),
                  zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(false)
          .restsOn(HostnameReason.OVERRIDE_HAS_NO_DOMAIN);
    }

    @Test
    void withoutAName_isTold() {
      assertThat(
              door.explainResolvable(
                  pod(spec().withHostname("A")), zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(false)
          .restsOn(HostnameReason.NAME_REFUSED);
    }

    @Test
    void withoutAServiceOfTheSubdomain_isTold() {
      assertThat(
              door.explainResolvable(
                  pod(spec().withHostname("h").withSubdomain("wbe")),
                  zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(false)
          .restsOn(HostnameReason.NO_SERVICE_OF_SUBDOMAIN)
          .withFact("service", "wbe.shop.svc.cluster.local.");
    }

    @Test
    void selectorThatSelectsOthers_isTold() {
      Endpoint other = EndpointFixtures.ready("10.244.9.9").withHostname("x");

      assertThat(door.explainResolvable(pod, zone(ServiceFixtures.headless(), other)))
          .hasValue(false)
          .restsOn(HostnameReason.NOT_AN_ENDPOINT);
      assertThat(door.explainResolvable(pod, zone(ServiceFixtures.headless())))
          .hasValue(false)
          .restsOn(HostnameReason.NOT_AN_ENDPOINT);
    }

    @Test
    void anotherPodOfTheName_isTold() {
      Endpoint other = EndpointFixtures.ready("10.244.9.9").withHostname("h");

      assertThat(door.explainResolvable(pod, zone(ServiceFixtures.headless(), other)))
          .hasValue(false)
          .restsOn(HostnameReason.ANOTHER_HAS_NAME);
    }

    @Test
    void podThatIsNotReady_isTold() {
      Pod unready = PodFixtures.notReady("web-1", ADDRESS, "node-a");
      Endpoint endpoint = EndpointFixtures.notReady(ADDRESS).withHostname("h");
      DnsZone zone = zone(ServiceFixtures.headless(), endpoint);

      assertThat(door.explainResolvable(unready.withSpec(pod.spec()), zone))
          .hasValue(false)
          .doesNotRestOn(HostnameReason.NO_SERVICE_OF_SUBDOMAIN)
          .doesNotRestOn(HostnameReason.NOT_AN_ENDPOINT)
          .restsOn(HostnameReason.POD_NOT_READY);
      assertThat(door.explainResolvable(unready.withSpec(pod.spec()), zone))
          .restsOn(DnsReason.ENDPOINT_NOT_READY);
    }

    @Test
    void podWithoutAddressOverOrGoing_isTold() {
      DnsZone zone = zone(ServiceFixtures.headless());
      Pod over = pod.withStatus(pod.status().toBuilder().phase(PodPhase.SUCCEEDED).build());
      Pod going =
          pod.withMetadata(pod.metadata().toBuilder().deletionTimestamp(Instant.EPOCH).build());
      Pod placeless = pod.withStatus(pod.status().withPodIPs(ImmutableList.of()));

      assertThat(door.explainResolvable(over, zone)).restsOn(HostnameReason.POD_IS_OVER);
      assertThat(door.explainResolvable(going, zone)).restsOn(HostnameReason.POD_IS_TERMINATING);
      assertThat(door.explainResolvable(placeless, zone))
          .restsOn(HostnameReason.POD_HAS_NO_ADDRESS);
    }

    @Test
    void namespaceThatIsHidden_isTold() {
      ServiceSemantics hiding =
          StandardSemantics.of(
              ClusterProfile.of(KubernetesVersion.V1_36)
                  .withDns(DnsSettings.builder().addNamespaces("other").build()));

      assertThat(
              door.explainResolvable(
                  pod, hiding.dns().zoneOf(world(ServiceFixtures.headless(), endpoint))))
          .hasValue(false)
          .restsOn(DnsReason.NAMESPACE_UNKNOWN);
    }

    @Test
    void zoneOfAnotherDomain_isTold() {
      PodHostname other = new StandardPodHostname("other.example");

      assertThat(other.explainResolvable(pod, zone(ServiceFixtures.headless(), endpoint)))
          .hasValue(false)
          .restsOn(DnsReason.NOBODY_UPSTREAM);
    }
  }

  private DnsZone zone(Service service, Endpoint... endpoints) {
    return k8s.dns().zoneOf(world(service, endpoints));
  }

  private static ClusterSnapshot world(Service service, Endpoint... endpoints) {
    return ClusterSnapshot.builder()
        .addNamespaces(Namespace.of(ServiceFixtures.NAMESPACE))
        .addServices(service)
        .addEndpointSlices(EndpointFixtures.slice("web-a", endpoints))
        .build();
  }

  private static PodSpec spec() {
    return PodSpec.builder().build();
  }

  private static Pod pod(PodSpec spec) {
    return PodFixtures.ready("web-1", ADDRESS, "node-a").withSpec(spec);
  }

  private static Pod named(String name, PodSpec spec) {
    return pod(spec).withMetadata(ObjectMeta.of(ServiceFixtures.NAMESPACE, name));
  }
}
