package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndpointSliceRulesTest {

  private static final FeatureGates GATES = FeatureGates.of(KubernetesVersion.V1_36);
  private static final String NOT_AN_IP =
      "Invalid value: \"foo\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)";

  private final StandardValidator validator = new StandardValidator(GATES, Quirks.NONE);

  @Test
  void sliceWithNothingWrong_hasNoFault() {
    assertThat(messages(slice(AddressType.IPV4, "10.0.0.1"))).isEmpty();
    assertThat(messages(slice(AddressType.IPV6, "2001:db8::1"))).isEmpty();
    assertThat(messages(slice(AddressType.FQDN, "db.example.com."))).isEmpty();
  }

  @Test
  void nothingSaid_isToldInTheServersOrder() {
    assertThat(messages(EndpointSlice.builder().addPorts(EndpointPort.builder().build()).build()))
        .containsExactly(
            "metadata.name: Required value: name or generateName is required",
            "metadata.namespace: Required value",
            "addressType: Required value",
            "ports[0].protocol: Required value");
  }

  @Test
  void typeUnknown_isQuotedAsJsonAndItsAddressesAreNotRead() {
    EndpointSlice slice =
        slice(AddressType.IPV4, "foo").withAddressType(Choice.parse(AddressType.class, "IPv4<"));

    assertThat(messages(slice))
        .containsExactly(
            "addressType: Unsupported value: \"IPv4\\u003c\":"
                + " supported values: \"FQDN\", \"IPv4\", \"IPv6\"");
  }

  @Nested
  @DisplayName("addresses")
  class Addresses {

    @Test
    void garbageInAnIpv4Slice_isToldOfThrice() {
      assertThat(messages(slice(AddressType.IPV4, "10.0.0.1", "foo")))
          .containsExactly(
              "endpoints[0].addresses[1]: " + NOT_AN_IP,
              "endpoints[0].addresses: Invalid value: \"foo\": must be an IPv4 address",
              "endpoints[0].addresses[1]: Invalid value: \"foo\": must be a valid IP address");
    }

    @Test
    void ofTheOtherFamily_isToldOfTheListAlone() {
      assertThat(messages(slice(AddressType.IPV4, "2001:db8::1")))
          .containsExactly(
              "endpoints[0].addresses: Invalid value: \"2001:db8::1\": must be an IPv4 address");
      assertThat(messages(slice(AddressType.IPV6, "10.0.0.1")))
          .containsExactly(
              "endpoints[0].addresses: Invalid value: \"10.0.0.1\": must be an IPv6 address");
    }

    @Test
    void oddlySpelledIpv6_isRefused() {
      assertThat(messages(slice(AddressType.IPV6, "2001:DB8::1")))
          .containsExactly(
              "endpoints[0].addresses[0]: Invalid value: \"2001:DB8::1\":"
                  + " must be in canonical form (\"2001:db8::1\")");
    }

    @Test
    void leadingZeros_areRefusedWhereSpellingIsStrict() {
      EndpointSlice slice = slice(AddressType.IPV4, "010.0.0.1");
      StandardValidator older =
          new StandardValidator(
              GATES.with(FeatureGate.STRICT_IP_CIDR_VALIDATION, false), Quirks.NONE);

      assertThat(messages(slice))
          .containsExactly(
              "endpoints[0].addresses[0]: Invalid value: \"010.0.0.1\": must not have leading 0s");
      assertThat(older.validate(slice)).isEmpty();
    }

    @Test
    void specialAddress_isRefused() {
      assertThat(messages(slice(AddressType.IPV4, "127.0.0.1")))
          .containsExactly(
              "endpoints[0].addresses[0]: Invalid value: \"127.0.0.1\":"
                  + " may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }

    @Test
    void none_isRequiredAndMoreThanAHundredAreTooMany() {
      String[] many = IntStream.range(0, 101).mapToObj(i -> "10.0.1." + i).toArray(String[]::new);

      assertThat(messages(slice(AddressType.IPV4)))
          .containsExactly(
              "endpoints[0].addresses: Required value: must contain at least 1 address");
      assertThat(messages(slice(AddressType.IPV4, many)))
          .containsExactly("endpoints[0].addresses: Too many: 101: must have at most 100 items");
    }

    @Test
    void domain_isJudgedByItsFirstFault() {
      String label = "x".repeat(64);

      assertThat(messages(slice(AddressType.FQDN, "")))
          .containsExactly("endpoints[0].addresses[0]: Required value");
      assertThat(messages(slice(AddressType.FQDN, "localhost.")))
          .containsExactly(
              "endpoints[0].addresses[0]: Invalid value: \"localhost\":"
                  + " should be a domain with at least two segments separated by dots");
      assertThat(messages(slice(AddressType.FQDN, label + ".com")))
          .containsExactly(
              "endpoints[0].addresses[0]: Invalid value: \""
                  + label
                  + "\": must be no more than 63 characters");
      assertThat(messages(slice(AddressType.FQDN, "a_b.com")))
          .singleElement()
          .asString()
          .startsWith("endpoints[0].addresses[0]: Invalid value: \"a_b.com\": a lowercase RFC");
    }
  }

  @Nested
  @DisplayName("endpoints")
  class EndpointFields {

    @Test
    void moreThanAThousand_stopTheCheck() {
      EndpointSlice slice =
          slice(AddressType.IPV4, "10.0.0.1")
              .withEndpoints(Collections.nCopies(1001, Endpoint.of("foo")));

      assertThat(messages(slice))
          .containsExactly("endpoints: Too many: 1001: must have at most 1000 items");
    }

    @Test
    void names_areToldInTheServersOrder() {
      Endpoint endpoint =
          Endpoint.of("10.0.0.1").toBuilder()
              .hostname("a.b")
              .nodeName("Node")
              .deprecatedTopology(ImmutableMap.of("-", "-"))
              .build();

      assertThat(validator.validate(withEndpoint(endpoint)))
          .extracting(fault -> fault.field() + " " + fault.value())
          .containsExactly(
              "endpoints[0].nodeName \"Node\"",
              "endpoints[0].deprecatedTopology \"-\"",
              "endpoints[0].deprecatedTopology \"-\"",
              "endpoints[0].hostname \"a.b\"");
    }

    @Test
    void topologyTooLarge_isTooMany() {
      ImmutableMap.Builder<String, String> topology = ImmutableMap.builder();
      for (int i = 0; i < 17; i++) {
        topology.put("k" + i, "");
      }
      Endpoint endpoint = Endpoint.of("10.0.0.1").withDeprecatedTopology(topology.buildOrThrow());

      assertThat(messages(withEndpoint(endpoint)))
          .containsExactly(
              "endpoints[0].deprecatedTopology: Too many: 17: must have at most 16 items");
    }

    @Test
    void hintedTwice_isADuplicate() {
      assertThat(messages(hinted(EndpointHints.builder().addForZones("a", "a").build())))
          .containsExactly("endpoints[0].hints.forZones[1].name: Duplicate value: \"a\"");
      assertThat(messages(hinted(EndpointHints.builder().addForNodes("n", "n").build())))
          .containsExactly("endpoints[0].hints.forNodes[1].name: Duplicate value: \"n\"");
    }

    @Test
    void tooManyZones_hideTheNodes() {
      EndpointHints hints =
          EndpointHints.builder()
              .forZones(Collections.nCopies(9, "a"))
              .addForNodes("Not a node")
              .build();

      assertThat(messages(hinted(hints)))
          .containsExactly("endpoints[0].hints.forZones: Too many: 9: must have at most 8 items");
    }

    @Test
    void hintForNoNode_isInvalidWhereAZoneMayBeAnyLabelValue() {
      EndpointHints hints =
          EndpointHints.builder().addForZones("Zone_A", "").addForNodes("Node_A").build();

      assertThat(validator.validate(hinted(hints)))
          .extracting(fault -> fault.field().toString())
          .containsExactly("endpoints[0].hints.forNodes[0].name");
    }
  }

  @Nested
  @DisplayName("ports")
  class Ports {

    @Test
    void nameless_mayBeOneAlone() {
      EndpointPort port = EndpointPort.builder().protocol(Protocol.TCP).build();

      assertThat(messages(withPorts(port))).isEmpty();
      assertThat(messages(withPorts(port, port.withName(""))))
          .containsExactly("ports[1].name: Duplicate value: \"\"");
    }

    @Test
    void numberOutOfRange_isTaken() {
      assertThat(messages(withPorts(EndpointPort.of("a", 70_000), EndpointPort.of("b", -1))))
          .isEmpty();
    }

    @Test
    void faultsOfAllSorts_areToldInOrder() {
      EndpointPort port =
          EndpointPort.of("A", 80)
              .withProtocol(Choice.parse(Protocol.class, "tcp"))
              .withAppProtocol("-");

      assertThat(validator.validate(withPorts(port)))
          .extracting(fault -> fault.field() + " " + fault.type())
          .containsExactly(
              "ports[0].name INVALID",
              "ports[0].protocol NOT_SUPPORTED",
              "ports[0].appProtocol INVALID");
    }

    @Test
    void tooMany_stopTheCheckOfPortsAlone() {
      EndpointSlice slice =
          slice(AddressType.IPV4, "foo")
              .withPorts(Collections.nCopies(20_001, EndpointPort.of("A", 1)));

      assertThat(messages(slice))
          .hasSize(4)
          .first()
          .isEqualTo("ports: Too many: 20001: must have at most 20000 items");
    }
  }

  @Nested
  @DisplayName("updates")
  class Updates {

    @Test
    void endpointsUnchanged_areTakenWhateverTheySay() {
      EndpointSlice old = slice(AddressType.IPV4, "foo");
      EndpointSlice relabelled =
          old.withMetadata(old.metadata().withLabels(ImmutableMap.of("a", "b")));

      assertThat(validator.validateUpdate(relabelled, old)).isEmpty();
      assertThat(validator.validateUpdate(slice(AddressType.IPV4, "bar"), old)).hasSize(3);
    }

    @Test
    void otherType_isImmutableAndToldLast() {
      EndpointSlice old = slice(AddressType.IPV4, "10.0.0.1");
      EndpointSlice other =
          old.withAddressType(AddressType.IPV6).withEndpoints(Endpoint.of("10.0.0.2"));

      assertThat(validator.validateUpdate(other, old))
          .extracting(FieldError::message)
          .containsExactly(
              "endpoints[0].addresses: Invalid value: \"10.0.0.2\": must be an IPv6 address",
              "addressType: Invalid value: \"IPv6\": field is immutable");
    }
  }

  @Nested
  @DisplayName("warnings")
  class Warnings {

    @Test
    void domains_areDeprecatedWhenNew() {
      EndpointSlice slice = slice(AddressType.FQDN, "db.example.com");

      assertThat(validator.warnings(slice))
          .containsExactly("spec.addressType: FQDN endpoints are deprecated");
      assertThat(validator.updateWarnings(slice)).isEmpty();
    }

    @Test
    void oddAddress_isWarnedOfUnlessAControllerWroteIt() {
      EndpointSlice slice = slice(AddressType.IPV4, "10.0.0.1", "010.0.0.2");
      String warning =
          "endpoints[0].addresses[1]: non-standard IP address \"010.0.0.2\" is invalid:"
              + " use \"10.0.0.2\"";

      assertThat(validator.warnings(slice)).containsExactly(warning);
      assertThat(validator.updateWarnings(managed(slice, "somebody"))).containsExactly(warning);
      assertThat(validator.warnings(managed(slice, "endpointslice-controller.k8s.io"))).isEmpty();
      assertThat(
              validator.updateWarnings(managed(slice, "endpointslicemirroring-controller.k8s.io")))
          .isEmpty();
    }

    private EndpointSlice managed(EndpointSlice slice, String by) {
      return slice.withMetadata(
          slice.metadata().withLabels(ImmutableMap.of(KnownLabels.MANAGED_BY, by)));
    }
  }

  private List<String> messages(EndpointSlice slice) {
    return validator.validate(slice).stream().map(FieldError::message).toList();
  }

  private static EndpointSlice slice(AddressType type, String... addresses) {
    return EndpointSlice.builder()
        .metadata(ObjectMeta.of("shop", "web-1.x"))
        .addressType(type)
        .addEndpoints(Endpoint.builder().addAddresses(addresses).build())
        .addPorts(EndpointPort.of("http", 80))
        .build();
  }

  private static EndpointSlice withEndpoint(Endpoint endpoint) {
    return slice(AddressType.IPV4, "10.0.0.1").withEndpoints(endpoint);
  }

  private static EndpointSlice hinted(EndpointHints hints) {
    return withEndpoint(Endpoint.of("10.0.0.1").withHints(Optional.of(hints)));
  }

  private static EndpointSlice withPorts(EndpointPort... ports) {
    return slice(AddressType.IPV4, "10.0.0.1").withPorts(ports);
  }
}
