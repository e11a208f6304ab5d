package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationConflict;
import io.servicesemantics.admission.AllocationRefusal;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link io.servicesemantics.admission.ServiceAllocator} and its states do. */
public interface AllocationContract extends SemanticsContract {

  /** A taken address is held, and by whom is known; it cannot be had again under any spelling. */
  @Test
  default void addressTaken_isHeldAndCannotBeHadAgain() {
    AllocationState empty = empty(ClusterFixtures.dualStack());
    IpAddress address = IpAddress.parse("fd00:10:96::a");

    AllocationState state = taken(empty.take(address, ServiceHolders.WEB));

    assertThat(state).isHeldBy("fd00:10:96::a", ServiceHolders.WEB).holds(0, 1, 0);
    assertThat(empty).isFree("fd00:10:96::a").holds(0, 0, 0);
    assertRefused(
        state.take(IpAddress.parse("FD00:10:96::A"), ServiceHolders.named("api")),
        AllocationRefusal.ALREADY_ALLOCATED,
        "provided IP is already allocated");
  }

  /** First and last of an IPv4 network, and the first of an IPv6 one, are nobody's (api 6.1). */
  @Test
  default void edgesOfARange_areTakenOrReservedByFamily() {
    AllocationState empty = empty(ClusterFixtures.dualStack());

    for (String reserved :
        ImmutableList.of("10.96.0.0", "10.96.255.255", "fd00:10:96::", "10.97.0.1")) {
      assertRefused(
          empty.take(IpAddress.parse(reserved), ServiceHolders.WEB),
          AllocationRefusal.OUT_OF_RANGE,
          "the provided network does not match the current range");
    }
    for (String usable : ImmutableList.of("10.96.0.1", "10.96.255.254", "fd00:10:96::ffff")) {
      AllocationState state = taken(empty.take(IpAddress.parse(usable), ServiceHolders.WEB));
      assertThat(state).isHeldBy(usable, ServiceHolders.WEB);
    }
  }

  /** The lowest free address is that of the dynamic band (api 6.1). */
  @Test
  default void lowestFree_isTheFirstOfTheDynamicBand() {
    AllocationState empty = empty(ClusterFixtures.dualStack());

    assertThat(empty.pick(IpFamily.IPV4, ServiceHolders.WEB, NumberPicker.lowestFree(), 0))
        .isInstanceOfSatisfying(
            Allocation.Taken.class,
            taken -> assertThat(taken.number()).isEqualTo(IpAddress.parse("10.96.1.1")));
    assertThat(empty.pickPort(ServiceHolders.WEB, NumberPicker.lowestFree(), 0))
        .isInstanceOfSatisfying(
            Allocation.Taken.class, taken -> assertThat(taken.number()).isEqualTo(30_086));
  }

  /** Each address of a small range is picked once, the last of them from the static band. */
  @Test
  default void everyAddress_isPickedOnceAndThenTheRangeIsFull() {
    AllocationState state = empty(ClusterFixtures.of("10.0.0.0/27"));
    Set<Object> picked = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      Allocation<IpAddress> next =
          state.pick(IpFamily.IPV4, ServiceHolders.WEB, NumberPicker.seeded(7), i);
      Allocation.Taken<IpAddress> taken = (Allocation.Taken<IpAddress>) next;
      picked.add(taken.number());
      // the dynamic band of a /27 is .17 to .30
      assertThat(taken.number().compareTo(IpAddress.parse("10.0.0.17")) >= 0).isEqualTo(i < 14);
      state = taken.next();
    }

