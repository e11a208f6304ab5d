package io.servicesemantics.impl.pod;

import static io.servicesemantics.pod.Libc.GLIBC_2_36;
import static io.servicesemantics.pod.Libc.MUSL_1_2_3;
import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.NameServer;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import io.servicesemantics.pod.WantedAddresses;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What C libraries ask, and when they stop. */
class NameLookupTest {

  private static final ResolvConf CONF = conf("ndots:5", "a.test", "b.test");

  private final PodResolver door = new StandardPodResolver("cluster.local");
  private final Map<String, DnsAnswer> known = new HashMap<>();
  private final NameServer server =
      question ->
          known.getOrDefault(
              question.name() + " " + question.type(),
              known.getOrDefault(question.name().toString(), DnsAnswer.of(ResponseCode.NXDOMAIN)));

  @Nested
  class Order {

    @ParameterizedTest
    @EnumSource(Libc.class)
    void fewDots_areSearchedAndAskedLast(Libc libc) {
      Explained<Lookup> done = explain("w", CONF, libc);

      assertThat(done.value()).asks("w.a.test.", "w.b.test.", "w.").fails(LookupError.EAI_NONAME);
      assertThat(done).restsOn(ResolverReason.SEARCHED).withFact("search", "a.test");
      assertThat(done).restsOn(ResolverReason.ASKED_LAST).withFact("asked", "w.");
      assertThat(done).restsOn(ResolverReason.NOTHING_LEFT);
    }

    @Test
    void enoughDots_areAskedFirstAndByMuslAlone() {
      ResolvConf conf = conf("ndots:1", "a.test");

      assertThat(explain("w.x", conf, GLIBC_2_36).value()).asks("w.x.", "w.x.a.test.");
      assertThat(explain("w.x", conf, GLIBC_2_36)).restsOn(ResolverReason.ENOUGH_DOTS);
      assertThat(explain("w.x", conf, MUSL_1_2_3).value()).asks("w.x.");
      assertThat(explain("w.x", conf, MUSL_1_2_3)).restsOn(ResolverReason.ENOUGH_DOTS_FOR_ALL);
    }

    @Test
    void rootOnTheList_isTheNameItselfForGlibc() {
      known("w.", "10.0.0.1");

      assertThat(explain("w", conf("ndots:5", ".", "a.test"), GLIBC_2_36))
          .restsOn(ResolverReason.SEARCHED_IN_ROOT)
          .withFact("asked", "w.");
      assertThat(lookUp("x", conf("ndots:5", ".", "a.test", "."), GLIBC_2_36))
          .asks("x.", "x.a.test.");
      assertThat(explain("x.y", conf("ndots:1", "."), GLIBC_2_36))
          .restsOn(ResolverReason.ASKED_BEFORE);
      assertThat(lookUp("x", conf("ndots:5", ".a.test"), GLIBC_2_36)).asks("x.a.test.", "x.");
    }

    @Test
    void rootOnTheList_isNoNameForMusl() {
      for (String root : new String[] {".", "a.test.."}) {
        assertThat(lookUp("w", conf("ndots:5", root, "a.test"), MUSL_1_2_3))
            .asks("(malformed)")
            .fails(LookupError.EAI_AGAIN);
      }
      assertThat(explain("w", conf("ndots:5", ".a.test"), MUSL_1_2_3))
          .restsOn(ResolverReason.CANDIDATE_ENDS_LOOKUP);
    }

    @Test
    void noTldQuery_keepsGlibcFromAskingOneLabel() {
      ResolvConf conf =
          new ResolvConf(
              ImmutableList.of(), ImmutableList.of("a.test"), ImmutableList.of("no-tld-query"));

      assertThat(lookUp("w", conf, GLIBC_2_36)).asks("w.a.test.").fails(LookupError.EAI_NONAME);
      assertThat(explain("w", conf, GLIBC_2_36)).restsOn(ResolverReason.NOT_ASKED_LAST);
      assertThat(lookUp("w", conf, MUSL_1_2_3)).asks("w.a.test.", "w.");
      ResolvConf bare =
          new ResolvConf(ImmutableList.of(), ImmutableList.of(), ImmutableList.of("no-tld-query"));
      assertThat(lookUp("w", bare, GLIBC_2_36)).asks("w.");
    }

