package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.traffic.TrackedFlow;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Histories of kube-proxy, Services with health checks, and tracked flows to Services. */
public final class HealthArbitraries {

  /** Where histories begin. */
  public static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

  private HealthArbitraries() {}

  /** {@return up to a dozen events in the order of time, up to 50 seconds apart} */
  public static Arbitrary<ImmutableList<HealthEvent>> histories() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(IpFamily.class),
            Arbitraries.integers().between(0, 50))
        .as(Tuple::of)
        .list()
        .ofMaxSize(12)
        .map(
            steps -> {
              ImmutableList.Builder<HealthEvent> events = ImmutableList.builder();
              Instant now = BEGINNING;
              for (Tuple.Tuple3<Boolean, IpFamily, Integer> step : steps) {
                now = now.plusSeconds(step.get3());
                events.add(new HealthEvent(step.get1(), step.get2(), now));
              }
              return events.build();
            });
  }

  /** {@return a Service of {@link RoutingArbitraries} with a port and a health check} */
  public static Arbitrary<Service> checkedServices() {
    return RoutingArbitraries.services()
        .filter(service -> !service.spec().ports().isEmpty())
        .map(
            service ->
                service.withSpec(
                    service.spec().toBuilder()
                        .type(ServiceType.LOAD_BALANCER)
                        .externalTrafficPolicy(ExternalTrafficPolicy.LOCAL)
                        .healthCheckNodePort(32000)
                        .build()));
  }

  /** {@return a flow to an address and port that may be a Service's, sent to an endpoint or not} */
  public static Arbitrary<TrackedFlow> trackedFlows() {
    return Combinators.combine(
            Arbitraries.of(Protocol.UDP, Protocol.UDP, Protocol.UDP, Protocol.TCP, Protocol.SCTP),
            Arbitraries.of(
                "10.96.0.1:80",
                "10.96.0.2:80",
                "10.96.0.3:80",
                "5.6.7.8:80",
                "1.2.3.4:80",
                "192.168.0.2:30081",
                "203.0.113.9:30090",
                "203.0.113.9:80"),
            Arbitraries.of("10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.18:8080", "10.96.0.1:80"))
        .as(
            (protocol, to, from) ->
                TrackedFlow.parse(protocol.wireName() + " " + to + " -> " + from));
  }
}
