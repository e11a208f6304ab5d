package io.servicesemantics.impl.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.manifest.UnreadObject;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.TargetPort;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class StandardManifestsTest {

  private final Manifests manifests = new StandardManifests(Quirks.NONE);

  private ManifestSet service(String spec) {
    return manifests.read(
        "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: " + spec + "\n");
  }

  private static ManifestProblem only(ManifestSet set) {
    assertThat(set.problems()).as("%s", set).hasSize(1);
    return set.problems().get(0);
  }

  @Nested
  @DisplayName("as people mistype it")
  class Mistyped {

    @Test
    void specUnderMetadata_isOneProblemThatSaysWhereItBelongs() {
      ManifestSet read =
          manifests.read(
              """
              apiVersion: v1
              kind: Service
              metadata:
                name: default-subdomain
                spec:
                  selector: {name: busybox}
              """,
              "sample.yaml",
              FieldValidation.WARN);

      assertThat(only(read))
          .hasToString(
              "metadata.spec: unknown field: spec belongs at the top, not under metadata: indent it"
                  + " less (sample.yaml:5)");
      assertThat(only(read).serverWords()).isEqualTo("unknown field \"metadata.spec\"");
      assertThat(read.services()).hasSize(1);
    }

    @Test
    void colonInAnImage_losesThatDocumentAlone() {
      ManifestSet read =
          manifests.read(
              """
              apiVersion: v1
              kind: Pod
              metadata: {name: busybox1}
              spec:
                containers:
                - image: busybox: 1.28
              ---
              apiVersion: v1
              kind: Pod
              metadata: {name: busybox2}
              """,
              "sample.yaml",
              FieldValidation.WARN);

      ManifestProblem problem = only(read);
      assertThat(problem.kind()).isEqualTo(Kind.SYNTAX);
      assertThat(problem.path()).hasToString("spec.containers[0].image");
      assertThat(problem.location().line()).isEqualTo(6);
      assertThat(problem.hint()).contains("quotes");
      assertThat(read.values(Pod.class))
          .extracting(pod -> pod.metadata().name())
          .containsExactly("busybox2");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{Ports: []}              | spec.Ports            | did you mean spec.ports",
          "{clusterIp: None}        | spec.clusterIp        | did you mean spec.clusterIP",
          "{portz: []}              | spec.portz            | did you mean spec.ports",
          "{ports: [{selector: 1}]} | spec.ports[0].selector | selector belongs under spec, not"
              + " under spec.ports[0]: indent it less",
          "{targetPort: 80}         | spec.targetPort       | targetPort belongs under spec.ports[],"
              + " not under spec: indent it more",
          "{topologyKeys: []}       | spec.topologyKeys     | removed in Kubernetes 1.22: use"
              + " trafficDistribution",
          "{qqqqqq: 1}              | spec.qqqqqq           | ``",
        })
    void unknownField_saysWhatWasMeant(String spec, String path, String hint) {
      ManifestProblem problem = only(service(spec));

      assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_FIELD);
      assertThat(problem.path()).hasToString(path);
      assertThat(problem.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{ports: [{port: \"80\"}]}   | WRONG_TYPE   | text \"80\" where a number belongs | remove"
              + " the quotes",
          "{ports: [{port: $P}]}       | WRONG_TYPE   | text \"$P\" where a number belongs | ``",
          "{ports: [{port: '${P}'}]}   | WRONG_TYPE   | text \"${P}\" where a number belongs | fill"
              + " in the template first",
          "{ports: [{port: 80.5}]}     | FRACTION     | number 80.5 where a whole number belongs |"
              + " write it without a fraction",
          "{ports: [{port: 4294967376}]} | OUT_OF_RANGE | number 4294967376 does not fit into int32"
              + " | the largest is 2147483647",
          "{selector: {version: 1.10}} | WRONG_TYPE   | number 1.1 where text belongs | put it in"
              + " quotes: \"1.1\"",
          "{selector: {on: yes}}       | WRONG_TYPE   | true where text belongs | put it in quotes:"
              + " \"true\"",
          "{clusterIPs: None}          | WRONG_TYPE   | text \"None\" where a list belongs | write it"
              + " as a list: - …",
          "{ports: {port: 80}}         | WRONG_TYPE   | a map where a list belongs | begin each item"
              + " with a dash",
          "[{type: NodePort}]          | WRONG_TYPE   | a list where a map belongs | remove the dash",
          "{publishNotReadyAddresses: \"true\"} | WRONG_TYPE | text \"true\" where true or false"
              + " belongs | remove the quotes",
          "{ports: [{port: 80, targetPort: {value: http, strVal: http}}]} | WRONG_TYPE | a map where"
              + " a port number or a name belongs | the tree was made by another Jackson than"
              + " fabric8's own: convert with fabric8's KubernetesSerialization",
        })
    void wrongValue_saysHowToCureIt(String spec, Kind kind, String message, String hint) {
      ManifestSet read = service(spec);

      assertThat(only(read).kind()).isEqualTo(kind);
      assertThat(only(read).message()).isEqualTo(message);
      assertThat(only(read).hint()).isEqualTo(hint);
      assertThat(only(read).location().line()).isEqualTo(4);
      assertThat(read.services()).hasSize(1);
      assertThat(read.refused()).hasSize(1);
    }
  }

  @Nested
  @DisplayName("Go's rules of absent, null, empty and zero")
  class Zeroes {

    @Test
    void nullFields_areAbsent() {
      ManifestSet read =
          service("{selector: null, ports: null, type: null, loadBalancerClass: null}");

      assertThat(read.problems()).isEmpty();
      assertThat(read.services().get(0).spec()).isEqualTo(Service.builder().build().spec());
    }

    @Test
    void nullPort_isAPortOfZerosAndAProblem() {
      ManifestSet read = service("{ports: [null, {port: 80}]}");

      assertThat(only(read).kind()).isEqualTo(Kind.NULL_ELEMENT);
      assertThat(only(read).path()).hasToString("spec.ports[0]");
      assertThat(read.services().get(0).spec().ports())
          .containsExactly(ServicePort.builder().build(), ServicePort.builder().port(80).build());
      assertThat(read.refused()).isEmpty();
    }

    @Test
    void emptyText_isSaidWhereGoHasAPointer() {
      var spec =
          service("{loadBalancerClass: '', type: '', clusterIP: ''}").services().get(0).spec();

      assertThat(spec.loadBalancerClass()).hasValue("");
      assertThat(spec.type().isSaid()).isTrue();
      assertThat(spec.clusterIP()).isEmpty();
    }

    @Test
    void unknownName_isKeptAsText() {
      var spec = service("{type: Foo}").services().get(0).spec();

      assertThat(spec.type().text()).isEqualTo("Foo");
      assertThat(spec.type().known()).isEmpty();
    }

    @Test
    void targetPort_isANumberOrAName() {
      var ports =
          service("{ports: [{targetPort: 80}, {targetPort: '80'}, {targetPort: http}, {}]}")
              .services()
              .get(0)
              .spec()
              .ports();

      assertThat(ports)
          .extracting(ServicePort::targetPort)
          .extracting(target -> target.orElse(null))
          .containsExactly(TargetPort.of(80), TargetPort.of("80"), TargetPort.of("http"), null);
    }

    @Test
    void wholeFloat_isAnIntegerInYamlAndRefusedInJson() {
      assertThat(service("{ports: [{port: 80.0}]}").services().get(0).spec().ports().get(0).port())
          .isEqualTo(80);
      ManifestSet json =
          manifests.read(
              "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"spec\":{\"ports\":[{\"port\":80.0}]}}");
      assertThat(json.refused().get(0).decodingError())
          .hasValue(
              "json: cannot unmarshal number 80.0 into Go struct field ServicePort.spec.ports.port of"
                  + " type int32");
    }

    @Test
    void quantities_mayBeNumbersOrText() {
      ManifestSet read =
          manifests.read(
              "{apiVersion: v1, kind: Node, status: {allocatable: {cpu: 4, memory: 1Gi, x: '?', none: null}}}");

      assertThat(read.snapshot().nodes().get(0).status().allocatable())
          .containsEntry("cpu", "4")
          .containsEntry("memory", "1Gi")
          .containsEntry("none", "0")
          .doesNotContainKey("x");
      assertThat(read.problems())
          .extracting(ManifestProblem::kind)
          .containsExactly(Kind.BAD_VALUE, Kind.NULL_ELEMENT);
    }
  }

  @Nested
  @DisplayName("the server's words")
  class ServersWords {

    private String refusal(String text) {
      ManifestSet read = manifests.read(text, "", FieldValidation.STRICT);
      assertThat(read.refused()).as("%s", read).hasSize(1);
      return read.refused().get(0).decodingError().orElseThrow();
    }

    @Test
    void severalUnknownFieldsOfYaml_areToldInTheOrderOfTheirNames() {
      assertThat(refusal("{kind: Service, apiVersion: v1, spec: {zzz: 1, aaa: 1}, Spec: {}}"))
          .isEqualTo(
              "strict decoding error: unknown field \"Spec\", unknown field \"spec.aaa\", unknown"
                  + " field \"spec.zzz\"");
    }

    @Test
    void severalUnknownAndDuplicateFieldsOfJson_areToldInTheOrderOfTheText() {
      assertThat(
              refusal(
                  """
                  {"apiVersion": "v1", "kind": "Service", "spec": {"zzz": {"a": 1, "a": 2},
                    "type": "NodePort", "type": "ClusterIP", "aaa": 1}}"""))
          .isEqualTo(
              "strict decoding error: unknown field \"spec.zzz\", duplicate field \"spec.type\","
                  + " unknown field \"spec.aaa\"");
    }

    @Test
    void duplicateKeysOfYaml_areOneErrorWithTheLinesOfTheirValues() {
      assertThat(
              refusal(
                  """
                  #
                  ---
                  kind: Pod
                  apiVersion: v1
                  kind: Service
                  metadata: {}
                  metadata:
                    nam: web
                  """))
          .isEqualTo(
              "strict decoding error: yaml: unmarshal errors:\n  line 3: key \"kind\" already set in"
                  + " map\n  line 6: key \"metadata\" already set in map, unknown field"
                  + " \"metadata.nam\"");
    }

    @Test
    void ofSeveralWrongTypes_theFirstInTheServersOrderIsTold() {
      assertThat(
              refusal(
                  "{kind: Service, apiVersion: v1, spec: {ports: [{port: a, nodePort: b}], foo: 1}}"))
          .isEqualTo(
              "json: cannot unmarshal string into Go struct field ServicePort.spec.ports.nodePort of"
                  + " type int32");
    }

    @Test
    void timeThatIsNone_endsTheReadingWhateverElseIsWrong() {
      assertThat(
              refusal("{kind: Service, apiVersion: v1, metadata: {creationTimestamp: x, name: 1}}"))
          .isEqualTo(
              "parsing time \"x\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"");
    }

    @ParameterizedTest
    @CsvSource({
      "apps/v1beta1, Deployment, apps/v1",
      "extensions/v1beta1, DaemonSet, apps/v1",
      "batch/v1beta1, CronJob, batch/v1",
      "apps/v1, Service, v1",
      "v1, Deployment, apps/v1",
    })
    void versionThatIsNotServed_isReadAndMarked(String version, String kind, String served) {
      String text = "{apiVersion: " + version + ", kind: " + kind + "}";

      assertThat(refusal(text))
          .isEqualTo("no matches for kind \"" + kind + "\" in version \"" + version + "\"");
      ManifestSet read = manifests.read(text);
      assertThat(only(read).hint()).isEqualTo("write apiVersion: " + served);
      assertThat(read.objects().get(0).value()).isNotInstanceOf(UnreadObject.class);
    }
  }

  @Nested
  @DisplayName("documents and lists")
  class Lists {

    @Test
    void listsOfObjects_areTakenApart() {
      ManifestSet read =
          manifests.read(
              """
              apiVersion: v1
              kind: List
              items:
              - apiVersion: v1
                kind: Service
                metadata: {name: a}
              - apiVersion: v1
                kind: ServiceList
                items:
                - metadata: {name: b}
                  spec: {Type: x}
              - null
              """);

      assertThat(read.services())
          .extracting(service -> service.metadata().name())
          .containsExactly("a", "b");
      assertThat(read.problems())
          .extracting(ManifestProblem::kind)
          .containsExactly(Kind.UNKNOWN_FIELD, Kind.NULL_ELEMENT);
      assertThat(read.problems().get(0).path()).hasToString("spec.Type");
      assertThat(read.problems().get(0).location().line()).isEqualTo(11);
      ManifestObject<Service> second = read.objects(Service.class).get(1);
      assertThat(second.location().line()).isEqualTo(10);
      assertThat(second.locationOf(FieldPath.of("spec").child("Type")).line()).isEqualTo(11);
    }

    @Test
    void duplicateKeyInAnItem_isToldOfThatItemAlone() {
      ManifestSet read =
          manifests.read(
              """
              apiVersion: v1
              kind: List
              items:
              - {apiVersion: v1, kind: Service, metadata: {name: a}}
              - {apiVersion: v1, kind: Service, metadata: {name: b, name: c}}
              """,
              "",
              FieldValidation.STRICT);

      assertThat(only(read).path()).hasToString("metadata.name");
      assertThat(read.services())
          .extracting(service -> service.metadata().name())
          .containsExactly("a");
      assertThat(read.refused().get(0).value().metadata().name()).isEqualTo("c");
    }

    @Test
    void objectsOfOtherKinds_areKeptInPlaceAndAreNoProblem() {
      ManifestSet read =
          manifests.read(
              """
              {apiVersion: v1, kind: ConfigMap, metadata: {name: c, foo: 1}, data: {a: b}}
              ---
              {apiVersion: serving.knative.dev/v1, kind: Service, spec: {template: {}}}
              ---
              {apiVersion: discovery.k8s.io/v1beta1, kind: EndpointSlice}
              """);

      assertThat(read.values(UnreadObject.class)).hasSize(3);
      assertThat(read.values(UnreadObject.class).get(0).metadata().name()).isEqualTo("c");
      assertThat(read.services()).isEmpty();
      assertThat(read.values(EndpointSlice.class)).isEmpty();
      assertThat(read.problems())
          .extracting(ManifestProblem::kind)
          .containsExactly(Kind.UNREAD_KIND, Kind.UNREAD_KIND, Kind.UNSERVED_VERSION);
      assertThat(manifests.toTree(read.objects().get(0))).isEqualTo(read.objects().get(0).tree());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{a: 1}", "{kind: null}", "{kind: ''}", "{apiVersion: v1}", "{kind: 5}"})
    void objectWithoutAKind_isAProblemAndNotMore(String text) {
      ManifestSet read = manifests.read(text);

      assertThat(read.hasProblems()).isTrue();
      assertThat(read.values(UnreadObject.class)).hasSize(1);
      assertThat(read.refused()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "text", "5", "[{apiVersion: v1, kind: Service}]"})
    void documentThatIsNoObject_isAProblem(String text) {
      ManifestSet read = manifests.read(text);

      assertThat(read.objects()).isEmpty();
      assertThat(only(read).message()).endsWith("where an object belongs");
    }

    @Test
    void kindInAnotherCase_saysWhichIsMeant() {
      assertThat(only(manifests.read("{apiVersion: v1, kind: service}")).hint())
          .isEqualTo("did you mean Service");
    }

    @Test
    void workloads_areReadAsWorkloadsOfTheirKind() {
      ManifestSet read =
          manifests.read(
              """
              {apiVersion: v1, kind: ReplicationController, spec: {selector: {app: a}}}
              ---
              apiVersion: batch/v1
              kind: CronJob
              spec:
                schedule: "* * * * *"
                jobTemplate: {spec: {completionMode: Indexed, template: {spec: {containers: []}}}}
              """);

      assertThat(read.problems()).isEmpty();
      assertThat(read.values(Workload.class))
          .extracting(Workload::workloadKind)
          .containsExactly(WorkloadKind.REPLICATION_CONTROLLER, WorkloadKind.CRON_JOB);
      assertThat(read.snapshot().workloads().get(0).spec().selector().orElseThrow().matchLabels())
          .containsEntry("app", "a");
      assertThat(read.snapshot().workloads().get(1).spec().indexed()).isTrue();
    }

    @Test
    void printedSet_saysObjectsAndProblems() {
      ManifestSet read =
          manifests.read(
              "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {x: 1}}",
              "shop.yaml",
              FieldValidation.WARN);

      assertThat(read)
          .hasToString(
              "1 object, 1 problem\n  Service shop/web (shop.yaml:1:1)\n! spec.x: unknown field"
                  + " (shop.yaml:1)");
    }
  }

  @Nested
  @DisplayName("trees that other libraries make")
  class Trees {

    private Map<String, @Nullable Object> tree(Object port, Map<?, ?> selector) {
      Map<String, @Nullable Object> ports = new HashMap<>();
      ports.put("port", port);
      Map<String, @Nullable Object> spec = new LinkedHashMap<>();
      spec.put("ports", Arrays.asList(ports));
      spec.put("selector", selector);
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      tree.put("apiVersion", "v1");
      tree.put("kind", "Service");
      tree.put("spec", spec);
      return tree;
    }

    @Test
    void wholeNumbersOfAnyClass_areTaken() {
      for (Object port :
          List.of(
              80,
              80L,
              (short) 80,
              (byte) 80,
              80.0,
              80f,
              BigInteger.valueOf(80),
              new BigDecimal("80.0"),
              new BigDecimal("8E1"))) {
        ManifestSet read = manifests.readTree(tree(port, Map.of()));
        assertThat(read.problems()).as("%s", port.getClass()).isEmpty();
        assertThat(read.services().get(0).spec().ports().get(0).port()).isEqualTo(80);
      }
    }

    @Test
    void numbersThatAreNoPort_areProblems() {
      for (Object port :
          List.of(
              80.5,
              1e300,
              Double.NaN,
              new BigDecimal("1e999999999"),
              new BigDecimal("1e-999999999"),
              new BigDecimal("80.5"),
              BigInteger.TEN.pow(50))) {
        assertThat(manifests.readTree(tree(port, Map.of())).hasProblems()).as("%s", port).isTrue();
      }
    }

    @Test
    void keysThatAreNotText_areTakenAsTextAndToldOf() {
      ManifestSet read = manifests.readTree(tree(80, Map.of(8080, "x")));

      assertThat(only(read).path()).hasToString("spec.selector.8080");
      assertThat(only(read).hint()).contains("quote it");
      assertThat(read.services().get(0).spec().selector()).containsExactly(Map.entry("8080", "x"));
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // SnakeYAML makes them
    void dates_areTakenAsTextAndToldOf() {
      Map<String, @Nullable Object> tree = tree(80, Map.of());
      tree.put("metadata", Map.of("creationTimestamp", Date.from(Instant.EPOCH)));

      ManifestSet read = manifests.readTree(tree);

      assertThat(only(read).kind()).isEqualTo(Kind.UNSUPPORTED_VALUE);
      assertThat(read.services().get(0).metadata().creationTimestamp()).hasValue(Instant.EPOCH);
    }

    @Test
    void snakeYamlsTree_readsAsTheTextDoes() {
      String text =
          "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {ports: [{port: 80}],"
              + " selector: {app: web}}}";

      assertThat(manifests.readTree(new Yaml().load(text)).services())
          .isEqualTo(manifests.read(text).services());
    }

    @Test
    void objectsThatAreNoTree_areToldOf() {
      ManifestSet read = manifests.readTree(tree(Optional.VALUE, Map.of()));

      assertThat(only(read).hint()).contains("convert it to Map");
    }

    private enum Optional {
      VALUE
    }

    @Test
    void bareListOfObjects_isReadItemByItem() {
      ManifestSet read =
          manifests.readTree(ImmutableList.of(tree(80, Map.of()), tree(81, Map.of())));

      assertThat(read.services()).hasSize(2);
    }

    @Test
    void nullAndOddTrees_areProblems() {
      assertThat(manifests.readTree(null).hasProblems()).isTrue();
      assertThat(manifests.readTree("x").hasProblems()).isTrue();
      assertThat(manifests.readTree(Arrays.asList((Object) null)).hasProblems()).isTrue();
    }

    @Test
    void treeThatContainsItself_isTooLarge() {
      Map<String, @Nullable Object> tree = tree(80, Map.of());
      tree.put("spec", tree);
      List<@Nullable Object> list = new ArrayList<>();
      list.add(list);

      assertThat(only(manifests.readTree(tree)).kind()).isEqualTo(Kind.TOO_LARGE);
      assertThat(only(manifests.readTree(list)).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void changingTheTreeAfterwards_changesNothing() {
      Map<String, @Nullable Object> tree = tree(80, Map.of());
      ManifestSet read = manifests.readTree(tree);
      tree.remove("spec");

      assertThat(read.objects().get(0).tree()).containsKey("spec");
    }
  }

  @Nested
  @DisplayName("writing back")
  class WritingBack {

    private static final String POD =
        """
        apiVersion: v1
        kind: Pod
        metadata:
          creationTimestamp: "2026-01-02T03:04:05.678+01:00"
          name: web
        spec:
          containers:
          - name: a
            resources: {limits: {cpu: 1}}
          - name: b
            securityContext: {runAsUser: 0}
            ports:
            - containerPort: 80
          tolerations: []
        """;

    @Test
    void unchangedObject_isItsTree() {
      ManifestObject<Pod> pod = manifests.read(POD).objects(Pod.class).get(0);

      assertThat(manifests.toTree(pod)).isEqualTo(pod.tree());
    }

    @Test
    void changedValue_changesNothingElse() {
      ManifestObject<Pod> pod = manifests.read(POD).objects(Pod.class).get(0);
      var containers = pod.value().spec().containers();
      Pod changed =
          pod.value()
              .withSpec(
                  pod.value()
                      .spec()
                      .withHostname("h")
                      .withContainers(
                          containers.get(1).withImage("b:2"),
                          io.servicesemantics.cluster.Container.builder().name("c").build(),
                          containers.get(0)));

      ManifestSet expected =
          manifests.read(
              """
              apiVersion: v1
              kind: Pod
              metadata:
                creationTimestamp: "2026-01-02T03:04:05.678+01:00"
                name: web
              spec:
                containers:
                - name: b
                  securityContext: {runAsUser: 0}
                  ports:
                  - containerPort: 80
                  image: b:2
                - name: c
                - name: a
                  resources: {limits: {cpu: 1}}
                tolerations: []
                hostname: h
              """);
      assertThat(manifests.toTree(pod.withValue(changed)))
          .isEqualTo(expected.objects().get(0).tree());
    }

    @Test
    void labelTakenAwayAndFieldUnset_disappear() {
      ManifestObject<Service> web =
          manifests
              .read(
                  "{apiVersion: v1, kind: Service, metadata: {labels: {a: x, b: y}}, spec: {type:"
                      + " NodePort, ports: [{port: 80, nodePort: 30080}]}}")
              .objects(Service.class)
              .get(0);
      Service changed =
          web.value()
              .withMetadata(web.value().metadata().withLabels(Map.of("b", "z")))
              .withSpec(
                  web.value()
                      .spec()
                      .withType(ServiceType.CLUSTER_IP)
                      .withPorts(web.value().spec().ports().get(0).withNodePort(0)));

      assertThat(manifests.toTree(web.withValue(changed)))
          .isEqualTo(
              manifests
                  .read(
                      "{apiVersion: v1, kind: Service, metadata: {labels: {b: z}}, spec: {type:"
                          + " ClusterIP, ports: [{port: 80}]}}")
                  .objects()
                  .get(0)
                  .tree());
    }

    @Test
    void writtenTrees_canBeChanged() {
      Map<String, @Nullable Object> tree = manifests.toTree(manifests.read(POD).objects().get(0));

      tree.put("x", 1);
      assertThat(tree).containsKey("x");
    }

    @Test
    void valueOfAnotherKind_isNoEdit() {
      ManifestObject<?> pod = manifests.read(POD).objects().get(0);
      @SuppressWarnings("unchecked") // on purpose
      ManifestObject<Service> wrong = (ManifestObject<Service>) pod;

      assertThatThrownBy(() -> wrong.withValue(Service.builder().build()))
          .hasMessage("Kind of the new value: \"Service\"; expected \"Pod\"");
    }

    @Test
    void objects_areWrittenAsOneList() {
      ManifestSet read = manifests.read(POD);

      String json = manifests.toJson(read);

      assertThat(manifests.read(json).objects()).isEqualTo(read.objects());
      assertThat(manifests.read(manifests.toYaml(read)).objects()).isEqualTo(read.objects());
      assertThat(manifests.read(manifests.toJson(read.values(Pod.class))).values(Pod.class))
          .isEqualTo(read.values(Pod.class));
      assertThat(manifests.read(manifests.toYaml(read.values(Pod.class))).values(Pod.class))
          .isEqualTo(read.values(Pod.class));
    }
  }

  @Nested
  @DisplayName("files")
  class Folders {

    @TempDir Path folder = Path.of("");

    @Test
    void folder_isReadInTheOrderOfNames() throws Exception {
      Files.createDirectory(folder.resolve("sub"));
      Files.writeString(folder.resolve("b.yml"), "{apiVersion: v1, kind: Pod}");
      Files.writeString(folder.resolve("a.yaml"), "{apiVersion: v1, kind: Service}");
      Files.writeString(folder.resolve("sub/c.json"), "{\"apiVersion\":\"v1\",\"kind\":\"Node\"}");
      Files.writeString(folder.resolve("notes.txt"), "kind: Pod");

      ManifestSet read = manifests.read(folder);

      assertThat(read.objects())
          .extracting(object -> object.value().kind())
          .containsExactly("Service", "Pod", "Node");
      assertThat(read.problems()).isEmpty();
      assertThat(read.objects().get(0).location().source()).endsWith("a.yaml");
    }

    @Test
    void missingFile_isAProblem() {
      ManifestSet read = manifests.read(folder.resolve("none.yaml"));

      assertThat(only(read).kind()).isEqualTo(Kind.FILE);
      assertThat(only(read).location().source()).endsWith("none.yaml");
    }

    @Test
    void fileThatIsNoText_isAProblem() throws Exception {
      Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xff, 0, 1});

      assertThat(manifests.read(folder).hasProblems()).isTrue();
    }
  }
}
