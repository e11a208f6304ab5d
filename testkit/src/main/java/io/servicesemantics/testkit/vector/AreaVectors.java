package io.servicesemantics.testkit.vector;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.profile.ClusterProfile;
import java.util.Optional;
import java.util.function.Function;

/** How the vectors of one area are asked and compared. */
interface AreaVectors {

  /** The area as vectors name it. */
  String area();

  /**
   * Asks what the vector asks, of semantics made for the cluster it tells of, and compares the
   * answer by the rules of the area.
   *
   * @return the first difference; empty where the answers agree
   */
  Optional<Difference> check(Vector vector, Function<ClusterProfile, ServiceSemantics> semantics);
}
