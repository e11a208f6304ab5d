package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Services as people send them: valid ones, nearly valid ones, and any at all; and the edits people
 * make to stored ones.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Service> services() {
 *   return ServiceArbitraries.valid(ClusterFixtures.dualStack());
 * }
 * }</pre>
 */
public final class ServiceArbitraries {

  private ServiceArbitraries() {}

  /**
   * Returns Services that a cluster takes as long as nobody holds an address or port in it: of
   * every type, with and without address and selector, families and policies, addresses and node
   * ports asked for or left to the server.
   *
   * <p>They are of the namespaces {@code default} and {@code kube-system}. Node ports asked for are
   * the first and last few of the range; the health check's is in its middle.
   *
   * @param cluster the cluster, with room for a dozen node ports
   * @return the Services
   */
  public static Arbitrary<Service> valid(ClusterProfile cluster) {
    ValidServices kinds = new ValidServices(cluster.ranges());
    return Arbitraries.frequencyOf(
        Tuple.of(3, kinds.clusterIp()),
        Tuple.of(3, kinds.nodePort()),
        Tuple.of(3, kinds.loadBalancer()),
        Tuple.of(2, kinds.headless()),
        Tuple.of(1, kinds.externalName()));
  }

  /** {@return Services that a dual-stack cluster takes} */
  public static Arbitrary<Service> valid() {
    return valid(ClusterFixtures.dualStack());
  }

  /**
   * Returns Services with one mistake in them.
   *
   * @param cluster the cluster that would take them without it
   * @return the Services, each with its mistake
   */
  public static Arbitrary<MistakenService> mistaken(ClusterProfile cluster) {
    return Combinators.combine(valid(cluster), Arbitraries.of(ServiceFault.class))
        .as((service, fault) -> new MistakenService(fault.applyTo(service), fault));
  }

  /**
   * {@return Services in which every field is drawn without regard to the others, right or wrong}
   */
  public static Arbitrary<Service> any() {
    return AnyServices.services();
  }

  /**
   * Returns Services of all three sorts, most of them valid or nearly so.
   *
   * @param cluster the cluster that takes the valid ones
   * @return the Services
   */
  public static Arbitrary<Service> mixed(ClusterProfile cluster) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, valid(cluster)),
        Tuple.of(2, mistaken(cluster).map(MistakenService::service)),
        Tuple.of(3, any()));
  }

  /** {@return one to three changes to a stored Service, right or wrong} */
  public static Arbitrary<ServiceEdit> edits() {
    Arbitrary<ServiceEdit> one =
        Arbitraries.oneOf(
            Arbitraries.of(ServiceEdits.METADATA),
            Arbitraries.of(ServiceEdits.PORTS),
            Arbitraries.of(ServiceEdits.TYPES),
            Arbitraries.of(ServiceEdits.FAMILIES),
            Arbitraries.of(ServiceEdits.OTHERS));
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(edits -> edits.stream().reduce(ServiceEdit::then).orElseThrow())
        .withoutEdgeCases();
  }

  /** {@return each single edit there is, for those who want to try them all} */
  public static ImmutableList<ServiceEdit> everyEdit() {
    return ImmutableList.<ServiceEdit>builder()
        .addAll(ServiceEdits.METADATA)
        .addAll(ServiceEdits.PORTS)
        .addAll(ServiceEdits.TYPES)
        .addAll(ServiceEdits.FAMILIES)
        .addAll(ServiceEdits.OTHERS)
        .build();
  }

  /**
   * Returns changes that give a stored Service what older releases took: leading zeros, IPv4 in
   * IPv6, host bits.
   *
   * @return the changes; what they lead to can be stored, but not sent
   */
  public static Arbitrary<ServiceEdit> legacies() {
    return Arbitraries.of(ServiceEdits.LEGACY);
  }

  /**
   * A Service with one mistake in it.
   *
   * @param service the Service
   * @param fault the mistake
   */
  public record MistakenService(Service service, ServiceFault fault) {}
}
