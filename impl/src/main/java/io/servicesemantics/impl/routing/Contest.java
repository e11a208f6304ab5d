package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Several claims to one address and port. Between those of one Service port the kinds of front end
 * decide, in the order in which rules are written; between Services chance does (routing 2.9.5).
 */
final class Contest extends Listed {

  // Upstream walks a map in no order; by name, so that the answer is always the same.
  private static final Comparator<Entrance> ORDER =
      Comparator.comparing(Entrance::serviceName)
          .thenComparing(claim -> claim.port.port().name())
          .thenComparing(claim -> claim.kind);

  final ImmutableList<Listed> claims;

  private Contest(Listed key, List<Listed> claims) {
    super(key.high, key.low, key.code);
    this.claims = ImmutableList.copyOf(claims);
  }

  static Listed with(Listed there, Listed also) {
    List<Listed> claims = new ArrayList<>(claims(there));
    claims.add(also);
    claims.sort(Contest::compare);
    return new Contest(also, claims);
  }

  static ImmutableList<Listed> claims(Listed listed) {
    return listed instanceof Contest contest ? contest.claims : ImmutableList.of(listed);
  }

  private static int compare(Listed one, Listed other) {
    return one instanceof Entrance left && other instanceof Entrance right
        ? ORDER.compare(left, right)
        : 0;
  }

  Entrance first() {
    return (Entrance) claims.get(0);
  }
}
