package io.servicesemantics.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LookupTest {

  private static final DnsAnswer MISSING = DnsAnswer.of(ResponseCode.NXDOMAIN);
  private static final DnsAnswer FOUND =
      DnsAnswer.of(
          ResponseCode.NOERROR,
          true,
          ImmutableList.of(DnsRecord.parse("web.svc. 5 IN A 10.0.0.1")),
          ImmutableList.of(),
          ImmutableList.of());
  private static final LookupStep FIRST = step("web.shop.svc", MISSING, MISSING);
  private static final LookupStep LAST = step("web.svc", DnsAnswer.of(ResponseCode.NOERROR), FOUND);

  @Nested
  class Cost {

    @Test
    void lookupThatFinds_wastesAllQuestionsButTheLastNames() {
      Lookup lookup = found(FIRST, LAST);

      assertThat(lookup.questions()).isEqualTo(4);
      assertThat(lookup.wastedQuestions()).isEqualTo(2);
      assertThat(lookup.absoluteName()).contains(DnsName.parse("web.svc."));
    }

    @Test
    void lookupThatFails_wastesAll() {
      Lookup lookup = failed(FIRST);

      assertThat(lookup.questions()).isEqualTo(2);
      assertThat(lookup.wastedQuestions()).isEqualTo(2);
      assertThat(lookup.absoluteName()).isEmpty();
    }

    @Test
    void lookupWithoutQuestions_wastesNothing() {
      Lookup lookup = found();

      assertThat(lookup.questions()).isZero();
      assertThat(lookup.wastedQuestions()).isZero();
      assertThat(lookup.absoluteName()).isEmpty();
    }
  }

  @Nested
  class Text {

    @Test
    void lookupThatFinds_printsCostAndNames() {
      assertThat(found(FIRST, LAST))
          .hasToString(
              """
              web: 4 questions, 2 of them wasted
                web.shop.svc. NXDOMAIN
                web.svc. NOERROR
                gets 10.0.0.1""");
    }

    @Test
    void lookupThatFails_printsTheError() {
      assertThat(failed(FIRST))
          .hasToString(
              """
              web: 2 questions
                web.shop.svc. NXDOMAIN
                fails: Name or service not known (EAI_NONAME)""");
    }

    @Test
    void malformedStep_isPrintedAsSuch() {
      LookupStep malformed = new LookupStep(Optional.empty(), ImmutableList.of());

      assertThat(malformed).hasToString("(malformed) FORMERR");
    }
  }

  @Nested
  class WrongUse {

    @Test
    void stepWithoutAnswers_throws() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LookupStep(Optional.of(DnsName.parse("web")), ImmutableList.of()))
          .withMessageContaining("expected one for each type");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new LookupStep(Optional.empty(), ImmutableList.of(MISSING)));
    }
  }

  @Test
  void responseCodeOfAStep_isThatOfTheAnswerWithRecords() {
    assertThat(step("web", DnsAnswer.of(ResponseCode.SERVFAIL), FOUND).responseCode())
        .isEqualTo(ResponseCode.NOERROR);
    assertThat(step("web", DnsAnswer.of(ResponseCode.SERVFAIL), MISSING).responseCode())
        .isEqualTo(ResponseCode.SERVFAIL);
  }

  private static LookupStep step(String name, DnsAnswer... answers) {
    return new LookupStep(Optional.of(DnsName.parse(name)), ImmutableList.copyOf(answers));
  }

  private static Lookup found(LookupStep... steps) {
    return new Lookup(
        "web",
        WantedAddresses.BOTH,
        ImmutableList.copyOf(steps),
        ImmutableList.of(IpAddress.parse("10.0.0.1")),
        Optional.empty());
  }

  private static Lookup failed(LookupStep... steps) {
    return new Lookup(
        "web",
        WantedAddresses.BOTH,
        ImmutableList.copyOf(steps),
        ImmutableList.of(),
        Optional.of(LookupError.EAI_NONAME));
  }
}
