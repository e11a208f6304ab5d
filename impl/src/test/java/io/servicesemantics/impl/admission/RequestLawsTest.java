package io.servicesemantics.impl.admission;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldErrors;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries.MistakenService;
import io.servicesemantics.testkit.arbitrary.ServiceEdit;
import io.servicesemantics.testkit.arbitrary.TreeArbitraries;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of requests about Services that are drawn from all there may be. */
class RequestLawsTest {

  private static final NumberPicker LOWEST = NumberPicker.lowestFree();

  @Property
  void validService_isTakenByAnEmptyCluster(@ForAll("sentToARoomyCluster") SentService sent) {
    assertThat(sent.create()).isAccepted();
  }

  @Property
  void mistakenService_isRefusedForItsMistake(@ForAll("mistaken") MistakenService mistaken) {
    LawCluster cluster = LawCluster.of(ClusterFixtures.dualStack());

    assertThat(cluster.create(mistaken.service()))
        .isRejected()
        .hasFault(mistaken.fault().field(), mistaken.fault().type())
        .hasCode(422);
  }

  @Property
  void refusal_saysWhyOnceAndWarnsOfNothingInTheService(@ForAll("sent") SentService sent) {
    if (sent.create() instanceof Rejected rejected) {
      assertThat(rejected.message()).isNotEmpty();
      assertThat(rejected.warnings()).isEmpty();
      assertThat(rejected.refusal()).isNotEqualTo(Refusal.SERVER_CRASH);
      if (rejected.refusal() == Refusal.VALIDATION || rejected.refusal() == Refusal.FAMILIES) {
        assertThat(rejected.code()).isEqualTo(422);
        assertThat(rejected.faults()).hasSameSizeAs(rejected.causes()).isNotEmpty();
        assertThat(rejected.message())
            .startsWith("Service \"")
            .endsWith("is invalid: " + FieldErrors.join(rejected.faults()));
      }
    }
  }

  @Property
  void storedService_putBackUnchangedChangesNothing(@ForAll("sent") SentService sent) {
    if (sent.create() instanceof Accepted created) {
      AdmissionDecision again = sent.cluster().update(created.service(), created.next());

      assertThat(again)
          .isAccepted()
          .hasAllocated()
          .hasReleasedPorts()
          .hasReleasedAddresses()
          .hasWarnings(created.warnings().toArray(new String[0]))
          .stored()
          .isEqualTo(created.service());
      assertThat(((Accepted) again).isCreated()).isFalse();
      assertThat(sent.cluster().asRead(((Accepted) again).next()))
          .isEqualTo(sent.cluster().asRead(created.next()));
      assertThat(((Accepted) again).next().allocations())
          .holdsAsManyAs(created.next().allocations());
    }
  }

  @Property
  void createdAndDeleted_leavesTheClusterAsItWas(
      @ForAll("sent") SentService sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    if (HeldNumbers.isAliasWithPorts(created.service())) {
      return; // it may become a Service with ports that others hold (api-recorded 5.1.4)
    }
    ClusterState state = created.next();
    Service stored = created.service();
    if (sent.cluster().update(edit.applyTo(stored), state) instanceof Accepted updated
        && !updated.isGone()
        && HeldNumbers.areAllHeld(updated)) {
      state = updated.next();
      stored = updated.service();
    }
    if (HeldNumbers.isAliasWithPorts(stored)) {
      return; // its deletion gives back what others may hold (api 6.7)
    }
    ClusterState after = sent.cluster().deleted(stored, state);

    assertThat(after.services()).isEqualTo(sent.state().services());
    assertThat(after.allocations()).holdsAsManyAs(sent.state().allocations());
    for (Service other : sent.state().services()) {
      HeldNumbers.assertHeld(other, after);
    }
  }

  @Property
  void numbers_areHeldByTheOneServiceThatHasThem(@ForAll("histories") History history) {
    ClusterState state = history.play();
    Map<String, String> holders = new HashMap<>();

    for (Service service : state.services()) {
      String name = service.namespacedName().toString();
      Set<String> numbers = new LinkedHashSet<>(HeldNumbers.ports(service));
      for (IpAddress address : HeldNumbers.addresses(service)) {
        numbers.add(address.toString());
      }
      for (String number : numbers) {
        String other = holders.put(number, name);
        assertThat(other == null || other.equals(name)).as("%s of %s", number, name).isTrue();
      }
      HeldNumbers.assertHeld(service, state);
    }
    assertThat(
            state.allocations().heldPorts()
                + state.allocations().heldAddresses(IpFamily.IPV4)
                + state.allocations().heldAddresses(IpFamily.IPV6))
        .as("nothing else is held")
        .isEqualTo(holders.size());
  }

  @Property
  void accountOfAClusterAsFound_isTheAccountKept(@ForAll("histories") History history) {
    ClusterState state = history.play();
    var found = history.cluster().semantics.allocator().of(state.services());

    assertThat(found.conflicts()).isEmpty();
    assertThat(found).holdsAsManyAs(state.allocations());
    for (Service service : state.services()) {
      HeldNumbers.assertHeld(service, state.withAllocations(found));
    }
  }

  @Property
  void ordinaryUpdate_neverMeetsACrash(
      @ForAll("sent") SentService sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    Service edited = edit.applyTo(created.service());
    if (sent.cluster().update(edited, created.next()) instanceof Rejected rejected
        && rejected.refusal() == Refusal.SERVER_CRASH) {
      // api-recorded 5.1.1
      assertThat(sent.cluster().families()).isEqualTo(1);
      assertThat(created.service().spec().clusterIPs()).hasSize(1).doesNotContain("None");
      assertThat(edited.spec().isHeadless()).isTrue();
      assertThat(edited.spec().selector()).isEmpty();
    }
  }

