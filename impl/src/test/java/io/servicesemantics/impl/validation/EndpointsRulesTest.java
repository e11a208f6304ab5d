package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsRulesTest {

  private static final String DEPRECATED =
      "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice";

  private final StandardValidator validator =
      new StandardValidator(FeatureGates.of(KubernetesVersion.V1_36), Quirks.NONE);

  @Test
  void subsetWithoutAddresses_isRequiredToHaveSome() {
    assertThat(messages(endpoints(EndpointSubset.builder().build())))
        .containsExactly(
            "subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`");
  }

  @Test
  void noSubset_isFine() {
    assertThat(messages(endpoints())).isEmpty();
  }

  @Test
  void garbageForAnAddress_isToldOfTwice() {
    EndpointSubset subset = EndpointSubset.builder().addNotReadyAddresses(at("foo")).build();

    assertThat(messages(endpoints(subset)))
        .containsExactly(
            "subsets[0].notReadyAddresses[0].ip: Invalid value: \"foo\":"
                + " must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)",
            "subsets[0].notReadyAddresses[0].ip: Invalid value: \"foo\":"
                + " must be a valid IP address");
  }

  @Test
  void fieldsOfAnAddress_areToldInTheServersOrder() {
    EndpointAddress address = at("::ffff:127.0.0.1").withHostname("a.b").withNodeName("Node");
    EndpointSubset subset = EndpointSubset.builder().addAddresses(address).build();

    assertThat(validator.validate(endpoints(subset)))
        .extracting(fault -> fault.field() + ": " + fault.detail().substring(0, 15))
        .containsExactly(
            "subsets[0].addresses[0].ip: must not be an ",
            "subsets[0].addresses[0].hostname: must not contai",
            "subsets[0].addresses[0].nodeName: a lowercase RFC",
            "subsets[0].addresses[0].ip: may not be in t");
  }

  @Test
  void ports_areJudgedOneByOneAndMayShareAName() {
    EndpointSubset subset =
        EndpointSubset.builder()
            .addAddresses(at("10.0.0.1"))
            .addPorts(port("a", 80), port("a", 0), port("", 81).withAppProtocol("-"))
            .build();
    EndpointSubset unnamed = subset.withPorts(port("", 80).withProtocol(Choice.unsaid()));

    assertThat(validator.validate(endpoints(subset)))
        .extracting(fault -> fault.field() + " " + fault.type())
        .containsExactly(
            "subsets[0].ports[1].port INVALID",
            "subsets[0].ports[2].name REQUIRED",
            "subsets[0].ports[2].appProtocol INVALID");
    assertThat(messages(endpoints(unnamed)))
        .containsExactly("subsets[0].ports[0].protocol: Required value");
  }

  @Test
  void subsetsUnchanged_areTakenAndMetadataIsJudgedTwice() {
    Endpoints old = endpoints(EndpointSubset.builder().build());
    Endpoints mislabelled = old.withMetadata(old.metadata().withLabels(ImmutableMap.of("a", "-")));
    Endpoints changed = old.withSubsets(EndpointSubset.builder().addPorts(port("", 80)).build());

    assertThat(validator.validateUpdate(old, old)).isEmpty();
    assertThat(validator.validateUpdate(mislabelled, old))
        .extracting(fault -> fault.field().toString())
        .containsExactly("metadata.labels", "metadata.labels");
    assertThat(validator.validateUpdate(endpoints(), old)).isEmpty();
    assertThat(validator.validateUpdate(changed, old)).hasSize(1);
  }

  @Test
  void warnings_beginWithTheDeprecation() {
    Endpoints odd =
        endpoints(
            EndpointSubset.builder()
                .addAddresses(at("10.0.0.1"))
                .addNotReadyAddresses(at("2001:DB8::1"))
                .build());
    Endpoints written =
        odd.withMetadata(
            odd.metadata()
                .withLabels(
                    ImmutableMap.of(KnownLabels.ENDPOINTS_MANAGED_BY, "endpoint-controller")));

    assertThat(validator.warnings(odd))
        .containsExactly(
            DEPRECATED,
            "subsets[0].notReadyAddresses[0].ip: IPv6 address \"2001:DB8::1\" should be in RFC 5952"
                + " canonical format (\"2001:db8::1\")");
    assertThat(validator.warnings(written)).containsExactly(DEPRECATED);
  }

  private List<String> messages(Endpoints endpoints) {
    return validator.validate(endpoints).stream().map(FieldError::message).toList();
  }

  private static Endpoints endpoints(EndpointSubset... subsets) {
    return Endpoints.builder()
        .metadata(ObjectMeta.of("shop", "web").withResourceVersion("1"))
        .addSubsets(subsets)
        .build();
  }

  private static EndpointAddress at(String ip) {
    return EndpointAddress.builder().ip(ip).build();
  }

  private static EndpointSubsetPort port(String name, int number) {
    return EndpointSubsetPort.builder().name(name).port(number).protocol(Protocol.TCP).build();
  }
}
