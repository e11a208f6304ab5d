package io.servicesemantics.impl.pod;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentSource;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardPodEnvironmentTest {

  private final PodEnvironment door = new StandardPodEnvironment();
  private final Pod pod = PodFixtures.ready("web-1", "10.0.0.1", "node-a");

  @Nested
  class NamesAndValues {

    @Test
    void addressOfTheOtherFamily_isBracketedInUrlsAlone() {
      Service service = web("web", "fd00:96::a");

      assertThat(door.variablesOf(service))
          .extracting(Object::toString)
          .contains(
              "WEB_SERVICE_HOST=fd00:96::a",
              "WEB_PORT=tcp://[fd00:96::a]:80",
              "WEB_PORT_80_TCP_ADDR=fd00:96::a");
    }

    @Test
    void lettersOutsideAscii_areRaisedOneByOne() {
      assertThat(door.variablesOf(web("straße-ä", "10.96.0.1")).get(0).name())
          .isEqualTo("STRAßE_Ä_SERVICE_HOST");
    }

    @Test
    void protocolThatIsNone_isTakenAsWritten() {
      Service service = web("web", "10.96.0.1");
      ServicePort odd = ServiceFixtures.HTTP.withProtocol(Choice.parse(Protocol.class, "Foo"));

      assertThat(door.variablesOf(service.withSpec(service.spec().withPorts(odd))))
          .extracting(Object::toString)
          .contains("WEB_PORT=foo://10.96.0.1:80", "WEB_PORT_80_FOO_PROTO=foo");
    }

    @Test
    void serviceWithoutPorts_givesNothing() {
      Service service = web("web", "10.96.0.1");
      Service portless = service.withSpec(service.spec().withPorts(ImmutableList.of()));

      assertThat(door.variablesOf(portless)).isEmpty();
      assertThat(door.explain(pod, container(), world(portless)))
          .restsOn(EnvironmentReason.SERVICE_WITHOUT_PORT)
          .withFact("service", "shop/web");
    }
  }

  @Nested
  class OwnVariables {

    @Test
    void twoOfOneName_theLastCounts() {
      Environment environment = environment(set("A", "1"), set("B", "$(A)"), set("A", "2"));

      assertThat(environment).hasToString("A=2\nB=1");
    }

    @Test
    void fieldOfThePod_isTakenFromIt() {
      Environment environment =
          environment(
              field("IP", "status.podIP"),
              set("URL", "http://$(IP)"),
              field("APP", "metadata.labels['app']"),
              field("GONE", "metadata.labels['gone']"),
              field("NODE", "spec.nodeName"));

      assertThat(environment)
          .hasToString("IP=10.0.0.1\nURL=http://10.0.0.1\nAPP=web\nGONE=\nNODE=node-a");
    }

    @Test
    void sourceThatIsNoField_leavesTheValueUnknown() {
      Container container =
          container()
              .withEnv(
                  set("KEY", "").withValueFrom(EnvironmentSource.builder().build()),
                  set("A", "<$(KEY)>"));
      Environment environment = door.environmentOf(pod, container, world());

      assertThat(environment).hasToString("KEY=(not known here)\nA=(not known here)");
      assertThat(door.explain("KEY", pod, container, world()))
          .restsOn(EnvironmentReason.TAKEN_FROM_ELSEWHERE);
    }

    @Test
    void valueThatIsWritten_goesBeforeTheSource() {
      EnvironmentVariable both =
          set("A", "written").withValueFrom(EnvironmentSource.builder().build());

      assertThat(environment(both)).hasToString("A=written");
    }

    @Test
    void references_areToldApart() {
      Container container =
          container()
              .withEnv(
                  set("A", "1"), set("B", "$(A) $(C) $(D) $(WEB_SERVICE_HOST)"), set("C", "3"));

      assertThat(door.explain("B", pod, container, world(web("web", "10.96.0.1"))).because())
          .hasToString(
              "The container sets the variable itself. (variable B, container main, written"
                  + " \"$(A) $(C) $(D) $(WEB_SERVICE_HOST)\", value \"1 $(C) $(D) 10.96.0.1\")"
                  + " [routing 5.12]\n"
                  + "  It refers to a variable the container set before. (reference $(A))"
                  + " [routing 5.13]\n"
                  + "  It refers to a variable that is set only further down, so the text stays."
                  + " (reference $(C)) [routing 5.13]\n"
                  + "  It refers to a variable that is not there, so the text stays."
                  + " (reference $(D)) [routing 5.13]\n"
                  + "  It refers to a variable made of a Service. (reference $(WEB_SERVICE_HOST))"
                  + " [routing 5.13]");
    }
  }

  @Nested
  class Chance {

    @Test
    void namesThatTheSameServicesShare_areDecidedAlike() {
      // FOO_SERVICE_PORT and FOO_SERVICE_PORT_80_TCP are both of foo or both of foo-service.
      Service foo = web("foo", "10.96.0.1");
      foo = foo.withSpec(foo.spec().withPorts(ServicePort.of(80).withName("80-tcp")));
      Service other = web("foo-service", "10.96.0.2");
      Container container =
          container().withEnv(set("A", "$(FOO_SERVICE_PORT) $(FOO_SERVICE_PORT_80_TCP)"));

      EnvironmentValue value =
          door.environmentOf(pod, container, world(foo, other)).variable("A").orElseThrow();

      assertThat(value.possible())
          .containsExactly("80 80", "tcp://10.96.0.2:80 tcp://10.96.0.2:80");
      assertThat(value.value()).isEmpty();
      assertThat(value.leftToChance()).isPresent();
    }

    @Test
    void servicesThatSayTheSame_leaveNothingToChance() {
      Service web = web("web", "10.96.0.1");
      Service twice =
          web.withSpec(
              web.spec()
                  .withPorts(ServicePort.of(80).withName("a"), ServicePort.of(81).withName("a")));

      assertThat(
              door.serviceVariables(pod, world(twice))
                  .variable("WEB_SERVICE_PORT_A")
                  .orElseThrow()
                  .value())
          .contains("81");
    }
  }

  @Nested
  class Hostile {

    @Test
    void valuesThatDoubleEachOther_areCutAndCounted() {
      ImmutableList.Builder<EnvironmentVariable> variables = ImmutableList.builder();
      variables.add(set("V0", "x"));
      for (int i = 1; i <= 100; i++) {
        variables.add(set("V" + i, "$(V" + (i - 1) + ")$(V" + (i - 1) + ")"));
      }
      Container container = container().withEnv(variables.build());

      Environment environment =
          Assertions.assertTimeout(
              Duration.ofSeconds(5), () -> door.environmentOf(pod, container, world()));

      assertThat(environment.variable("V20").orElseThrow().octets())
          .isEqualTo((1 << 20) + "V20=".length() + 1);
      assertThat(environment.variable("V20").orElseThrow().value().orElseThrow())
          .hasSize(EnvironmentValue.LONGEST_TEXT);
      assertThat(environment.octets()).isEqualTo(Long.MAX_VALUE);
      assertThat(door.explain(pod, container, world()))
          .restsOn(EnvironmentReason.VARIABLE_TOO_LONG)
          .withFact("variable", "V18");
    }

    @Test
    void manyChances_areWorkedOutUpToALimit() {
      ImmutableList.Builder<Service> services = ImmutableList.builder();
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < 20; i++) {
        services.add(web("s" + i, "10.96.1." + i), web("s" + i + "-service", "10.96.2." + i));
        all.append("$(S").append(i).append("_SERVICE_PORT) ");
      }
      Container container = container().withEnv(set("ALL", all.toString()));

      assertThat(
              door.environmentOf(
                      pod, container, ClusterSnapshot.builder().services(services.build()).build())
                  .variable("ALL")
                  .orElseThrow()
                  .possible())
          .hasSize(io.servicesemantics.impl.pod.OwnVariables.MOST_WAYS);
    }
  }

  private Environment environment(EnvironmentVariable... variables) {
    return door.environmentOf(pod, container().withEnv(variables), world());
  }

  private static ClusterSnapshot world(Service... services) {
    return ClusterSnapshot.builder().addServices(services).build();
  }

  private static Service web(String name, String clusterIP) {
    Service web = ServiceFixtures.clusterIp();
    return web.withMetadata(ObjectMeta.of(ServiceFixtures.NAMESPACE, name))
        .withSpec(web.spec().withClusterIP(clusterIP).withClusterIPs(clusterIP));
  }

  private static Container container() {
    return Container.builder().name("main").build();
  }

  private static EnvironmentVariable set(String name, String value) {
    return EnvironmentVariable.builder().name(name).value(value).build();
  }

  private static EnvironmentVariable field(String name, String path) {
    return set(name, "").withValueFrom(EnvironmentSource.builder().fieldRef(path).build());
  }
}
