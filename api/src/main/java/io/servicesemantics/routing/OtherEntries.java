package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Entries that count on one node alone, in place of others for the same address and port.
 *
 * @param byNode the entries, by the name of the node
 */
record OtherEntries(ImmutableListMultimap<String, ServiceEndpoint> byNode) implements Serializable {

  OtherEntries checkedFor(ImmutableList<ServiceEndpoint> sorted) {
    byNode.forEach(
        (node, entry) ->
            checkArgument(
                Collections.binarySearch(sorted, entry) >= 0,
                "Entry that counts on node %s: \"%s\"; expected the address and port of one of %s",
                node,
                entry,
                sorted));
    return this;
  }

  boolean isSeenFrom(String node) {
    return byNode.containsKey(node);
  }

  ImmutableList<ServiceEndpoint> seenFrom(String node, ImmutableList<ServiceEndpoint> sorted) {
    List<ServiceEndpoint> seen = Arrays.asList(sorted.toArray(new ServiceEndpoint[0]));
    for (ServiceEndpoint entry : byNode.get(node)) {
      seen.set(Collections.binarySearch(sorted, entry), entry);
    }
    return ImmutableList.copyOf(seen);
  }
}
