package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Verdict;
import java.util.Optional;

/**
 * Traffic that two proxy modes do not treat alike.
 *
 * @param service the Service it is of; empty where it is the same for all
 * @param destination where it goes
 * @param sender who sends, in words
 * @param nodes the names of the nodes that change
 * @param flow an example of it
 * @param before what becomes of it now, and why
 * @param after what would become of it, and why
 */
public record TrafficChange(
    Optional<NamespacedName> service,
    TrafficDestination destination,
    String sender,
    ImmutableList<String> nodes,
    Flow flow,
    Explained<Verdict> before,
    Explained<Verdict> after) {

  /** Checks that something changes, on some node. */
  public TrafficChange {
    checkNotNull(service, "Service of a change is null; expected its name, or empty");
    checkNotNull(destination, "Destination of a change is null; expected one");
    checkNotNull(sender, "Sender of a change is null; expected who it is");
    checkArgument(!nodes.isEmpty(), "Nodes of a change: \"%s\"; expected one or more", nodes);
    checkArgument(
        !before.value().isSameFor(after.value(), flow),
        "Verdict after a change: \"%s\"; expected another than before",
        after.value());
  }
}
