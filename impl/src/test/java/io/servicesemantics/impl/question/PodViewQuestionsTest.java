package io.servicesemantics.impl.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a Pod sees, and under which name it is seen: questions 28 and 30. */
class PodViewQuestionsTest {

  private final ServiceSemantics semantics =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  @Nested
  @DisplayName("28: NXDOMAIN for my headless or StatefulSet name")
  class NoSuchName {

    private final Service headless = ServiceFixtures.headless();
    private final Pod plain = PodFixtures.ready("web-0", "10.244.1.5", "node-a");

    @Test
    void aPodWithoutHostname_hasNoNameOfItsOwn() {
      assertThat(explain(headless, plain).because().toString())
          .contains(
              "The Pod has no DNS name of its own below the Service's: it says no hostname, and its"
                  + " own name does not count. (hostname \"\", subdomain \"\", service web)");
      assertThat(endpoint(headless, plain).hostname()).isEmpty();
    }

    @Test
    void aSubdomainThatIsNotTheServicesName_isNamed() {
      Pod wrong = named("web-0", "webs");

      assertThat(explain(headless, wrong).because().toString())
          .contains(
              "its subdomain is not the Service's name. (hostname \"web-0\", subdomain \"webs\","
                  + " service web)");
      assertThat(endpoint(headless, wrong).hostname()).isEmpty();
    }

    @Test
    void hostnameAndSubdomain_cureIt() {
      Pod right = named("web-0", "web");

      assertThat(explain(headless, right).because().toString())
          .contains("The Pod has a DNS name of its own below the Service's: its hostname.")
          .doesNotContain("no DNS name");
      assertThat(endpoint(headless, right).hostname()).contains("web-0");
    }

    @Test
    void aPodThatIsNotReady_isNotPublishedUnlessAsked() {
      Pod unready = PodFixtures.notReady("web-0", "10.244.1.5", "node-a");
      Service publishing = headless.withSpec(headless.spec().withPublishNotReadyAddresses(true));

      assertThat(explain(headless, unready).because().toString()).contains("The Pod is not ready.");
      assertThat(endpoint(headless, unready).conditions().isReady()).isFalse();
      assertThat(explain(publishing, unready).because().toString())
          .contains("The Service publishes Pods as ready whatever their state.");
      assertThat(endpoint(publishing, unready).conditions().isReady()).isTrue();
    }

    @Test
    void aPodThatIsNoEndpoint_saysWhy() {
      Pod unlabelled = plain.withMetadata(ObjectMeta.of(ServiceFixtures.NAMESPACE, "web-0"));

      assertThat(explain(headless, unlabelled).because().toString())
          .contains("The Pod's labels are not those the Service selects.")
          .contains("label app, is missing, wanted \"web\"");
      assertThat(explain(headless, unlabelled).value().isEndpoint()).isFalse();
      assertThat(explain(headless, plain).value().isEndpoint()).isTrue();
    }

    private Pod named(String hostname, String subdomain) {
      return plain.withSpec(plain.spec().withHostname(hostname).withSubdomain(subdomain));
    }

    private Explained<PodMembership> explain(Service service, Pod pod) {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addServices(service)
              .addPods(pod)
              .addNodes(NodeFixtures.inZone("node-a", "zone-a"))
              .build();
      return semantics.slices().explainPod(service, pod, world);
    }

    private Endpoint endpoint(Service service, Pod pod) {
      return Optional.ofNullable(explain(service, pod).value().endpoints().get(AddressType.IPV4))
          .orElseThrow();
    }
  }

  @Nested
  @DisplayName("30: Why do my apps break with odd PORT variables or \"argument list too long\"?")
  class OddVariables {

    private final Pod pod = PodFixtures.ready("app-1", "10.244.1.5", "node-a");
    private final Pod unlinked = pod.withSpec(pod.spec().withEnableServiceLinks(false));
    private final Container container = Container.builder().name("app").build();

