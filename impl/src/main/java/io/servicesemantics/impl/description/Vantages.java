package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.object.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nodes from which endpoints are looked at. */
final class Vantages {

  // More would be no description; the first of each zone show what zones do.
  private static final int MOST = 32;

  private static final Node NOWHERE = Node.builder().metadata(ObjectMeta.of("")).build();

  private Vantages() {}

  static ImmutableList<Node> of(ClusterSnapshot world) {
    if (world.nodes().isEmpty()) {
      return ImmutableList.of(NOWHERE);
    }
    if (world.nodes().size() <= MOST) {
      return world.nodes();
    }
    Map<String, Node> firstOfZone = new LinkedHashMap<>();
    for (Node node : world.nodes()) {
      firstOfZone.putIfAbsent(node.zone(), node);
    }
    return firstOfZone.values().stream().limit(MOST).collect(ImmutableList.toImmutableList());
  }
}
