package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.ServiceSpec;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What a Service says of its families and addresses, all of it fitting together and the cluster.
 *
 * @param policy how many families
 * @param families which, in order; may be none
 * @param addresses the addresses, in order; may be none
 * @param isListed whether {@code clusterIPs} has a first address too where there is but one
 */
record FamilyPlan(
    Choice<IpFamilyPolicy> policy,
    ImmutableList<IpFamily> families,
    ImmutableList<String> addresses,
    boolean isListed) {

  /** Plans for a cluster; without networks, plans without addresses. */
  static Arbitrary<FamilyPlan> of(
      ImmutableList<Cidr> networks, ImmutableList<IpFamily> configured) {
    return Combinators.combine(
            policies(configured.size()),
            orders(configured),
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(0, 0, 0, 1, 2),
            Arbitraries.of(1, 2, 17, 65534),
            Arbitraries.of(false, false, true),
            Arbitraries.of(false, true))
        .as(
            (policy, order, named, addressed, number, isOdd, isListed) -> {
              boolean isSingle = !policy.isSaid() || policy.is(IpFamilyPolicy.SINGLE_STACK);
              int most = isSingle ? 1 : order.size();
              ImmutableList.Builder<String> addresses = ImmutableList.builder();
              for (int i = 0; i < Math.min(addressed, most) && !networks.isEmpty(); i++) {
                addresses.add(address(networks, order.get(i), number, isOdd));
              }
              return new FamilyPlan(
                  policy, order.subList(0, Math.min(named, most)), addresses.build(), isListed);
            });
  }

  ServiceSpec applyTo(ServiceSpec spec) {
    ServiceSpec planned =
        spec.withIpFamilyPolicy(policy).withIpFamilies(families.stream().map(Choice::of).toList());
    if (addresses.isEmpty()) {
      return planned;
    }
    return planned
        .withClusterIP(addresses.get(0))
        .withClusterIPs(addresses.size() > 1 || isListed ? addresses : ImmutableList.of());
  }

  FamilyPlan withoutAddresses() {
    return new FamilyPlan(policy, families, ImmutableList.of(), false);
  }

  private static Arbitrary<Choice<IpFamilyPolicy>> policies(int configured) {
    List<Choice<IpFamilyPolicy>> anywhere =
        List.of(
            Choice.unsaid(),
            Choice.of(IpFamilyPolicy.SINGLE_STACK),
            Choice.of(IpFamilyPolicy.PREFER_DUAL_STACK));
    return configured < 2
        ? Arbitraries.of(anywhere)
        : Arbitraries.oneOf(
            Arbitraries.of(anywhere),
            Arbitraries.just(Choice.of(IpFamilyPolicy.REQUIRE_DUAL_STACK)));
  }

  private static Arbitrary<ImmutableList<IpFamily>> orders(ImmutableList<IpFamily> configured) {
    return configured.size() < 2
        ? Arbitraries.just(configured)
        : Arbitraries.of(configured, configured.reverse());
  }

  private static String address(
      ImmutableList<Cidr> networks, IpFamily family, int number, boolean isOdd) {
    for (Cidr network : networks) {
      if (network.family() == family) {
        IpAddress address = network.first().plus(number);
        String text = address.toString();
        return isOdd ? text.toUpperCase(Locale.ROOT) : text;
      }
    }
    throw new AssertionError("No network of family " + family + " in " + networks);
  }
}
