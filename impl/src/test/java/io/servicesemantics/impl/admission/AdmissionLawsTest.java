package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.FieldPreview;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.ReleasedNumbers;
import io.servicesemantics.admission.UpdatePreview;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import io.servicesemantics.testkit.arbitrary.ServiceEdit;
import io.servicesemantics.testkit.arbitrary.TreeArbitraries;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every request, whatever the Service. */
class AdmissionLawsTest {

  private static final NumberPicker PICKER = NumberPicker.seeded(11);
  private static final ServiceSemantics DUAL = StandardSemantics.of(ClusterFixtures.dualStack());
  private static final ServiceSemantics SINGLE = StandardSemantics.of(ClusterFixtures.ipv4());

  @Provide
  Arbitrary<Service> valid() {
    return ServiceArbitraries.valid(ClusterFixtures.dualStack());
  }

  @Provide
  Arbitrary<Service> mixed() {
    return ServiceArbitraries.mixed(ClusterFixtures.dualStack());
  }

  @Provide
  Arbitrary<Service> validOfOneFamily() {
    return ServiceArbitraries.valid(ClusterFixtures.ipv4());
  }

  @Provide
  Arbitrary<ServiceEdit> edits() {
    return ServiceArbitraries.edits();
  }

  @Provide
  Arbitrary<Object> bodies() {
    return Arbitraries.oneOf(TreeArbitraries.services(), TreeArbitraries.anything());
  }

  @Property(tries = 300)
  void acceptedService_putBackUnchanged_isAcceptedUnchangedAndTakesNothing(
      @ForAll("valid") Service sent) {
    if (!(create(DUAL, sent, empty(DUAL)) instanceof Accepted first)) {
      return;
    }

    Accepted again =
        Server.accepted(DUAL.admission().update(first.service(), first.next(), PICKER));

    assertThat(again.service()).isEqualTo(first.service());
    assertThat(again.allocated()).isEmpty();
    assertThat(again.released()).isEqualTo(ReleasedNumbers.NONE);
    assertThat(again.isCreated()).isFalse();
    assertThat(again.next().allocations()).isEqualTo(first.next().allocations());
    assertThat(again.warnings()).isEqualTo(first.warnings());
  }

  @Property(tries = 300)
  void createdAndDeleted_givesBackExactlyTheState(@ForAll("mixed") Service sent) {
    Service bare = sent.withMetadata(sent.metadata().withFinalizers());
    ClusterState before = empty(DUAL);
    if (!(create(DUAL, bare, before) instanceof Accepted accepted)) {
      return;
    }

    DeletionDecision decision =
        DUAL.admission()
            .delete(accepted.service().namespacedName(), accepted.next(), Instant.EPOCH);

    assertThat(decision).isInstanceOf(DeletionDecision.Deleted.class);
    ClusterState after = ((DeletionDecision.Deleted) decision).next();
    assertThat(after.services()).isEmpty();
    assertThat(after.allocations()).isEqualTo(before.allocations());
  }

  @Property(tries = 100)
  void twoAcceptedServices_neverHoldTheSameNumber(@ForAll("several") List<Service> sent) {
    ClusterState state = empty(DUAL);
    Map<String, Integer> addresses = new HashMap<>();
    Map<Integer, Integer> ports = new HashMap<>();
    for (int i = 0; i < sent.size(); i++) {
      Service named = SentServices.named(sent.get(i), "svc-" + i);
      if (!(create(DUAL, named, state) instanceof Accepted accepted)) {
        continue;
      }
      state = accepted.next();
      for (String address : accepted.service().spec().clusterIPs()) {
        if (!address.equals("None")) {
          assertThat(addresses.putIfAbsent(address, i)).isNull();
        }
      }
      if (accepted.service().spec().type().is(ServiceType.EXTERNAL_NAME)) {
        continue;
      }
      for (ServicePort port : accepted.service().spec().ports()) {
        if (port.nodePort() != 0) {
          assertThat(ports.merge(port.nodePort(), i, (one, other) -> one)).isEqualTo(i);
        }
      }
      int healthCheck = accepted.service().spec().healthCheckNodePort();
      if (healthCheck != 0) {
        assertThat(ports.putIfAbsent(healthCheck, i)).isNull();
      }
    }
    assertThat(state.allocations().heldPorts()).isEqualTo(ports.size());
  }

  @Provide
  Arbitrary<List<Service>> several() {
    return valid().list().ofMinSize(2).ofMaxSize(12);
  }

