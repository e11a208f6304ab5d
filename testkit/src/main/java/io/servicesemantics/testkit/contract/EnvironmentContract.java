package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.Test;

/** What every {@link PodEnvironment} does. */
public interface EnvironmentContract extends SemanticsContract {

  /** A Service becomes its variables, in the kubelet's order. */
  @Test
  default void aService_becomesItsVariables() {
    assertThat(semantics().podEnvironment().variablesOf(ServiceFixtures.clusterIp()))
        .extracting(Object::toString)
        .containsExactly(
            "WEB_SERVICE_HOST=10.96.0.21",
            "WEB_SERVICE_PORT=80",
            "WEB_SERVICE_PORT_HTTP=80",
            "WEB_PORT=tcp://10.96.0.21:80",
            "WEB_PORT_80_TCP=tcp://10.96.0.21:80",
            "WEB_PORT_80_TCP_PROTO=tcp",
            "WEB_PORT_80_TCP_PORT=80",
            "WEB_PORT_80_TCP_ADDR=10.96.0.21");
  }

  /** A variable says which Service and which of its ports it stands for. */
  @Test
  default void aVariable_saysItsServiceAndPort() {
    EnvironmentValue value = ofServices(pod()).variable("WEB_PORT_80_TCP").orElseThrow();

    assertThat(value.services())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.service()).isEqualTo(NamespacedName.of("shop", "web"));
              assertThat(said.port()).contains(ServiceFixtures.HTTP);
            });
    assertThat(
            ofServices(pod()).variable("WEB_SERVICE_HOST").orElseThrow().services().get(0).port())
        .isEmpty();
  }

  /** With links off the Pod hears of the API server's own Service alone. */
  @Test
  default void linksOff_leaveTheApiServer() {
    Pod unlinked = pod().withSpec(pod().spec().withEnableServiceLinks(false));

    assertThat(ofServices(unlinked).variables())
        .isNotEmpty()
        .allMatch(variable -> variable.name().startsWith("KUBERNETES_"));
    assertThat(
            semantics()
                .podEnvironment()
                .explain("WEB_SERVICE_HOST", unlinked, container(), world()))
        .restsOn(EnvironmentReason.SERVICE_NOT_LINKED)
        .withFact("service", "shop/web");
  }

  /** Services that meet in a name leave it to chance, and with it what refers to it. */
  @Test
  default void servicesThatMeet_leaveTheNameToChance() {
    ClusterSnapshot world =
        world().toBuilder().addServices(named(ServiceFixtures.clusterIp(), "web-service")).build();
    Container container =
        container().withEnv(variable("PORT", ":$(WEB_SERVICE_PORT)/$(WEB_SERVICE_PORT)"));
    Environment environment = semantics().podEnvironment().environmentOf(pod(), container, world);

    assertThat(environment.variable("WEB_SERVICE_PORT").orElseThrow().possible())
        .containsExactly("80", "tcp://10.96.0.21:80");
    assertThat(environment.variable("PORT").orElseThrow().possible())
        .containsExactly(":80/80", ":tcp://10.96.0.21:80/tcp://10.96.0.21:80");
    assertThat(environment.variable("WEB_SERVICE_HOST").orElseThrow().value())
        .contains("10.96.0.21");
  }

  /** What the container sets itself hides what Services say, even where it is empty. */
  @Test
  default void theContainersOwn_hidesTheServices() {
    Container container = container().withEnv(variable("WEB_PORT", ""));

    assertThat(
            semantics()
                .podEnvironment()
                .environmentOf(pod(), container, world())
                .variable("WEB_PORT")
                .orElseThrow()
                .value())
        .contains("");
    assertThat(semantics().podEnvironment().explain("WEB_PORT", pod(), container, world()))
        .restsOn(EnvironmentReason.HIDDEN_BY_CONTAINER)
        .withFact("value", "\"tcp://10.96.0.21:80\"");
  }

  private Environment ofServices(Pod pod) {
    return semantics().podEnvironment().serviceVariables(pod, world());
  }

  private static ClusterSnapshot world() {
    Service apiServer = ServiceFixtures.clusterIp();
    return ClusterSnapshot.builder()
        .addServices(
            ServiceFixtures.clusterIp(),
            apiServer.withMetadata(ObjectMeta.of("default", "kubernetes")),
            apiServer.withMetadata(ObjectMeta.of("default", "other")))
        .build();
  }

  private static Service named(Service service, String name) {
    return service.withMetadata(ObjectMeta.of(ServiceFixtures.NAMESPACE, name));
  }

  private static Pod pod() {
    return PodFixtures.ready("web-1", "10.0.0.1", "node-a");
  }

  private static Container container() {
    return Container.builder().name("main").build();
  }

  private static EnvironmentVariable variable(String name, String value) {
    return EnvironmentVariable.builder().name(name).value(value).build();
  }
}
