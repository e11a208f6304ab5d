package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link io.servicesemantics.admission.ServiceAdmission} does. */
public interface AdmissionContract extends SemanticsContract {

  /** A Service that says little is stored with all the server settles. */
  @Test
  default void serviceThatSaysLittle_isStoredWithAllThatIsSettled() {
    AdmissionDecision decision = create(ClusterFixtures.ipv4(), SentServices.clusterIp());

    assertThat(decision)
        .isAccepted()
        .hasAllocated("spec.clusterIP", "spec.clusterIPs[0]")
        .hasWarnings();
    ServiceSpec spec = accepted(decision).service().spec();
    assertThat(spec.type().is(ServiceType.CLUSTER_IP)).isTrue();
    assertThat(spec.sessionAffinity().is(SessionAffinity.NONE)).isTrue();
    assertThat(spec.internalTrafficPolicy().is(InternalTrafficPolicy.CLUSTER)).isTrue();
    assertThat(spec.ipFamilyPolicy().is(IpFamilyPolicy.SINGLE_STACK)).isTrue();
    assertThat(spec.ipFamilies()).containsExactly(Choice.of(IpFamily.IPV4));
    assertThat(spec.clusterIPs())
        .containsExactly(spec.clusterIP())
        .isNotEqualTo(ImmutableList.of());
    assertThat(spec.ports().get(0).protocol().is(Protocol.TCP)).isTrue();
    assertThat(spec.ports().get(0).targetPort().orElseThrow().number()).hasValue(80);
  }

  /** Every kind of Service people send is taken, also the largest shape of the baselines. */
  @TestFactory
  default Stream<DynamicTest> kindsOfServices_areTaken() {
    ImmutableMap<String, Service> kinds =
        ImmutableMap.<String, Service>builder()
            .put("ClusterIP", SentServices.clusterIp())
            .put("NodePort", SentServices.nodePort())
            .put("LoadBalancer", SentServices.loadBalancer())
            .put("LoadBalancer, Local", SentServices.localLoadBalancer())
            .put("headless", SentServices.headless())
            .put("headless without selector", SentServices.headlessWithoutSelector())
            .put("ExternalName", SentServices.externalName())
            .put("dual-stack", SentServices.dualStack())
            .put("typical", SentServices.typical())
            .put("large", SentServices.large())
            .buildOrThrow();
    return kinds.entrySet().stream()
        .map(
            kind ->
                dynamicTest(
                    kind.getKey(),
                    () ->
                        assertThat(create(ClusterFixtures.dualStack(), kind.getValue()))
                            .isAccepted()));
  }

  /** The worked answers of api appendix D to Services that are refused, word for word. */
  @TestFactory
  default Stream<DynamicTest> workedExamples_comeOutAsRecorded() {
    return RefusedExample.ALL.stream()
        .map(
            example ->
                dynamicTest(
                    example.name(),
                    () ->
                        assertThat(create(example.cluster(), example.service()))
                            .isRejected()
                            .hasCode(example.code())
                            .hasMessage(example.message())));
  }

  /** Ports of one number share a node port where the Service is new (api 6.5). */
  @Test
  default void twinsOfANewService_shareANodePort() {
    Service dns =
        SentServices.of(
            SentServices.nodePort()
                .spec()
                .withPorts(
                    ServicePort.of(53).withName("t"),
                    ServicePort.of(53)
                        .withName("u")
                        .withProtocol(Protocol.UDP)
                        .withNodePort(30_053)));

    assertThat(accepted(create(ClusterFixtures.ipv4(), dns)).service().spec().ports())
        .extracting(ServicePort::nodePort)
        .containsExactly(30_053, 30_053);
  }

