package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.Verb;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests made to cost more than they weigh. */
class HostileRequestTest {

  private final Server server = Server.ipv4();

  private Rejected refused(Object tree) {
    return (Rejected)
        server
            .k8s
            .admission()
            .admit(
                AdmissionRequest.builder()
                    .verb(Verb.CREATE)
                    .body(new RequestBody.Tree(tree))
                    .build(),
                server.state(),
                NumberPicker.lowestFree());
  }

  @Test
  @Timeout(60)
  void faultsThatEachShowAllOfTheObject_makeNoTextWithoutBound() {
    Map<String, Object> owner =
        Map.of("apiVersion", "v1", "kind", "A", "name", "b", "uid", "c", "controller", true);
    Object tree =
        Map.of(
            "metadata",
            Map.of("name", "web", "ownerReferences", Collections.nCopies(20_000, owner)),
            "spec",
            Map.of("ports", List.of(Map.of("port", 80))));

    Rejected refused = refused(tree);

    assertThat(refused.faults()).hasSize(19_999);
    assertThat(refused.causes()).hasSizeBetween(1, 100);
    assertThat(refused.message().length()).isLessThan(64 << 20);
    assertThat(refused.message()).endsWith(" more, too long to be told");
  }

  @Test
  @Timeout(60)
  void manyFaultyPorts_costLinearTime() {
    Object tree =
        Map.of(
            "metadata",
            Map.of("name", "web"),
            "spec",
            Map.of("ports", Collections.nCopies(20_000, Map.of("port", 0, "name", "-"))));

    assertThat(refused(tree).causes()).hasSizeGreaterThan(60_000);
  }

  @Test
  @Timeout(60)
  void longLabelValue_costsLinearTime() {
    Object tree =
        Map.of(
            "metadata",
            Map.of("name", "web", "labels", Map.of("a", "x".repeat(1 << 20) + "-")),
            "spec",
            Map.of("ports", List.of(Map.of("port", 80))));

    assertThat(refused(tree).faults()).hasSize(2);
  }
}
