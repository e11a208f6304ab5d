package io.servicesemantics.impl.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.pod.ServiceVariable;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.EnvironmentArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the environment of any container. */
class EnvironmentLawsTest {

  private static final Pattern PIECE = Pattern.compile("\\$\\$|\\$\\(([^)]*)\\)");

  private final PodEnvironment door = new StandardPodEnvironment();

  @Provide
  Arbitrary<List<Service>> services() {
    return EnvironmentArbitraries.services()
        .list()
        .uniqueElements(Service::namespacedName)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<Pod> pods() {
    return EnvironmentArbitraries.pods();
  }

  // The kubelet as it is written, run once with a certain order of its map of Services.
  @Property
  void whateverTheKubeletComesTo_isAmongTheAnswers(
      @ForAll("services") List<Service> services, @ForAll("pods") Pod pod, @ForAll Random random) {
    Environment answer = door.environmentOf(pod, container(pod), world(services));
    List<Service> order = new ArrayList<>(services);
    java.util.Collections.shuffle(order, random);

    Map<String, Optional<String>> run = run(pod, order);

    assertThat(run.keySet()).isEqualTo(names(answer));
    run.forEach(
        (name, value) -> {
          ImmutableSet<String> possible = answer.variable(name).orElseThrow().possible();
          if (value.isPresent()) {
            assertThat(possible).as(name).contains(value.get());
          } else {
            assertThat(possible).as(name).isEmpty();
          }
        });
  }

  // Each of the answers comes out in some order; six Services have few enough of them.
  @Property(tries = 100)
  void everyAnswer_isWhatTheKubeletComesToInSomeOrder(
      @ForAll("services") List<Service> services, @ForAll("pods") Pod pod) {
    Environment answer = door.serviceVariables(pod, world(services));
    Map<String, Set<String>> seen = new HashMap<>();
    for (Service last : services) {
      List<Service> order = new ArrayList<>(services);
      order.remove(last);
      order.add(last);
      serviceEnv(pod, order)
          .forEach((name, value) -> seen.computeIfAbsent(name, n -> new HashSet<>()).add(value));
    }

    for (EnvironmentValue variable : answer.variables()) {
      assertThat(seen.get(variable.name())).as(variable.name()).isEqualTo(variable.possible());
    }
  }

  @Property
  void orderOfServices_saysNothing(
      @ForAll("services") List<Service> services, @ForAll("pods") Pod pod) {
    assertThat(door.explain(pod, container(pod), world(Lists.reverse(services))))
        .isEqualTo(door.explain(pod, container(pod), world(services)));
  }

  @Property
  void octets_areThoseOfTheLongestTexts(
      @ForAll("services") List<Service> services, @ForAll("pods") Pod pod) {
    Environment answer = door.environmentOf(pod, container(pod), world(services));

    long octets = 0;
    for (EnvironmentValue variable : answer.variables()) {
      int longest = 0;
      for (String value : variable.possible()) {
        longest = Math.max(longest, value.getBytes(StandardCharsets.UTF_8).length);
      }
      if (!variable.possible().isEmpty()) {
        int name = variable.name().getBytes(StandardCharsets.UTF_8).length;
        assertThat(variable.octets()).as(variable.name()).isEqualTo(name + longest + 2L);
      }
      octets += variable.octets();
    }
    assertThat(answer.octets()).isEqualTo(octets);
  }

  @Property
  void explanation_isAboutTheAnswer(
      @ForAll("services") List<Service> services, @ForAll("pods") Pod pod) {
    ClusterSnapshot world = world(services);
    Environment answer = door.environmentOf(pod, container(pod), world);
    Set<String> asked = new HashSet<>(names(answer));
    asked.add("WEB_SERVICE_HOST");
    asked.add("KUBERNETES_PORT");
    asked.add("NOPE");

    for (String name : asked) {
      var explained = door.explain(name, pod, container(pod), world);

      assertThat(explained.value()).isEqualTo(answer.variable(name));
      assertThat(explained.because().reason() == EnvironmentReason.NOT_SET)
          .as(explained.toString())
          .isEqualTo(answer.variable(name).isEmpty());
    }
  }

  private Map<String, Optional<String>> run(Pod pod, List<Service> order) {
    Map<String, String> ofServices = serviceEnv(pod, order);
    Map<String, Optional<String>> own = new LinkedHashMap<>();
    for (EnvironmentVariable variable : container(pod).env()) {
      Optional<String> value;
      if (variable.value().isEmpty() && variable.valueFrom().isPresent()) {
        boolean isName = variable.valueFrom().get().fieldRef().get().equals("metadata.name");
        value = isName ? Optional.of("pod") : Optional.empty();
      } else {
        value = expand(variable.value(), own, ofServices);
      }
      own.put(variable.name(), value);
    }
    ofServices.forEach((name, value) -> own.putIfAbsent(name, Optional.of(value)));
    return own;
  }

  private Map<String, String> serviceEnv(Pod pod, List<Service> order) {
    Map<String, Service> byName = new LinkedHashMap<>();
    boolean links = pod.spec().enableServiceLinks().orElse(true);
    for (Service service : order) {
      String name = service.metadata().name();
      boolean isUsable = service.spec().isClusterIPSet() && !service.spec().ports().isEmpty();
      if (isUsable && service.namespacedName().toString().equals("default/kubernetes")) {
        byName.putIfAbsent(name, service);
      } else if (isUsable
          && links
          && service.metadata().namespace().equals(pod.metadata().namespace())) {
        byName.remove(name);
        byName.put(name, service);
      }
    }
    Map<String, String> variables = new HashMap<>();
    for (Service service : byName.values()) {
      for (ServiceVariable variable : door.variablesOf(service)) {
        variables.put(variable.name(), variable.value());
      }
    }
    return variables;
  }

  private static Optional<String> expand(
      String value, Map<String, Optional<String>> own, Map<String, String> ofServices) {
    Matcher piece = PIECE.matcher(value);
    StringBuilder text = new StringBuilder();
    boolean isKnown = true;
    while (piece.find()) {
      String name = piece.group(1);
      String with = "$";
      if (name != null && own.containsKey(name)) {
        isKnown &= own.get(name).isPresent();
        with = own.get(name).orElse("");
      } else if (name != null) {
        with = ofServices.getOrDefault(name, piece.group());
      }
      piece.appendReplacement(text, Matcher.quoteReplacement(with));
    }
    piece.appendTail(text);
    return isKnown ? Optional.of(text.toString()) : Optional.empty();
  }

  private static Set<String> names(Environment environment) {
    Set<String> names = new HashSet<>();
    environment.variables().forEach(variable -> assertThat(names.add(variable.name())).isTrue());
    return names;
  }

  private static Container container(Pod pod) {
    return pod.spec().containers().get(0);
  }

  private static ClusterSnapshot world(List<Service> services) {
    return ClusterSnapshot.builder().services(services).build();
  }
}
