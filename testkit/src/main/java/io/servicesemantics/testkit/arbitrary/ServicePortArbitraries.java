package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.TargetPort;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lists of Service ports: few numbers and names, so that they meet. */
public final class ServicePortArbitraries {

  private static final int MOST = 4;

  private ServicePortArbitraries() {}

  /**
   * Returns one to four ports with nothing wrong: no two of the same number and protocol, each with
   * a name of its own where there are several.
   *
   * @return the lists of ports, without node ports
   */
  public static Arbitrary<ImmutableList<ServicePort>> valid() {
    return validPort().list().ofMinSize(1).ofMaxSize(MOST).map(ServicePortArbitraries::apart);
  }

  /**
   * Returns ports with nothing wrong, some with a node port of a range: the lowest ones and the
   * very last, which the server picks last.
   *
   * @param range the node ports of the cluster
   * @return the lists of ports
   */
  static Arbitrary<ImmutableList<ServicePort>> validWithNodePorts(PortRange range) {
    return Combinators.combine(valid(), Arbitraries.of(0, 0, 1, 2).list().ofSize(MOST))
        .as((ports, kinds) -> withNodePorts(ports, kinds, range));
  }

  /** {@return up to five ports in which anything may be wrong} */
  public static Arbitrary<ImmutableList<ServicePort>> any() {
    return anyPort().list().ofMaxSize(5).map(ImmutableList::copyOf);
  }

  private static Arbitrary<ServicePort> validPort() {
    return Parts.of(ServicePort::builder)
        .use(Arbitraries.of(80, 443, 53, 53, 8080, 1, 65535))
        .in(ServicePort.Builder::port)
        .use(Arbitraries.of("", "http", "dns", "0", "a-b", "x".repeat(63)))
        .in(ServicePort.Builder::name)
        .use(Arbitraries.of(Protocol.class).map(Choice::of))
        .withProbability(0.6)
        .in(ServicePort.Builder::protocol)
        .use(
            Arbitraries.oneOf(
                NameArbitraries.portNames().map(TargetPort::of),
                Arbitraries.of(0, 1, 8080, 65535).map(TargetPort::of),
                Arbitraries.of("").map(TargetPort::of)))
        .withProbability(0.4)
        .in(ServicePort.Builder::targetPort)
        .use(Arbitraries.of("http", "kubernetes.io/h2c", "Example.v1"))
        .withProbability(0.2)
        .in(ServicePort.Builder::appProtocol)
        .build(ServicePort.Builder::build);
  }

  /** {@return a port in which any field may be wrong} */
  public static Arbitrary<ServicePort> anyPort() {
    return Parts.of(ServicePort::builder)
        .use(
            mostly(
                Arbitraries.of(80, 443, 53, 8080, 1, 65535),
                Arbitraries.of(0, -1, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE)))
        .in(ServicePort.Builder::port)
        .use(
            mostly(
                Arbitraries.of("", "http", "dns", "p0", "p1", "p2"), NameArbitraries.wrongLabels()))
        .in(ServicePort.Builder::name)
        .use(
            mostly(
                Arbitraries.of(Protocol.class).map(Choice::of),
                Arbitraries.of("", "tcp", "HTTP", "Foo<").map(ServicePortArbitraries::protocol)))
        .withProbability(0.6)
        .in(ServicePort.Builder::protocol)
        .use(
            mostly(
                Arbitraries.of(TargetPort.of(8080), TargetPort.of("http"), TargetPort.of("")),
                Arbitraries.oneOf(
                    NameArbitraries.wrongPortNames().map(TargetPort::of),
                    Arbitraries.of(-1, 65536).map(TargetPort::of))))
        .withProbability(0.5)
        .in(ServicePort.Builder::targetPort)
        .use(nodePorts())
        .withProbability(0.3)
        .in(ServicePort.Builder::nodePort)
        .use(mostly(NameArbitraries.qualifiedNames(), NameArbitraries.wrongQualifiedNames()))
        .withProbability(0.2)
        .in(ServicePort.Builder::appProtocol)
        .build(ServicePort.Builder::build)
        .withoutEdgeCases();
  }

  /** {@return node ports: in the range, at its ends, and outside of it} */
  static Arbitrary<Integer> nodePorts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(30000, 30001, 30050, 30086, 32767)),
        Tuple.of(1, Arbitraries.of(1, 29999, 32768, 70000, -1, Integer.MAX_VALUE)));
  }

  private static Choice<Protocol> protocol(String text) {
    return Choice.parse(Protocol.class, text);
  }

  // Duplicates are made apart rather than filtered out, so that shrinking stays simple.
  private static ImmutableList<ServicePort> apart(List<ServicePort> ports) {
    Set<String> names = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    ImmutableList.Builder<ServicePort> apart = ImmutableList.builder();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      String protocol = port.protocol().orElse(Protocol.TCP).wireName();
      if (!numbers.add(protocol + port.port())) {
        port = port.withPort(1000 + i);
      }
      if (ports.size() > 1 && (port.name().isEmpty() || !names.add(port.name()))) {
        port = port.withName("p" + i);
      }
      apart.add(port);
    }
    return apart.build();
  }

  private static ImmutableList<ServicePort> withNodePorts(
      ImmutableList<ServicePort> ports, List<Integer> kinds, PortRange range) {
    ImmutableList.Builder<ServicePort> opened = ImmutableList.builder();
    for (int i = 0; i < ports.size(); i++) {
      int nodePort =
          switch (kinds.get(i)) {
            case 1 -> range.first() + i;
            case 2 -> range.last() - i;
            default -> 0;
          };
      opened.add(ports.get(i).withNodePort(nodePort));
    }
    return opened.build();
  }
}