    @ParameterizedTest
    @CsvSource({
      "ndots:0, 0, 0",
      "ndots:15, 15, 15",
      "ndots:99, 15, 15",
      "ndots:99999999999, 15, 15",
      "ndots:3x, 3, 3",
      "ndots:, 0, 1",
      "ndots:x, 0, 1",
      "ndots:-1, 15, 1",
      "ndots:+4, 4, 1",
      "ndots, 1, 1",
      "xndots:4, 1, 4",
      "ndots:2 ndots:4, 4, 2",
      "ndots: ndots:4, 4, 1",
      "NDOTS:4, 1, 1"
    })
    void ndots_isReadAsEachLibraryDoes(String options, int glibc, int musl) {
      ResolvConf conf = ResolvConf.parse("options " + options);

      assertThat(ReadOptions.ndotsForGlibc(conf)).isEqualTo(glibc);
      assertThat(ReadOptions.ndotsForMusl(conf)).isEqualTo(musl);
    }
  }

  @Nested
  class Ends {

    @Test
    void noData_goesOnInGlibcAndEndsMusl() {
      known.put("w.a.test.", DnsAnswer.of(ResponseCode.NOERROR));
      known("w.b.test.", "10.0.0.1");

      assertThat(lookUp("w", CONF, GLIBC_2_36)).asks("w.a.test.", "w.b.test.").gets("10.0.0.1");
      assertThat(explain("w", CONF, GLIBC_2_36)).restsOn(ResolverReason.GOES_ON_WITHOUT_DATA);
      assertThat(lookUp("w", CONF, MUSL_1_2_3)).asks("w.a.test.").fails(LookupError.EAI_NONAME);
      assertThat(explain("w", CONF, MUSL_1_2_3))
          .doesNotRestOn(ResolverReason.NOTHING_LEFT)
          .restsOn(ResolverReason.ENDS_WITHOUT_DATA);
    }

    @Test
    void failure_goesOnInGlibcAndEndsMusl() {
      known.put("w.a.test.", DnsAnswer.of(ResponseCode.SERVFAIL));

      assertThat(lookUp("w", CONF, GLIBC_2_36))
          .asks("w.a.test.", "w.b.test.", "w.")
          .fails(LookupError.EAI_NONAME);
      assertThat(lookUp("w", CONF, MUSL_1_2_3)).asks("w.a.test.").fails(LookupError.EAI_AGAIN);
    }

    @ParameterizedTest
    @EnumSource(
        value = ResponseCode.class,
        names = {"REFUSED", "NOTIMP", "FORMERR"})
    void anyOtherCode_skipsTheSearchesInGlibcAndEndsMusl(ResponseCode code) {
      known.put("w.a.test.", DnsAnswer.of(code));

      assertThat(lookUp("w", CONF, GLIBC_2_36)).asks("w.a.test.", "w.");
      assertThat(explain("w", CONF, GLIBC_2_36)).restsOn(ResolverReason.SEARCHES_NO_FURTHER);
      assertThat(lookUp("w", CONF, MUSL_1_2_3)).asks("w.a.test.").fails(LookupError.EAI_AGAIN);
    }

    @Test
    void aliasAlone_endsBoth() {
      known.put("w.a.test.", records("w.a.test. 5 IN CNAME gone.test."));

      assertThat(lookUp("w", CONF, GLIBC_2_36)).asks("w.a.test.").fails(LookupError.EAI_NODATA);
      assertThat(explain("w", CONF, GLIBC_2_36)).restsOn(ResolverReason.ENDS_WITH_ALIAS_ALONE);
      assertThat(door.lookUp("w", WantedAddresses.BOTH, CONF, GLIBC_2_36, server))
          .fails(LookupError.EAI_NONAME);
      assertThat(lookUp("w", CONF, MUSL_1_2_3)).asks("w.a.test.").fails(LookupError.EAI_NONAME);
    }

