package io.servicesemantics.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZoneFileTest {

  private static final DnsName ORIGIN = DnsName.parse("zone");
  private static final String START = "zone. 5 IN SOA ns.zone. root.zone. 1 2 3 4 5";

  private static ZoneFile file(String... lines) {
    return new ZoneFile(
        ORIGIN,
        Arrays.stream(lines).map(DnsRecord::parse).collect(ImmutableList.toImmutableList()));
  }

  @Test
  void records_areSortedAndToldOnce() {
    assertThat(
            file(
                "b.zone. 5 IN AAAA fd00::1",
                "b.zone. 5 IN A 10.0.0.2",
                "b.zone. 5 IN A 10.0.0.1",
                "a.b.zone. 5 IN A 10.0.0.1",
                "a.zone. 5 IN TXT \"x\"",
                "zone. 5 IN NS ns.zone.",
                "b.zone. 5 IN A 10.0.0.1",
                START))
        .hasToString(
            """
            $ORIGIN zone.
            zone. 5 IN SOA ns.zone. root.zone. 1 2 3 4 5
            zone. 5 IN NS ns.zone.
            a.zone. 5 IN TXT "x"
            b.zone. 5 IN A 10.0.0.1
            b.zone. 5 IN A 10.0.0.2
            b.zone. 5 IN AAAA fd00::1
            a.b.zone. 5 IN A 10.0.0.1
            """);
  }

  @Test
  void recordOfAnotherZone_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> file("a.other. 5 IN A 10.0.0.1"))
        .withMessage("Owner of a record: \"a.other.\"; expected a name in zone.");
  }

  @Test
  void sameRecordsInAnyOrder_areTheSameFile() {
    assertThat(file(START, "a.zone. 5 IN A 10.0.0.1"))
        .isEqualTo(file("a.zone. 5 IN A 10.0.0.1", START));
  }

  @Test
  void change_listsWhatIsGoneAndWhatCame() {
    ZoneFile before = file(START, "a.zone. 5 IN A 10.0.0.1", "b.zone. 5 IN A 10.0.0.2");
    ZoneFile after = file(START, "a.zone. 30 IN A 10.0.0.1", "b.zone. 5 IN A 10.0.0.2");

    assertThat(before.changeTo(after).isEmpty()).isFalse();
    assertThat(before.changeTo(after))
        .hasToString("- a.zone. 5 IN A 10.0.0.1\n+ a.zone. 30 IN A 10.0.0.1\n");
    assertThat(after.changeTo(before))
        .hasToString("- a.zone. 30 IN A 10.0.0.1\n+ a.zone. 5 IN A 10.0.0.1\n");
  }

  @Test
  void sameZones_haveNoChange() {
    assertThat(file(START).changeTo(file(START)).isEmpty()).isTrue();
    assertThat(file(START).changeTo(file(START))).hasToString("");
    assertThat(file().changeTo(file(START)).isEmpty()).isFalse();
    assertThat(file(START).changeTo(file()).isEmpty()).isFalse();
  }

  @Test
  void spellingOfNames_isNoChange() {
    assertThat(file("A.zone. 5 IN A 10.0.0.1").changeTo(file("a.zone. 5 IN A 10.0.0.1")).isEmpty())
        .isTrue();
  }
}
