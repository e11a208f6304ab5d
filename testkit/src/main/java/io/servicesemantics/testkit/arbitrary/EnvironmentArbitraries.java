package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.EnvironmentSource;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of Services whose variables meet, and of Pods whose containers refer to them. */
public final class EnvironmentArbitraries {

  private EnvironmentArbitraries() {}

  /** {@return a Service of a few names that give the same variables, in a few namespaces} */
  public static Arbitrary<Service> services() {
    return Combinators.combine(
            Arbitraries.of("shop", "shop", "shop", "default"),
            Arbitraries.of("foo", "foo-service", "foo-service-port", "kubernetes", "web"),
            Arbitraries.of("10.96.0.1", "10.96.0.2", "fd00:96::1", "None", ""),
            Combinators.combine(
                    Arbitraries.of("", "http", "80-tcp", "port"),
                    Arbitraries.of(80, 81),
                    Arbitraries.of(Protocol.class))
                .as(
                    (name, port, protocol) ->
                        ServicePort.of(port).withName(name).withProtocol(protocol))
                .list()
                .ofMaxSize(2))
        .as(EnvironmentArbitraries::service);
  }

  private static Service service(
      String namespace, String name, String clusterIP, List<ServicePort> ports) {
    return Service.builder()
        .metadata(ObjectMeta.of(namespace, name))
        .spec(ServiceSpec.builder().clusterIP(clusterIP).ports(ports).build())
        .build();
  }

  /** {@return a Pod with one container} */
  public static Arbitrary<Pod> pods() {
    return Combinators.combine(
            Arbitraries.of("shop", "shop", "default"),
            Arbitraries.of(true, false).optional(),
            variables().list().ofMaxSize(5))
        .as(
            (namespace, links, variables) ->
                Pod.builder()
                    .metadata(ObjectMeta.of(namespace, "pod"))
                    .spec(
                        PodSpec.builder()
                            .enableServiceLinks(links)
                            .addContainers(
                                Container.builder()
                                    .name("main")
                                    .env(ImmutableList.copyOf(variables))
                                    .build())
                            .build())
                    .build());
  }

  private static Arbitrary<EnvironmentVariable> variables() {
    return Combinators.combine(
            Arbitraries.of("A", "B", "C", "FOO_SERVICE_PORT", "WEB_SERVICE_HOST"),
            values(),
            Arbitraries.of("status.podIP", "metadata.name").optional(0.1))
        .as(
            (name, value, field) ->
                EnvironmentVariable.builder()
                    .name(name)
                    .value(value)
                    .valueFrom(
                        field.map(path -> EnvironmentSource.builder().fieldRef(path).build()))
                    .build());
  }

  /** {@return text with references to variables, well and badly written} */
  public static Arbitrary<String> values() {
    return Arbitraries.of(
            "$(A)",
            "$(B)",
            "$(FOO_SERVICE_PORT)",
            "$(FOO_SERVICE_PORT_80_TCP)",
            "$(WEB_SERVICE_HOST)",
            "$(NOPE)",
            "$",
            "$$",
            "$(",
            "(",
            ")",
            "text",
            "\u00e9",
            "\ud83d\ude00")
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }
}
