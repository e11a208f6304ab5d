package io.servicesemantics.impl.admission;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.FieldPreview;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.fault.FieldErrors;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries.MistakenService;
import io.servicesemantics.testkit.arbitrary.ServiceEdit;
import io.servicesemantics.testkit.arbitrary.TreeArbitraries;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of requests about Services that are drawn from all there may be. */
class RequestLawsTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final NumberPicker LOWEST = NumberPicker.lowestFree();
  private static final ServiceEdit NO_EDIT = ServiceArbitraries.everyEdit().get(0);
  private static final ImmutableList<ClusterProfile> ROOMY =
      ImmutableList.of(
          ClusterFixtures.dualStack(),
          ClusterFixtures.ipv4(),
          ClusterFixtures.ipv6First(),
          ClusterFixtures.ipv6());
  private static final ImmutableList<ClusterProfile> ALL =
      ImmutableList.<ClusterProfile>builder().addAll(ROOMY).add(ClusterFixtures.tiny()).build();

  @Property
  void validService_isTakenByAnEmptyCluster(@ForAll("sentToARoomyCluster") Sent sent) {
    assertThat(sent.create()).isAccepted();
  }

  @Property
  void mistakenService_isRefusedForItsMistake(@ForAll("mistaken") MistakenService mistaken) {
    Cluster cluster = Cluster.of(ClusterFixtures.dualStack());

    assertThat(cluster.create(mistaken.service()))
        .isRejected()
        .hasFault(mistaken.fault().field(), mistaken.fault().type())
        .hasCode(422);
  }

  @Property
  void refusal_saysWhyOnceAndWarnsOfNothingInTheService(@ForAll("sent") Sent sent) {
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
  void sameRequest_getsTheSameAnswer(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit, @ForAll long seed) {
    NumberPicker picker = NumberPicker.seeded(seed);
    AdmissionDecision first = sent.cluster.admission().create(sent.service, sent.state, picker);

    assertThat(content(sent.cluster.admission().create(sent.service, sent.state, picker)))
        .isEqualTo(content(first));
    if (first instanceof Accepted accepted) {
      AdmissionRequest update = AdmissionRequest.update(edit.applyTo(accepted.service()));
      assertThat(content(sent.cluster.admission().admit(update, accepted.next(), picker)))
          .isEqualTo(content(sent.cluster.admission().admit(update, accepted.next(), picker)));
    }
  }

  @Property
  void storedService_putBackUnchangedChangesNothing(@ForAll("sent") Sent sent) {
    if (sent.create() instanceof Accepted created) {
      AdmissionDecision again = sent.cluster.update(created.service(), created.next());

      assertThat(again)
          .isAccepted()
          .hasAllocated()
          .hasReleasedPorts()
          .hasReleasedAddresses()
          .hasWarnings(created.warnings().toArray(new String[0]))
          .stored()
          .isEqualTo(created.service());
      assertThat(((Accepted) again).isCreated()).isFalse();
      assertThat(sent.cluster.asRead(((Accepted) again).next()))
          .isEqualTo(sent.cluster.asRead(created.next()));
      assertThat(((Accepted) again).next().allocations())
          .holdsAsManyAs(created.next().allocations());
    }
  }

  @Property
  void createdAndDeleted_leavesTheClusterAsItWas(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    ClusterState state = created.next();
    Service stored = created.service();
    if (sent.cluster.update(edit.applyTo(stored), state) instanceof Accepted updated
        && !updated.isGone()
        && hasNoPortsOfAnAlias(updated)) {
      state = updated.next();
      stored = updated.service();
    }
    if (isAliasWithPorts(stored)) {
      return; // its deletion gives back what others may hold (api 6.7)
    }
    ClusterState after = sent.cluster.deleted(stored, state);

    assertThat(after.services()).isEqualTo(sent.state.services());
    assertThat(after.allocations()).holdsAsManyAs(sent.state.allocations());
    for (Service other : sent.state.services()) {
      assertHeld(other, after);
    }
  }

  @Property
  void numbers_areHeldByTheOneServiceThatHasThem(@ForAll("histories") History history) {
    ClusterState state = history.play();
    Map<String, String> holders = new HashMap<>();

    for (Service service : state.services()) {
      String name = service.namespacedName().toString();
      Set<String> numbers = new LinkedHashSet<>(ports(service));
      for (IpAddress address : addresses(service)) {
        numbers.add(address.toString());
      }
      for (String number : numbers) {
        String other = holders.put(number, name);
        assertThat(other == null || other.equals(name)).as("%s of %s", number, name).isTrue();
      }
      assertHeld(service, state);
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
    var found = history.cluster.semantics.allocator().of(state.services());

    assertThat(found.conflicts()).isEmpty();
    assertThat(found).holdsAsManyAs(state.allocations());
    for (Service service : state.services()) {
      assertHeld(service, state.withAllocations(found));
    }
  }

  @Property
  void ordinaryUpdate_neverMeetsACrash(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    Service edited = edit.applyTo(created.service());
    if (sent.cluster.update(edited, created.next()) instanceof Rejected rejected
        && rejected.refusal() == Refusal.SERVER_CRASH) {
      // api-recorded 5.1.1
      assertThat(sent.cluster.families()).isEqualTo(1);
      assertThat(created.service().spec().clusterIPs()).hasSize(1).doesNotContain("None");
      assertThat(edited.spec().isHeadless()).isTrue();
      assertThat(edited.spec().selector()).isEmpty();
    }
  }

  @Property
  void update_isTakenOrRefusedAndEverythingStoredCanBePutBack(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    AdmissionDecision decision =
        sent.cluster.update(edit.applyTo(created.service()), created.next());
    if (decision instanceof Accepted updated
        && !updated.isGone()
        && !isAliasWithAddress(updated.service())) {
      assertThat(sent.cluster.update(updated.service(), updated.next()))
          .isAccepted()
          .hasAllocated()
          .stored()
          .isEqualTo(updated.service());
      assertHeldUnlessTold(updated);
    }
  }

  @Property
  void whatIsStored_isReadBackAsItWasWritten(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    assertReadBack(sent.cluster, created.service());
    if (sent.cluster.update(edit.applyTo(created.service()), created.next())
        instanceof Accepted updated) {
      assertReadBack(sent.cluster, updated.service());
    }
  }

  @Property
  void picker_settlesNothingButWhatIsPicked(@ForAll("sent") Sent sent, @ForAll long seed) {
    AdmissionDecision lowest = sent.create();
    AdmissionDecision random =
        sent.cluster.admission().create(sent.service, sent.state, NumberPicker.seeded(seed));

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
    Cluster cluster = Cluster.of(ClusterFixtures.dualStack());
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

  @Property
  void preview_tellsOfTheVeryDecision(
      @ForAll("sent") Sent sent, @ForAll("edits") ServiceEdit edit) {
    if (!(sent.create() instanceof Accepted created)) {
      return;
    }
    AdmissionRequest request = AdmissionRequest.update(edit.applyTo(created.service()));
    var preview = sent.cluster.admission().preview(request, created.next(), LOWEST);

    assertThat(content(preview.decision()))
        .isEqualTo(content(sent.cluster.admission().admit(request, created.next(), LOWEST)));
    if (preview.decision() instanceof Rejected rejected && !rejected.faults().isEmpty()) {
      assertThat(preview.fields())
          .anyMatch(field -> field.outcome() == FieldPreview.Outcome.REFUSED);
    }
    assertThat(preview.toString()).isNotEmpty();
  }

  // What a decision says; its next state is compared where a law is about it.
  private static String content(AdmissionDecision decision) {
    return decision.match(
        accepted ->
            accepted.service()
                + " "
                + accepted.allocated()
                + accepted.equal()
                + accepted.released()
                + accepted.unheldNodePorts()
                + accepted.changes()
                + accepted.warnings()
                + accepted.next().services().hashCode(),
        Rejected::toString);
  }

  private static void assertReadBack(Cluster cluster, Service service) {
    var manifests = cluster.semantics.manifests();
    var ofTree = manifests.readTree(manifests.toTree(service), FieldValidation.STRICT);
    var ofText = manifests.read(manifests.toYaml(service), "", FieldValidation.STRICT);

    assertThat(ofTree.problems()).isEmpty();
    assertThat(ofTree.services()).containsExactly(service);
    assertThat(ofText.problems()).isEmpty();
    assertThat(ofText.services()).containsExactly(service);
  }

  // Every number a Service has is held by it.
  private static void assertHeld(Service service, ClusterState state) {
    AllocationHolder holder = AllocationHolder.service(service.namespacedName());
    for (IpAddress address : addresses(service)) {
      assertThat(state.allocations().holderOf(address)).as("%s", service).contains(holder);
    }
    for (String port : ports(service)) {
      assertThat(state.allocations().holderOfPort(Integer.parseInt(port)))
          .as("port %s of %s", port, service)
          .contains(holder);
    }
  }

  private static void assertHeldUnlessTold(Accepted accepted) {
    for (String port : ports(accepted.service())) {
      if (!accepted.unheldNodePorts().contains(Integer.valueOf(port))) {
        assertThat(accepted.next().allocations().holderOfPort(Integer.parseInt(port)))
            .contains(AllocationHolder.service(accepted.service().namespacedName()));
      }
    }
  }

  private static ImmutableList<IpAddress> addresses(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<IpAddress> addresses = ImmutableList.builder();
    for (String text : service.spec().clusterIPs()) {
      if (!text.equals(ServiceSpec.CLUSTER_IP_NONE)) {
        addresses.add(IpAddress.parse(text));
      }
    }
    return addresses.build();
  }

  private static Set<String> ports(Service service) {
    Set<String> ports = new LinkedHashSet<>();
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return ports;
    }
    for (ServicePort port : service.spec().ports()) {
      if (port.nodePort() != 0) {
        ports.add(Integer.toString(port.nodePort()));
      }
    }
    if (service.spec().healthCheckNodePort() != 0) {
      ports.add(Integer.toString(service.spec().healthCheckNodePort()));
    }
    return ports;
  }

  // An update to an alias that says a clusterIP and no clusterIPs is taken as it is, since only the
  // list is forbidden; read, it has the list too (api 2.4 a, 3.2 S3, 4.3).
  private static boolean isAliasWithAddress(Service service) {
    return service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && !service.spec().clusterIP().isEmpty();
  }

  private static boolean isAliasWithPorts(Service service) {
    return service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && service.spec().ports().stream().anyMatch(port -> port.nodePort() != 0);
  }

  private static boolean hasNoPortsOfAnAlias(Accepted accepted) {
    return accepted.unheldNodePorts().isEmpty() && !isAliasWithPorts(accepted.service());
  }

  /** A cluster, made once for each profile. */
  static final class Cluster {
    private static final Map<ClusterProfile, Cluster> ALL = new HashMap<>();

    final ServiceSemantics semantics;

    private Cluster(ClusterProfile profile) {
      this.semantics = StandardSemantics.of(profile);
    }

    static synchronized Cluster of(ClusterProfile profile) {
      return ALL.computeIfAbsent(profile, Cluster::new);
    }

    ServiceAdmission admission() {
      return semantics.admission();
    }

    ClusterState empty() {
      return admission().emptyState();
    }

    int families() {
      return semantics.profile().ranges().serviceCIDRs().size();
    }

    // what is stored but shown to nobody does not survive being put back (api 2.4)
    ImmutableList<Service> asRead(ClusterState state) {
      return state.services().stream()
          .map(semantics.defaulter()::onRead)
          .collect(ImmutableList.toImmutableList());
    }

    AdmissionDecision create(Service service) {
      return admission().create(service, empty(), LOWEST);
    }

    AdmissionDecision update(Service service, ClusterState state) {
      return admission().update(service, state, LOWEST);
    }

    ClusterState deleted(Service service, ClusterState state) {
      DeletionDecision decision = admission().delete(service.namespacedName(), state, NOW);
      return decision.match(
          DeletionDecision.Deleted::next,
          held -> {
            Service let = held.service();
            AdmissionDecision freed =
                update(
                    let.withMetadata(let.metadata().withFinalizers(ImmutableList.of())),
                    held.next());
            assertThat(freed).isAccepted();
            assertThat(((Accepted) freed).isGone()).isTrue();
            return ((Accepted) freed).next();
          },
          notFound -> {
            throw new AssertionError(notFound.message());
          });
    }

    @Override
    public String toString() {
      return semantics.profile().ranges().toString();
    }
  }

  /** A Service on its way to a cluster in which others are. */
  record Sent(Cluster cluster, ClusterState state, Service service) {
    AdmissionDecision create() {
      return cluster.admission().create(service, state, LOWEST);
    }

    @Override
    public String toString() {
      return cluster + "\n  there are " + state.services() + "\n  sent is " + service;
    }
  }

  /** What happens in a cluster: Services made, edited and deleted under four names. */
  record History(Cluster cluster, ImmutableList<Event> events) {

    ClusterState play() {
      ClusterState state = cluster.empty();
      for (Event event : events) {
        state = event.after(cluster, state);
      }
      return state;
    }
  }

  /** One event: the Service of a name is made, or if there is one, edited or deleted. */
  record Event(int name, Service service, ServiceEdit edit, boolean isDeletion) {

    ClusterState after(Cluster cluster, ClusterState state) {
      Service named =
          service.withMetadata(service.metadata().withNamespace("default").withName("web-" + name));
      var stored = state.service(named.namespacedName());
      if (stored.isPresent() && isDeletion) {
        return cluster.deleted(stored.get(), state);
      }
      AdmissionDecision decision =
          stored.isPresent()
              ? cluster.update(edit.applyTo(stored.get()), state)
              : cluster.admission().create(named, state, LOWEST);
      // aliases with node ports hand them on unheld (api-recorded 5.1.4)
      return decision.match(
          accepted -> hasNoPortsOfAnAlias(accepted) ? accepted.next() : state, rejected -> state);
    }
  }

  @Provide
  Arbitrary<Sent> sentToARoomyCluster() {
    return Arbitraries.oneOf(
        ROOMY.stream()
            .map(
                profile ->
                    ServiceArbitraries.valid(profile)
                        .map(
                            service ->
                                new Sent(
                                    Cluster.of(profile), Cluster.of(profile).empty(), service)))
            .toList());
  }

  @Provide
  Arbitrary<Sent> sent() {
    return Arbitraries.oneOf(ALL.stream().map(RequestLawsTest::sentTo).toList());
  }

  private static Arbitrary<Sent> sentTo(ClusterProfile profile) {
    return Combinators.combine(
            ServiceArbitraries.mixed(profile),
            ServiceArbitraries.mixed(profile).list().ofMaxSize(3))
        .as(
            (service, others) -> {
              Cluster cluster = Cluster.of(profile);
              ClusterState state = cluster.empty();
              for (int i = 0; i < others.size(); i++) {
                state = new Event(i, others.get(i), NO_EDIT, false).after(cluster, state);
              }
              return new Sent(cluster, state, service);
            });
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
    return Arbitraries.oneOf(ALL.stream().map(RequestLawsTest::historiesOf).toList());
  }

  private static Arbitrary<History> historiesOf(ClusterProfile profile) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            ServiceArbitraries.mixed(profile),
            ServiceArbitraries.edits(),
            Arbitraries.of(false, false, false, true))
        .as(Event::new)
        .list()
        .ofMaxSize(12)
        .map(events -> new History(Cluster.of(profile), ImmutableList.copyOf(events)));
  }

  @Provide
  Arbitrary<Object> trees() {
    return Arbitraries.oneOf(
        TreeArbitraries.services(),
        TreeArbitraries.spoilt(
            ServiceArbitraries.valid()
                .map(
                    service ->
                        Cluster.of(ClusterFixtures.dualStack())
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