    @Test
    void aPortVariableThatIsNoNumber_isTracedToItsService() {
      ClusterSnapshot world = services(1);

      assertThat(explain("SVC_0_PORT", pod, container, world))
          .contains("SVC_0_PORT=tcp://10.96.0.21:80")
          .contains(
              "The variable is made of a Service. (variable SVC_0_PORT, value"
                  + " \"tcp://10.96.0.21:80\", service shop/svc-0, port http)")
          .contains("The Service is in the Pod's namespace, so the Pod is told of it.");
    }

    @Test
    void enableServiceLinksOff_orAVariableOfItsOwn_cureIt() {
      ClusterSnapshot world = services(1);
      Container own =
          container.withEnv(EnvironmentVariable.builder().name("SVC_0_PORT").value("8080").build());

      assertThat(explain("SVC_0_PORT", unlinked, container, world))
          .startsWith("Optional.empty")
          .contains("The container has no variable of this name.")
          .contains(
              "The Service is in the Pod's namespace, but enableServiceLinks is off. (service"
                  + " shop/svc-0)");
      assertThat(explain("SVC_0_PORT", pod, own, world))
          .contains("SVC_0_PORT=8080")
          .contains("The container sets the variable itself.")
          .contains("A Service gives a variable of this name too, which is not used.");
    }

    @Test
    void aNameThatTwoServicesGive_isLeftToChanceUntilOneIsRenamed() {
      Service web = ServiceFixtures.clusterIp();
      Service other = web.withMetadata(ObjectMeta.of("shop", "web-service"));
      Service renamed = web.withMetadata(ObjectMeta.of("shop", "front"));
      ClusterSnapshot both = ClusterSnapshot.builder().addServices(web, other).build();

      assertThat(explain("WEB_SERVICE_PORT", pod, container, both))
          .contains(
              "Several Services give a variable of this name; chance decides whose value it has."
                  + " (variable WEB_SERVICE_PORT, shop/web \"80\", shop/web-service"
                  + " \"tcp://10.96.0.21:80\")");
      assertThat(whole(pod, both)).contains("chance decides whose value it has.");
      assertThat(whole(pod, ClusterSnapshot.builder().addServices(web, renamed).build()))
          .doesNotContain("chance");
    }

    @Test
    void thousandsOfServices_areTooMuchToStartWith() {
      ClusterSnapshot world = services(9_000);
      Explained<Environment> linked = semantics.podEnvironment().explain(pod, container, world);

      assertThat(linked.value().octets()).isGreaterThan(Environment.USUAL_LIMIT);
      assertThat(linked.because().toString())
          .startsWith(
              "Programs do not start with so much: Linux says \"argument list too long\". With"
                  + " enableServiceLinks: false the Pod gets no variables of the Services around"
                  + " it. (variables 72000, octets "
                  + linked.value().octets()
                  + ", usual limit 2097152)")
          .contains("enableServiceLinks is on: the Pod is told of the Services of its namespace.");
    }

    @Test
    void enableServiceLinksOff_leavesRoom() {
      assertThat(whole(unlinked, services(9_000)))
          .startsWith("The container starts with these variables. (variables 0, octets 0,")
          .contains("enableServiceLinks is off: the Pod is told of no Service of its namespace.");
    }

    private String whole(Pod asked, ClusterSnapshot world) {
      return semantics.podEnvironment().explain(asked, container, world).because().toString();
    }

    private String explain(String name, Pod asked, Container in, ClusterSnapshot world) {
      return semantics.podEnvironment().explain(name, asked, in, world).toString();
    }

    private static ClusterSnapshot services(int count) {
      ImmutableList.Builder<Service> services = ImmutableList.builder();
      for (int i = 0; i < count; i++) {
        services.add(ServiceFixtures.clusterIp().withMetadata(ObjectMeta.of("shop", "svc-" + i)));
      }
      return ClusterSnapshot.builder().services(services.build()).build();
    }
  }
}
