package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.assertion.Assertions.tuple;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SliceReaderTest {

  private static final SelectionRules RULES =
      SelectionRules.of(FeatureGates.of(KubernetesVersion.V1_36), Quirks.NONE);

  private static final EndpointSlice SLICE = slice("web-1", ready("10.0.0.1"));

  @Nested
  @DisplayName("which slices are read: routing 2.1.3, 2.3.1")
  class Slices {
    @Test
    void sliceWithoutServiceName_isUnread() {
      assertUnread(
          SLICE.withMetadata(ObjectMeta.of("shop", "web-1")),
          SelectionReason.SLICE_WITHOUT_SERVICE_NAME,
          "metadata.labels[kubernetes.io/service-name]",
          "");
    }

    @Test
    void sliceOfAHeadlessService_isUnread() {
      assertUnread(
          labelled(KnownLabels.HEADLESS, ""),
          SelectionReason.SLICE_IS_HEADLESS,
          "metadata.labels[service.kubernetes.io/headless]",
          "");
    }

    @Test
    void sliceWithoutNamespace_isUnread() {
      assertUnread(
          SLICE.withMetadata(SLICE.metadata().withNamespace("")),
          SelectionReason.SLICE_WITHOUT_NAME,
          "metadata",
          "web-1");
    }

    @Test
    void sliceOfTheOtherFamily_isUnread() {
      assertUnread(
          SLICE.withAddressType(AddressType.IPV6),
          SelectionReason.SLICE_OF_ANOTHER_FAMILY,
          "addressType",
          "IPv6");
    }

    @Test
    void sliceOfDomainNames_isUnread() {
      assertUnread(
          SLICE.withAddressType(AddressType.FQDN),
          SelectionReason.SLICE_OF_DOMAIN_NAMES,
          "addressType",
          "FQDN");
    }

    @Test
    void sliceOfAnotherServiceOrNamespace_isPassedOverSilently() {
      EndpointSlice elsewhere = SLICE.withMetadata(SLICE.metadata().withNamespace("other"));

      SliceReading reading = read(labelled(KnownLabels.SERVICE_NAME, "db"), elsewhere);

      assertThat(reading.endpoints().endpoints()).isEmpty();
      assertThat(reading.unread()).isEmpty();
    }

    @Test
    void sliceManagedByAnybody_isRead() {
      assertThat(texts(read(labelled(KnownLabels.MANAGED_BY, "me"))))
          .containsExactly("10.0.0.1:8080");
    }

    private EndpointSlice labelled(String key, String value) {
      Map<String, String> labels = new LinkedHashMap<>(SLICE.metadata().labels());
      labels.put(key, value);
      return SLICE.withMetadata(SLICE.metadata().withLabels(labels));
    }
  }

  @Nested
  @DisplayName("which ports are read: routing 2.3.2, 2.3.3")
  class Ports {
    @Test
    void portWithoutName_isUnreadWhileEmptyNameIsAName() {
      EndpointPort nameless = EndpointPort.of("http", 8080).withName(Optional.empty());

      assertUnread(
          SLICE.withPorts(nameless), SelectionReason.SLICE_PORT_WITHOUT_NAME, "ports[0]", "8080");
      Service unnamed =
          ServiceFixtures.of(
              ServiceFixtures.clusterIp().spec().withPorts(ServiceFixtures.HTTP.withName("")));
      assertThat(
              texts(
                  SliceReader.read(
                      unnamed,
                      unnamed.spec().ports().get(0),
                      IpFamily.IPV4,
                      ImmutableList.of(SLICE.withPorts(EndpointPort.of("", 8080))),
                      RULES)))
          .containsExactly("10.0.0.1:8080");
    }

    @Test
    void portWithoutNumberOrZero_isUnread() {
      EndpointPort port = EndpointPort.of("http", 0);

      assertUnread(
          SLICE.withPorts(port), SelectionReason.SLICE_PORT_WITHOUT_NUMBER, "ports[0]", "http");
      assertUnread(
          SLICE.withPorts(port.withPort(OptionalInt.empty())),
          SelectionReason.SLICE_PORT_WITHOUT_NUMBER,
          "ports[0]",
          "http");
    }

    @Test
    void portOfAnotherNameOrProtocol_isNotThePort() {
      assertUnread(
          SLICE.withPorts(
              EndpointPort.of("https", 8443),
              EndpointPort.of("http", 8080).withProtocol(Protocol.UDP)),
          SelectionReason.SLICE_WITHOUT_PORT,
          "ports",
          "https/TCP http/UDP");
    }

    @Test
    void protocolUnsaid_isTcp() {
      EndpointPort port = EndpointPort.of("http", 8080).withProtocol(Choice.unsaid());

      assertThat(texts(read(SLICE.withPorts(port)))).containsExactly("10.0.0.1:8080");
    }

    @Test
    void onePortNameWithTwoNumbers_givesTwoEndpointsForEachAddress() {
      EndpointSlice other = slice("web-2", ready("10.0.0.1"));

      assertThat(texts(read(SLICE, other.withPorts(EndpointPort.of("http", 9090)))))
          .containsExactly("10.0.0.1:8080", "10.0.0.1:9090");
    }
  }

  @Nested
  @DisplayName("addresses: routing 2.3.5, 2.3.10")
  class Addresses {
    @Test
    void endpointsOfAllSlices_standInTheOrderOfTheirText() {
      assertThat(
              texts(
                  read(
                      slice("web-2", ready("10.0.0.2"), ready("9.0.0.1")),
                      slice("web-1", ready("10.0.0.10")))))
          .containsExactly("10.0.0.10:8080", "10.0.0.2:8080", "9.0.0.1:8080");
    }

    @Test
    void ipv6Addresses_areCanonicalAndBracketed() {
      Service service = dualStack();
      EndpointSlice six = slice("web-6", ready("2001:0DB8:0::5")).withAddressType(AddressType.IPV6);

      assertThat(
              texts(
                  SliceReader.read(
                      service,
                      ServiceFixtures.HTTP,
                      IpFamily.IPV6,
                      ImmutableList.of(six, SLICE),
                      RULES)))
          .containsExactly("[2001:db8::5]:8080");
    }

    @Test
    void leadingZeros_areReadLeniently() {
      assertThat(texts(read(slice("web-1", ready("010.000.0.1")))))
          .containsExactly("10.0.0.1:8080");
    }

    @Test
    void endpointWithoutAddress_isUnread() {
      assertUnread(
          slice("web-1", ready("10.0.0.1").withAddresses()),
          SelectionReason.ENDPOINT_WITHOUT_ADDRESS,
          "endpoints[0].addresses",
          "");
    }

    @Test
    void addressThatIsNone_isUnread() {
      assertUnread(
          slice("web-1", ready("web-0.example")),
          SelectionReason.ENDPOINT_ADDRESS_UNREADABLE,
          "endpoints[0].addresses[0]",
          "web-0.example");
    }

    @Test
    void furtherAddresses_areUnread() {
      SliceReading reading =
          read(slice("web-1", ready("10.0.0.1").withAddresses("10.0.0.1", "10.0.0.2")));

      assertThat(texts(reading)).containsExactly("10.0.0.1:8080");
      assertThat(reading.unread())
          .extracting(part -> part.reason() + " " + part.field() + " " + part.text())
          .containsExactly("ENDPOINT_ADDRESS_NOT_FIRST endpoints[0].addresses[1] 10.0.0.2");
    }

    private Service dualStack() {
      return ServiceFixtures.of(
          ServiceFixtures.clusterIp()
              .spec()
              .withClusterIPs("10.96.0.21", "fd00::21")
              .withIpFamilies(
                  ImmutableList.of(Choice.of(IpFamily.IPV4), Choice.of(IpFamily.IPV6))));
    }
  }

  @Nested
  @DisplayName("one address twice: routing 2.3.9")
  class Duplicates {
    private final Endpoint first = ready("10.0.0.1", "node-a");
    private final Endpoint second = ready("10.0.0.1", "node-b");
    private final Endpoint going = terminating("10.0.0.1").withNodeName("node-c");

    @Test
    void twoThatStay_laterWins() {
      SliceReading reading = read(slice("web-1", first, second));

      assertThat(reading.endpoints().endpoints())
          .extracting(ServiceEndpoint::said)
          .containsExactly(second);
      assertThat(reading.unread())
          .extracting(UnreadPart::reason)
          .containsExactly(SelectionReason.ENDPOINT_REPLACED);
    }

    @Test
    void laterIsTerminating_earlierStays() {
      assertThat(read(slice("web-1", first, going)).endpoints().endpoints())
          .extracting(ServiceEndpoint::said)
          .containsExactly(first);
      assertThat(read(slice("web-1", going, first)).endpoints().endpoints())
          .extracting(ServiceEndpoint::said)
          .containsExactly(first);
    }

    @Test
    void bothTerminating_earlierStays() {
      SliceReading reading = read(slice("web-1", going, going.withNodeName("node-d")));

      assertThat(reading.endpoints().endpoints())
          .extracting(ServiceEndpoint::said)
          .containsExactly(going);
      assertThat(reading.unread())
          .extracting(part -> part.reason() + " " + part.field() + " " + part.text())
          .containsExactly("ENDPOINT_SAID_BEFORE endpoints[1] 10.0.0.1:8080");
    }

    @Test
    void inSeveralSlices_theirNamesGiveTheOrder() {
      SliceReading reading = read(slice("web-2", second), slice("web-1", first));

      assertThat(reading.endpoints().endpoints())
          .extracting(ServiceEndpoint::said)
          .containsExactly(second);
    }
  }

  private static void assertUnread(
      EndpointSlice slice, SelectionReason reason, String field, String text) {
    SliceReading reading = read(slice);

    assertThat(reading.endpoints().endpoints()).isEmpty();
    assertThat(reading.unread())
        .extracting(UnreadPart::reason, part -> part.field().toString(), UnreadPart::text)
        .containsExactly(tuple(reason, field, text));
  }

  private static SliceReading read(EndpointSlice... slices) {
    ServicePort port = ServiceFixtures.HTTP;
    return SliceReader.read(
        ServiceFixtures.clusterIp(), port, IpFamily.IPV4, ImmutableList.copyOf(slices), RULES);
  }

  private static ImmutableList<String> texts(SliceReading reading) {
    return reading.endpoints().endpoints().stream()
        .map(ServiceEndpoint::toString)
        .collect(ImmutableList.toImmutableList());
  }
}
