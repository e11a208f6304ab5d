package io.servicesemantics.pod;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ResolvConfTest {

  @Test
  void linesOfEveryKind_areRead() {
    ResolvConf conf =
        ResolvConf.parse(
            """
            # comment
            ; comment
            domain first.test
            search a.test b.test.\t.
            nameserver 10.96.0.10 rest
            nameserver\tfd00::a
            options ndots:5 rotate
            options timeout:2
            sortlist 130.155.160.0
            """);

    assertThat(conf.nameservers()).containsExactly("10.96.0.10", "fd00::a");
    assertThat(conf.searches()).containsExactly("a.test", "b.test.", ".");
    assertThat(conf.options()).containsExactly("ndots:5", "rotate", "timeout:2");
  }

  @Test
  void lastOfDomainAndSearch_counts() {
    assertThat(ResolvConf.parse("search a.test b.test\ndomain c.test d.test\r\n").searches())
        .containsExactly("c.test");
    assertThat(ResolvConf.parse("search a.test\nsearch\n").searches()).containsExactly("a.test");
  }

  @Test
  void textWithoutMeaning_isNothing() {
    assertThat(ResolvConf.parse("")).isEqualTo(ResolvConf.EMPTY);
    assertThat(ResolvConf.parse("nameserver\nSEARCH a.test\noptions\n\u0000\n#search a.test"))
        .isEqualTo(ResolvConf.EMPTY);
    assertThat(ResolvConf.EMPTY).hasToString("");
  }

  @Test
  void megabytesOfText_areReadInATime() {
    ResolvConf conf =
        ResolvConf.parse("search a.test\n".repeat(200_000) + "search " + "b ".repeat(100_000));

    assertThat(conf.searches()).hasSize(100_000);
  }

  @Provide
  Arbitrary<ResolvConf> confs() {
    Arbitrary<List<String>> words =
        Arbitraries.strings()
            .withChars("a.:#;1é")
            .ofMinLength(1)
            .ofMaxLength(6)
            .list()
            .ofMaxSize(5);
    return Combinators.combine(words, words, words)
        .as(
            (servers, searches, options) ->
                new ResolvConf(
                    ImmutableList.copyOf(servers),
                    ImmutableList.copyOf(searches),
                    ImmutableList.copyOf(options)));
  }

  @Property
  void whatIsPrinted_isReadBack(@ForAll("confs") ResolvConf conf) {
    assertThat(ResolvConf.parse(conf.toString())).isEqualTo(conf);
  }
}
