package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.endpoint.EndpointHints;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All endpoints behind one port of a Service in one address family, resolved once for all nodes.
 *
 * <p>They stand in the order of their text {@code ip:port}, so that {@code 10.0.0.10:80} comes
 * before {@code 10.0.0.2:80} (routing 2.3.10). Sets that nodes ask for are kept or found without a
 * look at every endpoint.
 *
 * <p>Hints are indexed for ready endpoints alone, since those of others never count (routing
 * 2.5.1).
 *
 * <p>In some releases it depends on the node which of several entries for one address and port
 * counts; these are then the ones that count on all other nodes, and {@link #seenFrom} gives those
 * of one node.
 */
public final class PortEndpoints implements Serializable {

  private static final long serialVersionUID = 1;

  // Few endpoints are looked through; more are found by name.
  private static final int LOOKED_THROUGH = 64;

  private final transient ImmutableList<ServiceEndpoint> endpoints;
  private final transient EndpointSet ready;
  private final transient @Nullable EndpointSet servingWhileTerminating; // null for none
  private final transient @Nullable Names names;
  private final transient int readyWithoutZoneHint; // the first, or -1
  private final transient int readyWithoutNodeHint;
  private final transient boolean anyReadyZoneHinted;
  private final transient boolean anyReadyNodeHinted;
  private final transient @Nullable OtherEntries others; // null where all nodes see the same

  /** Where each name stands. */
  private record Names(Postings byNode, Postings readyByZoneHint, Postings readyByNodeHint) {}

  private PortEndpoints(ImmutableList<ServiceEndpoint> endpoints, @Nullable OtherEntries others) {
    this.endpoints = endpoints;
    this.others = others;
    int size = endpoints.size();
    long[] readyWords = new long[(size + 63) >> 6];
    long[] terminatingWords = null;
    int noZone = -1;
    int noNode = -1;
    boolean anyZone = false;
    boolean anyNode = false;
    for (int i = 0; i < size; i++) {
      ServiceEndpoint endpoint = endpoints.get(i);
      if (endpoint.isServingWhileTerminating()) {
        terminatingWords =
            terminatingWords == null ? new long[readyWords.length] : terminatingWords;
        terminatingWords[i >> 6] |= 1L << i;
      }
      if (endpoint.isReady()) {
        readyWords[i >> 6] |= 1L << i;
        boolean hasZone = !zoneHints(endpoint).isEmpty();
        boolean hasNode = !nodeHints(endpoint).isEmpty();
        anyZone |= hasZone;
        anyNode |= hasNode;
        noZone = noZone < 0 && !hasZone ? i : noZone;
        noNode = noNode < 0 && !hasNode ? i : noNode;
      }
    }
    ready = new EndpointSet(this, readyWords);
    servingWhileTerminating =
        terminatingWords == null ? null : new EndpointSet(this, terminatingWords);
    readyWithoutZoneHint = noZone;
    readyWithoutNodeHint = noNode;
    anyReadyZoneHinted = anyZone;
    anyReadyNodeHinted = anyNode;
    names =
        size <= LOOKED_THROUGH
            ? null
            : new Names(
                Postings.of(endpoints, null, PortEndpoints::nodes),
                Postings.of(endpoints, ready, PortEndpoints::zoneHints),
                Postings.of(endpoints, ready, PortEndpoints::nodeHints));
  }

  /**
   * Returns these endpoints, sorted.
   *
   * @param endpoints endpoints in any order
   * @return the endpoints
   * @throws IllegalArgumentException if two have the same address and port
   */
  public static PortEndpoints of(Iterable<ServiceEndpoint> endpoints) {
    return of(endpoints, ImmutableListMultimap.of());
  }

  /**
   * Returns these endpoints, sorted, some of which nodes see otherwise.
   *
   * @param endpoints endpoints in any order
   * @param others by the name of a node, the entries that count there in place of those of the same
   *     address and port (versions R1)
   * @return the endpoints
   * @throws IllegalArgumentException if two have the same address and port, or one that a node sees
   *     otherwise has that of none
   */
  public static PortEndpoints of(
      Iterable<ServiceEndpoint> endpoints, ImmutableListMultimap<String, ServiceEndpoint> others) {
    ImmutableList<ServiceEndpoint> sorted = ImmutableList.sortedCopyOf(endpoints);
    for (int i = 1; i < sorted.size(); i++) {
      checkArgument(
          sorted.get(i).compareTo(sorted.get(i - 1)) != 0,
          "Endpoint given twice: \"%s\"; expected different addresses or ports",
          sorted.get(i));
    }
    return new PortEndpoints(
        sorted, others.isEmpty() ? null : new OtherEntries(others).checkedFor(sorted));
  }

  /**
   * Returns the endpoints as the kube-proxy of a node sees them.
   *
   * @param nodeName the node's name
   * @return these themselves, unless another entry counts there for one of the addresses and ports
   *     (versions R1); the same addresses and ports at the same places
   */
  public PortEndpoints seenFrom(String nodeName) {
    return others == null || !others.isSeenFrom(nodeName)
        ? this
        : new PortEndpoints(others.seenFrom(nodeName, endpoints), null);
  }

  /** {@return the names of the nodes that see other entries, each with {@link #seenFrom}} */
  public ImmutableSet<String> otherViews() {
    return others == null ? ImmutableSet.of() : others.byNode().keySet();
  }

  /** {@return the endpoints, in the order of their text} */
  public ImmutableList<ServiceEndpoint> endpoints() {
    return endpoints;
  }

  /** {@return how many there are} */
  public int size() {
    return endpoints.size();
  }

  /** {@return the set without members} */
  public EndpointSet none() {
    return new EndpointSet(this, new long[(endpoints.size() + 63) >> 6]);
  }

  /** {@return those that take new traffic} */
  public EndpointSet ready() {
    return ready;
  }

  /** {@return those that still answer while they are going away, also where ready} */
  public EndpointSet servingWhileTerminating() {
    return servingWhileTerminating == null ? none() : servingWhileTerminating;
  }

  /**
   * Returns those on a node.
   *
   * @param nodeName the node's name; nothing is on a node without a name (routing 2.3.7)
   * @return the endpoints whose slice says so
   */
  public EndpointSet onNode(String nodeName) {
    if (nodeName.isEmpty()) {
      return none();
    }
    return names == null
        ? lookedThrough(endpoint -> endpoint.isOn(nodeName))
        : new EndpointSet(this, names.byNode().words(nodeName, size()));
  }

  /**
   * Returns the ready ones hinted for a zone.
   *
   * @param zone the zone; may be empty, as may a hint
   * @return the endpoints whose hints name it
   */
  public EndpointSet readyHintedForZone(String zone) {
    return names == null
        ? lookedThrough(endpoint -> endpoint.isReady() && zoneHints(endpoint).contains(zone))
        : new EndpointSet(this, names.readyByZoneHint().words(zone, size()));
  }

  /**
   * Returns the ready ones hinted for a node.
   *
   * @param nodeName the node's name
   * @return the endpoints whose hints name it
   */
  public EndpointSet readyHintedForNode(String nodeName) {
    return names == null
        ? lookedThrough(endpoint -> endpoint.isReady() && nodeHints(endpoint).contains(nodeName))
        : new EndpointSet(this, names.readyByNodeHint().words(nodeName, size()));
  }

  /** {@return the first ready endpoint without a zone hint, if there is one} */
  public Optional<ServiceEndpoint> readyWithoutZoneHint() {
    return at(readyWithoutZoneHint);
  }

  /** {@return the first ready endpoint without a node hint, if there is one} */
  public Optional<ServiceEndpoint> readyWithoutNodeHint() {
    return at(readyWithoutNodeHint);
  }

  /** {@return whether every ready endpoint has a zone hint} */
  public boolean isEachReadyZoneHinted() {
    return readyWithoutZoneHint < 0;
  }

  /** {@return whether every ready endpoint has a node hint} */
  public boolean isEachReadyNodeHinted() {
    return readyWithoutNodeHint < 0;
  }

  /** {@return whether some ready endpoint has a zone hint} */
  public boolean isAnyReadyZoneHinted() {
    return anyReadyZoneHinted;
  }

  /** {@return whether some ready endpoint has a node hint} */
  public boolean isAnyReadyNodeHinted() {
    return anyReadyNodeHinted;
  }

  private Optional<ServiceEndpoint> at(int index) {
    return index < 0 ? Optional.empty() : Optional.of(endpoints.get(index));
  }

  private EndpointSet lookedThrough(Predicate<ServiceEndpoint> wanted) {
    long[] words = new long[(endpoints.size() + 63) >> 6];
    for (int i = 0; i < endpoints.size(); i++) {
      if (wanted.test(endpoints.get(i))) {
        words[i >> 6] |= 1L << i;
      }
    }
    return new EndpointSet(this, words);
  }

  private static ImmutableList<String> nodes(ServiceEndpoint endpoint) {
    return endpoint.said().nodeName().map(ImmutableList::of).orElse(ImmutableList.of());
  }

  private static ImmutableList<String> zoneHints(ServiceEndpoint endpoint) {
    return endpoint.said().hints().map(EndpointHints::forZones).orElse(ImmutableList.of());
  }

  private static ImmutableList<String> nodeHints(ServiceEndpoint endpoint) {
    return endpoint.said().hints().map(EndpointHints::forNodes).orElse(ImmutableList.of());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortEndpoints that
        && endpoints.equals(that.endpoints)
        && Objects.equals(others, that.others);
  }

  @Override
  public int hashCode() {
    return endpoints.hashCode();
  }

  /** {@return the endpoints' addresses and ports} */
  @Override
  public String toString() {
    return endpoints.toString();
  }

  // What is kept beside the endpoints follows from them, so only they are written.
  private Object writeReplace() {
    return new Written(endpoints, others);
  }

  private record Written(ImmutableList<ServiceEndpoint> endpoints, @Nullable OtherEntries others)
      implements Serializable {
    private Object readResolve() {
      return new PortEndpoints(endpoints, others);
    }
  }
}
