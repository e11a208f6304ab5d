package io.servicesemantics.impl.validation;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.Quirks;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final Wording WORDING = Wording.of(Quirks.NONE);

  private static final String LABEL =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
  private static final String LABEL_1035 =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
          + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
          + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
  private static final String SUBDOMAIN =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is"
          + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  private static final String NAME =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
  private static final String VALUE =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
          + " 'my_value',  or '12345', regex used for validation is"
          + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

  private static String times(int count, String text) {
    return text.repeat(count);
  }

  @Nested
  class Labels {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "web", "web-1", "1-web", "a--b"})
    void wellSpelled_isTaken(String text) {
      assertThat(Names.label(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "-a", "a-", "A", "a_b", "a b", "é", "a\n", ".", "a..b", "a."})
    void misspelled_isRefused(String text) {
      assertThat(Names.label(text)).containsExactly(LABEL);
    }

    @Test
    void subdomain_isRefusedForItsDots() {
      assertThat(Names.label("a.b")).containsExactly("must not contain dots");
    }

    @Test
    void longSubdomain_isRefusedForBoth() {
      assertThat(Names.label(times(150, "a.") + "a"))
          .containsExactly("must be no more than 63 characters", "must not contain dots");
    }

    @Test
    void sixtyFour_isTooLong() {
      assertThat(Names.label(times(63, "a"))).isEmpty();
      assertThat(Names.label(times(64, "a"))).containsExactly("must be no more than 63 characters");
    }

    @Test
    void length_isCountedInBytes() {
      assertThat(Names.label(times(31, "é"))).containsExactly(LABEL);
      assertThat(Names.label(times(32, "é")))
          .containsExactly("must be no more than 63 characters", LABEL);
    }
  }

  @Nested
  class OlderLabels {
    @Test
    void digitFirst_isRefused() {
      assertThat(Names.label1035("web-1")).isEmpty();
      assertThat(Names.label1035("1-web")).containsExactly(LABEL_1035);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a.b"})
    void misspelled_isRefused(String text) {
      assertThat(Names.label1035(text)).containsExactly(LABEL_1035);
    }

    @Test
    void sixtyFour_isTooLong() {
      assertThat(Names.label1035(times(64, "a")))
          .containsExactly("must be no more than 63 characters");
    }
  }

  @Nested
  class Subdomains {
    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "example.com", "10.0.0.1", "a-b.c-d"})
    void wellSpelled_isTaken(String text) {
      assertThat(Names.subdomain(text)).isEmpty();
    }

    @Test
    void longLabel_isTaken() {
      assertThat(Names.subdomain(times(200, "a") + ".b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a-.b", "a.-b", "A.b", "a_b"})
    void misspelled_isRefused(String text) {
      assertThat(Names.subdomain(text)).containsExactly(SUBDOMAIN);
    }

    @Test
    void twoHundredFiftyFour_isTooLong() {
      assertThat(Names.subdomain(times(253, "a"))).isEmpty();
      assertThat(Names.subdomain(times(254, "a")))
          .containsExactly("must be no more than 253 characters");
    }
  }

  @Nested
  class QualifiedNames {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "a_b.c-d", "example.com/name", "a/B", "1/1"})
    void wellSpelled_isTaken(String text) {
      assertThat(Names.qualified(text, WORDING)).isEmpty();
    }

    @Test
    void twoSlashes_isTheOnlyFault() {
      assertThat(Names.qualified("-/_/ ", WORDING))
          .containsExactly(
              "a valid label key "
                  + NAME
                  + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }

    @Test
    void empty_isTwoFaults() {
      assertThat(Names.qualified("", WORDING))
          .containsExactly("name part must be non-empty", "name part " + NAME);
    }

    @Test
    void emptyPrefix_isAFault() {
      assertThat(Names.qualified("/a", WORDING)).containsExactly("prefix part must be non-empty");
    }

    @Test
    void emptyBoth_isThreeFaults() {
      assertThat(Names.qualified("/", WORDING))
          .containsExactly(
              "prefix part must be non-empty", "name part must be non-empty", "name part " + NAME);
    }

    @Test
    void misspelledPrefix_isAFault() {
      assertThat(Names.qualified("A/a", WORDING)).containsExactly("prefix part " + SUBDOMAIN);
    }

    @Test
    void longPrefix_isToldInBytes() {
      assertThat(Names.qualified(times(253, "a") + "/a", WORDING)).isEmpty();
      assertThat(Names.qualified(times(254, "a") + "/a", WORDING))
          .containsExactly("prefix part must be no more than 253 bytes");
    }

    @Test
    void longName_isToldInBytes() {
      assertThat(Names.qualified("a/" + times(63, "a"), WORDING)).isEmpty();
      assertThat(Names.qualified("a/" + times(64, "a"), WORDING))
          .containsExactly("name part must be no more than 63 bytes");
    }

    @Test
    void misspelledName_isAFault() {
      assertThat(Names.qualified("a/b c", WORDING)).containsExactly("name part " + NAME);
    }
  }

  @Nested
  class LabelValues {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A", "1", "a_b.c-d"})
    void wellSpelled_isTaken(String text) {
      assertThat(Names.labelValue(text, WORDING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "a-", "_a", ".", "a b", "a/b", "é", " "})
    void misspelled_isRefused(String text) {
      assertThat(Names.labelValue(text, WORDING)).containsExactly(VALUE);
    }

    @Test
    void sixtyFour_isTooLong() {
      assertThat(Names.labelValue(times(63, "a"), WORDING)).isEmpty();
      assertThat(Names.labelValue(times(64, "a"), WORDING))
          .containsExactly("must be no more than 63 bytes");
    }
  }

  @Nested
  class PortNames {
    @ParameterizedTest
    @ValueSource(strings = {"a", "http", "h2c", "1a", "a-b-c", "abcdefghijklmno"})
    void wellSpelled_isTaken(String text) {
      assertThat(Names.portName(text)).isEmpty();
    }

    @Test
    void digitsAlone_haveNoLetter() {
      assertThat(Names.portName("80")).containsExactly("must contain at least one letter (a-z)");
    }

    @Test
    void empty_isTwoFaults() {
      assertThat(Names.portName(""))
          .containsExactly(
              "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
              "must contain at least one letter (a-z)");
    }

    @Test
    void everythingWrong_isToldInOrder() {
      assertThat(Names.portName("-B_AD--NAMES-ARE-"))
          .containsExactly(
              "must be no more than 15 characters",
              "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)",
              "must contain at least one letter (a-z)",
              "must not contain consecutive hyphens",
              "must not begin or end with a hyphen");
    }
  }

  @Nested
  class PathSegments {
    @Test
    void dots_areNoNames() {
      assertThat(Names.pathSegment(".", false)).containsExactly("may not be '.'");
      assertThat(Names.pathSegment("..", false)).containsExactly("may not be '..'");
      assertThat(Names.pathSegment("...", false)).isEmpty();
      assertThat(Names.pathSegment("..", true)).isEmpty();
    }

    @Test
    void slashAndPercent_areTwoFaults() {
      assertThat(Names.pathSegment("%/", false))
          .containsExactly("may not contain '/'", "may not contain '%'");
      assertThat(Names.pathSegment("%/", true))
          .containsExactly("may not contain '/'", "may not contain '%'");
    }

    @Test
    void anythingElse_isTaken() {
      assertThat(Names.pathSegment("A b\n", false)).isEmpty();
    }
  }

  @Nested
  class Prefixes {
    @Test
    void finalHyphen_isOverlookedWithWhatStandsBeforeIt() {
      assertThat(NameRule.LABEL.faults("web-", true)).isEmpty();
      assertThat(NameRule.LABEL.faults("A-", true)).isEmpty();
      assertThat(NameRule.LABEL.faults("-", true)).containsExactly(LABEL);
      assertThat(NameRule.LABEL.faults("Ab-", true)).containsExactly(LABEL);
      assertThat(NameRule.LABEL.faults("web-", false)).containsExactly(LABEL);
    }

    @Test
    void everyRule_masksPrefixes() {
      assertThat(NameRule.LABEL_1035.faults("web-", true)).isEmpty();
      assertThat(NameRule.SUBDOMAIN.faults("a.b-", true)).isEmpty();
    }
  }

  @Nested
  class LongTexts {
    @Test
    void everyRule_takesLinearTime() {
      ImmutableList<Function<String, ImmutableList<String>>> rules =
          ImmutableList.of(
              Names::label,
              Names::label1035,
              Names::subdomain,
              text -> Names.qualified(text, WORDING),
              text -> Names.labelValue(text, WORDING),
              Names::portName,
              text -> Names.pathSegment(text, false));
      ImmutableList<String> texts =
          ImmutableList.of(
              times(4_000_000, "a"),
              times(4_000_000, "a") + "!",
              times(2_000_000, "a."),
              times(4_000_000, "-"),
              times(2_000_000, "é."),
              times(2_000_000, "a/"),
              times(2_000_000, "a-") + "a");

      assertTimeoutPreemptively(
          ofSeconds(20),
          () -> {
            for (Function<String, ImmutableList<String>> rule : rules) {
              for (String text : texts) {
                assertThat(rule.apply(text)).doesNotContainNull();
              }
            }
          });
    }
  }
}
