package io.servicesemantics.impl.allocation;

import static io.servicesemantics.impl.allocation.Taking.API;
import static io.servicesemantics.impl.allocation.Taking.WEB;
import static io.servicesemantics.impl.allocation.Taking.allocator;
import static io.servicesemantics.impl.allocation.Taking.assertRefused;
import static io.servicesemantics.impl.allocation.Taking.ip;
import static io.servicesemantics.impl.allocation.Taking.next;
import static io.servicesemantics.impl.allocation.Taking.serviceCidr;
import static io.servicesemantics.impl.allocation.Taking.state;
import static io.servicesemantics.impl.allocation.Taking.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationRefusal;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.BandUsage;
import io.servicesemantics.admission.NetworkUsage;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.PortUsage;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrStatus;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardAllocationStateTest {

  private static final String MISMATCH = "the provided network does not match the current range";
  private static final NumberPicker LOWEST = NumberPicker.lowestFree();

  @Nested
  @DisplayName("an address that is asked for (api 6.2)")
  class Asked {

    @Test
    void free_isTaken() {
      AllocationState before = state("10.96.0.0/16");
      Allocation.Taken<IpAddress> taken = taken(before.take(ip("10.96.0.9"), WEB));

      assertThat(taken.number()).isEqualTo(ip("10.96.0.9"));
      assertThat(taken.next().holderOf(ip("10.96.0.9"))).contains(WEB);
      assertThat(taken.next().heldAddresses(IpFamily.IPV4)).isEqualTo(1);
      assertThat(before.holderOf(ip("10.96.0.9"))).isEmpty();
      assertThat(before.heldAddresses(IpFamily.IPV4)).isZero();
    }

    @Test
    void held_isRefusedAlsoToItsHolder() {
      AllocationState state = next(state("fd00::/112").take(ip("fd00::9"), WEB));

      assertRefused(
          state.take(ip("FD00:0::9"), WEB),
          AllocationRefusal.ALREADY_ALLOCATED,
          "provided IP is already allocated");
    }

    @ParameterizedTest
    @CsvSource({
      "10.96.0.0/16, 10.96.0.0",
      "10.96.0.0/16, 10.96.255.255",
      "10.96.0.0/16, 10.97.0.1",
      "10.96.0.0/16, fd00::1",
      "fd00::/112,   fd00::",
      "fd00::/112,   fd00::1:0",
      "fd00::/112,   fd00:0:0:1::1",
      "fd00::/112,   10.96.0.1",
      "10.0.0.0/31,  10.0.0.1",
      "10.0.0.0/32,  10.0.0.0",
      "fd00::/128,   fd00::",
      "fd00::/63,    fd00::1",
    })
    void notOfTheRange_isRefused(String network, String address) {
      assertRefused(
          state(network).take(ip(address), WEB), AllocationRefusal.OUT_OF_RANGE, MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({
      "10.96.0.0/16, 10.96.0.1",
      "10.96.0.0/16, 10.96.255.254",
      "10.0.0.0/30,  10.0.0.2",
      "0.0.0.0/0,    255.255.255.254",
      "fd00::/112,   fd00::ffff",
      "fd00::/127,   fd00::1",
      "fd00::/64,    fd00::ffff:ffff:ffff:ffff",
    })
    void edgeOfTheRange_isTaken(String network, String address) {
      assertThat(taken(state(network).take(ip(address), WEB)).number()).isEqualTo(ip(address));
    }

    @Test
    void mappedAddress_isTheIpv4OneInIt() {
      IpAddress mapped = IpAddress.ofIpv6(0, 0xffff_0a60_0009L);
      AllocationState state = next(state("10.96.0.0/16").take(mapped, WEB));

      assertThat(state.holderOf(ip("10.96.0.9"))).contains(WEB);
      assertThat(state.holderOf(mapped)).contains(WEB);
      assertThat(state.release(mapped).heldAddresses(IpFamily.IPV4)).isZero();
    }
  }

  @Nested
  @DisplayName("any free address (api 6.1)")
  class Picked {

    @Test
    void lowestFree_isTheBottomOfTheDynamicBand() {
      AllocationState state = state("10.96.0.0/16", "fd00::/112");

      assertThat(taken(state.pick(IpFamily.IPV4, WEB, LOWEST, 0)).number())
          .isEqualTo(ip("10.96.1.1"));
      assertThat(taken(state.pick(IpFamily.IPV6, WEB, LOWEST, 0)).number())
          .isEqualTo(ip("fd00::101"));
    }

    @Test
    void dynamicBandFull_isTheBottomOfTheStaticOne_untilAllIsFull() {
      AllocationState state = state("10.0.0.0/27");
      Set<IpAddress> picked = new TreeSet<>();
      for (int i = 0; i < 30; i++) {
        Allocation.Taken<IpAddress> taken = taken(state.pick(IpFamily.IPV4, WEB, LOWEST, i));
        String expected = "10.0.0." + (i < 14 ? 17 + i : i - 13);
        assertThat(taken.number()).hasToString(expected);
        picked.add(taken.number());
        state = taken.next();
      }

      assertThat(picked).hasSize(30);
      assertRefused(
          state.pick(IpFamily.IPV4, WEB, LOWEST, 30), AllocationRefusal.FULL, "range is full");
    }

    @Test
    void bothEndsOfTheWidestNetwork_arePicked() {
      AllocationState state = state("fd00::/64");
      NumberPicker highest = (size, draw) -> size - 1;

      Allocation.Taken<IpAddress> last = taken(state.pick(IpFamily.IPV6, WEB, highest, 0));
      assertThat(last.number()).isEqualTo(ip("fd00::ffff:ffff:ffff:ffff"));
      assertThat(taken(last.next().pick(IpFamily.IPV6, WEB, highest, 1)).number())
          .as("round the end")
          .isEqualTo(ip("fd00::101"));
    }

    @Test
    void familyTheClusterIsNotSetUpFor_isNotReady() {
      assertRefused(
          state("10.96.0.0/16").pick(IpFamily.IPV6, WEB, LOWEST, 0),
          AllocationRefusal.NOT_READY,
          "allocator not ready");
    }

    @ParameterizedTest
    @CsvSource({
      "10.0.0.0/31, IPV4",
      "10.0.0.0/32, IPV4",
      "fd00::/128, IPV6",
      "fd00::/48, IPV6",
      "::/0, IPV6"
    })
    void networkThatGivesNothing_isFull(String network, IpFamily family) {
      assertRefused(
          state(network).pick(family, WEB, LOWEST, 0), AllocationRefusal.FULL, "range is full");
    }

    @Test
    void seeded_isTheSameAgainAndOtherwiseForOtherDraws() {
      AllocationState state = state("10.96.0.0/16");
      NumberPicker seeded = NumberPicker.seeded(5);

      assertThat(taken(state.pick(IpFamily.IPV4, WEB, seeded, 1)).number())
          .isEqualTo(taken(state.pick(IpFamily.IPV4, WEB, NumberPicker.seeded(5), 1)).number());
      assertThat(
              IntStream.range(0, 20)
                  .mapToObj(i -> taken(state.pick(IpFamily.IPV4, WEB, seeded, i)).number())
                  .distinct())
          .hasSizeGreaterThan(15);
    }
  }

  @Nested
  @DisplayName("several ServiceCIDRs (api 1.5, 6.1)")
  class SeveralNetworks {

    private final ServiceCidr notReady =
        serviceCidr("second", "10.200.0.0/28")
            .withStatus(
                ServiceCidrStatus.builder()
                    .addConditions(
                        Condition.of("Other", ConditionStatus.TRUE),
                        Condition.of("Ready", ConditionStatus.FALSE))
                    .build());
    private final ServiceCidr ready = serviceCidr("second", "10.200.0.0/28");

    @Test
    void readyOrSilentOne_gives_othersDoNot() {
      assertThat(taken(with(ready).take(ip("10.200.0.1"), WEB)).number())
          .isEqualTo(ip("10.200.0.1"));
      for (ServiceCidr refused :
          ImmutableList.of(
              notReady,
              ready.withMetadata(
                  ready.metadata().withDeletionTimestamp(Instant.ofEpochSecond(1))))) {
        AllocationState state = with(refused);

        assertRefused(state.take(ip("10.200.0.1"), WEB), AllocationRefusal.OUT_OF_RANGE, MISMATCH);
        assertThat(state.networks())
            .containsExactly(Cidr.parse("10.96.0.0/28"), Cidr.parse("10.200.0.0/28"));
        assertThat(filled(state).heldAddresses(IpFamily.IPV4)).isEqualTo(14);
      }
    }

    @Test
    void sameNetworkOfTwoObjects_isReadyWhenOneOfThemIs() {
      AllocationState state = with(notReady, ready.withMetadata(notReady.metadata()));

      assertThat(state.networks()).hasSize(2);
      assertThat(state.networkUsage().get(1).isReady()).isTrue();
    }

    @Test
    void noneReady_isFull() {
      AllocationState state =
          with(notReady.withMetadata(notReady.metadata().withName("kubernetes")));

      assertThat(state.networks()).containsExactly(Cidr.parse("10.200.0.0/28"));
      assertRefused(
          state.pick(IpFamily.IPV4, WEB, LOWEST, 0), AllocationRefusal.FULL, "range is full");
    }

    @Test
    void familyOfAnObjectAlone_givesNothing() {
      AllocationState state = with(serviceCidr("six", "fd00::/112"));

      assertThat(state.families()).containsExactly(IpFamily.IPV4);
      assertRefused(state.take(ip("fd00::1"), WEB), AllocationRefusal.OUT_OF_RANGE, MISMATCH);
      assertRefused(
          state.pick(IpFamily.IPV6, WEB, LOWEST, 0),
          AllocationRefusal.NOT_READY,
          "allocator not ready");
    }

    @Test
    void textThatIsNoNetwork_isPassedOver() {
      assertThat(with(serviceCidr("odd", "", "10.0.0.0", "x/8", "10.0.0.0/33")).networks())
          .hasSize(1);
    }

    @Test
    void lowestFree_fillsThemInOrder() {
      AllocationState state = with(ready);
      for (int i = 0; i < 28; i++) {
        Allocation.Taken<IpAddress> taken = taken(state.pick(IpFamily.IPV4, WEB, LOWEST, i));
        assertThat(taken.number())
            .hasToString(i < 14 ? "10.96.0." + (i + 1) : "10.200.0." + (i - 13));
        state = taken.next();
      }
      assertRefused(
          state.pick(IpFamily.IPV4, WEB, LOWEST, 28), AllocationRefusal.FULL, "range is full");
    }

    @Test
    void drawsOfOnePick_areAllDifferent() {
      AllocationState state = filled(with(serviceCidr("second", "10.200.0.0/27"), other()));
      List<Long> draws = new ArrayList<>();
      NumberPicker picker =
          (size, draw) -> {
            draws.add(draw);
            return 0;
          };

      assertRefused(
          state.pick(IpFamily.IPV4, WEB, picker, 7), AllocationRefusal.FULL, "range is full");
      // two to choose among three networks, and one a band
      assertThat(draws).hasSize(7).doesNotHaveDuplicates();
    }

    private ServiceCidr other() {
      return serviceCidr("third", "10.201.0.0/27");
    }

    @Test
    void seeded_startsWithAnyOfThem() {
      AllocationState state = with(ready);
      NumberPicker seeded = NumberPicker.seeded(3);

      assertThat(
              IntStream.range(0, 40)
                  .mapToObj(i -> taken(state.pick(IpFamily.IPV4, WEB, seeded, i)).number())
                  .filter(Cidr.parse("10.200.0.0/28")::contains)
                  .count())
          .isBetween(8L, 32L);
    }

    @Test
    void overlapping_holdsTheAddressInAll() {
      AllocationState state = with(serviceCidr("inner", "10.96.0.8/30"));
      AllocationState held = next(state.take(ip("10.96.0.9"), WEB));

      assertThat(held.networkUsage().stream().map(NetworkUsage::held)).containsExactly(1L, 1L);
      assertRefused(
          held.take(ip("10.96.0.9"), API),
          AllocationRefusal.ALREADY_ALLOCATED,
          "provided IP is already allocated");
      assertThat(taken(held.take(ip("10.96.0.8"), API)).number())
          .as("the network's own address of the inner one, an ordinary one of the outer")
          .isEqualTo(ip("10.96.0.8"));
      assertThat(filled(held).heldAddresses(IpFamily.IPV4)).isEqualTo(14);
      assertThat(held.freeAddresses(IpFamily.IPV4)).isEqualTo(13);
    }

    private AllocationState with(ServiceCidr... serviceCidrs) {
      return allocator("30000-32767", "10.96.0.0/28")
          .of(ClusterSnapshot.builder().addServiceCidrs(serviceCidrs).build());
    }

    private AllocationState filled(AllocationState state) {
      AllocationState filled = state;
      for (int i = 0; ; i++) {
        Allocation<IpAddress> picked = filled.pick(IpFamily.IPV4, WEB, NumberPicker.seeded(11), i);
        if (!(picked instanceof Allocation.Taken<IpAddress> taken)) {
          return filled;
        }
        filled = taken.next();
      }
    }
  }

  @Nested
  @DisplayName("node ports (api 6.4)")
  class Ports {

    private final AllocationState state = state("10.96.0.0/16");

    @Test
    void asked_isTakenOnce() {
      AllocationState held = next(state.takePort(30080, WEB));

      assertThat(held.holderOfPort(30080)).contains(WEB);
      assertThat(held.heldPorts()).isEqualTo(1);
      assertRefused(
          held.takePort(30080, API),
          AllocationRefusal.ALREADY_ALLOCATED,
          "provided port is already allocated");
      assertThat(state.holderOfPort(30080)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "80", "29999", "32768", "65536", "2147483647", "-2147483648"})
    void outOfRange_isRefused(int port) {
      assertRefused(
          state.takePort(port, WEB),
          AllocationRefusal.OUT_OF_RANGE,
          "provided port is not in the valid range. The range of valid ports is 30000-32767");
      assertThat(state.holderOfPort(port)).isEmpty();
      assertThat(state.releasePort(port)).isSameAs(state);
    }

    @Test
    void picked_comesFromTheDynamicBandFirst() {
      AllocationState held = state;
      for (int i = 0; i < 2768; i++) {
        Allocation.Taken<Integer> taken = taken(held.pickPort(WEB, LOWEST, i));
        assertThat(taken.number()).isEqualTo(i < 2682 ? 30086 + i : 30000 + i - 2682);
        held = taken.next();
      }

      assertRefused(held.pickPort(WEB, LOWEST, 0), AllocationRefusal.FULL, "range is full");
      assertThat(taken(held.releasePort(31000).pickPort(WEB, NumberPicker.seeded(1), 0)).number())
          .isEqualTo(31000);
    }

    @Test
    void singlePort_isPickedAndThenFull() {
      AllocationState single = allocator("0", "10.96.0.0/16").empty();
      Allocation.Taken<Integer> taken = taken(single.pickPort(WEB, LOWEST, 0));

      assertThat(taken.number()).isZero();
      assertRefused(taken.next().pickPort(API, LOWEST, 1), AllocationRefusal.FULL, "range is full");
    }
  }

  @Nested
  @DisplayName("what is held")
  class Holdings {

    @Test
    void givenBack_isFreeWhoeverHeldIt_andTheStateIsAsBefore() {
      AllocationState before = next(state("10.96.0.0/16").take(ip("10.96.0.9"), WEB));
      AllocationState after = next(next(before.take(ip("10.96.0.10"), API)).takePort(30080, API));

      assertThat(after).isNotEqualTo(before);
      assertThat(after.release(ip("10.96.0.10")).releasePort(30080))
          .isEqualTo(before)
          .hasSameHashCodeAs(before);
      assertThat(before.release(ip("10.96.0.10"))).isSameAs(before);
      assertThat(before.releasePort(30080)).isSameAs(before);
      assertThat(after.release(ip("10.96.0.9")).holderOf(ip("10.96.0.9"))).isEmpty();
    }

    @Test
    void equality_isThatOfRangesHoldersAndNumbers() {
      AllocationState state = state("10.96.0.0/16");
      AllocationState held = next(state.take(ip("10.96.0.9"), WEB));

      assertThat(held).isEqualTo(next(state("10.96.0.0/16").take(ip("10.96.0.9"), WEB)));
      assertThat(held).isNotEqualTo(next(state.take(ip("10.96.0.9"), API)));
      assertThat(held).isNotEqualTo(next(state.take(ip("10.96.0.8"), WEB)));
      assertThat(held).isNotEqualTo(next(state("10.96.0.0/15").take(ip("10.96.0.9"), WEB)));
      assertThat(next(state.takePort(30000, WEB))).isNotEqualTo(state);
      assertThat(state).isNotEqualTo(allocator("30000-32766", "10.96.0.0/16").empty());
    }

    @Test
    void usage_tellsEachBand() {
      AllocationState state = state("10.0.0.0/27", "fd00::/64");
      state = next(state.take(ip("10.0.0.3"), WEB));
      state = next(state.take(ip("10.0.0.30"), WEB));
      state = next(state.take(ip("fd00::100"), WEB));
      state = next(state.takePort(30085, WEB));
      state = next(state.takePort(30086, WEB));

      assertThat(state.networkUsage())
          .containsExactly(
              new NetworkUsage(
                  Cidr.parse("10.0.0.0/27"),
                  true,
                  Optional.of(new BandUsage<>(ip("10.0.0.1"), ip("10.0.0.16"), 16, 1)),
                  Optional.of(new BandUsage<>(ip("10.0.0.17"), ip("10.0.0.30"), 14, 1))),
              new NetworkUsage(
                  Cidr.parse("fd00::/64"),
                  true,
                  Optional.of(new BandUsage<>(ip("fd00::1"), ip("fd00::100"), 256, 1)),
                  Optional.of(
                      new BandUsage<>(
                          ip("fd00::101"), ip("fd00::ffff:ffff:ffff:ffff"), Long.MAX_VALUE, 0))));
      assertThat(state.networkUsage().get(0).free()).isEqualTo(28);
      assertThat(state.freeAddresses(IpFamily.IPV4)).isEqualTo(28);
      assertThat(state.freeAddresses(IpFamily.IPV6)).isEqualTo(Long.MAX_VALUE - 1);
      assertThat(state.portUsage())
          .isEqualTo(
              new PortUsage(
                  PortRange.of(30000, 32767),
                  Optional.of(new BandUsage<>(30000, 30085, 86, 1)),
                  new BandUsage<>(30086, 32767, 2682, 1)));
      assertThat(state.portUsage().free()).isEqualTo(2766);
    }

    @Test
    void usageOfWhatGivesNothing_isNone() {
      AllocationState state = state("10.0.0.0/31", "fd00::/48");

      assertThat(state.networkUsage())
          .allMatch(usage -> usage.size() == 0 && usage.free() == 0)
          .allMatch(usage -> usage.dynamicBand().isEmpty());
      assertThat(state.freeAddresses(IpFamily.IPV6)).isZero();
    }

    @Test
    void text_tellsWhatIsHeldOfWhat() {
      AllocationState state = next(state("10.0.0.0/27", "fd00::/64").take(ip("fd00::9"), WEB));

      assertThat(state)
          .hasToString("held of [10.0.0.0/27, fd00::/64]: 0 IPv4 1 IPv6, 0 of ports 30000-32767");
    }
  }
}
