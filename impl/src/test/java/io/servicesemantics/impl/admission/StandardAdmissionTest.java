package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.StatusCause;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.NamespacePhase;
import io.servicesemantics.cluster.NamespaceStatus;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardAdmissionTest {

  private static final String PLAIN = "{'ports':[{'port':80}]}";

  private final Server server = Server.ipv4();
  private final Server dual = Server.dualStack();

  private static AdmissionRequest create(String body, String fieldValidation) {
    return AdmissionRequest.builder()
        .verb(Verb.CREATE)
        .body(Server.json(body))
        .fieldValidation(Choice.parse(FieldValidation.class, fieldValidation))
        .build();
  }

  @Nested
  class Requests {

    @Test
    void unknownFieldValidation_isRefusedBeforeAllElse() {
      Rejected refused = Server.rejected(server.decide(create("no JSON", "strict")));

      assertThat(refused.refusal()).isEqualTo(Refusal.REQUEST);
      assertThat(refused.message())
          .isEqualTo(
              "CreateOptions.meta.k8s.io \"\" is invalid: fieldValidation: Unsupported value:"
                  + " \"strict\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"");
    }

    @Test
    void unknownFieldValidationOfAnUpdate_isOneOfItsOptions() {
      Rejected refused =
          Server.rejected(
              server.decide(
                  AdmissionRequest.update(SentServices.clusterIp())
                      .withFieldValidation(Choice.parse(FieldValidation.class, "Foo"))));

      assertThat(refused.message()).startsWith("UpdateOptions.meta.k8s.io \"\" is invalid: ");
    }

    @Test
    void emptyFieldValidation_isTheDefault() {
      Accepted accepted =
          Server.accepted(
              server.decide(create(Server.body("s", "{'ports':[{'port':80}],'x':1}"), "")));

      assertThat(accepted.warnings()).containsExactly("unknown field \"spec.x\"");
    }

    @Test
    void strict_refusesWhatWarnWarnsOf() {
      Rejected refused =
          Server.rejected(
              server.decide(create(Server.body("s", "{'ports':[{'port':80}],'x':1}"), "Strict")));

      assertThat(refused.refusal()).isEqualTo(Refusal.DECODING);
      assertThat(refused.code()).isEqualTo(400);
      assertThat(refused.message()).contains("strict decoding error: unknown field \"spec.x\"");
    }

    @Test
    void rejectedService_stillWarnsOfUnknownFields() {
      Rejected refused = server.refusedCreate("{'ports':[],'externalName':'x','y':1}");

      assertThat(refused.warnings()).containsExactly("unknown field \"spec.y\"");
    }

    @Test
    void everyFormOfABody_givesTheSameAnswer() {
      Service sent = SentServices.typical();
      var manifests = server.k8s.manifests();
      var picker = NumberPicker.seeded(3);
      var admission = server.k8s.admission();
      ClusterState state = server.state();

      var byValue = admission.admit(AdmissionRequest.create(sent), state, picker);
      var byTree =
          admission.admit(AdmissionRequest.createTree(manifests.toTree(sent)), state, picker);
      var byText =
          admission.admit(
              AdmissionRequest.builder()
                  .verb(Verb.CREATE)
                  .body(new RequestBody.Json(manifests.toJson(sent)))
                  .build(),
              state,
              picker);

      Service expected = Server.accepted(byValue).service();
      assertThat(Server.accepted(byTree).service()).isEqualTo(expected);
      assertThat(Server.accepted(byText).service()).isEqualTo(expected);
    }

    @Test
    void manifestRead_isDecodedWithItsProblems() {
      var object =
          server
              .k8s
              .manifests()
              .read(
                  """
                  apiVersion: v1
                  kind: Service
                  metadata: {name: a}
                  spec:
                    portz: 1
                    ports: [{port: 80}]
                  """)
              .objects()
              .get(0);
      @SuppressWarnings("unchecked") // it was read as a Service
      var service = (ManifestObject<Service>) object;

      Accepted accepted = Server.accepted(server.decide(AdmissionRequest.create(service)));

      assertThat(accepted.warnings()).containsExactly("unknown field \"spec.portz\"");
    }
  }

  @Nested
  class NamesAndNamespaces {

    @Test
    void noNamespace_isTheDefaultOne() {
      Accepted accepted =
          Server.accepted(server.post("{'metadata':{'name':'a'},'spec':" + PLAIN + "}"));

      assertThat(accepted.service().metadata().namespace()).isEqualTo("default");
    }

    @Test
    void anotherNamespaceThanTheRequest_isRefused() {
      Rejected refused =
          Server.rejected(
              server.decide(
                  AdmissionRequest.create(SentServices.clusterIp()).withNamespace("shop")));

      assertThat(refused.message())
          .isEqualTo(
              "the namespace of the provided object does not match the namespace sent on the"
                  + " request");
    }

    @Test
    void unknownNamespace_isNotFoundWhateverTheService() {
      Rejected refused =
          Server.rejected(server.post("{'metadata':{'name':'A','namespace':'nowhere'},'spec':{}}"));

      assertThat(refused.code()).isEqualTo(404);
      assertThat(refused.reason()).isEqualTo("NotFound");
      assertThat(refused.message()).isEqualTo("namespaces \"nowhere\" not found");
    }

    @Test
    void namespaceOnItsWayOut_takesNoNewServiceAndKeepsTheOld() {
      server.created(PLAIN);
      server.has(
          Namespace.of("default")
              .withStatus(NamespaceStatus.builder().phase(NamespacePhase.TERMINATING).build()));

      Rejected refused = Server.rejected(server.post(Server.body("other", PLAIN)));

      assertThat(refused.code()).isEqualTo(403);
      assertThat(refused.message())
          .isEqualTo(
              "services \"other\" is forbidden: unable to create new content in namespace default"
                  + " because it is being terminated");
      assertThat(refused.causes())
          .containsExactly(
              new StatusCause(
                  "metadata.namespace",
                  "NamespaceTerminating",
                  "namespace default is being terminated"));
      assertThat(server.updateSpec(PLAIN).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          " | web | the name of the object (web based on URL) was undeterminable: name must be"
              + " provided",
          "a | b | the name of the object (a) does not match the name on the URL (b)",
        })
    void anotherNameThanTheRequest_isRefused(String name, String requested, String message) {
      String given = name == null ? "" : name;

      Rejected refused =
          Server.rejected(
              server.decide(
                  AdmissionRequest.update(SentServices.named(SentServices.clusterIp(), given))
                      .withName(requested)));

      assertThat(refused.code()).isEqualTo(400);
      assertThat(refused.message()).isEqualTo(message);
    }

    @Test
    void nameThatExists_isAConflictAfterAllChecks() {
      server.created(PLAIN);

      Rejected refused = server.refusedCreate(PLAIN);
      Rejected faulty = server.refusedCreate("{'ports':[{'port':0}]}");

      assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_EXISTS);
      assertThat(refused.code()).isEqualTo(409);
      assertThat(refused.message()).isEqualTo("services \"s\" already exists");
      assertThat(faulty.refusal()).isEqualTo(Refusal.VALIDATION);
    }

    @Test
    void nameBeingDeleted_saysSo() {
      server.post(
          "{'metadata':{'name':'s','finalizers':['example.com/hold']},'spec':" + PLAIN + "}");
      assertThat(server.delete("s")).isNotNull();

      assertThat(server.refusedCreate(PLAIN).message())
          .isEqualTo("object is being deleted: services \"s\" already exists");
    }

    @ParameterizedTest
    @CsvSource({"'', Required value", "a/b, may not contain '/'", ".., may not be '..'"})
    void nameNoObjectCanHave_isRefusedAtTheAddress(String name, String detail) {
      Rejected refused = Server.rejected(server.post(Server.body(name, PLAIN)));

      assertThat(refused.refusal()).isEqualTo(Refusal.CLUSTER_IP);
      assertThat(refused.message())
          .startsWith(
              "Service \""
                  + name
                  + "\" is invalid: spec.clusterIPs: Invalid value: [\"\"]: failed to allocate IP:"
                  + " IPAddress.networking.k8s.io \"10.96.1.1\" is invalid: spec.parentRef.name: ")
          .endsWith(detail);
    }

    @Test
    void nameNoObjectCanHaveOnAnExternalName_isAnOrdinaryFault() {
      Rejected refused =
          Server.rejected(
              server.post(Server.body("a/b", "{'type':'ExternalName','externalName':'a.b'}")));

      assertThat(refused.faults().get(0).field().toString()).isEqualTo("metadata.name");
    }

    @Test
    void generatedNames_differEvenWhenTheLowestIsPicked() {
      String body = "{'metadata':{'generateName':'a-'},'spec':" + PLAIN + "}";

      assertThat(Server.accepted(server.post(body)).service().metadata().name())
          .isEqualTo("a-bbbbb");
      assertThat(Server.accepted(server.post(body)).service().metadata().name())
          .isEqualTo("a-bbbbc");
    }

    @Test
    void longPrefix_isCutToLeaveRoomForFiveLetters() {
      String prefix = "a".repeat(63);

      Accepted accepted =
          Server.accepted(
              server.post("{'metadata':{'generateName':'" + prefix + "'},'spec':" + PLAIN + "}"));

      assertThat(accepted.service().metadata().name()).isEqualTo("a".repeat(58) + "bbbbb");
      assertThat(accepted.service().metadata().generateName()).isEqualTo(prefix);
    }
  }

  @Nested
  class Versions {

    @Test
    void versionOfANewService_isAnErrorOfTheStore() {
      Rejected refused =
          Server.rejected(
              server.post("{'metadata':{'name':'a','resourceVersion':'5'},'spec':" + PLAIN + "}"));

      assertThat(refused.code()).isEqualTo(500);
      assertThat(refused.reason()).isEmpty();
      assertThat(refused.message())
          .isEqualTo("resourceVersion should not be set on objects to be created");
    }

    @ParameterizedTest
    @CsvSource({"0", "''", "x"})
    void noVersionAtAll_isNoneOfANewService(String version) {
      assertThat(
              server
                  .post(
                      "{'metadata':{'name':'a','resourceVersion':'"
                          + version
                          + "'},'spec':"
                          + PLAIN
                          + "}")
                  .isAccepted())
          .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
      "x, invalid syntax",
      "1x, invalid syntax",
      "-1, invalid syntax",
      "18446744073709551616, value out of range",
      "99999999999999999999x, value out of range",
    })
    void versionThatIsNone_isAnErrorOfTheUpdate(String version, String problem) {
      server.created(PLAIN);

      Rejected refused =
          Server.rejected(
              server.put(
                  "{'metadata':{'name':'s','resourceVersion':'"
                      + version
                      + "'},'spec':"
                      + PLAIN
                      + "}"));

      assertThat(refused.code()).isEqualTo(500);
      assertThat(refused.message())
          .isEqualTo("strconv.ParseUint: parsing \"" + version + "\": " + problem);
    }

    @Test
    void anotherVersion_isAConflict() {
      server.store(
          SentServices.clusterIp()
              .withMetadata(
                  SentServices.clusterIp().metadata().withResourceVersion("18446744073709551615")));
      String name = SentServices.NAME;

      Rejected stale =
          Server.rejected(
              server.put(
                  "{'metadata':{'name':'"
                      + name
                      + "','resourceVersion':'41'},'spec':"
                      + PLAIN
                      + "}"));

      assertThat(stale.code()).isEqualTo(409);
      assertThat(stale.message())
          .isEqualTo(
              "Operation cannot be fulfilled on services \"web\": the object has been modified;"
                  + " please apply your changes to the latest version and try again");
      assertThat(
              server
                  .put(
                      "{'metadata':{'name':'"
                          + name
                          + "','resourceVersion':'018446744073709551615'},'spec':"
                          + PLAIN
                          + "}")
                  .isAccepted())
          .isTrue();
    }

    @Test
    void anotherUid_isAConflict() {
      server.store(
          SentServices.clusterIp()
              .withMetadata(SentServices.clusterIp().metadata().withUid("real")));

      Rejected refused =
          Server.rejected(
              server.put("{'metadata':{'name':'web','uid':'other'},'spec':" + PLAIN + "}"));

      assertThat(refused.refusal()).isEqualTo(Refusal.CONFLICT);
      assertThat(refused.message())
          .endsWith(
              "Key: /registry/services/specs/default/web, ResourceVersion: 0, AdditionalErrorMsg:"
                  + " Precondition failed: UID in precondition: other, UID in object meta: real");
    }
  }

  @Nested
  class WhatIsStored {

    @Test
    void systemFields_areIgnoredAndSaidSo() {
      Accepted accepted =
          Server.accepted(
              server.post(
                  "{'metadata':{'name':'a','uid':'u','creationTimestamp':'2020-01-01T00:00:00Z',"
                      + "'deletionTimestamp':'2020-01-01T00:00:00Z'},'spec':"
                      + PLAIN
                      + ",'status':{'loadBalancer':{'ingress':[{'ip':'bad'}]}}}"));

      assertThat(accepted.service().metadata().uid()).isEmpty();
      assertThat(accepted.service().metadata().deletionTimestamp()).isEmpty();
      assertThat(accepted.service().status().loadBalancer().ingress()).isEmpty();
      assertThat(accepted.changes())
          .filteredOn(change -> change.kind() == FieldChange.Kind.IGNORED)
          .extracting(change -> change.field().toString())
          .containsExactly(
              "metadata.uid", "metadata.creationTimestamp", "metadata.deletionTimestamp", "status");
    }

    @Test
    void changes_tellWhatWasDoneInOrder() {
      Accepted accepted =
          dual.created("{'ipFamilyPolicy':'PreferDualStack','ports':[{'port':80}]}");

      assertThat(accepted.changes())
          .extracting(change -> change.field().toString(), FieldChange::after)
          .containsSubsequence(
              tuple("spec.sessionAffinity", "None"),
              tuple("spec.ipFamilies[0]", "IPv4"),
              tuple("spec.ipFamilies[1]", "IPv6"),
              tuple("spec.clusterIP", "10.96.1.1"),
              tuple("spec.clusterIPs[0]", "10.96.1.1"),
              tuple("spec.clusterIPs[1]", "fd00:10:96::101"));
    }

    @Test
    void policyOfAnExternalName_isStoredAndHidden() {
      Accepted accepted =
          server.created(
              "{'type':'ExternalName','externalName':'a.b','internalTrafficPolicy':'Local'}");

      assertThat(accepted.service().spec().internalTrafficPolicy().isSaid()).isFalse();
      assertThat(server.stored("s").spec().internalTrafficPolicy().text()).isEqualTo("Local");
    }

    @Test
    void pickedTwins_mustBeEqual() {
      Accepted accepted =
          server.created(
              "{'type':'NodePort','ports':[{'name':'t','port':53},{'name':'o','port':80},"
                  + "{'name':'u','port':53,'protocol':'UDP'}]}");

      assertThat(accepted.equal().toString())
          .isEqualTo("[[spec.ports[0].nodePort, spec.ports[2].nodePort]]");
      ImmutableList<ServicePort> ports = accepted.service().spec().ports();
      assertThat(ports.get(0).nodePort()).isEqualTo(ports.get(2).nodePort());
      assertThat(ports.get(0).nodePort()).isNotEqualTo(ports.get(1).nodePort());
    }

    @Test
    void refusedRequest_leavesTheStateAsItWas() {
      ClusterState before = server.state();

      assertThat(
              server
                  .refusedCreate("{'type':'NodePort','ports':[{'port':80,'targetPort':'80'}]}")
                  .refusal())
          .isEqualTo(Refusal.VALIDATION);

      assertThat(server.state()).isSameAs(before);
    }

    @Test
    void secondAddressTaken_leavesTheFirstFree() {
      Server.accepted(
          dual.post(
              Server.body(
                  "other",
                  "{'clusterIP':'fd00:10:96::5','ipFamilies':['IPv6'],'ports':[{'port':80}]}")));
      String both =
          "{'clusterIP':'10.96.0.5','clusterIPs':['10.96.0.5','fd00:10:96::5'],"
              + "'ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}";

      Rejected refused = dual.refusedCreate(both);

      assertThat(refused.alternatives()).isEmpty();
      assertThat(refused.message())
          .endsWith("failed to allocate IP fd00:10:96::5: provided IP is already allocated");
      assertThat(
              dual.post(Server.body("third", "{'clusterIP':'10.96.0.5','ports':[{'port':80}]}"))
                  .isAccepted())
          .isTrue();
    }

    @Test
    void bothAddressesTaken_isLeftToChance() {
      Rejected refused =
          dual.refusedCreate(
              "{'clusterIP':'10.97.0.1','clusterIPs':['10.97.0.1','fd00::1'],"
                  + "'ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}");

      assertThat(refused.message()).contains("failed to allocate IP 10.97.0.1: ");
      assertThat(refused.alternatives().orElseThrow().possible())
          .hasSize(2)
          .contains(refused.message())
          .anySatisfy(message -> assertThat(message).contains("failed to allocate IP fd00::1: "));
    }
  }

  @Nested
  class Updates {

    @Test
    void putOfANameThatDoesNotExist_creates() {
      Accepted accepted =
          Server.accepted(
              server.put("{'metadata':{'name':'a','resourceVersion':'7'},'spec':" + PLAIN + "}"));

      assertThat(accepted.isCreated()).isTrue();
      assertThat(accepted.service().metadata().resourceVersion()).isEmpty();
    }

    @Test
    void minimalManifest_keepsWhatTheServerPicked() {
      Accepted before =
          server.created(
              "{'type':'LoadBalancer','externalTrafficPolicy':'Local',"
                  + "'ports':[{'name':'a','port':80}]}");

      Accepted after =
          server.updated(
              "{'type':'LoadBalancer','externalTrafficPolicy':'Local',"
                  + "'ports':[{'name':'a','port':8080}]}");

      assertThat(after.allocated()).isEmpty();
      assertThat(after.service().spec().clusterIPs())
          .isEqualTo(before.service().spec().clusterIPs());
      assertThat(after.service().spec().healthCheckNodePort())
          .isEqualTo(before.service().spec().healthCheckNodePort());
      assertThat(after.service().spec().ports().get(0).nodePort())
          .isEqualTo(before.service().spec().ports().get(0).nodePort());
    }

    @Test
    void renamedPort_getsANewNodePort() {
      int before =
          server
              .created("{'type':'NodePort','ports':[{'name':'a','port':80}]}")
              .service()
              .spec()
              .ports()
              .get(0)
              .nodePort();

      Accepted after = server.updated("{'type':'NodePort','ports':[{'name':'b','port':80}]}");

      assertThat(after.released().nodePorts()).containsExactly(before);
      assertThat(after.allocated().toString()).isEqualTo("[spec.ports[0].nodePort]");
    }

    @Test
    void samePairTwice_isABareError() {
      server.created("{'type':'NodePort','ports':[{'name':'a','port':1,'nodePort':30001}]}");

      Rejected refused =
          server.refusedUpdate(
              "{'type':'NodePort','ports':[{'name':'a','port':1,'nodePort':30001},"
                  + "{'name':'b','port':2,'nodePort':30001}]}");

      assertThat(refused.message()).isEqualTo("duplicate nodePort: {TCP 30001}");
      assertThat(refused.reason()).isEmpty();
      assertThat(refused.causes()).isEmpty();
    }

    @Test
    void preferredFamilies_followANewDualStackClusterOnlyWhenLeftOut() {
      server.created("{'ipFamilyPolicy':'PreferDualStack','ports':[{'port':80}]}");
      Server grown = server.becoming(ClusterFixtures.dualStack());
      Service read = grown.read();

      Accepted same = Server.accepted(grown.decide(AdmissionRequest.update(read)));
      Accepted minimal =
          grown.updated("{'ipFamilyPolicy':'PreferDualStack','ports':[{'port':80}]}");

      assertThat(same.service().spec().ipFamilies()).hasSize(1);
      assertThat(minimal.service().spec().ipFamilies()).hasSize(2);
      assertThat(minimal.allocated().toString()).isEqualTo("[spec.clusterIPs[1]]");
    }

    @Test
    void singleStackSaidAlone_cutsAndReleasesTheSecond() {
      dual.created("{'ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}");

      Accepted after = dual.updated("{'ipFamilyPolicy':'SingleStack','ports':[{'port':80}]}");

      assertThat(after.service().spec().clusterIPs()).hasSize(1);
      assertThat(after.service().spec().ipFamilies()).hasSize(1);
      assertThat(after.released().clusterIPs().toString()).isEqualTo("[fd00:10:96::101]");
    }

    @Test
    void headlessWithoutSelectorOverAnAddress_crashesTheServerOfOneFamily() {
      server.created("{'ports':[{'port':80}],'ipFamilyPolicy':'PreferDualStack'}");

      Rejected refused =
          server.refusedUpdate(
              "{'clusterIP':'None','ipFamilyPolicy':'RequireDualStack','ports':[{'port':80}]}");

      assertThat(refused.refusal()).isEqualTo(Refusal.SERVER_CRASH);
      assertThat(refused.code()).isZero();
      assertThat(refused.message()).contains("the API server crashes on this request");
    }

    @Test
    void numberOfAnExternalNameThatOthersHold_isFreedAllTheSame() {
      Server.accepted(
          server.post(
              Server.body("holder", "{'type':'NodePort','ports':[{'port':80,'nodePort':30050}]}")));
      server.created(
          "{'type':'ExternalName','externalName':'a.b','ports':[{'port':80,'nodePort':30050}]}");

      Accepted after = server.updated("{'type':'NodePort','ports':[{'port':80,'nodePort':30070}]}");

      assertThat(after.released().nodePorts()).containsExactly(30050);
      assertThat(server.state().allocations().holderOfPort(30050)).isEmpty();
    }
  }

  @Nested
  class StatusUpdates {

    private static final String BALANCED =
        "'status':{'loadBalancer':{'ingress':[{'ip':'192.0.2.1'}]}}}";

    @Test
    void status_isTakenAndSpecIsNot() {
      server.created("{'type':'LoadBalancer','ports':[{'port':80}]}");
      Service before = server.read();

      Accepted accepted =
          Server.accepted(
              server.putStatus(
                  "{'metadata':{'name':'s','labels':{'a':'b'}},'spec':{'type':'LoadBalancer'},"
                      + BALANCED));

      assertThat(accepted.service().spec()).isEqualTo(before.spec());
      assertThat(accepted.service().metadata().labels()).containsEntry("a", "b");
      assertThat(accepted.service().status().loadBalancer().ingress().get(0).ipMode().text())
          .isEqualTo("VIP");
      assertThat(accepted.changes())
          .extracting(change -> change.field().toString())
          .contains("spec");
    }

    @Test
    void ingressOfAnotherType_isForbidden() {
      server.created(PLAIN);

      Rejected refused = Server.rejected(server.putStatus("{'metadata':{'name':'s'}," + BALANCED));

      assertThat(refused.message())
          .isEqualTo(
              "Service \"s\" is invalid: status.loadBalancer.ingress: Forbidden: may only be used"
                  + " when `spec.type` is 'LoadBalancer'");
    }

    @Test
    void statusOfNoService_isNotFound() {
      Rejected refused = Server.rejected(server.putStatus("{'metadata':{'name':'s'}," + BALANCED));

      assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
      assertThat(refused.message()).isEqualTo("services \"s\" not found");
    }

    @Test
    void lastFinalizerTakenByStatus_deletesTheService() {
      Server.accepted(
          server.post(
              "{'metadata':{'name':'s','finalizers':['example.com/hold']},"
                  + "'spec':{'type':'NodePort','ports':[{'port':80}]}}"));
      assertThat(server.delete("s")).isNotNull();

      Accepted accepted =
          Server.accepted(
              server.decide(
                  AdmissionRequest.update(
                          server.read().withMetadata(server.read().metadata().withFinalizers()))
                      .withSubresource(Subresource.STATUS)));

      assertThat(accepted.isGone()).isTrue();
      assertThat(accepted.released().clusterIPs()).hasSize(1);
      assertThat(accepted.released().nodePorts()).hasSize(1);
      assertThat(server.state().services()).isEmpty();
      assertThat(server.state().allocations().heldPorts()).isZero();
    }
  }

  @Nested
  class States {

    @Test
    void emptyState_hasTheNamespacesEveryClusterHas() {
      ClusterState empty = server.k8s.admission().emptyState();

      assertThat(empty.services()).isEmpty();
      assertThat(empty.namespace("kube-system")).isPresent();
      assertThat(empty.namespace("shop")).isEmpty();
    }

    @Test
    void stateOfAWorld_hasItsServicesTheirNumbersAndNamespaces() {
      Service made = server.created("{'type':'NodePort','ports':[{'port':80}]}").service();
      Service moved = made.withMetadata(made.metadata().withNamespace("shop"));

      ClusterState state =
          server
              .k8s
              .admission()
              .stateOf(
                  ClusterSnapshot.builder()
                      .addServices(moved)
                      .addNamespaces(Namespace.of("empty"))
                      .build());

      assertThat(state.services()).containsExactly(moved);
      assertThat(state.namespace("shop")).isPresent();
      assertThat(state.namespace("empty")).isPresent();
      assertThat(state.allocations().heldPorts()).isEqualTo(1);
      assertThat(state.allocations().conflicts()).isEmpty();
    }
  }

  @Nested
  class WrongUse {

    @Test
    @SuppressWarnings("NullAway") // what a caller without checks may do
    void nothingGiven_isSaidAtOnce() {
      assertThatNullPointerException()
          .isThrownBy(
              () -> server.k8s.admission().admit(null, server.state(), NumberPicker.lowestFree()))
          .withMessage("Request is null; expected one");
      assertThatNullPointerException()
          .isThrownBy(
              () ->
                  server
                      .k8s
                      .admission()
                      .create(SentServices.clusterIp(), null, NumberPicker.lowestFree()))
          .withMessage("State of the cluster is null; expected one");
    }
  }
}
