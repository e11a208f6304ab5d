package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.FieldPreview;
import io.servicesemantics.admission.FieldPreview.Outcome;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.UpdatePreview;
import io.servicesemantics.admission.Verb;
import org.junit.jupiter.api.Test;

/** What would become of each field. */
class PreviewTest {

  private final Server server = Server.ipv4();

  private static FieldPreview field(UpdatePreview preview, String path) {
    return preview.fields().stream()
        .filter(field -> field.field().toString().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + path + " in\n" + preview));
  }

  private static Outcome outcome(UpdatePreview preview, String path) {
    return field(preview, path).outcome();
  }

  @Test
  void manifestOverWhatIsStored_keepsWhatTheServerPicked() {
    server.created("{'type':'NodePort','ports':[{'port':80}],'selector':{'a':'b'}}");
    int nodePort = server.read().spec().ports().get(0).nodePort();

    UpdatePreview preview =
        server.previewUpdate("{'type':'NodePort','ports':[{'port':81}],'selector':{'a':'c'}}");

    assertThat(outcome(preview, "metadata.name")).isEqualTo(Outcome.KEPT);
    assertThat(outcome(preview, "spec.ports[0].port")).isEqualTo(Outcome.CHANGED);
    assertThat(outcome(preview, "spec.ports[0].targetPort")).isEqualTo(Outcome.DEFAULTED);
    assertThat(outcome(preview, "spec.selector[a]")).isEqualTo(Outcome.CHANGED);
    FieldPreview kept = field(preview, "spec.ports[0].nodePort");
    assertThat(kept.outcome()).isEqualTo(Outcome.KEPT);
    assertThat(kept.sent()).isEmpty();
    assertThat(kept.result()).isEqualTo(Integer.toString(nodePort));
    assertThat(kept.because())
        .containsExactly("A port of the same name keeps its node port. [api 4.2 b]");
  }

  @Test
  void typeWithoutNodePorts_freesThem() {
    server.created("{'type':'NodePort','ports':[{'port':80,'nodePort':30500}]}");

    UpdatePreview preview = server.previewUpdate("{'ports':[{'port':80,'nodePort':30500}]}");

    FieldPreview freed = field(preview, "spec.ports[0].nodePort");
    assertThat(freed.outcome()).isEqualTo(Outcome.FREED);
    assertThat(freed.result()).isEmpty();
    assertThat(freed.because())
        .containsExactly(
            "The type has no node ports any more. [api 4.4.2]", "30500 is given back.");
    assertThat(outcome(preview, "spec.externalTrafficPolicy")).isEqualTo(Outcome.WIPED);
  }

  @Test
  void externalName_freesTheAddressAndWipesFamilies() {
    server.created("{'ports':[{'port':80}]}");

    UpdatePreview preview =
        server.previewUpdate("{'type':'ExternalName','externalName':'a.b','ports':[{'port':80}]}");

    assertThat(outcome(preview, "spec.clusterIP")).isEqualTo(Outcome.FREED);
    assertThat(outcome(preview, "spec.clusterIPs[0]")).isEqualTo(Outcome.FREED);
    assertThat(outcome(preview, "spec.ipFamilies[0]")).isEqualTo(Outcome.WIPED);
    assertThat(outcome(preview, "spec.internalTrafficPolicy")).isEqualTo(Outcome.WIPED);
    assertThat(outcome(preview, "spec.type")).isEqualTo(Outcome.CHANGED);
  }

  @Test
  void renamedPort_isPickedANewNodePort() {
    server.created("{'type':'NodePort','ports':[{'name':'a','port':80,'nodePort':30500}]}");

    UpdatePreview preview =
        server.previewUpdate("{'type':'NodePort','ports':[{'name':'b','port':80}]}");

    FieldPreview picked = field(preview, "spec.ports[0].nodePort");
    assertThat(picked.outcome()).isEqualTo(Outcome.PICKED);
    assertThat(picked.stored()).isEqualTo("30500");
    assertThat(picked.because()).contains("30500 is given back.");
  }

  @Test
  void refusedField_hasTheServersWords() {
    server.created("{'ports':[{'port':80}]}");
    String before = server.read().spec().clusterIP();

    UpdatePreview preview =
        server.previewUpdate(
            "{'clusterIP':'10.96.7.7','ports':[{'port':80}],'selector':{'a':'-'}}");

    assertThat(preview.decision()).isInstanceOf(Rejected.class);
    FieldPreview refused = field(preview, "spec.clusterIPs[0]");
    assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(refused.stored()).isEqualTo(before);
    assertThat(refused.because())
        .containsExactly("Invalid value: [\"10.96.7.7\"]: may not change once set");
    assertThat(outcome(preview, "spec.selector")).isEqualTo(Outcome.REFUSED);
    assertThat(preview.toString())
        .startsWith("Service \"s\" is invalid: ")
        .contains("spec.clusterIPs[0]: REFUSED " + before + " -> nothing");
  }

  @Test
  void refusalWithoutFields_standsAtTheFieldOfItsStep() {
    server.created("{'type':'LoadBalancer','ports':[{'port':80}]}");

    UpdatePreview preview =
        server.previewUpdate(
            "{'type':'LoadBalancer','externalTrafficPolicy':'Local','healthCheckNodePort':5,"
                + "'ports':[{'port':80}]}");

    assertThat(field(preview, "spec.healthCheckNodePort").because().get(0))
        .startsWith("Internal error occurred: failed to allocate requested HealthCheck NodePort 5");
  }

  @Test
  void statusSentToTheService_isIgnored() {
    server.created("{'ports':[{'port':80}]}");

    UpdatePreview preview =
        server
            .k8s
            .admission()
            .preview(
                AdmissionRequest.builder()
                    .verb(Verb.UPDATE)
                    .body(
                        Server.json(
                            "{'metadata':{'name':'s'},'spec':{'ports':[{'port':80}]},"
                                + "'status':{'loadBalancer':{'ingress':[{'ip':'192.0.2.1'}]}}}"))
                    .build(),
                server.state(),
                NumberPicker.lowestFree());

    assertThat(outcome(preview, "status.loadBalancer.ingress[0].ip")).isEqualTo(Outcome.IGNORED);
  }

  @Test
  void everyField_isToldOnceInTheOrderOfTheObject() {
    server.created("{'type':'NodePort','ports':[{'name':'a','port':80},{'name':'b','port':81}]}");

    UpdatePreview preview =
        server.previewUpdate("{'ports':[{'name':'a','port':80}],'externalIPs':['192.0.2.1']}");

    assertThat(preview.fields()).extracting(FieldPreview::field).doesNotHaveDuplicates();
    assertThat(preview.fields())
        .extracting(field -> field.field().toString())
        .containsSubsequence(
            "metadata.name",
            "spec.ports[0].name",
            "spec.ports[0].nodePort",
            "spec.ports[1].name",
            "spec.clusterIP",
            "spec.type",
            "spec.externalIPs[0]",
            "spec.sessionAffinity");
  }

  @Test
  void preview_changesNothing() {
    server.created("{'ports':[{'port':80}]}");
    ClusterState before = server.state();

    assertThat(server.previewUpdate("{'type':'NodePort','ports':[{'port':80}]}").toString())
        .startsWith("Accepted.")
        .contains("spec.type: CHANGED ClusterIP -> NodePort");

    assertThat(server.state()).isSameAs(before);
  }

  @Test
  void fieldTheRequestLeavesOut_isToldSo() {
    server.created("{'ports':[{'port':80}],'selector':{'a':'b'}}");

    UpdatePreview preview = server.previewUpdate("{'ports':[{'port':80}]}");

    FieldPreview wiped = field(preview, "spec.selector[a]");
    assertThat(wiped.outcome()).isEqualTo(Outcome.WIPED);
    assertThat(wiped.because()).containsExactly("The request leaves it out, and nothing keeps it.");
  }
}
