package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is found of a destination, while it is being resolved. */
final class Findings {

  // More is no answer any more.
  private static final int MOST = 64;

  private final Origin origin;
  private final Set<Because> notes = new LinkedHashSet<>();
  private final Set<Target> targets = new LinkedHashSet<>();
  private final Set<IpAddress> ofOtherFamily = new LinkedHashSet<>();
  private boolean hasMore;

  Findings(Origin origin) {
    this.origin = origin;
  }

  Origin origin() {
    return origin;
  }

  void note(Because because) {
    notes.add(because);
  }

  /** Adds a target with those of its addresses that the caller can call. */
  void add(Target target) {
    ImmutableList.Builder<IpAddress> callable = ImmutableList.builder();
    for (IpAddress address : target.addresses()) {
      if (address.isLoopback() || origin.address(address.family()).isPresent()) {
        callable.add(address);
      } else {
        ofOtherFamily.add(address);
      }
    }
    ImmutableList<IpAddress> left = callable.build();
    if (left.isEmpty()) {
      return;
    }
    if (targets.size() == MOST) {
      hasMore = true;
      return;
    }
    targets.add(new Target(target.called(), target.protocol(), target.port(), left, target.flaw()));
  }

  void noteWhereOutsideArrives(World world) {
    if (origin.kind() == Origin.Kind.OUTSIDE
        && targets.stream()
            .flatMap(target -> target.addresses().stream())
            .anyMatch(
                address -> world.nodeAt(address).isEmpty() && world.isTakenByNodes(address))) {
      note(Because.of(ConnectionReason.MAY_ARRIVE_ANYWHERE));
    }
  }

  Targets done() {
    if (hasMore) {
      note(Because.of(ConnectionReason.MORE_NOT_TRACED).withFact("traced", MOST));
    }
    if (targets.isEmpty() && !ofOtherFamily.isEmpty()) {
      note(
          Because.of(ConnectionReason.CALLER_LACKS_FAMILY)
              .withFact("caller", NearMisses.joined(origin.addresses()))
              .withFact("called", NearMisses.joined(ofOtherFamily)));
    }
    if (targets.isEmpty() && notes.stream().noneMatch(Findings::isSettled)) {
      note(Because.of(ConnectionReason.NOTHING_TO_CALL));
    }
    return new Targets(ImmutableList.copyOf(notes), ImmutableList.copyOf(targets));
  }

  private static boolean isSettled(Because note) {
    return note.reason() instanceof ConnectionReason reason && reason.settles().isPresent();
  }
}
