package io.servicesemantics.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {

  private static final String LABEL_63 = "x".repeat(63);
  // 64 octets three times, 62 and the root: 255
  private static final String LONGEST =
      LABEL_63 + "." + LABEL_63 + "." + LABEL_63 + "." + "y".repeat(61);

  private static DnsName name(String text) {
    return DnsName.parse(text);
  }

  @Nested
  class Reading {

    @Test
    void dotBehind_makesNoDifference() {
      assertThat(name("web.shop.")).isEqualTo(name("web.shop")).hasToString("web.shop.");
    }

    @Test
    void singleDot_isTheRoot() {
      assertThat(name(".")).isEqualTo(DnsName.ROOT).hasToString(".");
      assertThat(DnsName.ROOT.labels()).isEmpty();
      assertThat(DnsName.ROOT.labelCount()).isZero();
      assertThat(DnsName.ROOT.length()).isEqualTo(1);
    }

    @Test
    void spelling_isKept() {
      assertThat(name("Web.SHOP.svc")).hasToString("Web.SHOP.svc.");
      assertThat(name("Web.SHOP").labels()).containsExactly("Web", "SHOP");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        textBlock =
            """
            a\\.b.c    | a\\.b.c.
            a\\046b.c  | a\\.b.c.
            \\065.c    | A.c.
            a\\b.c     | ab.c.
            a\\\\.c    | a\\\\.c.
            \\000.c    | \\000.c.
            \\255.c    | \\255.c.
            é.c        | \\195\\169.c.
            a b.c      | a\\ b.c.
            a"b        | a\\"b.
            $a;(b)@'c  | $a\\;\\(b\\)\\@\\'c.
            *.c        | *.c.
            """)
    void escapes_areReadAndWritten(String text, String printed) {
      assertThat(name(text)).hasToString(printed);
      assertThat(name(printed).isSpelledAs(name(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "", "..", "a..b", ".a", "a..", "a\\", "a\\1", "a\\12", "a\\1x", "a\\12x", "a\\256",
          "\\999"
        })
    void textThatIsNoName_isRefused(String text) {
      assertThat(DnsName.tryParse(text)).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DnsName.parse(text))
          .withMessageContaining("DNS name: \"" + text + "\"");
    }

    @Test
    void endlessText_isRefusedAtOnceAndQuotedInPart() {
      for (String piece : List.of("a", ".", "a.", "\\", "\\000", "é")) {
        String endless = piece.repeat(5_000_000);

        assertThat(DnsName.tryParse(endless)).isEmpty();
        assertThatThrownBy(() -> DnsName.parse(endless)).message().hasSizeLessThan(500);
      }
    }
  }

  @Nested
  class Limits {

    @Test
    void label_isRefusedFrom64Octets() {
      assertThat(name(LABEL_63).labels()).containsExactly(LABEL_63);
      assertThat(DnsName.tryParse(LABEL_63 + "x")).isEmpty();
      assertThat(DnsName.ROOT.below(LABEL_63)).isPresent();
      assertThat(DnsName.ROOT.below(LABEL_63 + "x")).isEmpty();
    }

    @Test
    void labelOfWideLetters_isCountedInOctets() {
      assertThat(DnsName.tryParse("é".repeat(31))).isPresent();
      assertThat(DnsName.tryParse("é".repeat(32))).isEmpty();
    }

    @Test
    void escapes_countAsOneOctet() {
      assertThat(name("\\000".repeat(63)).length()).isEqualTo(65);
      assertThat(DnsName.tryParse("\\000".repeat(64))).isEmpty();
    }

    @Test
    void name_isRefusedFrom256Octets() {
      assertThat(name(LONGEST).length()).isEqualTo(255);
      assertThat(name(LONGEST + ".")).hasToString(LONGEST + ".");
      assertThat(DnsName.tryParse(LONGEST + "y")).isEmpty();
      assertThat(DnsName.tryParse(LONGEST + ".y")).isEmpty();
    }

    @Test
    void mostLabels_are127() {
      String most = "a.".repeat(127);

      assertThat(name(most).labelCount()).isEqualTo(127);
      assertThat(name(most).length()).isEqualTo(255);
      assertThat(DnsName.tryParse(most + "a")).isEmpty();
    }

    @Test
    void longestNameEscaped_isReadBack() {
      String escaped = LONGEST.replace("x", "\\001").replace("y", "\\255");

      assertThat(name(escaped).toString()).isEqualTo(escaped + ".");
      assertThat(name(escaped).length()).isEqualTo(255);
    }

    @Test
    void longerName_isRefusedNotCut() {
      assertThat(name(LONGEST).below("a")).isEmpty();
      assertThat(name(LONGEST).followedBy(name("a"))).isEmpty();
      assertThat(name("a").followedBy(name(LONGEST))).isEmpty();
      assertThat(name(LONGEST).followedBy(DnsName.ROOT)).contains(name(LONGEST));
      assertThat(DnsName.ROOT.followedBy(name(LONGEST))).contains(name(LONGEST));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DnsName.of(ImmutableList.of(LABEL_63 + "x")))
          .withMessageContaining("Labels of a name");
    }
  }

  @Nested
  class Parts {

    @Test
    void labelsWithDots_areLettersInThem() {
      DnsName name = DnsName.of(ImmutableList.of("a.b", "c\\d", "e"));

      assertThat(name).hasToString("a\\.b.c\\\\d.e.");
      assertThat(name.labelCount()).isEqualTo(3);
      assertThat(name.labels()).containsExactly("a.b", "c\\d", "e");
      assertThat(name("e").below("a.b")).contains(name("a\\.b.e"));
    }

    @Test
    void emptyLabel_isRefused() {
      assertThat(name("a").below("")).isEmpty();
      assertThatIllegalArgumentException().isThrownBy(() -> DnsName.of(ImmutableList.of("a", "")));
    }

    @Test
    void noLabels_makeTheRoot() {
      assertThat(DnsName.of(ImmutableList.of())).isEqualTo(DnsName.ROOT);
    }

    @Test
    void suffix_keepsLastLabels() {
      DnsName name = name("Web.shop.Svc");

      assertThat(name.suffix(2)).hasToString("shop.Svc.");
      assertThat(name.suffix(0)).isEqualTo(DnsName.ROOT);
      assertThat(name.suffix(3)).isSameAs(name);
      assertThatIllegalArgumentException().isThrownBy(() -> name.suffix(4));
      assertThatIllegalArgumentException().isThrownBy(() -> name.suffix(-1));
    }

    @Test
    void followedBy_putsOneNameBehindAnother() {
      assertThat(name("db.prod").followedBy(name("svc.Local"))).contains(name("db.prod.svc.local"));
    }

    @Test
    void octets_areThoseOfTheWire() {
      DnsName name = name("aB.\\200");

      assertThat(List.of(name.octet(0), name.octet(1), name.octet(2))).containsExactly(2, 97, 66);
      assertThat(name.octet(4)).isEqualTo(200);
      assertThat(name.octet(5)).isZero();
      assertThatThrownBy(() -> name.octet(6)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Nested
  class Comparison {

    @Test
    void capitals_makeNoDifferenceButAreSeen() {
      DnsName capital = name("WEB.shop");

      assertThat(capital).isEqualTo(name("web.SHOP")).hasSameHashCodeAs(name("web.SHOP"));
      assertThat(capital).isEqualByComparingTo(name("web.shop"));
      assertThat(capital.isSpelledAs(name("web.shop"))).isFalse();
      assertThat(capital.isLowerCase()).isFalse();
      assertThat(capital.toLowerCase()).hasToString("web.shop.");
    }

    @Test
    void lettersBeyondAscii_haveNoOtherCase() {
      assertThat(name("é")).isNotEqualTo(name("É"));
      assertThat(name("É").isLowerCase()).isTrue();
    }

    @Test
    void lengthOfALabel_isNotTakenForALetter() {
      // a label of 65 octets does not exist, but one of 'A' octets would look like a length
      assertThat(name("A.b")).isNotEqualTo(name("a\\001b"));
      assertThat(name("ab.c")).isNotEqualTo(name("a.bc"));
    }

    @Test
    void below_isByWholeLabels() {
      DnsName zone = name("Cluster.local");

      assertThat(name("a.cluster.LOCAL").isAtOrBelow(zone)).isTrue();
      assertThat(zone.isAtOrBelow(zone)).isTrue();
      assertThat(name("xcluster.local").isAtOrBelow(zone)).isFalse();
      assertThat(name("local").isAtOrBelow(zone)).isFalse();
      assertThat(zone.isAtOrBelow(DnsName.ROOT)).isTrue();
      assertThat(DnsName.ROOT.isAtOrBelow(zone)).isFalse();
      // octets that only look like a label of their own
      assertThat(name("x\\007cluster\\005local").isAtOrBelow(zone)).isFalse();
      assertThat(name("x\\007cluster.local").isAtOrBelow(zone)).isFalse();
    }

    @Test
    void order_isThatOfRfc4034() {
      List<DnsName> inOrder =
          List.of(
              name("example"),
              name("a.example"),
              name("yljkjljk.a.example"),
              name("Z.a.example"),
              name("zABC.a.EXAMPLE"),
              name("z.example"),
              name("\\001.z.example"),
              name("*.z.example"),
              name("\\200.z.example"));

      assertThat(Ordering.natural().isStrictlyOrdered(inOrder)).isTrue();
      assertThat(DnsName.ROOT).isLessThan(name("example"));
      assertThat(name("a")).isLessThan(name("aa"));
    }
  }

  @Test
  void serialized_comesBackTheSame() throws IOException, ClassNotFoundException {
    DnsName name = name("Web.a\\.b.shop");

    Object back = SerializedForm.writtenAndRead(name);

    assertThat(back).isEqualTo(name).hasToString(name.toString()).hasSameHashCodeAs(name);
  }
}
