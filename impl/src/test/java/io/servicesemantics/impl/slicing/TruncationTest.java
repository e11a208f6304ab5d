package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {

  // routing 10.5, worked out by the real program
  @ParameterizedTest
  @CsvSource({
    "600,300,300,300, 600,50,300,50",
    "900,0,100,200, 900,0,100,0",
    "1200,50,0,0, 1000,0,0,0",
    "1000,1,0,0, 1000,0,0,0",
    "500,400,300,0, 500,200,300,0",
    "999,3,0,3, 999,1,0,0",
  })
  void moreThanAThousand_areCutReadyOnesFirst(
      int ready1, int not1, int ready2, int not2, int cut1, int cutNot1, int cut2, int cutNot2) {
    ImmutableList<EndpointSubset> subsets =
        ImmutableList.of(subset(ready1, not1), subset(ready2, not2));

    ImmutableList<EndpointSubset> cut = Truncation.cut(subsets);

    assertThat(Truncation.isNeeded(subsets)).isTrue();
    assertThat(cut.get(0).addresses()).hasSize(cut1);
    assertThat(cut.get(0).notReadyAddresses()).hasSize(cutNot1);
    assertThat(cut.get(1).addresses()).hasSize(cut2);
    assertThat(cut.get(1).notReadyAddresses()).hasSize(cutNot2);
  }

  @ParameterizedTest
  @CsvSource({"1000,0", "0,1000", "0,0"})
  void aThousandOrLess_areLeft(int ready, int notReady) {
    assertThat(Truncation.isNeeded(ImmutableList.of(subset(ready, notReady)))).isFalse();
  }

  private static EndpointSubset subset(int ready, int notReady) {
    return EndpointSubset.builder()
        .addresses(addresses(ready))
        .notReadyAddresses(addresses(notReady))
        .build();
  }

  private static List<EndpointAddress> addresses(int count) {
    List<EndpointAddress> addresses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      addresses.add(EndpointAddress.builder().ip("10.0." + i / 256 + "." + i % 256).build());
    }
    return addresses;
  }
}