  /** What is wrong in allocation hides what is wrong elsewhere (api 0.2). */
  @Test
  default void faultOfAllocation_hidesFaultsOfFields() {
    Service wrong =
        SentServices.named(
            SentServices.of(
                SentServices.nodePort()
                    .spec()
                    .withPorts(ServicePort.of(0).withName("A").withNodePort(80))),
            "Bad");

    assertThat(create(ClusterFixtures.ipv4(), wrong))
        .isRejectedBy(Refusal.NODE_PORT)
        .hasFaultsIn("spec.ports[0].nodePort");
  }

  /** A field that is wrong is told of with its path, and the whole message. */
  @Test
  default void wrongField_isToldOfInTheServersWords() {
    Service wrong =
        SentServices.of(SentServices.clusterIp().spec().withPorts(ServicePort.of(70_000)));

    assertThat(create(ClusterFixtures.ipv4(), wrong))
        .isRejectedBy(Refusal.VALIDATION)
        .hasFault("spec.ports[0].port", FieldErrorType.INVALID)
        .hasMessage(
            "Service \"web\" is invalid: [spec.ports[0].port: Invalid value: 70000: must be between"
                + " 1 and 65535, inclusive, spec.ports[0].targetPort: Invalid value: 70000: must be"
                + " between 1 and 65535, inclusive]");
  }

  /** Odd but good spelling is stored as it was written, with a warning. */
  @Test
  default void oddSpelling_isStoredAndWarnedOf() {
    Service odd = SentServices.of(SentServices.clusterIp().spec().withClusterIP("FD00:10:96::9"));

    AdmissionDecision decision = create(ClusterFixtures.ipv6(), odd);

    assertThat(decision)
        .isAccepted()
        .hasAllocated()
        .hasWarning(
            "spec.clusterIPs[0]: IPv6 address \"FD00:10:96::9\" should be in RFC 5952 canonical"
                + " format (\"fd00:10:96::9\")");
    assertThat(accepted(decision).service().spec().clusterIPs()).containsExactly("FD00:10:96::9");
    assertThat(accepted(decision).next().allocations())
        .isHeldBy("fd00:10:96::9", ServiceHolders.WEB);
  }

  /** A minimal manifest applied once more keeps every number the server picked. */
  @Test
  default void manifestSentAgain_keepsWhatWasPicked() {
    Service manifest = SentServices.localLoadBalancer();
    Accepted created = accepted(create(ClusterFixtures.dualStack(), manifest));

    assertThat(update(ClusterFixtures.dualStack(), manifest, created.next()))
        .isAccepted()
        .hasAllocated()
        .hasReleasedPorts()
        .stored()
        .isEqualTo(created.service());
  }

  /** A Service that stops being reached by node ports gives them back (api 4.4, 6.5). */
  @Test
  default void nodePortToClusterIp_wipesAndReleases() {
    Accepted created = accepted(create(ClusterFixtures.ipv4(), SentServices.localLoadBalancer()));
    ServiceSpec spec = created.service().spec();
    int nodePort = spec.ports().get(0).nodePort();

    AdmissionDecision decision =
        update(
            ClusterFixtures.ipv4(),
            created.service().withSpec(spec.withType(ServiceType.CLUSTER_IP)),
            created.next());

    assertThat(decision).hasReleasedPorts(nodePort, spec.healthCheckNodePort());
    ServiceSpec stored = accepted(decision).service().spec();
    assertThat(stored.ports().get(0).nodePort()).isZero();
    assertThat(
            stored.externalTrafficPolicy().isSaid()
                && !stored.externalTrafficPolicy().text().isEmpty())
        .isFalse();
    assertThat(stored.allocateLoadBalancerNodePorts()).isEmpty();
    assertThat(accepted(decision).next().allocations()).isPortFree(nodePort);
  }