  @Property
  void update_isTakenOrRefusedAndEverythingStoredCanBePutBack(
      @ForAll("sent") SentService sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    AdmissionDecision decision =
        sent.cluster().update(edit.applyTo(created.service()), created.next());
    if (decision instanceof Accepted updated
        && !updated.isGone()
        && !HeldNumbers.isAliasWithPorts(created.service())
        && !isAliasWithAddress(updated.service())) {
      assertThat(sent.cluster().update(updated.service(), updated.next()))
          .isAccepted()
          .hasAllocated()
          .stored()
          .isEqualTo(updated.service());
      assertHeldUnlessTold(updated);
    }
  }

  @Property
  void whatIsStored_isReadBackAsItWasWritten(
      @ForAll("sent") SentService sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    assertReadBack(sent.cluster(), created.service());
    if (sent.cluster().update(edit.applyTo(created.service()), created.next())
        instanceof Accepted updated) {
      assertReadBack(sent.cluster(), updated.service());
    }
  }

  @Property
  void picker_settlesNothingButWhatIsPicked(@ForAll("sent") SentService sent, @ForAll long seed) {
    AdmissionDecision lowest = sent.create();
    AdmissionDecision random =
        sent.cluster().admission().create(sent.service(), sent.state(), NumberPicker.seeded(seed));

    // a number asked for may be the one the picker took for another port just before
    if (lowest instanceof Accepted one && random instanceof Accepted other) {
      assertThat(other.allocated()).isEqualTo(one.allocated());
      assertThat(other.equal()).isEqualTo(one.equal());
      assertThat(other.warnings()).isEqualTo(one.warnings());
      assertThat(other.service().metadata()).isEqualTo(one.service().metadata());
      if (one.allocated().isEmpty()) {
        assertThat(other.service()).isEqualTo(one.service());
      }
    }
  }

  @Property
  void anyTree_isTakenOrRefused(
      @ForAll("trees") Object tree,
      @ForAll("trees") Object other,
      @ForAll("validations") Choice<FieldValidation> validation) {
    LawCluster cluster = LawCluster.of(ClusterFixtures.dualStack());
    AdmissionDecision created =
        cluster
            .admission()
            .admit(
                AdmissionRequest.createTree(tree).withFieldValidation(validation),
                cluster.empty(),
                LOWEST);
    ClusterState state = created.match(Accepted::next, rejected -> cluster.empty());
    AdmissionDecision put =
        cluster
            .admission()
            .admit(
                AdmissionRequest.updateTree(other).withFieldValidation(validation), state, LOWEST);

    for (AdmissionDecision decision : List.of(created, put)) {
      if (decision instanceof Rejected rejected) {
        assertThat(rejected.message()).isNotEmpty();
        assertThat(rejected.code()).isIn(400, 403, 404, 409, 422, 500);
      }
    }
  }

  private static void assertReadBack(LawCluster cluster, Service service) {
    var manifests = cluster.semantics.manifests();
    var ofTree = manifests.readTree(manifests.toTree(service), FieldValidation.STRICT);
    var ofText = manifests.read(manifests.toYaml(service), "", FieldValidation.STRICT);

    assertThat(ofTree.problems()).isEmpty();
    assertThat(ofTree.services()).containsExactly(service);
    assertThat(ofText.problems()).isEmpty();
    assertThat(ofText.services()).containsExactly(service);
  }

  private static void assertHeldUnlessTold(Accepted accepted) {
    for (String port : HeldNumbers.ports(accepted.service())) {
      if (!accepted.unheldNodePorts().contains(Integer.valueOf(port))) {
        assertThat(accepted.next().allocations().holderOfPort(Integer.parseInt(port)))
            .contains(AllocationHolder.service(accepted.service().namespacedName()));
      }
    }
  }

  // An update to an alias that says a clusterIP and no clusterIPs is taken as it is, since only the
  // list is forbidden; read, it has the list too (api 2.4 a, 3.2 S3, 4.3).
  private static boolean isAliasWithAddress(Service service) {
    return service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && !service.spec().clusterIP().isEmpty();
  }

  @Provide
  Arbitrary<SentService> sentToARoomyCluster() {
    return Scenarios.sentToARoomyCluster();
  }

  @Provide
  Arbitrary<SentService> sent() {
    return Scenarios.sent();
  }

  @Provide
  Arbitrary<MistakenService> mistaken() {
    return ServiceArbitraries.mistaken(ClusterFixtures.dualStack());
  }

  @Provide
  Arbitrary<ServiceEdit> edits() {
    return ServiceArbitraries.edits();
  }

  @Provide
  Arbitrary<History> histories() {
    return Scenarios.histories();
  }

  @Provide
  Arbitrary<Object> trees() {
    return Arbitraries.oneOf(
        TreeArbitraries.services(),
        TreeArbitraries.spoilt(
            ServiceArbitraries.valid()
                .map(
                    service ->
                        LawCluster.of(ClusterFixtures.dualStack())
                            .semantics
                            .manifests()
                            .toTree(service))));
  }

  @Provide
  Arbitrary<Choice<FieldValidation>> validations() {
    return Arbitraries.of(
        Choice.unsaid(), Choice.of(FieldValidation.STRICT), Choice.of(FieldValidation.IGNORE));
  }
}
