package io.servicesemantics.testkit.arbitrary;

import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Clusters that differ in the networks and ports they give to Services. */
public final class ProfileArbitraries {

  private ProfileArbitraries() {}

  /** {@return clusters of one family and of both, in either order, with room for everybody} */
  public static Arbitrary<ClusterProfile> roomy() {
    return Arbitraries.of(
        ClusterFixtures.dualStack(),
        ClusterFixtures.ipv4(),
        ClusterFixtures.ipv6First(),
        ClusterFixtures.ipv6());
  }

  /** {@return the same, and clusters of six addresses and three node ports} */
  public static Arbitrary<ClusterProfile> any() {
    return Arbitraries.oneOf(roomy(), Arbitraries.just(ClusterFixtures.tiny()));
  }
}