  /** An address may not change, but through an alias it can (api traps 16, 17). */
  @Test
  default void address_changesOnlyThroughAnAlias() {
    ClusterProfile cluster = ClusterFixtures.ipv4();
    Accepted created = accepted(create(cluster, SentServices.clusterIp()));
    ServiceSpec spec = created.service().spec();
    Service moved =
        created.service().withSpec(spec.withClusterIP("10.96.7.7").withClusterIPs("10.96.7.7"));

    assertThat(update(cluster, moved, created.next()))
        .isRejectedBy(Refusal.VALIDATION)
        .hasMessage(
            "Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.96.7.7\"]:"
                + " may not change once set");
    AdmissionDecision alias = update(cluster, SentServices.externalName(), created.next());
    assertThat(alias).hasReleasedAddresses(spec.clusterIP());
    assertThat(update(cluster, moved, accepted(alias).next())).isAccepted().hasAllocated();
  }

  /** Single to dual needs the policy alone, and so does the way back (api 5.4). */
  @Test
  default void policyAlone_upgradesAndDowngrades() {
    ClusterProfile cluster = ClusterFixtures.dualStack();
    Accepted single = accepted(create(cluster, SentServices.clusterIp()));
    Service wanting =
        single
            .service()
            .withSpec(single.service().spec().withIpFamilyPolicy(IpFamilyPolicy.PREFER_DUAL_STACK));

    Accepted dual = accepted(update(cluster, wanting, single.next()));
    assertThat(dual.service().spec().clusterIPs()).hasSize(2);
    Service content =
        dual.service()
            .withSpec(dual.service().spec().withIpFamilyPolicy(IpFamilyPolicy.SINGLE_STACK));
    Accepted again = accepted(update(cluster, content, dual.next()));

    assertThat(again.service()).isEqualTo(single.service());
    assertThat(again.next().allocations()).holdsAsManyAs(single.next().allocations());
  }

  /** Where the real server crashes, the answer says so (api-recorded 5.1). */
  @Test
  default void requestTheServerCrashesOn_isToldOf() {
    ClusterProfile cluster = ClusterFixtures.ipv4();
    Service bare = SentServices.of(SentServices.clusterIp().spec().withSelector(ImmutableMap.of()));
    Accepted created = accepted(create(cluster, bare));
    ServiceSpec none =
        created
            .service()
            .spec()
            .withClusterIP(ServiceSpec.CLUSTER_IP_NONE)
            .withClusterIPs(ServiceSpec.CLUSTER_IP_NONE)
            .withIpFamilyPolicy(IpFamilyPolicy.PREFER_DUAL_STACK);

    assertThat(update(cluster, created.service().withSpec(none), created.next()))
        .isRejectedBy(Refusal.SERVER_CRASH);
  }

  /** A status is taken at its own door alone, and gets its mode there (api 7). */
  @Test
  default void status_isTakenAtItsOwnDoorAlone() {
    ClusterProfile cluster = ClusterFixtures.ipv4();
    Accepted created = accepted(create(cluster, SentServices.loadBalancer()));
    Service observed =
        created
            .service()
            .withStatus(
                ServiceStatus.builder()
                    .loadBalancer(
                        LoadBalancerStatus.builder()
                            .addIngress(LoadBalancerIngress.builder().ip("192.0.2.1").build())
                            .build())
                    .build());

    assertThat(update(cluster, observed, created.next())).stored().isEqualTo(created.service());
    AdmissionDecision decision =
        semantics(cluster)
            .admission()
            .admit(
                AdmissionRequest.update(observed).withSubresource(Subresource.STATUS),
                created.next(),
                NumberPicker.lowestFree());
    assertThat(accepted(decision).service().status().loadBalancer().ingress())
        .singleElement()
        .satisfies(entry -> assertThat(entry.ipMode().text()).isEqualTo("VIP"));
  }

