package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.routing.Fraction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which part of a load each endpoint gets, and what is lost, exactly; prints as a table.
 *
 * <p>Shares are of new connections (routing 3.1.1); those of all endpoints and what is lost sum to
 * exactly 1.
 *
 * @param port what the load is sent to
 * @param load who sends it
 * @param entries where it enters, and what becomes of it there
 * @param endpoints what each endpoint gets, in the endpoints' order: ready ones, and others that
 *     get something
 * @param losses what is lost, by the way in which it is
 * @param crossingNodes the part delivered on another node than where it entered
 * @param crossingZones the part delivered in another zone than where it entered; where either zone
 *     is unknown it counts as staying
 * @param clientsHidden the part delivered whose endpoints see another sender than the client
 */
public record TrafficSplit(
    TrafficPort port,
    ClientLoad load,
    ImmutableList<EntryShare> entries,
    ImmutableList<EndpointShare> endpoints,
    ImmutableList<LostShare> losses,
    Fraction crossingNodes,
    Fraction crossingZones,
    Fraction clientsHidden) {

  /** Checks that no part is missing and that all parts together are the whole. */
  public TrafficSplit {
    checkNotNull(port, "Port of a load is null; expected one");
    checkNotNull(load, "Load is null; expected one");
    checkNotNull(entries, "Entries of a load are null; expected a list");
    checkNotNull(crossingNodes, "Part that crosses nodes is null; expected a fraction");
    checkNotNull(crossingZones, "Part that crosses zones is null; expected a fraction");
    checkNotNull(clientsHidden, "Part whose clients are hidden is null; expected a fraction");
    Fraction whole = delivered(endpoints).plus(lost(losses));
    checkArgument(
        whole.equals(Fraction.ONE), "Shares and losses in sum: \"%s\"; expected 1", whole);
  }

  /** {@return the part that some endpoint gets} */
  public Fraction delivered() {
    return delivered(endpoints);
  }

  private static Fraction delivered(ImmutableList<EndpointShare> endpoints) {
    Fraction sum = Fraction.ZERO;
    for (EndpointShare endpoint : endpoints) {
      sum = sum.plus(endpoint.share());
    }
    return sum;
  }

  /** {@return the part that no endpoint gets} */
  public Fraction lost() {
    return lost(losses);
  }

  private static Fraction lost(ImmutableList<LostShare> losses) {
    Fraction sum = Fraction.ZERO;
    for (LostShare loss : losses) {
      sum = sum.plus(loss.share());
    }
    return sum;
  }

  /**
   * Returns the part that is lost in one way.
   *
   * @param fate the way
   * @return the part; 0 where nothing is lost so
   */
  public Fraction lost(EntryFate fate) {
    for (LostShare loss : losses) {
      if (loss.fate() == fate) {
        return loss.share();
      }
    }
    return Fraction.ZERO;
  }

  /**
   * Returns the part one endpoint gets.
   *
   * @param endpoint the name of its Pod, or its address and port
   * @return its part; of a Pod with several endpoints, of all of them
   * @throws IllegalArgumentException if none of the endpoints is so called
   */
  public Fraction share(String endpoint) {
    Fraction sum = Fraction.ZERO;
    boolean isFound = false;
    for (EndpointShare share : endpoints) {
      if (endpoint.equals(share.pod()) || endpoint.equals(share.endpoint().toString())) {
        sum = sum.plus(share.share());
        isFound = true;
      }
    }
    checkArgument(
        isFound, "Endpoint: \"%s\"; expected name of a Pod, or address and port", endpoint);
    return sum;
  }

  /** {@return what the endpoints of each node get, by the node's name} */
  public ImmutableMap<String, Fraction> byNode() {
    return sums(EndpointShare::node);
  }

  /** {@return what the endpoints of each zone get, by its name; empty text where it is unknown} */
  public ImmutableMap<String, Fraction> byZone() {
    return sums(EndpointShare::zone);
  }

  private ImmutableMap<String, Fraction> sums(Function<EndpointShare, String> name) {
    Map<String, Fraction> sums = new LinkedHashMap<>();
    for (EndpointShare endpoint : endpoints) {
      sums.merge(name.apply(endpoint), endpoint.share(), Fraction::plus);
    }
    return ImmutableMap.copyOf(sums);
  }

  /**
   * Returns where the load enters at a node.
   *
   * @param node the name of the node
   * @return the entry, if some of the load enters there
   */
  public Optional<EntryShare> entry(String node) {
    for (EntryShare entry : entries) {
      if (entry.node().equals(node)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** {@return how unevenly the load falls on the endpoints; empty where there are none} */
  public Optional<Imbalance> imbalance() {
    if (endpoints.isEmpty()) {
      return Optional.empty();
    }
    Fraction largest = endpoints.get(0).share();
    Fraction smallest = largest;
    for (EndpointShare endpoint : endpoints) {
      Fraction share = endpoint.share();
      largest = share.compareTo(largest) > 0 ? share : largest;
      smallest = share.compareTo(smallest) < 0 ? share : smallest;
    }
    Fraction mean = delivered().dividedBy(Fraction.of(endpoints.size(), 1));
    return Optional.of(new Imbalance(endpoints.size(), mean, largest, smallest));
  }

  /** {@return the shares as an aligned table, and below it what is lost, crosses and is hidden} */
  @Override
  public String toString() {
    return SplitText.of(this);
  }
}
