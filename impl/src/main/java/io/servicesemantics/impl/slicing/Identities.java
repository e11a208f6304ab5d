package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.object.ObjectReference;
import java.util.Optional;

/**
 * When two endpoints are the same one, and when they are alike in all else.
 *
 * <p>Follows {@code endpointslice/util/endpointset.go}, hashEndpoint (routing 1.7.2), and {@code
 * controller_utils.go}, EndpointsEqualBeyondHash (routing 1.7.3).
 */
final class Identities {

  private Identities() {}

  static boolean isSame(Endpoint one, Endpoint other) {
    return sameAddresses(one.addresses(), other.addresses())
        && one.hostname().orElse("").equals(other.hostname().orElse(""))
        && sameTarget(one.targetRef(), other.targetRef());
  }

  /** Whether two versions of the same endpoint agree in all but hints. */
  static boolean isAlike(Endpoint one, Endpoint other) {
    return one.conditions().equals(other.conditions())
        && one.nodeName().equals(other.nodeName())
        && one.zone().equals(other.zone())
        && targetAlike(one.targetRef(), other.targetRef());
  }

  private static boolean sameAddresses(ImmutableList<String> one, ImmutableList<String> other) {
    return one.equals(other)
        || (one.size() == other.size()
            && one.size() > 1
            && ImmutableList.sortedCopyOf(one).equals(ImmutableList.sortedCopyOf(other)));
  }

  private static boolean sameTarget(
      Optional<ObjectReference> one, Optional<ObjectReference> other) {
    return name(one).equals(name(other)) && namespace(one).equals(namespace(other));
  }

  private static boolean targetAlike(
      Optional<ObjectReference> one, Optional<ObjectReference> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() && other.isEmpty();
    }
    ObjectReference mine = one.get();
    ObjectReference theirs = other.get();
    return mine.equals(theirs)
        || mine.withResourceVersion("").equals(theirs.withResourceVersion(""));
  }

  private static String name(Optional<ObjectReference> target) {
    return target.isPresent() ? target.get().name() : "";
  }

  private static String namespace(Optional<ObjectReference> target) {
    return target.isPresent() ? target.get().namespace() : "";
  }
}
