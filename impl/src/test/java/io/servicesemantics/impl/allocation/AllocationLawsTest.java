package io.servicesemantics.impl.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.NamespacedName;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The states against the rules as told, under sequences of what can be asked of them. */
class AllocationLawsTest {

  /** What is asked. */
  enum Kind {
    TAKE,
    PICK,
    RELEASE,
    TAKE_PORT,
    PICK_PORT,
    RELEASE_PORT
  }

  /**
   * One thing asked, some times over.
   *
   * @param place which number, or which draw
   */
  record Step(Kind kind, int holder, int place, int times) {}

  @Provide
  Arbitrary<List<String>> networks() {
    return Arbitraries.of(
        List.of("10.0.0.0/29"),
        List.of("10.0.0.0/26"),
        List.of("10.0.0.0/22"),
        List.of("10.0.0.0/30", "fd00::/126"),
        List.of("10.0.0.0/31", "fd00::/127"),
        List.of("10.0.0.0/32", "fd00::/128"),
        List.of("0.0.0.0/0", "fd00::/64"),
        List.of("255.255.255.240/28", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffe0/123"),
        List.of("fd00::/120", "10.0.0.0/24"),
        // the default ones, then further objects: overlapping, and of the same last 64 bits
        List.of("10.0.0.0/27", "fd00::/123", "10.0.0.8/29", "10.0.0.0/28", "10.9.0.0/28"),
        List.of("10.0.0.0/28", "fd00::/124", "fd00:0:0:1::/124", "fd00::8/125", "fd00::/60"));
  }

  @Provide
  Arbitrary<PortRange> ports() {
    return Arbitraries.of("0-0", "65535-65535", "30000-30009", "30000-30040", "0-600")
        .map(PortRange::parse);
  }

  @Provide
  Arbitrary<NumberPicker> pickers() {
    return Arbitraries.oneOf(
        Arbitraries.just(NumberPicker.lowestFree()),
        Arbitraries.longs().map(NumberPicker::seeded),
        Arbitraries.just((size, draw) -> size - 1));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(-2, 300),
            Arbitraries.of(1, 1, 1, 10, 70))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  @Property
  void states_areWhatTheRulesTell(
      @ForAll("networks") List<String> networks,
      @ForAll("ports") PortRange ports,
      @ForAll("pickers") NumberPicker picker,
      @ForAll("steps") List<Step> steps) {
    Walk walk = new Walk(networks, ports, picker);
    List<AllocationState> states = new ArrayList<>();
    List<List<Map<BigInteger, AllocationHolder>>> models = new ArrayList<>();
    for (Step step : steps) {
      states.add(walk.state);
      models.add(walk.copyOfModels());
      for (int i = 0; i < step.times(); i++) {
        walk.step(step, i);
      }
      walk.assertHoldings(walk.state, walk.copyOfModels());
    }
    for (int i = 0; i < states.size(); i++) {
      walk.assertHoldings(states.get(i), models.get(i));
    }
  }

  @Property
  void whatWasTaken_givenBackInAnyOrder_leavesTheStateAsItWas(
      @ForAll("networks") List<String> networks,
      @ForAll("ports") PortRange ports,
      @ForAll("pickers") NumberPicker picker,
      @ForAll("steps") List<Step> before,
      @ForAll("steps") List<Step> after) {
    Walk walk = new Walk(networks, ports, picker);
    before.forEach(step -> walk.step(step, 0));
    AllocationState start = walk.state;
    List<IpAddress> addresses = new ArrayList<>();
    List<Integer> taken = new ArrayList<>();
    AllocationState state = start;
    for (Step step : after) {
      for (int i = 0; i < step.times(); i++) {
        Allocation<IpAddress> address =
            state.pick(walk.family(step), walk.holder(step), picker, step.place() + i);
        if (address instanceof Allocation.Taken<IpAddress> got) {
          assertThat(got.next()).isNotEqualTo(state);
          addresses.add(addresses.size() / 2, got.number());
          state = got.next();
        }
        Allocation<Integer> port = state.pickPort(walk.holder(step), picker, step.place() + i);
        if (port instanceof Allocation.Taken<Integer> got) {
          taken.add(taken.size() / 2, got.number());
          state = got.next();
        }
      }
    }
    for (IpAddress address : addresses) {
      state = state.release(address);
    }
    for (int port : taken) {
      state = state.releasePort(port);
    }

    assertThat(state).isEqualTo(start).hasSameHashCodeAs(start);
  }

  /** A state and its model, walked through together. */
  private static final class Walk {

    private final List<Cidr> networks;
    private final PortRange ports;
    private final NumberPicker picker;
    private final NaiveState addresses4;
    private final NaiveState addresses6;
    private final NaiveState portNumbers;
    private AllocationState state;

    Walk(List<String> texts, PortRange ports, NumberPicker picker) {
      this.networks = texts.stream().map(Cidr::parse).toList();
      this.ports = ports;
      this.picker = picker;
      int defaults = Math.min(2, texts.size());
      ClusterSnapshot.Builder world = ClusterSnapshot.builder();
      for (int i = defaults; i < texts.size(); i++) {
        world.addServiceCidrs(Taking.serviceCidr("more-" + i, texts.get(i)));
      }
      this.state =
          Taking.allocator(ports.toString(), texts.subList(0, defaults).toArray(new String[0]))
              .of(world.build());
      this.addresses4 = naive(IpFamily.IPV4);
      this.addresses6 = naive(IpFamily.IPV6);
      this.portNumbers = new NaiveState(List.of(NaiveState.ports(ports.first(), ports.last())));
    }

    private NaiveState naive(IpFamily family) {
      return new NaiveState(
          networks.stream()
              .filter(network -> network.family() == family)
              .map(NaiveState::network)
              .toList());
    }

    private NaiveState naiveOf(IpFamily family) {
      return family == IpFamily.IPV4 ? addresses4 : addresses6;
    }

    AllocationHolder holder(Step step) {
      return AllocationHolder.service(NamespacedName.of("shop", "web-" + step.holder()));
    }

    IpFamily family(Step step) {
      return networks.get(Math.floorMod(step.place(), networks.size())).family();
    }

    // An address in or about one of the networks.
    private Optional<IpAddress> address(Step step, int again) {
      Cidr network = networks.get(Math.floorMod(step.place(), networks.size()));
      IpAddress from = step.holder() % 2 == 0 ? network.first() : network.last();
      long distance = step.holder() % 2 == 0 ? step.place() + again : 2L - step.place() - again;
      BigInteger number = NaiveState.number(from).add(BigInteger.valueOf(distance));
      boolean exists = number.signum() >= 0 && number.bitLength() <= network.family().bits();
      return exists ? Optional.of(from.plus(distance)) : Optional.empty();
    }

    void step(Step step, int again) {
      switch (step.kind()) {
        case TAKE -> address(step, again).ifPresent(address -> take(address, holder(step)));
        case PICK -> pick(family(step), holder(step), step.place() * 1000L + again);
        case RELEASE -> address(step, again).ifPresent(this::release);
        case TAKE_PORT -> takePort(ports.first() + step.place() + again, holder(step));
        case PICK_PORT -> pickPort(holder(step), step.place() * 1000L + again);
        case RELEASE_PORT -> {
          int port = ports.first() + step.place() + again;
          state = state.releasePort(port);
          portNumbers.held.remove(BigInteger.valueOf(port));
        }
      }
    }

    private void take(IpAddress address, AllocationHolder holder) {
      NaiveState naive = naiveOf(address.family());
      BigInteger number = NaiveState.number(address);
      boolean expected = naive.isInRange(number) && !naive.held.containsKey(number);
      Allocation<IpAddress> got = state.take(address, holder);

      assertThat(got instanceof Allocation.Taken<IpAddress>).as("%s", address).isEqualTo(expected);
      if (got instanceof Allocation.Taken<IpAddress> taken) {
        naive.held.put(number, holder);
        state = taken.next();
      }
    }

    private void pick(IpFamily family, AllocationHolder holder, long draw) {
      NaiveState naive = naiveOf(family);
      List<NaiveState.Range> ranges =
          networks.stream()
              .filter(network -> network.family() == family)
              .map(NaiveState::network)
              .toList();
      Allocation<IpAddress> got = state.pick(family, holder, picker, draw);
      if (ranges.size() == 1) {
        // the picker's place of the first draw is known; that of the static band is not pinned
        Optional<BigInteger> expected = NaiveState.pick(ranges.get(0), naive.held, picker, draw);
        assertThat(got instanceof Allocation.Taken<IpAddress>).isEqualTo(expected.isPresent());
        if (got instanceof Allocation.Taken<IpAddress> taken
            && expected.orElseThrow().compareTo(ranges.get(0).dynamicFirst()) >= 0) {
          assertThat(NaiveState.number(taken.number())).isEqualTo(expected.orElseThrow());
        }
      }
      assertThat(got instanceof Allocation.Taken<IpAddress>)
          .isEqualTo(
              ranges.stream()
                  .anyMatch(r -> NaiveState.pick(r, naive.held, picker, draw).isPresent()));
      if (got instanceof Allocation.Taken<IpAddress> taken) {
        BigInteger number = NaiveState.number(taken.number());
        assertThat(naive.isInRange(number)).as("%s is one that is given", taken.number()).isTrue();
        assertThat(naive.held.putIfAbsent(number, holder)).isNull();
        state = taken.next();
      }
    }

    private void release(IpAddress address) {
      state = state.release(address);
      naiveOf(address.family()).held.remove(NaiveState.number(address));
    }

    private void takePort(int port, AllocationHolder holder) {
      BigInteger number = BigInteger.valueOf(port);
      boolean expected = portNumbers.isInRange(number) && !portNumbers.held.containsKey(number);
      Allocation<Integer> got = state.takePort(port, holder);

      assertThat(got instanceof Allocation.Taken<Integer>).as("%s", port).isEqualTo(expected);
      if (got instanceof Allocation.Taken<Integer> taken) {
        portNumbers.held.put(number, holder);
        state = taken.next();
      }
    }

    private void pickPort(AllocationHolder holder, long draw) {
      NaiveState.Range range = NaiveState.ports(ports.first(), ports.last());
      Optional<BigInteger> expected = NaiveState.pick(range, portNumbers.held, picker, draw);
      Allocation<Integer> got = state.pickPort(holder, picker, draw);

      assertThat(got instanceof Allocation.Taken<Integer>).isEqualTo(expected.isPresent());
      if (got instanceof Allocation.Taken<Integer> taken) {
        BigInteger number = BigInteger.valueOf(taken.number());
        if (expected.orElseThrow().compareTo(range.dynamicFirst()) >= 0) {
          assertThat(number).isEqualTo(expected.orElseThrow());
        }
        assertThat(portNumbers.isInRange(number)).isTrue();
        assertThat(portNumbers.held.putIfAbsent(number, holder)).isNull();
        state = taken.next();
      }
    }

    List<Map<BigInteger, AllocationHolder>> copyOfModels() {
      return List.of(
          new HashMap<>(addresses4.held),
          new HashMap<>(addresses6.held),
          new HashMap<>(portNumbers.held));
    }

    void assertHoldings(AllocationState state, List<Map<BigInteger, AllocationHolder>> models) {
      assertThat(state.heldAddresses(IpFamily.IPV4)).isEqualTo(models.get(0).size());
      assertThat(state.heldAddresses(IpFamily.IPV6)).isEqualTo(models.get(1).size());
      assertThat(state.heldPorts()).isEqualTo(models.get(2).size());
      models
          .get(0)
          .forEach(
              (number, holder) ->
                  assertThat(state.holderOf(IpAddress.ofIpv4(number.intValue()))).contains(holder));
      models
          .get(1)
          .forEach(
              (number, holder) ->
                  assertThat(
                          state.holderOf(
                              IpAddress.ofIpv6(
                                  number.shiftRight(64).longValue(), number.longValue())))
                      .contains(holder));
      models
          .get(2)
          .forEach(
              (number, holder) ->
                  assertThat(state.holderOfPort(number.intValue())).contains(holder));
      assertUsage(state, models);
    }

    private void assertUsage(
        AllocationState state, List<Map<BigInteger, AllocationHolder>> models) {
      ImmutableList<Long> held =
          networks.stream()
              .map(
                  network -> {
                    NaiveState.Range range = NaiveState.network(network);
                    return models.get(network.family() == IpFamily.IPV4 ? 0 : 1).keySet().stream()
                        .filter(range::contains)
                        .count();
                  })
              .collect(ImmutableList.toImmutableList());
      assertThat(state.networkUsage().stream().map(usage -> usage.held()))
          .containsExactlyElementsOf(held);
      assertThat(state.portUsage().held()).isEqualTo(models.get(2).size());
    }
  }
}