  /** Create and delete leave the cluster as it was; finalizers hold a Service and its numbers. */
  @Test
  default void deletion_givesEverythingBackOnceNothingHoldsIt() {
    ClusterProfile cluster = ClusterFixtures.dualStack();
    Service held =
        SentServices.localLoadBalancer()
            .withMetadata(
                SentServices.localLoadBalancer().metadata().withFinalizers("example.com/hold"));
    ClusterState empty = semantics(cluster).admission().emptyState();
    Accepted created = accepted(create(cluster, held));

    DeletionDecision first =
        semantics(cluster).admission().delete(held.namespacedName(), created.next(), Instant.EPOCH);
    DeletionDecision.Held waiting = (DeletionDecision.Held) first;
    assertThat(waiting.service().metadata().isBeingDeleted()).isTrue();
    assertThat(waiting.next().allocations()).holdsAsManyAs(created.next().allocations());

    Service let = waiting.service().withMetadata(waiting.service().metadata().withFinalizers());
    Accepted gone = accepted(update(cluster, let, waiting.next()));
    assertThat(gone.isGone()).isTrue();
    assertThat(gone.next().services()).isEmpty();
    assertThat(gone.next().allocations()).holdsAsManyAs(empty.allocations());
  }

  /** What is not there cannot be deleted. */
  @Test
  default void deletionOfNothing_isNotFound() {
    DeletionDecision decision =
        semantics()
            .admission()
            .delete(
                SentServices.clusterIp().namespacedName(),
                semantics().admission().emptyState(),
                Instant.EPOCH);

    assertThat(decision).isEqualTo(new DeletionDecision.NotFound("services \"web\" not found"));
  }

  /** A namespace that does not exist takes nothing, until it does. */
  @Test
  default void namespaceThatDoesNotExist_takesNothing() {
    Service lost =
        SentServices.clusterIp()
            .withMetadata(SentServices.clusterIp().metadata().withNamespace("nowhere"));
    ClusterState empty = semantics().admission().emptyState();

    assertThat(semantics().admission().create(lost, empty, NumberPicker.lowestFree()))
        .isRejectedBy(Refusal.NAMESPACE)
        .hasCode(404);
    assertThat(
            semantics()
                .admission()
                .create(
                    lost, empty.withNamespace(Namespace.of("nowhere")), NumberPicker.lowestFree()))
        .isAccepted();
  }

  /** A full range is the server's failure, not the request's (api trap 3). */
  @Test
  default void fullRange_isAnInternalError() {
    ClusterProfile cluster = ClusterFixtures.of("10.0.0.0/30");
    ClusterState state = semantics(cluster).admission().emptyState();
    for (int i = 0; i < 2; i++) {
      Service service = SentServices.named(SentServices.clusterIp(), "web-" + i);
      state =
          accepted(semantics(cluster).admission().create(service, state, NumberPicker.lowestFree()))
              .next();
    }

    assertThat(
            semantics(cluster)
                .admission()
                .create(SentServices.clusterIp(), state, NumberPicker.lowestFree()))
        .isRejectedBy(Refusal.CLUSTER_IP)
        .hasCode(500)
        .hasMessage(
            "Internal error occurred: failed to allocate a serviceIP for Service \"web\": range is"
                + " full");
  }

  /** Health checks have a port of the same pool (api 6.6). */
  @Test
  default void localLoadBalancer_getsAHealthCheckPort() {
    Accepted created = accepted(create(ClusterFixtures.ipv4(), SentServices.localLoadBalancer()));
    ServiceSpec spec = created.service().spec();

    assertThat(spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)).isTrue();
    assertThat(spec.healthCheckNodePort()).isNotIn(0, spec.ports().get(0).nodePort());
    assertThat(created.next().allocations())
        .isPortHeldBy(spec.healthCheckNodePort(), ServiceHolders.WEB)
        .isPortHeldBy(spec.ports().get(0).nodePort(), ServiceHolders.WEB);
  }

  private AdmissionDecision create(ClusterProfile cluster, Service service) {
    return semantics(cluster)
        .admission()
        .create(service, semantics(cluster).admission().emptyState(), NumberPicker.lowestFree());
  }

  private AdmissionDecision update(ClusterProfile cluster, Service service, ClusterState state) {
    return semantics(cluster).admission().update(service, state, NumberPicker.lowestFree());
  }

  private static Accepted accepted(AdmissionDecision decision) {
    assertThat(decision).isAccepted();
    return (Accepted) decision;
  }
}
