package io.servicesemantics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.net.IpAddress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PortEndpointsTest {

  private static final ServiceEndpoint ONE = at("10.0.0.1", 80);
  private static final ServiceEndpoint TWO = at("10.0.0.2", 80);
  private static final ServiceEndpoint TEN = at("10.0.0.10", 80);

  @Property(tries = 1000)
  void endpoints_compareAsTheirTextDoes(
      @ForAll int oneBits,
      @ForAll @IntRange(min = 1, max = 70000) int onePort,
      @ForAll int otherBits,
      @ForAll @IntRange(min = 1, max = 70000) int otherPort) {
    ServiceEndpoint one = at(IpAddress.ofIpv4(oneBits), onePort);

    assertOrder(one, at(IpAddress.ofIpv4(otherBits), otherPort));
    assertOrder(one, at(IpAddress.ofIpv4(oneBits ^ (otherBits & 0xff)), onePort));
    assertOrder(one, at(IpAddress.ofIpv4(oneBits), otherPort));
    assertOrder(one, at(IpAddress.ofIpv6(oneBits, otherBits), otherPort));
  }

  @Test
  void endpointsGivenInAnyOrder_standInTheOrderOfTheirText() {
    ServiceEndpoint six = at("fd00::1", 80);

    assertThat(PortEndpoints.of(ImmutableList.of(six, TWO, TEN, ONE)).endpoints())
        .containsExactly(TEN, ONE, TWO, six);
    assertThat(PortEndpoints.of(ImmutableList.of(ONE, TWO)))
        .isEqualTo(PortEndpoints.of(ImmutableList.of(TWO, ONE)))
        .hasSameHashCodeAs(PortEndpoints.of(ImmutableList.of(TWO, ONE)))
        .hasToString("[10.0.0.1:80, 10.0.0.2:80]");
  }

  @Test
  void oneAddressAndPortTwice_isRefused() {
    ServiceEndpoint again =
        new ServiceEndpoint(ONE.address(), ONE.port(), ONE.said().withNodeName("node"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortEndpoints.of(ImmutableList.of(ONE, again)))
        .withMessage(
            "Endpoint given twice: \"10.0.0.1:80\"; expected different addresses or ports");
  }

  @Test
  void setsByNodeAndHint_holdThoseThatSaySo() {
    ServiceEndpoint here = with(ONE, ONE.said().withNodeName("node"));
    ServiceEndpoint hinted =
        with(
            TWO,
            TWO.said()
                .withHints(EndpointHints.builder().addForZones("a", "a").addForNodes("n").build()));
    ServiceEndpoint unready =
        with(TEN, hinted.said().withConditions(EndpointConditions.of(false, true, true)));
    PortEndpoints endpoints = PortEndpoints.of(ImmutableList.of(here, hinted, unready));

    assertThat(endpoints.onNode("node")).containsExactly(here);
    assertThat(endpoints.onNode("")).isEmpty();
    assertThat(endpoints.ready()).containsExactly(here, hinted);
    assertThat(endpoints.servingWhileTerminating()).containsExactly(unready);
    assertThat(endpoints.readyHintedForZone("a")).containsExactly(hinted);
    assertThat(endpoints.readyHintedForZone("b")).isEmpty();
    assertThat(endpoints.readyHintedForNode("n")).containsExactly(hinted);
    assertThat(endpoints.isAnyReadyZoneHinted()).isTrue();
    assertThat(endpoints.isEachReadyZoneHinted()).isFalse();
    assertThat(endpoints.readyWithoutZoneHint()).contains(here);
    assertThat(endpoints.readyWithoutNodeHint()).contains(here);
  }

  @Property
  void sets_doAsBitSetsDo(
      @ForAll @Size(max = 300) boolean[] oneBits, @ForAll @Size(max = 300) boolean[] otherBits) {
    int size = Math.max(oneBits.length, otherBits.length);
    PortEndpoints ofOne = states(size, oneBits, otherBits);
    EndpointSet one = ofOne.ready();
    EndpointSet other = ofOne.onNode("node");
    BitSet oneModel = model(ofOne, one);
    BitSet otherModel = model(ofOne, other);

    BitSet both = (BitSet) oneModel.clone();
    both.and(otherModel);
    BitSet either = (BitSet) oneModel.clone();
    either.or(otherModel);
    assertThat(model(ofOne, one.intersection(other))).isEqualTo(both);
    assertThat(model(ofOne, one.union(other))).isEqualTo(either);
    assertThat(one.containsAll(other)).isEqualTo(either.equals(oneModel));
    assertThat(one.size()).isEqualTo(oneModel.cardinality());
    assertThat(one.isEmpty()).isEqualTo(oneModel.isEmpty());
    for (int i = 0; i <= size; i++) {
      assertThat(one.nextIndex(i)).isEqualTo(oneModel.nextSetBit(i));
    }
  }

  @Test
  void setsOfDifferentEndpoints_areNotJoined() {
    EndpointSet one = PortEndpoints.of(ImmutableList.of(ONE)).ready();
    EndpointSet two = PortEndpoints.of(ImmutableList.of(TWO)).ready();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.union(two))
        .withMessage(
            "Universe of a set of endpoints: \"[10.0.0.2:80]\"; expected \"[10.0.0.1:80]\"");
    assertThatThrownBy(() -> one.contains(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(one).isNotEqualTo(two);
  }

  @Test
  void setsDrawnFromDifferentEndpoints_areEqualByTheirMembers() {
    EndpointSet small = PortEndpoints.of(ImmutableList.of(ONE)).ready();
    ServiceEndpoint unready =
        with(TWO, TWO.said().withConditions(EndpointConditions.of(false, false, false)));
    EndpointSet large = PortEndpoints.of(ImmutableList.of(ONE, unready)).ready();

    assertThat(small).isEqualTo(large).hasSameHashCodeAs(large).hasToString("[10.0.0.1:80]");
  }

  @Test
  void iteratorAtItsEnd_throws() {
    Iterator<ServiceEndpoint> none = PortEndpoints.of(ImmutableList.of()).none().iterator();

    assertThat(none.hasNext()).isFalse();
    assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void writtenAndReadBack_areEqualAndKnowTheirSets() throws IOException, ClassNotFoundException {
    EndpointSet ready = PortEndpoints.of(ImmutableList.of(ONE, TWO)).ready();
    EndpointSet back = writtenAndReadBack(ready);

    assertThat(back).isEqualTo(ready);
    assertThat(back.universe().ready()).isEqualTo(ready);
  }

  private static EndpointSet writtenAndReadBack(EndpointSet ready)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(ready);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (EndpointSet) in.readObject();
    }
  }

  @Test
  void entriesThatOneNodeSeesOtherwise_areSeenFromThereAlone()
      throws IOException, ClassNotFoundException {
    ServiceEndpoint there = with(TWO, TWO.said().withNodeName("node"));
    PortEndpoints endpoints =
        PortEndpoints.of(ImmutableList.of(TWO, ONE), ImmutableListMultimap.of("node", there));

    assertThat(endpoints.endpoints()).containsExactly(ONE, TWO);
    assertThat(endpoints.otherViews()).containsExactly("node");
    assertThat(endpoints.seenFrom("node"))
        .isEqualTo(PortEndpoints.of(ImmutableList.of(ONE, there)));
    assertThat(endpoints.seenFrom("other")).isSameAs(endpoints);
    assertThat(endpoints.seenFrom("node").seenFrom("node").otherViews()).isEmpty();
    assertThat(endpoints).isNotEqualTo(PortEndpoints.of(ImmutableList.of(ONE, TWO)));
    EndpointSet back = writtenAndReadBack(endpoints.ready());
    assertThat(back.universe()).isEqualTo(endpoints);
    assertThat(back.universe().seenFrom("node")).isEqualTo(endpoints.seenFrom("node"));
  }

  @Test
  void anEntryOfAnAddressThatNobodyHas_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PortEndpoints.of(ImmutableList.of(ONE), ImmutableListMultimap.of("node", TWO)))
        .withMessage(
            "Entry that counts on node node: \"10.0.0.2:80\"; expected the address and port of one"
                + " of [10.0.0.1:80]");
  }

  @Test
  void anEndpointCalledAsWritten_isAnotherThanOneOfTheSameAddress() {
    Endpoint said = Endpoint.of("fd00:0::1");
    ServiceEndpoint usual = new ServiceEndpoint(IpAddress.parse("fd00::1"), 80, said);
    ServiceEndpoint written = new ServiceEndpoint(IpAddress.parse("fd00::1"), 80, said, true);

    assertThat(written).hasToString("[fd00:0::1]:80");
    assertThat(PortEndpoints.of(ImmutableList.of(usual, written)).endpoints())
        .containsExactly(written, usual);
    assertOrder(written, usual);
    assertOrder(new ServiceEndpoint(ONE.address(), 80, Endpoint.of("010.0.0.1"), true), TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServiceEndpoint(ONE.address(), 80, Endpoint.builder().build(), true))
        .withMessageContaining("expected one or more");
  }

  private static void assertOrder(ServiceEndpoint one, ServiceEndpoint other) {
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
  }

  private static PortEndpoints states(int size, boolean[] ready, boolean[] here) {
    ImmutableList.Builder<ServiceEndpoint> endpoints = ImmutableList.builder();
    for (int i = 0; i < size; i++) {
      boolean isReady = i < ready.length && ready[i];
      boolean isHere = i < here.length && here[i];
      ServiceEndpoint endpoint = at(IpAddress.ofIpv4(i), 80);
      endpoints.add(
          with(
              endpoint,
              endpoint
                  .said()
                  .withConditions(EndpointConditions.of(isReady, true, false))
                  .withNodeName(isHere ? "node" : "other")));
    }
    return PortEndpoints.of(endpoints.build());
  }

  private static BitSet model(PortEndpoints endpoints, EndpointSet set) {
    BitSet model = new BitSet();
    ImmutableList<ServiceEndpoint> members = set.toList();
    for (int i = 0; i < endpoints.size(); i++) {
      model.set(i, members.contains(endpoints.endpoints().get(i)));
      assertThat(set.contains(i)).isEqualTo(model.get(i));
    }
    return model;
  }

  private static ServiceEndpoint with(ServiceEndpoint endpoint, Endpoint said) {
    return new ServiceEndpoint(endpoint.address(), endpoint.port(), said);
  }

  private static ServiceEndpoint at(String address, int port) {
    return at(IpAddress.parse(address), port);
  }

  private static ServiceEndpoint at(IpAddress address, int port) {
    return new ServiceEndpoint(address, port, Endpoint.of(address.toString()));
  }
}
