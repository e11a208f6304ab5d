package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.testkit.arbitrary.DnsArbitraries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for names and records as text. */
class DnsTextLawsTest {

  private static final int MOST_IN_LABEL = 63;
  private static final int MOST_OCTETS = 255;

  @Provide
  Arbitrary<DnsName> names() {
    return DnsArbitraries.names();
  }

  @Provide
  Arbitrary<DnsRecord> records() {
    return DnsArbitraries.records();
  }

  @Provide
  Arbitrary<List<String>> labels() {
    return Arbitraries.oneOf(
            DnsArbitraries.labels(),
            Arbitraries.of("", "x".repeat(63), "x".repeat(64), "é".repeat(32)))
        .list()
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab.\\01259 \"é\u0000").ofMaxLength(12),
        Arbitraries.strings().withChars("a.").ofMinLength(230).ofMaxLength(270),
        records().map(DnsRecord::toString));
  }

  @Property
  void names_areReadBackAsPrinted(@ForAll("names") DnsName name) {
    DnsName back = DnsName.parse(name.toString());

    assertThat(back.isSpelledAs(name)).isTrue();
    assertThat(back).isEqualTo(name).hasToString(name.toString());
    assertThat(DnsName.of(name.labels()).isSpelledAs(name)).isTrue();
  }

  @Property
  void records_areReadBackAsPrinted(@ForAll("records") DnsRecord record) {
    DnsRecord back = DnsRecord.parse(record.toString());

    assertThat(back).isEqualTo(record).hasToString(record.toString());
  }

  @Property
  void anyText_isRefusedOrPrintedAsItIsRead(@ForAll("texts") String text) {
    DnsName.tryParse(text)
        .ifPresent(
            name -> {
              assertThat(name.length()).isLessThanOrEqualTo(MOST_OCTETS);
              assertThat(DnsName.parse(name.toString()).isSpelledAs(name)).isTrue();
            });
    DnsRecord.tryParse(text)
        .ifPresent(record -> assertThat(DnsRecord.parse(record.toString())).isEqualTo(record));
  }

  @Property
  void labels_makeANameIfAllFit(@ForAll("labels") List<String> labels) {
    int octets = 1;
    boolean isRight = true;
    for (String label : labels) {
      int length = label.getBytes(StandardCharsets.UTF_8).length;
      isRight &= length >= 1 && length <= MOST_IN_LABEL;
      octets += 1 + length;
    }
    DnsName name = DnsName.ROOT;
    boolean isMade = true;
    for (String label : ImmutableList.copyOf(labels).reverse()) {
      isMade &= name.below(label).isPresent();
      name = name.below(label).orElse(name);
    }

    assertThat(isMade).isEqualTo(isRight && octets <= MOST_OCTETS);
    if (isMade) {
      assertThat(name.length()).isEqualTo(octets);
      assertThat(name.labels()).isEqualTo(labels);
    }
  }

  @Property
  void order_isThatOfEquality(
      @ForAll("names") DnsName one,
      @ForAll("names") DnsName other,
      @ForAll("names") DnsName third) {
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    assertThat(one.toLowerCase()).isEqualByComparingTo(one);
    if (one.compareTo(other) <= 0 && other.compareTo(third) <= 0) {
      assertThat(one).isLessThanOrEqualTo(third);
    }
    if (one.isAtOrBelow(other)) {
      assertThat(one).isGreaterThanOrEqualTo(other);
      assertThat(one.suffix(other.labelCount())).isEqualTo(other);
    }
    one.followedBy(other)
        .ifPresent(
            both -> {
              assertThat(both.isAtOrBelow(other)).isTrue();
              assertThat(both.labelCount()).isEqualTo(one.labelCount() + other.labelCount());
            });
  }
}
