package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import org.junit.jupiter.api.Test;

class RepackingTest {

  // routing 10.5, worked out by the real program
  @Test
  void portsWithTheSameAddresses_shareASubset() {
    ImmutableList<EndpointSubset> packed =
        Repacking.repack(ImmutableList.of(ready("a", 80), ready("a", 81), ready("b", 80)));

    assertThat(packed)
        .containsExactlyInAnyOrder(
            subset(ImmutableList.of("a"), ImmutableList.of(), 81),
            subset(ImmutableList.of("a", "b"), ImmutableList.of(), 80));
  }

  @Test
  void notReady_isStrongerThanReady() {
    EndpointSubset both =
        subset(ImmutableList.of("a", "b"), ImmutableList.of(), 80).withPorts(port(80), port(81));

    ImmutableList<EndpointSubset> packed =
        Repacking.repack(
            ImmutableList.of(both, subset(ImmutableList.of(), ImmutableList.of("a"), 81)));

    assertThat(packed)
        .containsExactlyInAnyOrder(
            subset(ImmutableList.of("a", "b"), ImmutableList.of(), 80),
            subset(ImmutableList.of("b"), ImmutableList.of("a"), 81));
  }

  @Test
  void noPorts_areOneSubset() {
    EndpointSubset bare =
        subset(ImmutableList.of("a"), ImmutableList.of("b"), 80).withPorts(ImmutableList.of());

    assertThat(Repacking.repack(ImmutableList.of(bare))).containsExactly(bare);
  }

  private static EndpointSubset ready(String address, int port) {
    return subset(ImmutableList.of(address), ImmutableList.of(), port);
  }

  private static EndpointSubset subset(
      ImmutableList<String> ready, ImmutableList<String> notReady, int port) {
    EndpointSubset.Builder subset = EndpointSubset.builder().addPorts(port(port));
    ready.forEach(ip -> subset.addAddresses(EndpointAddress.builder().ip(ip).build()));
    notReady.forEach(ip -> subset.addNotReadyAddresses(EndpointAddress.builder().ip(ip).build()));
    return subset.build();
  }

  private static EndpointSubsetPort port(int number) {
    return EndpointSubsetPort.builder().port(number).build();
  }
}