    assertThat(picked).hasSize(30);
    assertRefused(
        state.pick(IpFamily.IPV4, ServiceHolders.WEB, NumberPicker.seeded(7), 99),
        AllocationRefusal.FULL,
        "range is full");
  }

  /** A family the cluster has not has no allocator. */
  @Test
  default void familyTheClusterHasNot_isNotReady() {
    AllocationState empty = empty(ClusterFixtures.ipv4());

    assertThat(empty.families()).containsExactly(IpFamily.IPV4);
    assertThat(empty.pick(IpFamily.IPV6, ServiceHolders.WEB, NumberPicker.lowestFree(), 0))
        .isInstanceOfSatisfying(
            Allocation.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(AllocationRefusal.NOT_READY));
  }

  /** A port outside the range cannot be had, whatever it is (api 6.4). */
  @Test
  default void portOutOfRange_cannotBeHad() {
    for (int port : new int[] {Integer.MIN_VALUE, -1, 0, 29_999, 32_768, 70_000}) {
      assertRefused(
          empty(ClusterFixtures.ipv4()).takePort(port, ServiceHolders.WEB),
          AllocationRefusal.OUT_OF_RANGE,
          "provided port is not in the valid range. The range of valid ports is 30000-32767");
    }
  }

  /** Giving back what nobody holds changes nothing. */
  @Test
  default void releaseOfNothing_isTheSameState() {
    AllocationState empty = empty(ClusterFixtures.dualStack());

    assertThat(empty.release(IpAddress.parse("10.96.0.1"))).isSameAs(empty);
    assertThat(empty.release(IpAddress.parse("192.0.2.1"))).isSameAs(empty);
    assertThat(empty.releasePort(30_000)).isSameAs(empty);
    assertThat(empty.releasePort(-1)).isSameAs(empty);
  }

  /** Taking and giving back in any order is what a plain set does. */
  @Test
  default void anySequence_isWhatASetDoes() {
    Random random = new Random(20_260_102);
    AllocationState state = empty(ClusterFixtures.tiny());
    Set<Integer> ports = new HashSet<>();
    Set<IpAddress> addresses = new HashSet<>();
    IpAddress base = IpAddress.parse("10.96.0.0");
    for (int i = 0; i < 2_000; i++) {
      int port = 29_999 + random.nextInt(5);
      IpAddress address = base.plus(random.nextInt(8));
      if (random.nextBoolean()) {
        boolean isFree = port >= 30_000 && port <= 30_002 && ports.add(port);
        Allocation<Integer> taken = state.takePort(port, ServiceHolders.WEB);
        assertThat(taken instanceof Allocation.Taken).isEqualTo(isFree);
        state = next(taken, state);
        long offset = address.lowBits() - base.lowBits();
        boolean isAddressFree = offset > 0 && offset < 7 && addresses.add(address);
        Allocation<IpAddress> takenAddress = state.take(address, ServiceHolders.WEB);
        assertThat(takenAddress instanceof Allocation.Taken).isEqualTo(isAddressFree);
        state = next(takenAddress, state);
      } else {
        ports.remove(port);
        addresses.remove(address);
        state = state.releasePort(port).release(address);
      }
      assertThat(state).holds(addresses.size(), 0, ports.size());
    }
  }

  /** Of two Services that say one number the first holds it, and the other is told of. */
  @Test
  default void numbersSaidTwice_areConflicts() {
    Service first =
        SentServices.of(
            SentServices.nodePort()
                .spec()
                .withClusterIP("10.96.0.5")
                .withClusterIPs("10.96.0.5")
                .withIpFamilies(ImmutableList.of())
                .withPorts(ServicePort.of(80).withNodePort(30_005)));
    Service second = SentServices.named(first, "api");
    Service alias =
        SentServices.named(
            SentServices.of(
                SentServices.externalName()
                    .spec()
                    .withType(ServiceType.EXTERNAL_NAME)
                    .withPorts(ServicePort.of(80).withNodePort(5))),
            "alias");

    AllocationState state =
        semantics(ClusterFixtures.ipv4()).allocator().of(List.of(first, second, alias));

    assertThat(state)
        .isHeldBy("10.96.0.5", ServiceHolders.WEB)
        .isPortHeldBy(30_005, ServiceHolders.WEB)
        .holds(1, 0, 1);
    assertThat(state.conflicts())
        .extracting(AllocationConflict::kind)
        .containsExactlyInAnyOrder(
            AllocationConflict.Kind.CLUSTER_IP_ALREADY_ALLOCATED,
            AllocationConflict.Kind.NODE_PORT_ALREADY_ALLOCATED,
            AllocationConflict.Kind.NODE_PORT_NOT_HELD);
  }

  private AllocationState empty(ClusterProfile cluster) {
    return semantics(cluster).allocator().empty();
  }

  private static <T> AllocationState next(Allocation<T> allocation, AllocationState before) {
    return allocation instanceof Allocation.Taken<T> taken ? taken.next() : before;
  }

  private static <T> AllocationState taken(Allocation<T> allocation) {
    assertThat(allocation).isInstanceOf(Allocation.Taken.class);
    return ((Allocation.Taken<T>) allocation).next();
  }

  private static void assertRefused(
      Allocation<?> allocation, AllocationRefusal refusal, String message) {
    assertThat(allocation).isEqualTo(new Allocation.Refused<>(refusal, message));
  }
}
