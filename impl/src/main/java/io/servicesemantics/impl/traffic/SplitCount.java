package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.explain.Because;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.EndpointShare;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.EntryShare;
import io.servicesemantics.traffic.LostShare;
import io.servicesemantics.traffic.TrafficSplit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what endpoints get and what is lost, entry by entry.
 *
 * <p>Entries that share one list of endpoints are added up before the list is gone through, for
 * lists may be long and entries many.
 */
final class SplitCount {

  /** Entries that share a list of endpoints. */
  private static final class Group {
    private final Map<String, Integer> byNode = new HashMap<>();
    private final Map<String, Integer> byZone = new HashMap<>();
    private int withoutZone;
    private Fraction weight = Fraction.ZERO;
  }

  /** What is lost in one way. */
  private static final class Loss {
    private final Map<String, Fraction> byNode = new LinkedHashMap<>();
    private final Because because;
    private Fraction share = Fraction.ZERO;

    private Loss(Because because) {
      this.because = because;
    }
  }

  private final LoadedPort port;
  private final ImmutableList.Builder<EntryShare> entries = ImmutableList.builder();
  private final IdentityHashMap<ImmutableList<ServiceEndpoint>, Group> groups =
      new IdentityHashMap<>();
  private final Map<EntryFate, Loss> losses = new EnumMap<>(EntryFate.class);
  private Fraction crossingNodes = Fraction.ZERO;
  private Fraction crossingZones = Fraction.ZERO;
  private Fraction clientsHidden = Fraction.ZERO;

  SplitCount(LoadedPort port) {
    this.port = port;
  }

  void add(EntryShare entry, Supplier<Because> because) {
    entries.add(entry);
    if (entry.outcome().fate().isLost()) {
      addLoss(entry, because);
      return;
    }
    ImmutableList<ServiceEndpoint> takers = entry.outcome().endpoints();
    Group group = groups.computeIfAbsent(takers, this::group);
    group.weight = group.weight.plus(entry.weight());
    int size = takers.size();
    int here = group.byNode.getOrDefault(entry.node(), 0);
    crossingNodes = plus(crossingNodes, entry.weight(), size - here, size);
    if (!entry.zone().isEmpty()) {
      int near = group.withoutZone + group.byZone.getOrDefault(entry.zone(), 0);
      crossingZones = plus(crossingZones, entry.weight(), size - near, size);
    }
    if (entry.outcome().isClientHidden()) {
      clientsHidden = clientsHidden.plus(entry.weight());
    }
  }

  private static Fraction plus(Fraction sum, Fraction weight, int part, int of) {
    return part == 0 ? sum : sum.plus(weight.times(Fraction.of(part, of)));
  }

  private Group group(ImmutableList<ServiceEndpoint> takers) {
    Group group = new Group();
    for (ServiceEndpoint taker : takers) {
      group.byNode.merge(taker.said().nodeName().orElse(""), 1, Integer::sum);
      String zone = port.zone(taker);
      if (zone.isEmpty()) {
        group.withoutZone++;
      } else {
        group.byZone.merge(zone, 1, Integer::sum);
      }
    }
    return group;
  }

  private void addLoss(EntryShare entry, Supplier<Because> because) {
    EntryFate fate = entry.outcome().fate();
    Loss loss = losses.computeIfAbsent(fate, unused -> new Loss(because.get()));
    loss.share = loss.share.plus(entry.weight());
    loss.byNode.merge(entry.node(), entry.weight(), Fraction::plus);
  }

  TrafficSplit split(ClientLoad load) {
    ImmutableList.Builder<LostShare> lost = ImmutableList.builder();
    losses.forEach(
        (fate, loss) ->
            lost.add(
                new LostShare(fate, loss.share, ImmutableMap.copyOf(loss.byNode), loss.because)));
    return new TrafficSplit(
        port.name(),
        load,
        entries.build(),
        endpoints(),
        lost.build(),
        crossingNodes,
        crossingZones,
        clientsHidden);
  }

  private ImmutableList<EndpointShare> endpoints() {
    // In their own order, in which entries for what kube-proxy takes for one endpoint are the same.
    Map<ServiceEndpoint, Fraction> shares = new TreeMap<>();
    groups.forEach(
        (takers, group) -> {
          Fraction each = group.weight.times(Fraction.of(1, takers.size()));
          for (ServiceEndpoint taker : takers) {
            shares.merge(taker, each, Fraction::plus);
          }
        });
    ImmutableList.Builder<EndpointShare> all = ImmutableList.builder();
    for (ServiceEndpoint endpoint : port.endpoints().endpoints()) {
      @Nullable Fraction share = shares.get(endpoint);
      if (share != null || endpoint.isReady()) {
        all.add(
            new EndpointShare(
                endpoint, port.zone(endpoint), share == null ? Fraction.ZERO : share));
      }
    }
    return all.build();
  }
}