  @Property(tries = 300)
  void update_neverCrashesTheServerOfTwoFamilies(
      @ForAll("valid") Service sent, @ForAll("edits") ServiceEdit edit) {
    if (create(DUAL, sent, empty(DUAL)) instanceof Accepted accepted) {
      AdmissionDecision decision = edited(DUAL, accepted, edit);

      assertThat(decision instanceof Rejected rejected && rejected.code() == 0).isFalse();
    }
  }

  @Property(tries = 300)
  void update_crashesTheServerOfOneFamilyOnlyWhenAnAddressIsTakenBack(
      @ForAll("validOfOneFamily") Service sent, @ForAll("edits") ServiceEdit edit) {
    if (create(SINGLE, sent, empty(SINGLE)) instanceof Accepted accepted
        && edited(SINGLE, accepted, edit) instanceof Rejected rejected
        && rejected.code() == 0) {
      Service asked = edit.applyTo(accepted.service());

      assertThat(asked.spec().isHeadless()).isTrue();
      assertThat(asked.spec().selector()).isEmpty();
      assertThat(accepted.service().spec().isHeadless()).isFalse();
    }
  }

  @Property(tries = 300)
  void updateAndBack_leavesNothingHeldBesides(
      @ForAll("valid") Service sent, @ForAll("edits") ServiceEdit edit) {
    ClusterState before = empty(DUAL);
    Service bare = sent.withMetadata(sent.metadata().withFinalizers());
    if (create(DUAL, bare, before) instanceof Accepted accepted
        && edited(DUAL, accepted, edit) instanceof Accepted changed
        && !changed.isGone()
        && changed.service().metadata().finalizers().isEmpty()
        && changed.unheldNodePorts().isEmpty()) {

      DeletionDecision gone =
          DUAL.admission()
              .delete(changed.service().namespacedName(), changed.next(), Instant.EPOCH);

      assertThat(((DeletionDecision.Deleted) gone).next().allocations())
          .isEqualTo(before.allocations());
    }
  }

  @Property(tries = 200)
  void preview_endsAsTheDecisionDoesAndTellsEveryFieldOnce(
      @ForAll("valid") Service sent, @ForAll("edits") ServiceEdit edit) {
    if (!(create(DUAL, sent, empty(DUAL)) instanceof Accepted accepted)) {
      return;
    }
    AdmissionRequest request = AdmissionRequest.update(edit.applyTo(accepted.service()));

    UpdatePreview preview = DUAL.admission().preview(request, accepted.next(), PICKER);

    AdmissionDecision decision = DUAL.admission().admit(request, accepted.next(), PICKER);
    assertThat(preview.decision().isAccepted()).isEqualTo(decision.isAccepted());
    assertThat(preview.fields()).extracting(FieldPreview::field).doesNotHaveDuplicates();
    if (decision instanceof Rejected rejected && !rejected.faults().isEmpty()) {
      assertThat(preview.fields())
          .extracting(FieldPreview::outcome)
          .contains(FieldPreview.Outcome.REFUSED);
    }
  }

  @Property(tries = 300)
  void anyBody_isAnsweredAndNeverThrows(@ForAll("bodies") Object tree) {
    AdmissionDecision made =
        DUAL.admission().admit(AdmissionRequest.createTree(tree), empty(DUAL), PICKER);
    AdmissionDecision put =
        DUAL.admission().admit(AdmissionRequest.updateTree(tree), empty(DUAL), PICKER);

    assertThat(made.isAccepted() || !((Rejected) made).message().isEmpty()).isTrue();
    assertThat(put.isAccepted() || !((Rejected) put).message().isEmpty()).isTrue();
  }

  @Property(tries = 200)
  void sameRequest_isAlwaysAnsweredAlike(@ForAll("mixed") Service sent) {
    AdmissionDecision one = create(DUAL, sent, empty(DUAL));
    AdmissionDecision other = create(DUAL, sent, empty(DUAL));

    assertThat(other.isAccepted()).isEqualTo(one.isAccepted());
    if (one instanceof Accepted first && other instanceof Accepted second) {
      assertThat(second.service()).isEqualTo(first.service());
    } else {
      assertThat(other).isEqualTo(one);
    }
  }

  private static ClusterState empty(ServiceSemantics k8s) {
    return k8s.admission().emptyState();
  }

  private static AdmissionDecision create(ServiceSemantics k8s, Service sent, ClusterState state) {
    return k8s.admission().create(sent, state, PICKER);
  }

  private static AdmissionDecision edited(
      ServiceSemantics k8s, Accepted accepted, ServiceEdit edit) {
    return k8s.admission().update(edit.applyTo(accepted.service()), accepted.next(), PICKER);
  }
}
