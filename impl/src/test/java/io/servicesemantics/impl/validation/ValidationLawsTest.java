package io.servicesemantics.impl.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.arbitrary.NameArbitraries;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of defaults and faults, whatever the Service. */
class ValidationLawsTest {

  private static final Wording WORDING = Wording.of(Quirks.NONE);

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
  private static final Pattern PORT_CHARACTERS = Pattern.compile("[-a-z0-9]+");

  @Provide
  Arbitrary<Service> services() {
    return Arbitraries.oneOf(ServiceArbitraries.any(), ServiceArbitraries.valid());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("a0A-._/ é").ofMaxLength(8),
        NameArbitraries.wrongSubdomains(),
        NameArbitraries.wrongQualifiedNames());
  }

  @Provide
  Arbitrary<List<ServicePort>> ports() {
    return Combinators.combine(
            Arbitraries.of("", "a", "b", "Aa", "BB", "c"),
            Arbitraries.of(80, 81, 82, 0, -1),
            Arbitraries.of(0, 30000, 30001),
            Arbitraries.of(Protocol.class))
        .as(
            (name, port, nodePort, protocol) ->
                ServicePort.builder()
                    .name(name)
                    .port(port)
                    .nodePort(nodePort)
                    .protocol(protocol)
                    .build())
        .list()
        .ofMaxSize(12);
  }

  @Property
  void defaults_areSetOnce(@ForAll("services") Service service) {
    Service once = Judged.DEFAULTER.applyTo(service);

    assertThat(Judged.DEFAULTER.applyTo(once)).isSameAs(once);
    assertThat(Judged.DEFAULTER.explain(once)).isEmpty();
  }

  @Property
  void everyDefault_isToldAndNothingElse(@ForAll("services") Service service) {
    Service whole = Judged.DEFAULTER.applyTo(service);
    ImmutableList<FieldChange> told = Judged.DEFAULTER.explain(service);

    assertThat(told.isEmpty()).isEqualTo(whole.equals(service));
    for (FieldChange change : told) {
      assertThat(change.before()).isNotEqualTo(change.after());
    }
    assertThat(told.stream().map(FieldChange::field)).doesNotHaveDuplicates();
  }

  @Property
  void onRead_settlesAtOnce(@ForAll("services") Service service) {
    Service read = Judged.DEFAULTER.onRead(service);

    assertThat(Judged.DEFAULTER.onRead(read)).isSameAs(read);
  }

  @Property
  void anyService_canBeJudged(
      @ForAll("services") Service service, @ForAll("services") Service old) {
    List<FieldError> strict = Judged.VALIDATOR.validate(service);
    List<FieldError> lenient = Judged.LENIENT.validate(service);

    assertThat(strict).containsAll(lenient.stream().filter(this::isOfItself).toList());
    assertThat(Judged.VALIDATOR.validateUpdate(service, old)).doesNotContainNull();
    assertThat(Judged.VALIDATOR.validateStatusUpdate(service, old)).doesNotContainNull();
    assertThat(Judged.VALIDATOR.warnings(service)).doesNotContain("");
    assertThat(Judged.VALIDATOR.statusWarnings(service)).doesNotContain("");
  }

  // A misspelled cluster address hides what the strict rules would find about the list.
  private boolean isOfItself(FieldError fault) {
    return !fault.field().toString().startsWith("spec.clusterIPs")
        && !fault.detail().startsWith("may not be");
  }

  @Property
  void whatIsStored_isFaultlessAgainstItselfInItsAddresses(@ForAll("services") Service service) {
    assertThat(Judged.VALIDATOR.validateUpdate(service, service))
        .noneMatch(fault -> fault.detail().startsWith("must not have leading 0s"))
        .noneMatch(fault -> fault.detail().startsWith("must not be an IPv4-mapped"))
        .noneMatch(fault -> fault.detail().startsWith("must not have bits"))
        .noneMatch(fault -> fault.detail().equals("may not change once set"));
  }

  @Property
  void names_areThoseOfKubernetesPatterns(@ForAll("texts") String text) {
    assertThat(Names.label(text).isEmpty())
        .isEqualTo(LABEL.matcher(text).matches() && text.length() <= 63);
    assertThat(Names.label1035(text).isEmpty())
        .isEqualTo(LABEL_1035.matcher(text).matches() && text.length() <= 63);
    assertThat(Names.subdomain(text).isEmpty())
        .isEqualTo(SUBDOMAIN.matcher(text).matches() && text.length() <= 253);
    assertThat(Names.labelValue(text, WORDING).isEmpty())
        .isEqualTo((text.isEmpty() || NAME.matcher(text).matches()) && text.length() <= 63);
    assertThat(Names.qualified(text, WORDING).isEmpty()).isEqualTo(isQualified(text));
    assertThat(Names.portName(text).isEmpty())
        .isEqualTo(
            text.length() <= 15
                && PORT_CHARACTERS.matcher(text).matches()
                && text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && !text.contains("--")
                && !text.startsWith("-")
                && !text.endsWith("-"));
  }

  private static boolean isQualified(String text) {
    int slash = text.lastIndexOf('/');
    String name = text.substring(slash + 1);
    String prefix = slash < 0 ? "a" : text.substring(0, slash);
    return SUBDOMAIN.matcher(prefix).matches()
        && prefix.length() <= 253
        && NAME.matcher(name).matches()
        && name.length() <= 63;
  }

  @Property
  void sharedNamesAndNumbers_areAllFound(@ForAll("ports") List<ServicePort> ports) {
    Service service = Judged.stored(Judged.nodePort().withPorts(ports));
    Set<String> seen = new HashSet<>();
    int duplicates = 0;
    for (ServicePort port : ports) {
      duplicates += !port.name().isEmpty() && !seen.add("n" + port.name()) ? 1 : 0;
      duplicates += !seen.add("p" + port.port() + port.protocol()) ? 1 : 0;
      duplicates +=
          port.nodePort() != 0 && !seen.add("q" + port.nodePort() + port.protocol()) ? 1 : 0;
    }

    assertThat(Judged.VALIDATOR.validate(service))
        .filteredOn(fault -> fault.type() == FieldErrorType.DUPLICATE)
        .hasSize(duplicates);
  }

  @Property
  void length_isThatOfTheBytes(@ForAll String text, @ForAll("texts") String other) {
    for (String each : ImmutableList.of(text, other, text + other)) {
      // half a pair of surrogates becomes "?" in Java, and three bytes in Go
      Assume.that(UTF_8.newEncoder().canEncode(each));
      int bytes = each.getBytes(UTF_8).length;

      assertThat(Utf8.length(each)).isEqualTo(bytes);
      assertThat(Utf8.isLongerThan(each, bytes)).isFalse();
      assertThat(bytes == 0 || Utf8.isLongerThan(each, bytes - 1)).isTrue();
    }
  }
}
