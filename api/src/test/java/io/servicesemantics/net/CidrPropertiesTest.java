package io.servicesemantics.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class CidrPropertiesTest {

  @Provide
  Arbitrary<Cidr> cidrs() {
    return AddressArbitraries.cidrs();
  }

  @Provide
  Arbitrary<Tuple2<Cidr, Cidr>> neighbours() {
    return AddressArbitraries.cidrs()
        .flatMap(one -> AddressArbitraries.near(one).map(other -> Tuple.of(one, other)));
  }

  private static BigInteger number(IpAddress address) {
    return new BigInteger(1, address.toBytes());
  }

  @Property
  void printed_isReadBack(@ForAll("cidrs") Cidr cidr) {
    Assume.that(!cidr.address().isIpv4Mapped());
    String text = cidr.toString();

    assertThat(Cidr.parse(text)).isEqualTo(cidr).hasSameHashCodeAs(cidr);
    assertThat(Cidr.isCanonical(text)).isEqualTo(!cidr.hasHostBits());
  }

  @Property
  void ends_spanExactlyItsSize(@ForAll("cidrs") Cidr cidr) {
    BigInteger span = number(cidr.last()).subtract(number(cidr.first())).add(BigInteger.ONE);

    assertThat(span).isEqualTo(cidr.size());
    assertThat(number(cidr.first()).mod(cidr.size())).isZero();
    assertThat(cidr.first()).isLessThanOrEqualTo(cidr.address());
    assertThat(cidr.last()).isGreaterThanOrEqualTo(cidr.address());
  }

  @Property
  void masked_isTheSameNetworkWithoutHostBits(@ForAll("cidrs") Cidr cidr) {
    Cidr masked = cidr.masked();

    assertThat(masked.hasHostBits()).isFalse();
    assertThat(masked.address()).isEqualTo(cidr.first());
    assertThat(masked.last()).isEqualTo(cidr.last());
    assertThat(masked.equals(cidr)).isEqualTo(!cidr.hasHostBits());
    assertThat(masked.contains(cidr) && cidr.contains(masked)).isTrue();
  }

  @Property(tries = 1000)
  void containedAddress_isOneBetweenTheEnds(@ForAll("neighbours") Tuple2<Cidr, Cidr> pair) {
    Cidr cidr = pair.get1();
    IpAddress address = pair.get2().address();
    boolean between =
        cidr.family() == address.family()
            && cidr.first().compareTo(address) <= 0
            && cidr.last().compareTo(address) >= 0;

    assertThat(cidr.contains(address)).isEqualTo(between);
  }

  @Property(tries = 1000)
  void containedNetwork_hasBothEndsInside(@ForAll("neighbours") Tuple2<Cidr, Cidr> pair) {
    Cidr one = pair.get1();
    Cidr other = pair.get2();

    assertThat(one.contains(other))
        .isEqualTo(one.contains(other.first()) && one.contains(other.last()));
  }

  @Property(tries = 1000)
  void overlapping_isSymmetricAndMeansAnAddressInCommon(
      @ForAll("neighbours") Tuple2<Cidr, Cidr> pair) {
    Cidr one = pair.get1();
    Cidr other = pair.get2();
    boolean common =
        one.first().compareTo(other.last()) <= 0 && other.first().compareTo(one.last()) <= 0;

    assertThat(one.overlaps(other)).isEqualTo(common).isEqualTo(other.overlaps(one));
  }

  @Property
  void offset_isTurnedBack(@ForAll("cidrs") Cidr cidr, @ForAll long random) {
    long offset = (random & Long.MAX_VALUE) % cidr.saturatedSize();
    IpAddress address = cidr.address(offset);

    assertThat(cidr.offsetOf(address)).hasValue(offset);
    assertThat(address).isEqualTo(cidr.first().plus(offset));
  }

  @Property(tries = 1000)
  void order_isConsistentWithEquality(@ForAll("neighbours") Tuple2<Cidr, Cidr> pair) {
    Cidr one = pair.get1();
    Cidr other = pair.get2();

    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
  }

  @Property
  void reverseZones_holdTheNamesOfItsAddressesOnly(@ForAll("neighbours") Tuple2<Cidr, Cidr> pair) {
    Cidr cidr = pair.get1();
    ImmutableList<String> zones = cidr.reverseZones();

    for (IpAddress address :
        ImmutableList.of(cidr.first(), cidr.address(), cidr.last(), pair.get2().address())) {
      long holding =
          zones.stream().filter(zone -> ("." + address.reverseName()).endsWith("." + zone)).count();
      assertThat(holding).isEqualTo(cidr.contains(address) ? 1 : 0);
    }
  }

  @Provide
  Arbitrary<String> lengths() {
    Arbitrary<String> digits = Arbitraries.strings().withChars("0123456789").ofMaxLength(3);
    return Arbitraries.oneOf(digits, digits, Arbitraries.strings().ofMaxLength(3));
  }

  @Property(tries = 1000)
  void lengthText_isAPlainNumberUpToTheBits(@ForAll("lengths") String length) {
    Optional<Cidr> expected =
        IntStream.rangeClosed(0, 32)
            .filter(bits -> Integer.toString(bits).equals(length))
            .mapToObj(bits -> Cidr.of(IpAddress.ofIpv4(10 << 24), bits))
            .findAny();

    assertThat(Cidr.tryParse("10.0.0.0/" + length)).isEqualTo(expected);
  }

  @Property
  void serialized_isReadBack(@ForAll("cidrs") Cidr cidr) throws Exception {
    assertThat(SerializedForm.read(SerializedForm.write(cidr))).isEqualTo(cidr);
  }
}