    @Test
    void oneFamilyThatFails_failsMuslAndNotGlibc() {
      known("w.a.test.", "10.0.0.1");
      known.put("w.a.test. AAAA", DnsAnswer.of(ResponseCode.SERVFAIL));

      assertThat(both("w", GLIBC_2_36)).gets("10.0.0.1").costs(2);
      assertThat(both("w", MUSL_1_2_3)).fails(LookupError.EAI_AGAIN).costs(2);
    }

    @Test
    void oneFamilyThatIsDenied_makesMuslGoOn() {
      known("w.a.test.", "10.0.0.1");
      known("w.b.test.", "10.0.0.2");
      known.put("w.a.test. AAAA", DnsAnswer.of(ResponseCode.NXDOMAIN));
      known.put("w.b.test. AAAA", DnsAnswer.of(ResponseCode.NOERROR));

      assertThat(both("w", GLIBC_2_36)).gets("10.0.0.1");
      assertThat(both("w", MUSL_1_2_3)).asks("w.a.test.", "w.b.test.").gets("10.0.0.2").wastes(2);
      assertThat(door.explainLookUp("w", WantedAddresses.BOTH, CONF, MUSL_1_2_3, server))
          .restsOn(ResolverReason.GOES_ON_DESPITE_DATA);
    }

    @Test
    void errorOfTheNameItself_countsWhereItWasAskedFirst() {
      ResolvConf conf = conf("ndots:1", "a.test");
      known.put("w.x.", DnsAnswer.of(ResponseCode.NOERROR));

      assertThat(lookUp("w.x", conf, GLIBC_2_36)).fails(LookupError.EAI_NODATA).costs(2);
      known.put("w.x.", DnsAnswer.of(ResponseCode.SERVFAIL));
      assertThat(lookUp("w.x", conf, GLIBC_2_36)).fails(LookupError.EAI_NONAME).costs(2);
      assertThat(lookUp("w.x.", conf, GLIBC_2_36)).fails(LookupError.EAI_AGAIN).costs(1);
    }

    @Test
    void someNameWithoutData_isToldByGlibcUnlessAnotherFailed() {
      known.put("w.a.test.", DnsAnswer.of(ResponseCode.NOERROR));

      assertThat(lookUp("w", CONF, GLIBC_2_36)).fails(LookupError.EAI_NODATA);
      known.put("w.b.test.", DnsAnswer.of(ResponseCode.SERVFAIL));
      assertThat(lookUp("w", CONF, GLIBC_2_36)).fails(LookupError.EAI_NONAME);
    }
  }

  @Nested
  class Lengths {

    private final String name = ("x".repeat(49) + ".").repeat(4) + "y".repeat(40);

    @Test
    void candidateThatIsTooLong_endsTheSearchOfGlibc() {
      // 240 octets: with the first domain they are none any more, with the second they are.
      ResolvConf conf = conf("ndots:5", "a.long.domain.test", "b.test");

      assertThat(lookUp(name, conf, GLIBC_2_36)).asks(name + ".");
      assertThat(explain(name, conf, GLIBC_2_36)).restsOn(ResolverReason.CANDIDATE_NOT_A_NAME);
    }

    @Test
    void candidateThatIsTooLong_isLeftOutByMuslFrom256On() {
      assertThat(lookUp(name, conf("ndots:5", "z".repeat(15), "b.test"), MUSL_1_2_3))
          .asks(name + ".b.test.", name + ".");
      assertThat(lookUp(name, conf("ndots:5", "z".repeat(14), "b.test"), MUSL_1_2_3))
          .asks()
          .fails(LookupError.EAI_NONAME);
      assertThat(lookUp(name, conf("ndots:5", "z".repeat(12), "b.test"), MUSL_1_2_3).steps())
          .hasSize(3);
    }

    @Test
    void searchLineFrom256On_isNotReadByMusl() {
      String half = "s".repeat(60) + "." + "s".repeat(62);
      String rest = "s".repeat(60) + "." + "s".repeat(62);
      ResolvConf fitting = conf("ndots:5", half, rest);

      assertThat(lookUp("w", fitting, MUSL_1_2_3).steps()).hasSize(3);
      assertThat(explain("w", conf("ndots:5", half, rest + "s"), MUSL_1_2_3))
          .restsOn(ResolverReason.SEARCHES_NOT_READ);
      assertThat(lookUp("w", conf("ndots:5", half, rest + "s"), MUSL_1_2_3)).asks("w.");
      assertThat(lookUp("w", conf("ndots:5", half, rest + "s"), GLIBC_2_36).steps()).hasSize(3);
    }

