package io.servicesemantics.testkit.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.profile.ClusterProfile;
import java.util.Optional;
import java.util.function.Function;

/**
 * Holds an implementation against vectors.
 *
 * <pre>{@code
 * VectorRunner runner = new VectorRunner(StandardSemantics::of);
 * VectorOutcome outcome = runner.run(vector);
 * }</pre>
 *
 * <p>It knows how each area is asked and compared and nothing of single vectors: no list of
 * exceptions. An implementation that throws disagrees.
 */
public final class VectorRunner {
  private static final ImmutableMap<String, AreaVectors> AREAS =
      Maps.uniqueIndex(
          ImmutableList.of(
              new CategorizeVectors(),
              AdmissionVectors.create(),
              new DnsVectors(),
              new HostnameVectors(),
              ResolveVectors.files(),
              ResolveVectors.lookups(),
              ResolveVectors.ofPods(),
              new EndpointSliceVectors(),
              new EnvVectors(),
              new HealthVectors(),
              RouteVectors.nftables(),
              RouteVectors.both(),
              RouteVectors.iptables(),
              AdmissionVectors.update(),
              new YamlVectors()),
          AreaVectors::area);

  private final Function<ClusterProfile, ServiceSemantics> semantics;

  /** Holds against vectors what is made for the cluster that each of them tells of. */
  public VectorRunner(Function<ClusterProfile, ServiceSemantics> semantics) {
    this.semantics = semantics;
  }

  /** {@return the areas that can be asked; vectors of all others come out as not implemented} */
  public static ImmutableSet<String> areas() {
    return AREAS.keySet();
  }

  /** {@return whether the implementation answers as recorded} */
  public VectorOutcome run(Vector vector) {
    AreaVectors area = AREAS.get(vector.area());
    if (area == null) {
      return new VectorOutcome.NotImplemented();
    }
    return check(area, vector)
        .<VectorOutcome>map(VectorOutcome.Disagree::new)
        .orElseGet(VectorOutcome.Agree::new);
  }

  // A stack that overflows is a fault of the implementation like any other.
  private Optional<Difference> check(AreaVectors area, Vector vector) {
    try {
      return area.check(vector, semantics);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      return Optional.of(new Difference("", JsonText.of(vector.expected()), Thrown.describe(e)));
    }
  }
}
