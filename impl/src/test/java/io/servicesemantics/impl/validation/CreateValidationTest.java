package io.servicesemantics.impl.validation;

import static io.servicesemantics.impl.validation.Judged.clusterIp;
import static io.servicesemantics.impl.validation.Judged.dualStack;
import static io.servicesemantics.impl.validation.Judged.externalName;
import static io.servicesemantics.impl.validation.Judged.faults;
import static io.servicesemantics.impl.validation.Judged.headless;
import static io.servicesemantics.impl.validation.Judged.loadBalancer;
import static io.servicesemantics.impl.validation.Judged.nodePort;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateValidationTest {

  private static final String NOT_AN_IP =
      "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";
  private static final String NOT_A_CIDR =
      "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
  private static final String NOT_A_PORT = "must be between 1 and 65535, inclusive";
  private static final String ONLY_LOAD_BALANCERS =
      "may only be used when `type` is 'LoadBalancer'";

  private static ServicePort port(String name, int number) {
    return ServicePort.of(number).withName(name).withTargetPort(TargetPort.of(number));
  }

  private static String fieldAndType(String fault) {
    List<String> parts = Splitter.on(": ").limit(3).splitToList(fault);
    return parts.get(0) + ": " + parts.get(1);
  }

  private static ImmutableList<String> faultsOfPort(ServicePort port) {
    return faults(clusterIp().withPorts(port));
  }

  @Nested
  class EveryType {
    @Test
    void withoutMistake_hasNoFault() {
      assertThat(faults(clusterIp())).isEmpty();
      assertThat(faults(nodePort())).isEmpty();
      assertThat(faults(loadBalancer())).isEmpty();
      assertThat(faults(headless())).isEmpty();
      assertThat(faults(headless().withPorts())).isEmpty();
      assertThat(faults(externalName())).isEmpty();
      assertThat(faults(dualStack())).isEmpty();
    }

    @Test
    void withoutPorts_needsSome() {
      assertThat(faults(clusterIp().withPorts())).containsExactly("spec.ports: Required value");
    }

    @Test
    void unsaidType_isRequired() {
      assertThat(faults(clusterIp().withType(Choice.unsaid())))
          .containsExactly("spec.type: Required value");
    }

    @Test
    void unknownType_isNotSupported() {
      assertThat(faults(clusterIp().withType(Choice.parse(ServiceType.class, "<Foo>"))))
          .containsExactly(
              "spec.type: Unsupported value: \"\\u003cFoo\\u003e\": supported values:"
                  + " \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"");
    }

    @Test
    void nothingSaid_tellsAllThatIsRequired() {
      assertThat(faults(ServiceSpec.builder().build()))
          .containsExactly(
              "spec.ports: Required value",
              "spec.sessionAffinity: Required value",
              "spec.type: Required value");
    }
  }

  @Nested
  class Headless {
    @Test
    void nodePortAndLoadBalancer_cannotBe() {
      assertThat(faults(nodePort().withClusterIP("None").withClusterIPs("None")))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort"
                  + " services");
      assertThat(faults(loadBalancer().withClusterIP("None").withClusterIPs("None")))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for"
                  + " LoadBalancer services");
    }
  }

  @Nested
  class ExternalNames {
    @Test
    void fieldsOfAddresses_areForbidden() {
      ServiceSpec spec =
          externalName().toBuilder()
              .clusterIP("x")
              .addClusterIPs("x")
              .ipFamilies(IpFamily.IPV4)
              .ipFamilyPolicy(Choice.parse(IpFamilyPolicy.class, "x"))
              .build();

      assertThat(faults(spec))
          .containsExactly(
              "spec.clusterIPs: Forbidden: may not be set for ExternalName services",
              "spec.ipFamilies: Forbidden: may not be set for ExternalName services",
              "spec.ipFamilyPolicy: Forbidden: may not be set for ExternalName services");
    }

    @Test
    void noName_isRequired() {
      assertThat(faults(externalName().withExternalName("")))
          .containsExactly("spec.externalName: Required value");
      assertThat(faults(externalName().withExternalName(".")))
          .containsExactly("spec.externalName: Required value");
    }

    @Test
    void oneFinalDot_isOverlooked() {
      assertThat(faults(externalName().withExternalName("a.example."))).isEmpty();
      assertThat(faults(externalName().withExternalName("a.example..")))
          .singleElement()
          .asString()
          .startsWith("spec.externalName: Invalid value: \"a.example.\": a lowercase RFC 1123");
    }

    @Test
    void address_isTakenForAName() {
      assertThat(faults(externalName().withExternalName("10.0.0.1"))).isEmpty();
    }

    @Test
    void nodePort_isTaken() {
      assertThat(faults(externalName().withPorts(port("", 80).withNodePort(5)))).isEmpty();
    }
  }

  @Nested
  class Ports {
    @Test
    void one_needsNoName() {
      assertThat(faultsOfPort(port("", 80))).isEmpty();
    }

    @Test
    void several_needNames() {
      assertThat(faults(clusterIp().withPorts(port("", 80), port("a", 81), port("", 82))))
          .containsExactly(
              "spec.ports[0].name: Required value", "spec.ports[2].name: Required value");
    }

    @Test
    void name_isALabel() {
      assertThat(faultsOfPort(port("1-long-name-of-more-than-fifteen", 80))).isEmpty();
      assertThat(faultsOfPort(port("a.b", 80)))
          .containsExactly("spec.ports[0].name: Invalid value: \"a.b\": must not contain dots");
    }

    @Test
    void sameName_isADuplicate() {
      assertThat(faults(clusterIp().withPorts(port("a", 80), port("b", 81), port("a", 82))))
          .containsExactly("spec.ports[2].name: Duplicate value: \"a\"");
    }

    @Test
    void sameWrongName_isBoth() {
      assertThat(faults(clusterIp().withPorts(port("a.b", 80), port("a.b", 81))))
          .containsExactly(
              "spec.ports[0].name: Invalid value: \"a.b\": must not contain dots",
              "spec.ports[1].name: Invalid value: \"a.b\": must not contain dots",
              "spec.ports[1].name: Duplicate value: \"a.b\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536, 70000, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void numberOutOfRange_isInvalid(int number) {
      assertThat(faultsOfPort(port("", 80).withPort(number)))
          .containsExactly("spec.ports[0].port: Invalid value: " + number + ": " + NOT_A_PORT);
      assertThat(faultsOfPort(port("", 80).withTargetPort(TargetPort.of(number))))
          .containsExactly(
              "spec.ports[0].targetPort: Invalid value: " + number + ": " + NOT_A_PORT);
    }

    @Test
    void noTarget_isZero() {
      assertThat(faultsOfPort(ServicePort.of(80)))
          .containsExactly("spec.ports[0].targetPort: Invalid value: 0: " + NOT_A_PORT);
    }

    @Test
    void targetNamedByANumber_isInvalid() {
      assertThat(faultsOfPort(port("", 80).withTargetPort(TargetPort.of("80"))))
          .containsExactly(
              "spec.ports[0].targetPort: Invalid value: \"80\": must contain at least one letter"
                  + " (a-z)");
    }

    @Test
    void protocol_isOneOfThree() {
      assertThat(faultsOfPort(port("", 80).withProtocol(Choice.unsaid())))
          .containsExactly("spec.ports[0].protocol: Required value");
      assertThat(faultsOfPort(port("", 80).withProtocol(Choice.parse(Protocol.class, "tcp"))))
          .containsExactly(
              "spec.ports[0].protocol: Unsupported value: \"tcp\": supported values: \"SCTP\","
                  + " \"TCP\", \"UDP\"");
    }

    @Test
    void emptyAppProtocol_isSaid() {
      assertThat(faultsOfPort(port("", 80).withAppProtocol(""))).hasSize(2);
      assertThat(faultsOfPort(port("", 80).withAppProtocol("kubernetes.io/h2c"))).isEmpty();
    }

    @Test
    void everythingWrong_isToldPortByPort() {
      ServicePort wrong =
          ServicePort.builder().name("A").port(0).targetPort("").appProtocol("/a").build();

      assertThat(faults(clusterIp().withPorts(wrong, wrong)))
          .extracting(CreateValidationTest::fieldAndType)
          .containsExactly(
              "spec.ports[0].name: Invalid value",
              "spec.ports[0].port: Invalid value",
              "spec.ports[0].protocol: Required value",
              "spec.ports[0].targetPort: Invalid value",
              "spec.ports[0].targetPort: Invalid value",
              "spec.ports[0].appProtocol: Invalid value",
              "spec.ports[1].name: Invalid value",
              "spec.ports[1].name: Duplicate value",
              "spec.ports[1].port: Invalid value",
              "spec.ports[1].protocol: Required value",
              "spec.ports[1].targetPort: Invalid value",
              "spec.ports[1].targetPort: Invalid value",
              "spec.ports[1].appProtocol: Invalid value",
              "spec.ports[1]: Duplicate value");
    }
  }

  @Nested
  class SharedNumbers {
    private static final String SHOWN =
        "Duplicate value: {\"Name\":\"\",\"Protocol\":\"TCP\",\"AppProtocol\":null,\"Port\":80,"
            + "\"TargetPort\":0,\"NodePort\":0}";

    @Test
    void samePortAndProtocol_isADuplicate() {
      assertThat(faults(clusterIp().withPorts(port("a", 80), port("b", 80), port("c", 80))))
          .containsExactly("spec.ports[1]: " + SHOWN, "spec.ports[2]: " + SHOWN);
    }

    @Test
    void samePortOfOtherProtocol_isNone() {
      assertThat(
              faults(
                  clusterIp()
                      .withPorts(
                          port("a", 80),
                          port("b", 80).withProtocol(Protocol.UDP),
                          port("c", 80).withProtocol(Protocol.SCTP))))
          .isEmpty();
    }

    @Test
    void unknownProtocols_areComparedByText() {
      Choice<Protocol> tcp = Choice.parse(Protocol.class, "tcp");
      Choice<Protocol> udp = Choice.parse(Protocol.class, "udp");

      assertThat(
              faults(
                  clusterIp()
                      .withPorts(
                          port("a", 80).withProtocol(tcp),
                          port("b", 80).withProtocol(udp),
                          port("c", 80).withProtocol(tcp),
                          port("d", 80).withProtocol(Protocol.SCTP))))
          .filteredOn(text -> text.contains("Duplicate"))
          .containsExactly("spec.ports[2]: " + SHOWN.replace("TCP", "tcp"));
    }

    @Test
    void sameNodePortAndProtocol_isADuplicate() {
      assertThat(
              faults(
                  nodePort()
                      .withPorts(
                          port("a", 80).withNodePort(30000),
                          port("b", 81).withNodePort(30000).withProtocol(Protocol.UDP),
                          port("c", 82).withNodePort(30000),
                          port("d", 83))))
          .containsExactly("spec.ports[2].nodePort: Duplicate value: 30000");
    }

    @Test
    void nodePortsOfClusterIp_areForbidden() {
      assertThat(
              faults(
                  clusterIp()
                      .withPorts(
                          port("a", 80).withNodePort(1),
                          port("b", 81),
                          port("c", 82).withNodePort(1))))
          .containsExactly(
              "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
              "spec.ports[2].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'",
              "spec.ports[2].nodePort: Duplicate value: 1");
    }

    @Test
    void manyPorts_areComparedAsFewAre() {
      ImmutableList.Builder<ServicePort> ports = ImmutableList.builder();
      for (int i = 1; i <= 50; i++) {
        ports.add(port("p" + i, i).withNodePort(30000 + i));
      }
      ports.add(port("p7", 8).withNodePort(30009));

      assertThat(faults(nodePort().withPorts(ports.build())))
          .containsExactly(
              "spec.ports[50].name: Duplicate value: \"p7\"",
              "spec.ports[50].nodePort: Duplicate value: 30009",
              "spec.ports[50]: " + SHOWN.replace("80", "8"));
    }

    @Test
    void twentyThousandPorts_areComparedInNoTime() {
      ImmutableList.Builder<ServicePort> ports = ImmutableList.builder();
      for (int i = 1; i <= 20_000; i++) {
        ports.add(port("p" + i, i).withNodePort(i));
      }
      ServiceSpec different = nodePort().withPorts(ports.build());
      ServiceSpec same =
          nodePort().withPorts(Collections.nCopies(20_000, port("a", 80).withNodePort(1)));

      assertTimeoutPreemptively(
          ofSeconds(10),
          () -> {
            assertThat(faults(different)).isEmpty();
            assertThat(faults(same)).hasSize(3 * 19_999);
          });
    }
  }

  @Nested
  class Selectors {
    @Test
    void keysAndValues_areJudgedAsLabels() {
      assertThat(faults(clusterIp().withSelector(ImmutableMap.of("/a", "-"))))
          .satisfiesExactly(
              key ->
                  assertThat(key)
                      .isEqualTo(
                          "spec.selector: Invalid value: \"/a\": prefix part must be non-empty"),
              value ->
                  assertThat(value)
                      .startsWith("spec.selector: Invalid value: \"-\": a valid label must be"));
    }
  }

  @Nested
  class Affinity {
    private ServiceSpec clientIp(SessionAffinityConfig config) {
      return clusterIp()
          .withSessionAffinity(SessionAffinity.CLIENT_IP)
          .withSessionAffinityConfig(config);
    }

    private ServiceSpec lasting(int seconds) {
      return clientIp(
          SessionAffinityConfig.builder()
              .clientIP(ClientIpConfig.builder().timeoutSeconds(seconds).build())
              .build());
    }

    @Test
    void unknown_isNotSupported() {
      assertThat(
              faults(clusterIp().withSessionAffinity(Choice.parse(SessionAffinity.class, "none"))))
          .containsExactly(
              "spec.sessionAffinity: Unsupported value: \"none\": supported values:"
                  + " \"ClientIP\", \"None\"");
    }

    @Test
    void clientIp_needsAWholeConfig() {
      SessionAffinityConfig empty = SessionAffinityConfig.builder().build();

      assertThat(faults(clusterIp().withSessionAffinity(SessionAffinity.CLIENT_IP)))
          .containsExactly(
              "spec.sessionAffinityConfig: Required value: when session affinity type is"
                  + " ClientIP");
      assertThat(faults(clientIp(empty)))
          .containsExactly(
              "spec.sessionAffinityConfig.clientIP: Required value: when session affinity type is"
                  + " ClientIP");
      assertThat(faults(clientIp(empty.withClientIP(ClientIpConfig.builder().build()))))
          .containsExactly(
              "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Required value: when session"
                  + " affinity type is ClientIP");
    }

    @Test
    void time_isOfADayAtMost() {
      assertThat(faults(lasting(1))).isEmpty();
      assertThat(faults(lasting(86_400))).isEmpty();
      for (int seconds : new int[] {0, -1, 86_401}) {
        assertThat(faults(lasting(seconds)))
            .containsExactly(
                "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: "
                    + seconds
                    + ": must be greater than 0 and less than 86400");
      }
    }

    @Test
    void none_hasNoConfig() {
      assertThat(faults(lasting(5).withSessionAffinity(SessionAffinity.NONE)))
          .containsExactly(
              "spec.sessionAffinityConfig: Forbidden: must not be set when session affinity is"
                  + " None");
    }
  }

  @Nested
  class ClusterIps {
    private ServiceSpec addresses(String first, String... all) {
      return clusterIp().toBuilder()
          .clusterIP(first)
          .clusterIPs(ImmutableList.copyOf(all))
          .ipFamilies(ImmutableList.of())
          .ipFamilyPolicy(Choice.unsaid())
          .build();
    }

    @Test
    void fieldAndList_agree() {
      assertThat(faults(addresses("10.96.0.1"))).containsExactly("spec.clusterIPs: Required value");
      assertThat(faults(addresses("10.96.0.1", "10.96.0.2")))
          .containsExactly(
              "spec.clusterIPs: Invalid value: [\"10.96.0.2\"]: first value must match"
                  + " `clusterIP`");
      assertThat(faults(addresses("", "10.96.0.2")))
          .containsExactly(
              "spec.clusterIPs: Invalid value: [\"10.96.0.2\"]: must be empty when `clusterIP` is"
                  + " not specified");
    }

    @Test
    void families_areKnownAndDifferent() {
      ServiceSpec spec =
          addresses("")
              .withIpFamilies(
                  ImmutableList.of(
                      Choice.of(IpFamily.IPV4),
                      Choice.parse(IpFamily.class, "x"),
                      Choice.of(IpFamily.IPV4),
                      Choice.parse(IpFamily.class, "x")));

      assertThat(faults(spec))
          .containsExactly(
              "spec.ipFamilies[1]: Unsupported value: \"x\": supported values: \"IPv4\","
                  + " \"IPv6\"",
              "spec.ipFamilies[2]: Duplicate value: \"IPv4\"",
              "spec.ipFamilies[3]: Unsupported value: \"x\": supported values: \"IPv4\","
                  + " \"IPv6\"",
              "spec.ipFamilies[3]: Duplicate value: \"x\"");
    }

    @Test
    void sameFamilyTwice_isADuplicate() {
      assertThat(
              faults(
                  addresses("")
                      .withIpFamilies(
                          ImmutableList.of(Choice.of(IpFamily.IPV6), Choice.of(IpFamily.IPV6)))))
          .containsExactly("spec.ipFamilies[1]: Duplicate value: \"IPv6\"");
    }

    @Test
    void policy_isKnown() {
      assertThat(
              faults(addresses("").withIpFamilyPolicy(Choice.parse(IpFamilyPolicy.class, "Foo<"))))
          .containsExactly(
              "spec.ipFamilyPolicy: Unsupported value: \"Foo\\u003c\": supported values:"
                  + " \"PreferDualStack\", \"RequireDualStack\", \"SingleStack\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", " 10.96.0.1", "fe80::1%eth0", "10.96.0.256", "[::1]", "x"})
    void noAddress_isInvalid(String text) {
      assertThat(faults(addresses(text, text)))
          .containsExactly("spec.clusterIPs[0]: Invalid value: \"" + text + "\": " + NOT_AN_IP);
    }

    @Test
    void oddlySpelled_isInvalid() {
      assertThat(faults(addresses("010.96.0.1", "010.96.0.1")))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"010.96.0.1\": must not have leading 0s");
      assertThat(faults(addresses("::ffff:10.96.0.1", "::ffff:10.96.0.1")))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"::ffff:10.96.0.1\": must not be an"
                  + " IPv4-mapped IPv6 address");
      assertThat(faults(addresses("FD00:0::1", "FD00:0::1"))).isEmpty();
    }

    @Test
    void noneTwice_isWrongTwice() {
      assertThat(faults(addresses("None", "None", "None")))
          .containsExactly(
              "spec.clusterIPs: Invalid value: [\"None\",\"None\"]: 'None' must be the first and"
                  + " only value",
              "spec.clusterIPs[1]: Invalid value: \"None\": " + NOT_AN_IP);
    }

    @Test
    void three_areTooManyAndOfNoTwoFamilies() {
      assertThat(faults(addresses("10.96.0.1", "10.96.0.1", "10.96.0.2", "10.96.0.3")))
          .containsExactly(
              "spec.clusterIPs: Invalid value: [\"10.96.0.1\",\"10.96.0.2\",\"10.96.0.3\"]: may"
                  + " only hold up to 2 values",
              "spec.clusterIPs: Invalid value: [\"10.96.0.1\",\"10.96.0.2\",\"10.96.0.3\"]: may"
                  + " specify no more than one IP for each IP family");
    }

    @Test
    void addressesOfOtherFamilies_areInvalid() {
      ServiceSpec swapped =
          dualStack()
              .withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV6), Choice.of(IpFamily.IPV4)));

      assertThat(faults(swapped))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"10.96.0.10\": expected an IPv6 value as"
                  + " indicated by `ipFamilies[0]`",
              "spec.clusterIPs[1]: Invalid value: \"fd00::10\": expected an IPv4 value as"
                  + " indicated by `ipFamilies[1]`");
    }

    @Test
    void wrongAddress_hidesWhatFollows() {
      assertThat(faults(addresses("x", "x", "10.96.0.1", "10.96.0.2")))
          .containsExactly(
              "spec.clusterIPs[0]: Invalid value: \"x\": " + NOT_AN_IP,
              "spec.clusterIPs: Invalid value: [\"x\",\"10.96.0.1\",\"10.96.0.2\"]: may only hold"
                  + " up to 2 values");
    }
  }

  @Nested
  class ExternalIps {
    private ImmutableList<String> of(String address) {
      return faults(
          nodePort().withExternalIPs(address).withPorts(port("", 80).withNodePort(30000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:DB8::1", "239.1.1.1", "255.255.255.255"})
    void ordinary_isTaken(String address) {
      assertThat(of(address)).isEmpty();
    }

    @Test
    void special_isInvalid() {
      assertThat(of("0.0.0.0"))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"0.0.0.0\": may not be unspecified"
                  + " (0.0.0.0)");
      assertThat(of("::1"))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"::1\": may not be in the loopback range"
                  + " (127.0.0.0/8, ::1/128)");
      assertThat(of("169.254.1.1"))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"169.254.1.1\": may not be in the link-local"
                  + " range (169.254.0.0/16, fe80::/10)");
      assertThat(of("ff02::1"))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"ff02::1\": may not be in the link-local"
                  + " multicast range (224.0.0.0/24, ff02::/10)");
    }

    @Test
    void misspelled_isToldAlone() {
      assertThat(of("127.0.0.01"))
          .containsExactly(
              "spec.externalIPs[0]: Invalid value: \"127.0.0.01\": must not have leading 0s");
      assertThat(of("")).containsExactly("spec.externalIPs[0]: Invalid value: \"\": " + NOT_AN_IP);
    }

    @Test
    void everyType_isJudged() {
      assertThat(faults(externalName().withExternalIPs("x"))).hasSize(1);
      assertThat(
              faults(
                  headless()
                      .withExternalIPs("x")
                      .withExternalTrafficPolicy(ExternalTrafficPolicy.CLUSTER)))
          .hasSize(1);
    }
  }

  @Nested
  class SourceRanges {
    private static final String KEY = KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES;
    private static final String ANNOTATION = "metadata.annotations[" + KEY + "]: ";

    private ImmutableList<String> annotated(ServiceSpec spec, String value) {
      ObjectMeta metadata =
          ObjectMeta.of("default", "web").withAnnotations(ImmutableMap.of(KEY, value));
      return Judged.texts(Judged.VALIDATOR.validate(SentServices.of(spec).withMetadata(metadata)));
    }

    @Test
    void field_isToldWithACapital() {
      assertThat(
              faults(
                  loadBalancer()
                      .withLoadBalancerSourceRanges(
                          "10.0.0.0/8",
                          " 2001:db8::/64\t",
                          "10.0.0.1/8",
                          "10.0.0.0/08",
                          "::ffff:10.0.0.0/104",
                          " x ",
                          "0.0.0.0/0")))
          .containsExactly(
              "spec.LoadBalancerSourceRanges[2]: Invalid value: \"10.0.0.1/8\": must not have"
                  + " bits set beyond the prefix length",
              "spec.LoadBalancerSourceRanges[3]: Invalid value: \"10.0.0.0/08\": must not have"
                  + " leading 0s in IP or prefix length",
              "spec.LoadBalancerSourceRanges[4]: Invalid value: \"::ffff:10.0.0.0/104\": must not"
                  + " have an IPv4-mapped IPv6 address",
              "spec.LoadBalancerSourceRanges[5]: Invalid value: \"x\": " + NOT_A_CIDR);
    }

    @Test
    void fieldOfOtherType_isForbiddenAndJudged() {
      assertThat(faults(clusterIp().withLoadBalancerSourceRanges("x")))
          .containsExactly(
              "spec.LoadBalancerSourceRanges: Forbidden: " + ONLY_LOAD_BALANCERS,
              "spec.LoadBalancerSourceRanges[0]: Invalid value: \"x\": " + NOT_A_CIDR);
    }

    @Test
    void annotation_isSplitAtCommas() {
      assertThat(annotated(loadBalancer(), " 10.0.0.0/8 , 192.168.0.0/16 ")).isEmpty();
      assertThat(annotated(loadBalancer(), "10.0.0.0/8,,x,"))
          .containsExactly(
              ANNOTATION + "Invalid value: \"\": " + NOT_A_CIDR,
              ANNOTATION + "Invalid value: \"x\": " + NOT_A_CIDR,
              ANNOTATION + "Invalid value: \"\": " + NOT_A_CIDR);
      assertThat(annotated(loadBalancer(), " ")).isEmpty();
    }

    @Test
    void annotationOfOtherType_isForbiddenEvenEmpty() {
      assertThat(annotated(clusterIp(), ""))
          .containsExactly(ANNOTATION + "Forbidden: " + ONLY_LOAD_BALANCERS);
    }

    @Test
    void annotationBesideField_isNotRead() {
      assertThat(annotated(loadBalancer().withLoadBalancerSourceRanges("10.0.0.0/8"), "x"))
          .isEmpty();
    }
  }

  @Nested
  class LoadBalancers {
    @Test
    void flagOfOtherType_isForbidden() {
      for (boolean flag : new boolean[] {true, false}) {
        assertThat(faults(clusterIp().withAllocateLoadBalancerNodePorts(flag)))
            .containsExactly(
                "spec.allocateLoadBalancerNodePorts: Forbidden: " + ONLY_LOAD_BALANCERS);
      }
    }

    @Test
    void noFlag_isRequiredUnderAShorterPath() {
      assertThat(faults(loadBalancer().withAllocateLoadBalancerNodePorts(Optional.empty())))
          .containsExactly("allocateLoadBalancerNodePorts: Required value");
    }

    @Test
    void className_isAQualifiedName() {
      assertThat(faults(loadBalancer().withLoadBalancerClass("example.com/a"))).isEmpty();
      assertThat(faults(loadBalancer().withLoadBalancerClass("")))
          .hasSize(2)
          .contains("spec.loadBalancerClass: Invalid value: \"\": name part must be non-empty");
    }

    @Test
    void classOfOtherType_isForbidden() {
      assertThat(faults(nodePort().withLoadBalancerClass("")))
          .containsExactly("spec.loadBalancerClass: Forbidden: " + ONLY_LOAD_BALANCERS);
    }
  }

  @Nested
  class Policies {
    @Test
    void externalPolicyWithinTheCluster_isInvalid() {
      assertThat(faults(clusterIp().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL)))
          .containsExactly(
              "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for"
                  + " externally-accessible services");
    }

    @Test
    void externalPolicyOutside_isRequiredAndKnown() {
      assertThat(faults(nodePort().withExternalTrafficPolicy(Choice.unsaid())))
          .containsExactly("spec.externalTrafficPolicy: Required value");
      assertThat(
              faults(
                  nodePort()
                      .withExternalTrafficPolicy(
                          Choice.parse(ExternalTrafficPolicy.class, "local"))))
          .containsExactly(
              "spec.externalTrafficPolicy: Unsupported value: \"local\": supported values:"
                  + " \"Cluster\", \"Local\"");
    }

    @Test
    void healthCheckPort_isOfLocalLoadBalancersAlone() {
      String elsewhere =
          "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
      ServiceSpec local = loadBalancer().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL);

      assertThat(faults(loadBalancer().withHealthCheckNodePort(31000)))
          .containsExactly("spec.healthCheckNodePort: Invalid value: 31000: " + elsewhere);
      assertThat(faults(local)).containsExactly("spec.healthCheckNodePort: Required value");
      assertThat(faults(local.withHealthCheckNodePort(31000))).isEmpty();
      assertThat(faults(local.withHealthCheckNodePort(70000)))
          .containsExactly("spec.healthCheckNodePort: Invalid value: 70000: " + NOT_A_PORT);
    }

    @Test
    void internalPolicy_isRequiredAndKnown() {
      assertThat(faults(clusterIp().withInternalTrafficPolicy(Choice.unsaid())))
          .containsExactly("spec.internalTrafficPolicy: Required value");
      for (ServiceSpec spec : ImmutableList.of(clusterIp(), externalName())) {
        assertThat(
                faults(
                    spec.withInternalTrafficPolicy(Choice.parse(InternalTrafficPolicy.class, ""))))
            .containsExactly(
                "spec.internalTrafficPolicy: Unsupported value: \"\": supported values:"
                    + " \"Cluster\", \"Local\"");
      }
    }

    @Test
    void distribution_isListedInItsOwnOrder() {
      for (String wrong : new String[] {"", "Auto"}) {
        assertThat(
                faults(
                    externalName()
                        .withTrafficDistribution(Choice.parse(TrafficDistribution.class, wrong))))
            .containsExactly(
                "spec.trafficDistribution: Unsupported value: \""
                    + wrong
                    + "\": supported values: \"PreferClose\", \"PreferSameZone\","
                    + " \"PreferSameNode\"");
      }
    }
  }

  @Nested
  class Gates {
    @Test
    void withoutStrictAddresses_onlyWhatIsNoneIsInvalid() {
      ServiceSpec odd =
          loadBalancer()
              .withClusterIP("010.96.0.1")
              .withClusterIPs("010.96.0.1")
              .withExternalIPs("::ffff:192.0.2.1", "x")
              .withLoadBalancerSourceRanges("10.0.0.1/08", "::ffff:10.0.0.0/104", "y");

      assertThat(Judged.texts(Judged.LENIENT.validate(SentServices.of(odd))))
          .containsExactly(
              "spec.externalIPs[1]: Invalid value: \"x\": " + NOT_AN_IP,
              "spec.LoadBalancerSourceRanges[2]: Invalid value: \"y\": " + NOT_A_CIDR);
    }

    @Test
    void withoutRelaxedNames_digitsCannotComeFirst() {
      ObjectMeta metadata = ObjectMeta.of("default", "1-web");

      assertThat(faults(metadata)).isEmpty();
      assertThat(
              Judged.texts(
                  Judged.OLDER_NAMES.validate(SentServices.of(clusterIp()).withMetadata(metadata))))
          .singleElement()
          .asString()
          .startsWith("metadata.name: Invalid value: \"1-web\": a DNS-1035 label must");
    }
  }
}