    @Test
    void optionsLineFrom256On_isNotReadByMusl() {
      String filler = "x".repeat(246 - "ndots:5 ".length());
      ResolvConf fitting = ResolvConf.parse("search a.test\noptions ndots:5 " + filler);
      ResolvConf longer = ResolvConf.parse("search a.test\noptions ndots:5 x" + filler);

      assertThat(lookUp("w.x", fitting, MUSL_1_2_3)).asks("w.x.a.test.", "w.x.");
      assertThat(lookUp("w.x", longer, MUSL_1_2_3)).asks("w.x.");
      assertThat(explain("w.x", longer, MUSL_1_2_3)).restsOn(ResolverReason.OPTIONS_NOT_READ);
      assertThat(lookUp("w.x", longer, GLIBC_2_36)).asks("w.x.a.test.", "w.x.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "w..", ".w", "a..b", "\u0000.."})
    void textOfWhichNoQuestionCanBeMade_isAnsweredWithoutOne(String text) {
      for (Libc libc : Libc.values()) {
        assertThat(lookUp(text, CONF, libc)).costs(0).fails(LookupError.EAI_NONAME);
      }
    }

    @Test
    void root_isANameForGlibcAlone() {
      assertThat(lookUp(".", CONF, GLIBC_2_36)).asks(".");
      assertThat(lookUp(".", CONF, MUSL_1_2_3)).costs(0).fails(LookupError.EAI_NONAME);
    }

    @Test
    void hugeNamesAndLists_areBounded() {
      ResolvConf huge =
          new ResolvConf(
              ImmutableList.of(),
              ImmutableList.copyOf(Collections.nCopies(20_000, "a.test")),
              ImmutableList.of("ndots:5"));

      for (Libc libc : Libc.values()) {
        assertThat(lookUp("x".repeat(5_000_000), CONF, libc)).costs(0);
        assertThat(lookUp("x.".repeat(500), huge, libc)).costs(0);
        assertThat(lookUp("\ud800", CONF, libc).questions()).isBetween(0, 3);
      }
      assertThat(lookUp("w", huge, GLIBC_2_36)).costs(20_001);
      assertThat(lookUp("w", huge, MUSL_1_2_3)).asks("w.");
      assertThat(explain("w", huge, GLIBC_2_36).because().causes()).hasSize(20_002);
    }
  }

  @Nested
  class Addresses {

    @ParameterizedTest
    @CsvSource({
      "10.0.0.1, 10.0.0.1",
      "10.1, 10.0.0.1",
      "10.1.258, 10.1.1.2",
      "80, 0.0.0.80",
      "4294967295, 255.255.255.255",
      "0x7f.1, 127.0.0.1",
      "0X7F000001, 127.0.0.1",
      "010.0.0.010, 8.0.0.8",
      "0, 0.0.0.0",
      "fd00::a, fd00::a",
      "::ffff:10.0.0.1, 10.0.0.1"
    })
    void addressesInAnyNotation_areNotAskedAbout(String text, String address) {
      for (Libc libc : Libc.values()) {
        Explained<Lookup> done = door.explainLookUp(text, WantedAddresses.BOTH, CONF, libc, server);

        assertThat(done.value()).gets(address).costs(0);
        assertThat(done).restsOn(ResolverReason.NAME_IS_ADDRESS);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "4294967296",
          "256.1",
          "1.2.3.256",
          "1.16777216",
          "08",
          "0x",
          "1.",
          "1.2.3.4.5",
          "1.2.3.4.",
          "1e3",
          "-1",
          "+1",
          "0x7g",
          "\u0661",
          "99999999999999999999"
        })
    void otherNumbers_areNames(String text) {
      for (Libc libc : Libc.values()) {
        assertThat(lookUp(text, CONF, libc).questions()).as(text).isPositive();
      }
    }

    @Test
    void addressOfTheOtherFamily_isAnError() {
      assertThat(lookUp("fd00::1", CONF, GLIBC_2_36)).fails(LookupError.EAI_ADDRFAMILY).costs(0);
      assertThat(lookUp("fd00::1", CONF, MUSL_1_2_3)).fails(LookupError.EAI_NONAME).costs(0);
      assertThat(explain("fd00::1", CONF, MUSL_1_2_3))
          .restsOn(ResolverReason.NAME_IS_ADDRESS_OF_OTHER_FAMILY);
      assertThat(door.lookUp("10.1", WantedAddresses.IPV6, CONF, GLIBC_2_36, server))
          .fails(LookupError.EAI_ADDRFAMILY);
    }
  }

  @Nested
  class Hosts {

    private final ImmutableList<String> hosts =
        ImmutableList.<String>builder()
            .addAll(HostNames.LOCALHOST)
            .add("10.1.2.3\tWeb web-alias # nope", "fd00::3 six", "x bad", "", "#", "10.9.9.9")
            .build();

    @Test
    void nameOfTheFile_isNotAskedAbout() {
      for (Libc libc : Libc.values()) {
        assertThat(find("web-alias", WantedAddresses.IPV4, libc)).gets("10.1.2.3").costs(0);
        assertThat(find("localhost", WantedAddresses.BOTH, libc)).gets("127.0.0.1", "::1");
        assertThat(find("nope", WantedAddresses.IPV4, libc).questions()).isPositive();
        assertThat(find("bad", WantedAddresses.IPV4, libc).questions()).isPositive();
        assertThat(find("10.9.9.9.", WantedAddresses.IPV4, libc).questions()).isPositive();
      }
      assertThat(door.explainLookUp("six", WantedAddresses.IPV6, CONF, hosts, GLIBC_2_36, server))
          .restsOn(ResolverReason.IN_HOSTS_FILE);
    }

    @Test
    void capitals_areTheSameForGlibcAlone() {
      assertThat(find("WEB", WantedAddresses.IPV4, GLIBC_2_36)).gets("10.1.2.3");
      assertThat(find("WEB", WantedAddresses.IPV4, MUSL_1_2_3).questions()).isPositive();
    }

    @Test
    void nameWithTheOtherFamily_isAskedAboutByGlibcAlone() {
      assertThat(find("six", WantedAddresses.IPV4, GLIBC_2_36).questions()).isPositive();
      assertThat(find("six", WantedAddresses.IPV4, MUSL_1_2_3))
          .costs(0)
          .fails(LookupError.EAI_NONAME);
    }

    @Test
    void loopbackOfIpv6_isThatOfIpv4ForGlibcAsWell() {
      assertThat(find("ip6-localhost", WantedAddresses.IPV4, GLIBC_2_36)).gets("127.0.0.1");
      assertThat(find("ip6-localhost", WantedAddresses.IPV4, MUSL_1_2_3))
          .fails(LookupError.EAI_NONAME);
    }

    private Lookup find(String name, WantedAddresses wanted, Libc libc) {
      return door.lookUp(name, wanted, CONF, hosts, libc, server);
    }
  }

  private Lookup lookUp(String name, ResolvConf conf, Libc libc) {
    return door.lookUp(name, WantedAddresses.IPV4, conf, libc, server);
  }

  private Explained<Lookup> explain(String name, ResolvConf conf, Libc libc) {
    return door.explainLookUp(name, WantedAddresses.IPV4, conf, libc, server);
  }

  private Lookup both(String name, Libc libc) {
    return door.lookUp(name, WantedAddresses.BOTH, CONF, libc, server);
  }

  private void known(String name, String address) {
    known.put(name + " " + RecordType.A, records(name + " 5 IN A " + address));
    known.put(name, DnsAnswer.of(ResponseCode.NOERROR));
  }

  private static DnsAnswer records(String line) {
    return DnsAnswer.of(
        ResponseCode.NOERROR,
        false,
        ImmutableList.of(DnsRecord.parse(line)),
        ImmutableList.of(),
        ImmutableList.of());
  }

  private static ResolvConf conf(String options, String... searches) {
    return new ResolvConf(
        ImmutableList.of(), ImmutableList.copyOf(searches), ImmutableList.of(options));
  }
}
