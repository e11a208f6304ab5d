package io.servicesemantics.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IpAddressPropertiesTest {

  @Provide
  Arbitrary<IpAddress> any() {
    return AddressArbitraries.any();
  }

  @Provide
  Arbitrary<IpAddress> unmapped() {
    return AddressArbitraries.unmapped();
  }

  @Provide
  Arbitrary<String> nearlyAddresses() {
    Arbitrary<String> pieces =
        Arbitraries.of("0", "1", "00", "255", "256", "f", "FFFF", "10000", "a", ":", "::", ".", "%")
            .list()
            .ofMaxSize(20)
            .map(list -> String.join("", list));
    Arbitrary<String> edited =
        AddressArbitraries.any()
            .map(IpAddress::toString)
            .flatMap(
                text ->
                    Arbitraries.integers()
                        .between(0, text.length())
                        .flatMap(
                            at ->
                                Arbitraries.strings()
                                    .withChars("0f:.")
                                    .ofMaxLength(2)
                                    .map(put -> text.substring(0, at) + put + text.substring(at))));
    return Arbitraries.oneOf(pieces, edited);
  }

  @Property
  void printed_isReadBackAndCanonical(@ForAll("unmapped") IpAddress address) {
    String text = address.toString();

    assertThat(IpAddress.parse(text)).isEqualTo(address);
    assertThat(IpAddress.tryParseLenient(text)).contains(address);
    assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.CANONICAL);
  }

  @Property
  void printed_meansTheSameToTheJdk(@ForAll("any") IpAddress address) throws UnknownHostException {
    InetAddress other = InetAddress.getByName(address.toString());

    assertThat(other.getAddress()).isEqualTo(address.unmapped().toBytes());
  }

  @Property
  void printed_isWhatGuavaPrints(@ForAll("unmapped") IpAddress address)
      throws UnknownHostException {
    InetAddress other = InetAddress.getByAddress(address.toBytes());

    assertThat(address).hasToString(InetAddresses.toAddrString(other));
  }

  @Property
  void jdksUncompressedText_isRead(@ForAll("unmapped") IpAddress address)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(address.toBytes()).getHostAddress();

    assertThat(IpAddress.parse(text)).isEqualTo(address);
    assertThat(IpAddress.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(address);
  }

  @Property(tries = 5000)
  void anyText_isReadWhereGuavaReadsIt(@ForAll("nearlyAddresses") String text) {
    Assume.that(text.indexOf('%') < 0);
    // Guava reads the same grammar, and IPv4-mapped addresses as IPv4
    boolean known = InetAddresses.isInetAddress(text);
    AddressNotation notation = AddressNotation.ofAddress(text);

    assertThat(notation.compareTo(AddressNotation.LEADING_ZEROS) > 0).isEqualTo(known);
    if (known) {
      byte[] bytes = InetAddresses.forString(text).getAddress();
      assertThat(IpAddress.tryParseLenient(text)).contains(IpAddress.of(bytes).unmapped());
    }
  }

  @Property(tries = 5000)
  void notation_agreesWithWhatReads(@ForAll("nearlyAddresses") String text) {
    AddressNotation notation = AddressNotation.ofAddress(text);

    assertThat(IpAddress.tryParseLenient(text).isPresent())
        .isEqualTo(notation != AddressNotation.UNREADABLE);
    assertThat(IpAddress.tryParse(text).isPresent())
        .isEqualTo(notation.compareTo(AddressNotation.IPV4_MAPPED) > 0);
    assertThat(IpAddress.isCanonical(text))
        .isEqualTo(IpAddress.tryParse(text).map(IpAddress::toString).equals(Optional.of(text)));
  }

  @Property
  void superfluousZeros_changeNothingForTheLenient(
      @ForAll("unmapped") IpAddress address, @ForAll @IntRange(min = 1, max = 9) int zeros) {
    boolean ipv4 = address.family() == IpFamily.IPV4;
    String separator = ipv4 ? "." : ":";
    String pad = "0".repeat(ipv4 ? zeros : zeros + 3);
    String text =
        Splitter.on(separator)
            .splitToStream(address.toString())
            .map(part -> part.isEmpty() ? part : pad + part)
            .collect(Collectors.joining(separator));
    Assume.that(!text.equals("::"));

    assertThat(IpAddress.tryParseLenient(text)).contains(address);
    assertThat(IpAddress.tryParse(text)).isEmpty();
    assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.LEADING_ZEROS);
  }

  @Property
  void bytes_areTurnedBack(@ForAll("any") IpAddress address) {
    assertThat(IpAddress.of(address.toBytes())).isEqualTo(address).hasSameHashCodeAs(address);
  }

  @Property
  void order_isThatOfFamilyThenUnsignedBytes(
      @ForAll("any") IpAddress one, @ForAll("any") IpAddress other) {
    int expected =
        one.family() == other.family()
            ? Arrays.compareUnsigned(one.toBytes(), other.toBytes())
            : one.family().compareTo(other.family());

    assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(expected));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
  }

  @Property
  void plus_addsAsBigNumbersDo(@ForAll("any") IpAddress address, @ForAll long distance) {
    BigInteger sum = new BigInteger(1, address.toBytes()).add(BigInteger.valueOf(distance));
    boolean inside = sum.signum() >= 0 && sum.bitLength() <= address.family().bits();

    if (inside) {
      assertThat(new BigInteger(1, address.plus(distance).toBytes())).isEqualTo(sum);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> address.plus(distance));
    }
  }

  @Property
  void reverseName_namesTheAddressBackwards(@ForAll("any") IpAddress address) {
    List<String> labels = Splitter.on('.').splitToList(address.reverseName());
    boolean ipv4 = address.family() == IpFamily.IPV4;
    int count = ipv4 ? 4 : 32;

    assertThat(labels).hasSize(count + 3);
    assertThat(labels.subList(count, count + 3))
        .containsExactly(ipv4 ? "in-addr" : "ip6", "arpa", "");
    BigInteger value = BigInteger.ZERO;
    for (int i = count - 1; i >= 0; i--) {
      value = value.shiftLeft(ipv4 ? 8 : 4).or(new BigInteger(labels.get(i), ipv4 ? 10 : 16));
    }
    assertThat(value).isEqualTo(new BigInteger(1, address.toBytes()));
  }

  @Property
  void serialized_isReadBack(@ForAll("any") IpAddress address) throws Exception {
    assertThat(SerializedForm.read(SerializedForm.write(address))).isEqualTo(address);
  }
}
