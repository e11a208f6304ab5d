package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.PortStatus;
import io.servicesemantics.service.ServiceStatus;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What is observed of Services, right and wrong. */
final class ServiceStatuses {

  private ServiceStatuses() {}

  /** Mostly nothing observed; else up to two points of entry and a condition. */
  static Arbitrary<ServiceStatus> any() {
    Arbitrary<ServiceStatus> observed =
        Combinators.combine(
                ingress().list().ofMaxSize(2),
                Arbitraries.of(
                        Condition.of("LoadBalancerPortsError", ConditionStatus.TRUE),
                        Condition.builder().type("").reason("bad reason").build())
                    .list()
                    .ofMaxSize(1))
            .as(
                (entries, conditions) ->
                    ServiceStatus.builder()
                        .loadBalancer(LoadBalancerStatus.builder().ingress(entries).build())
                        .conditions(conditions)
                        .build());
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just(ServiceStatus.builder().build())), Tuple.of(1, observed));
  }

  private static Arbitrary<LoadBalancerIngress> ingress() {
    return Parts.of(LoadBalancerIngress::builder)
        .use(AddressTextArbitraries.anyAddress())
        .withProbability(0.7)
        .in(LoadBalancerIngress.Builder::ip)
        .use(
            mostly(
                NameArbitraries.subdomains(),
                Arbitraries.of("192.0.2.1", "2001:db8::1", "Not a name", "010.0.0.1")))
        .withProbability(0.3)
        .in(LoadBalancerIngress.Builder::hostname)
        .use(
            Arbitraries.oneOf(
                Arbitraries.of(LoadBalancerIpMode.class).map(Choice::of),
                Arbitraries.of("", "vip")
                    .map(text -> Choice.parse(LoadBalancerIpMode.class, text))))
        .withProbability(0.4)
        .in(LoadBalancerIngress.Builder::ipMode)
        .use(
            Arbitraries.of(
                PortStatus.builder().port(80).protocol(Protocol.TCP).build(),
                PortStatus.builder().port(-1).error("not a reason").build()))
        .withProbability(0.2)
        .in((builder, port) -> builder.addPorts(port))
        .build(LoadBalancerIngress.Builder::build);
  }
}
