package io.servicesemantics.impl.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Questions of operators about names (routing part 9): the records of question 28, and the names of
 * question 29.
 */
class NameQuestionsTest {

  private static final DnsName FQDN = DnsName.parse("web-0.web.shop.svc.cluster.local");

  private final ServiceSemantics semantics =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  private Explained<DnsAnswer> explain(DnsName name, RecordType type, ClusterSnapshot world) {
    return semantics.dns().zoneOf(world).explain(DnsQuestion.of(name, type));
  }

  @Nested
  @DisplayName("28: NXDOMAIN for my headless or StatefulSet name")
  class NoSuchName {

    private final Service headless = ServiceFixtures.headless();
    private final Pod plain = PodFixtures.ready("web-0", "10.244.1.5", "node-a");
    private final Pod named = named("web");

    @Test
    void aPodWithoutHostname_isToldByTheRecordsAndByThePod() {
      ClusterSnapshot world = world(headless, plain);

      assertThat(code(world)).isEqualTo(ResponseCode.NXDOMAIN);
      assertThat(explain(FQDN, RecordType.A, world).because().toString())
          .contains(
              "The Pod is called so, but its endpoint is not: it needs a hostname, and the Service's"
                  + " name as its subdomain. (endpoint 10.244.1.5, Pod web-0)");
      assertThat(resolvable(plain.withSpec(plain.spec().withSubdomain("web")), world).value())
          .isFalse();
    }

    @Test
    void hostnameAndSubdomain_cureIt() {
      ClusterSnapshot world = world(headless, named);

      assertThat(explain(FQDN, RecordType.A, world).value().answer())
          .extracting(record -> record.data().toString())
          .containsExactly("10.244.1.5");
      assertThat(resolvable(named, world).value()).isTrue();
    }

    @Test
    void aSubdomainThatIsNoServicesName_isNamed() {
      Pod wrong = named("webs");
      ClusterSnapshot world = world(headless, wrong);

      assertThat(resolvable(wrong, world).value()).isFalse();
      assertThat(resolvable(wrong, world).because().toString())
          .contains(
              "(name web-0.webs.shop.svc.cluster.local.)",
              "The namespace has no Service of this name.",
              "The namespace has a Service whose name is alike. (service shop/web)");
      assertThat(code(world)).isEqualTo(ResponseCode.NXDOMAIN);
    }

    @Test
    void aPodThatIsNotReady_isToldUntilTheServicePublishesIt() {
      Pod unready = PodFixtures.notReady("web-0", "10.244.1.5", "node-a").withSpec(named.spec());
      ClusterSnapshot hidden = world(headless, unready);
      ClusterSnapshot published =
          world(headless.withSpec(headless.spec().withPublishNotReadyAddresses(true)), unready);

      assertThat(code(hidden)).isEqualTo(ResponseCode.NXDOMAIN);
      assertThat(resolvable(unready, hidden).because().toString())
          .contains("The endpoint is not ready, and such have no names. (endpoint 10.244.1.5");
      assertThat(code(published)).isEqualTo(ResponseCode.NOERROR);
      assertThat(resolvable(unready, published).value()).isTrue();
    }

    @Test
    void aHeadlessServiceWithoutReadyEndpoint_doesNotExistInDns() {
      Pod unready = PodFixtures.notReady("web-0", "10.244.1.5", "node-a");
      DnsName service = DnsName.parse("web.shop.svc.cluster.local");

      Explained<DnsAnswer> hidden = explain(service, RecordType.A, world(headless, unready));
      assertThat(hidden.value().responseCode()).isEqualTo(ResponseCode.NXDOMAIN);
      assertThat(hidden.because().toString())
          .contains(
              "The headless Service has no ready endpoint to give it a name.",
              "The endpoint is not ready, and such have no names.");
      assertThat(explain(service, RecordType.A, world(headless, plain)).value().responseCode())
          .isEqualTo(ResponseCode.NOERROR);
    }

    @Test
    void theShortNameFromAnotherNamespace_needsTheNamespace() {
      Pod elsewhere =
          PodFixtures.ready("client", "10.244.1.9", "node-a")
              .withMetadata(ObjectMeta.of("other", "client"));
      ClusterSnapshot world =
          world(headless, named).toBuilder()
              .addPods(elsewhere)
              .addNamespaces(Namespace.of("other"), Namespace.of("shop"))
              .build();

      ConnectionTrace missing = call("web-0.web:8080", world);
      assertThat(missing.outcome()).isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
      assertThat(missing.toString())
          .contains(
              "The namespace has no Service of this name.",
              "Another namespace has a Service of this name. (service shop/web)");
      assertThat(call("web-0.web.shop:8080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }

    @Test
    void aCallerInItsNodesNetwork_needsAnotherPolicy() {
      Pod agent = PodFixtures.ready("client", "192.168.0.1", "node-a");
      agent = agent.withSpec(agent.spec().withHostNetwork(true));
      Pod cured = agent.withSpec(agent.spec().withDnsPolicy(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET));
      ClusterSnapshot world = world(headless, named);

      assertThat(call("web-0.web:8080", world.toBuilder().addPods(agent).build()).toString())
          .contains("the name is not found", "cure dnsPolicy: ClusterFirstWithHostNet");
      assertThat(call("web-0.web:8080", world.toBuilder().addPods(cured).build()).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }

    private ConnectionTrace call(String destination, ClusterSnapshot world) {
      return semantics.connections().trace("client", destination, world);
    }

    private ResponseCode code(ClusterSnapshot world) {
      return explain(FQDN, RecordType.A, world).value().responseCode();
    }

    private Explained<Boolean> resolvable(Pod pod, ClusterSnapshot world) {
      return semantics.podHostname().explainResolvable(pod, semantics.dns().zoneOf(world));
    }

    private Pod named(String subdomain) {
      return plain.withSpec(plain.spec().withHostname("web-0").withSubdomain(subdomain));
    }

    // The slice that Kubernetes would make.
    private ClusterSnapshot world(Service service, Pod pod) {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addServices(service)
              .addPods(pod)
              .addNodes(NodeFixtures.withAddresses("node-a", "192.168.0.1"))
              .build();
      Endpoint endpoint =
          Optional.ofNullable(
                  semantics
                      .slices()
                      .explainPod(service, pod, world)
                      .value()
                      .endpoints()
                      .get(AddressType.IPV4))
              .orElseThrow();
      return world.toBuilder().addEndpointSlices(EndpointFixtures.slice("web-1", endpoint)).build();
    }
  }

  @Nested
  @DisplayName("29: the second family of my Service does not work")
  class SecondFamily {

    private final DnsName name = DnsName.parse("web.shop.svc.cluster.local");
    private final Service single = ServiceFixtures.clusterIp();
    private final Service both =
        single.withSpec(single.spec().withClusterIPs("10.96.0.21", "fd00:96::21"));

    @Test
    void aServiceOfOneFamily_hasNoAddressOfTheOther() {
      Explained<DnsAnswer> answer = explain(name, RecordType.AAAA, world(single));

      assertThat(answer.value().isNoData()).isTrue();
      assertThat(answer.because().toString())
          .contains("Its addresses are of the other family.", "leads to 10.96.0.21");
    }

    @Test
    void bothFamilies_haveBoth() {
      assertThat(explain(name, RecordType.AAAA, world(both)).value().answer())
          .extracting(record -> record.data().toString())
          .containsExactly("fd00:96::21");
    }

    private ClusterSnapshot world(Service service) {
      return ClusterSnapshot.builder().services(ImmutableList.of(service)).build();
    }
  }
}
