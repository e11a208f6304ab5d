package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointHints;
import java.io.Serializable;
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
 */
public final class PortEndpoints implements Serializable {

  private static final long serialVersionUID = 1;

  private final transient ImmutableList<ServiceEndpoint> endpoints;
  private final transient EndpointSet none;
  private final transient EndpointSet ready;
  private final transient EndpointSet servingWhileTerminating;
  private final transient Postings byNode;
  private final transient Postings readyByZoneHint;
  private final transient Postings readyByNodeHint;
  private final transient int readyWithoutZoneHint; // the first, or -1
  private final transient int readyWithoutNodeHint;

  private PortEndpoints(ImmutableList<ServiceEndpoint> endpoints) {
    this.endpoints = endpoints;
    none = new EndpointSet(this, new long[(endpoints.size() + 63) >> 6]);
    ready = all(ServiceEndpoint::isReady);
    servingWhileTerminating = all(ServiceEndpoint::isServingWhileTerminating);
    byNode = Postings.of(all(e -> true), PortEndpoints::nodes);
    readyByZoneHint = Postings.of(ready, PortEndpoints::zoneHints);
    readyByNodeHint = Postings.of(ready, PortEndpoints::nodeHints);
    readyWithoutZoneHint = firstReady(e -> zoneHints(e).isEmpty());
    readyWithoutNodeHint = firstReady(e -> nodeHints(e).isEmpty());
  }

  /**
   * Returns these endpoints, sorted.
   *
   * @param endpoints endpoints in any order
   * @return the endpoints
   * @throws IllegalArgumentException if two have the same address and port
   */
  public static PortEndpoints of(Iterable<ServiceEndpoint> endpoints) {
    ImmutableList<ServiceEndpoint> sorted = ImmutableList.sortedCopyOf(endpoints);
    for (int i = 1; i < sorted.size(); i++) {
      checkArgument(
          sorted.get(i).compareTo(sorted.get(i - 1)) != 0,
          "Endpoint given twice: \"%s\"; expected different addresses or ports",
          sorted.get(i));
    }
    return new PortEndpoints(sorted);
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
    return none;
  }

  /** {@return those that take new traffic} */
  public EndpointSet ready() {
    return ready;
  }

  /** {@return those that still answer while they are going away, also where ready} */
  public EndpointSet servingWhileTerminating() {
    return servingWhileTerminating;
  }

  /**
   * Returns those on a node.
   *
   * @param nodeName the node's name; nothing is on a node without a name (routing 2.3.7)
   * @return the endpoints whose slice says so
   */
  public EndpointSet onNode(String nodeName) {
    return nodeName.isEmpty() ? none : found(byNode, nodeName);
  }

  /**
   * Returns the ready ones hinted for a zone.
   *
   * @param zone the zone; may be empty, as may a hint
   * @return the endpoints whose hints name it
   */
  public EndpointSet readyHintedForZone(String zone) {
    return found(readyByZoneHint, zone);
  }

  /**
   * Returns the ready ones hinted for a node.
   *
   * @param nodeName the node's name
   * @return the endpoints whose hints name it
   */
  public EndpointSet readyHintedForNode(String nodeName) {
    return found(readyByNodeHint, nodeName);
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
    return !readyByZoneHint.isEmpty();
  }

  /** {@return whether some ready endpoint has a node hint} */
  public boolean isAnyReadyNodeHinted() {
    return !readyByNodeHint.isEmpty();
  }

  private EndpointSet found(Postings postings, String name) {
    return postings.has(name) ? new EndpointSet(this, postings.words(name, size())) : none;
  }

  private Optional<ServiceEndpoint> at(int index) {
    return index < 0 ? Optional.empty() : Optional.of(endpoints.get(index));
  }

  private EndpointSet all(Predicate<ServiceEndpoint> wanted) {
    long[] words = new long[(endpoints.size() + 63) >> 6];
    for (int i = 0; i < endpoints.size(); i++) {
      if (wanted.test(endpoints.get(i))) {
        words[i >> 6] |= 1L << i;
      }
    }
    return new EndpointSet(this, words);
  }

  private int firstReady(Predicate<ServiceEndpoint> wanted) {
    for (int i = ready.nextIndex(0); i >= 0; i = ready.nextIndex(i + 1)) {
      if (wanted.test(endpoints.get(i))) {
        return i;
      }
    }
    return -1;
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
    return other instanceof PortEndpoints that && endpoints.equals(that.endpoints);
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
    return new Written(endpoints);
  }

  private record Written(ImmutableList<ServiceEndpoint> endpoints) implements Serializable {
    private Object readResolve() {
      return new PortEndpoints(endpoints);
    }
  }
}
