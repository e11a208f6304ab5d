package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.AnyServices.choices;
import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** EndpointSlices and Endpoints, valid ones and any at all. */
public final class EndpointObjectArbitraries {

  private EndpointObjectArbitraries() {}

  /** {@return slices the API server takes, as sent} */
  public static Arbitrary<EndpointSlice> validSlices() {
    return Arbitraries.oneOf(
        validSlices(AddressType.IPV4, AddressTextArbitraries.addresses(IpFamily.IPV4)),
        validSlices(AddressType.IPV6, AddressTextArbitraries.addresses(IpFamily.IPV6)),
        validSlices(AddressType.FQDN, Arbitraries.of("db.example.com", "a.b")));
  }

  /** {@return slices in which any field may be wrong} */
  public static Arbitrary<EndpointSlice> anySlices() {
    return Combinators.combine(
            anyMetadata(),
            choices(AddressType.class, "", "ipv4", "FQDN<"),
            anyEndpoints().list().ofMaxSize(3),
            anyPorts().list().ofMaxSize(3))
        .as(
            (metadata, type, endpoints, ports) ->
                EndpointSlice.builder()
                    .metadata(metadata)
                    .addressType(type)
                    .endpoints(endpoints)
                    .ports(ports)
                    .build())
        .withoutEdgeCases();
  }

  /** {@return Endpoints the API server takes, as sent} */
  public static Arbitrary<Endpoints> validEndpoints() {
    Arbitrary<EndpointAddress> addresses =
        Combinators.combine(
                AddressTextArbitraries.addresses(),
                Arbitraries.of("", "", "pod-0"),
                Arbitraries.of("node-a", "node.example.com").optional(0.3))
            .as(
                (ip, host, node) ->
                    EndpointAddress.builder().ip(ip).hostname(host).nodeName(node).build());
    Arbitrary<EndpointSubset> subsets =
        Combinators.combine(
                addresses.list().ofMinSize(1).ofMaxSize(3),
                addresses.list().ofMaxSize(2),
                ServicePortArbitraries.valid())
            .as(
                (ready, notReady, ports) ->
                    EndpointSubset.builder()
                        .addresses(ready)
                        .notReadyAddresses(notReady)
                        .ports(
                            ports.stream()
                                .map(
                                    port ->
                                        EndpointSubsetPort.builder()
                                            .name(port.name())
                                            .port(port.port())
                                            .protocol(port.protocol())
                                            .build())
                                .toList())
                        .build());
    return Combinators.combine(validMetadata(), subsets.list().ofMaxSize(2))
        .as((metadata, list) -> Endpoints.builder().metadata(metadata).subsets(list).build())
        .withoutEdgeCases();
  }

  /** {@return Endpoints in which any field may be wrong} */
  public static Arbitrary<Endpoints> anyEndpointsObjects() {
    Arbitrary<EndpointAddress> addresses =
        Combinators.combine(
                AddressTextArbitraries.anyAddress(),
                mostly(Arbitraries.of("", "pod-0"), NameArbitraries.wrongLabels()),
                mostly(NameArbitraries.subdomains(), NameArbitraries.wrongSubdomains())
                    .optional(0.3))
            .as(
                (ip, host, node) ->
                    EndpointAddress.builder().ip(ip).hostname(host).nodeName(node).build());
    Arbitrary<EndpointSubsetPort> ports =
        ServicePortArbitraries.anyPort()
            .map(
                port ->
                    EndpointSubsetPort.builder()
                        .name(port.name())
                        .port(port.port())
                        .protocol(port.protocol())
                        .appProtocol(port.appProtocol())
                        .build());
    Arbitrary<EndpointSubset> subsets =
        Combinators.combine(
                addresses.list().ofMaxSize(2),
                addresses.list().ofMaxSize(2),
                ports.list().ofMaxSize(2))
            .as(
                (ready, notReady, list) ->
                    EndpointSubset.builder()
                        .addresses(ready)
                        .notReadyAddresses(notReady)
                        .ports(list)
                        .build());
    return Combinators.combine(anyMetadata(), subsets.list().ofMaxSize(2))
        .as((metadata, list) -> Endpoints.builder().metadata(metadata).subsets(list).build())
        .withoutEdgeCases();
  }

  private static Arbitrary<EndpointSlice> validSlices(
      AddressType type, Arbitrary<String> addresses) {
    Arbitrary<Endpoint> endpoints =
        Combinators.combine(
                EndpointArbitraries.endpoint(),
                addresses.list().ofMinSize(1).ofMaxSize(3),
                Arbitraries.of("pod-0", "a").optional(0.3))
            .as(
                (endpoint, list, hostname) ->
                    endpoint
                        .withAddresses(list)
                        .withHostname(hostname)
                        .withHints(endpoint.hints().map(EndpointObjectArbitraries::distinct)));
    Arbitrary<List<EndpointPort>> ports =
        ServicePortArbitraries.valid()
            .map(
                list ->
                    list.stream().map(port -> EndpointPort.of(port.name(), port.port())).toList());
    return Combinators.combine(validMetadata(), endpoints.list().ofMaxSize(4), ports)
        .as(
            (metadata, list, portList) ->
                EndpointSlice.builder()
                    .metadata(metadata)
                    .addressType(type)
                    .endpoints(list)
                    .ports(portList)
                    .build())
        .withoutEdgeCases();
  }

  private static EndpointHints distinct(EndpointHints hints) {
    return hints
        .withForZones(ImmutableList.copyOf(new LinkedHashSet<>(hints.forZones())))
        .withForNodes(ImmutableList.copyOf(new LinkedHashSet<>(hints.forNodes())));
  }

  private static Arbitrary<Endpoint> anyEndpoints() {
    return Parts.of(Endpoint::builder)
        .use(AddressTextArbitraries.anyAddress().list().ofMaxSize(3))
        .in(Endpoint.Builder::addresses)
        .use(EndpointArbitraries.conditions())
        .in(Endpoint.Builder::conditions)
        .use(mostly(NameArbitraries.labels(), NameArbitraries.wrongLabels()))
        .withProbability(0.2)
        .in((builder, name) -> builder.hostname(name))
        .use(mostly(NameArbitraries.subdomains(), NameArbitraries.wrongSubdomains()))
        .withProbability(0.2)
        .in((builder, name) -> builder.nodeName(name))
        .use(mostly(NameArbitraries.labelValues(), NameArbitraries.wrongLabelValues()))
        .withProbability(0.2)
        .in((builder, zone) -> builder.zone(zone))
        .use(anyHints())
        .withProbability(0.3)
        .in((builder, hints) -> builder.hints(hints))
        .use(topologies())
        .withProbability(0.1)
        .in(Endpoint.Builder::deprecatedTopology)
        .use(Arbitraries.of(ObjectReference.builder().kind("Pod").name("a").build()))
        .withProbability(0.2)
        .in((builder, reference) -> builder.targetRef(reference))
        .build(Endpoint.Builder::build);
  }

  private static Arbitrary<EndpointHints> anyHints() {
    Arbitrary<List<String>> names =
        mostly(Arbitraries.of("zone-a", "node-b", "c"), Arbitraries.of("", "-", "Not valid"))
            .list()
            .ofMaxSize(9);
    return Combinators.combine(names, names)
        .as((zones, nodes) -> EndpointHints.builder().forZones(zones).forNodes(nodes).build());
  }

  private static Arbitrary<ImmutableMap<String, String>> topologies() {
    ImmutableMap.Builder<String, String> many = ImmutableMap.builder();
    for (int i = 0; i < 17; i++) {
      many.put("key-" + i, "x");
    }
    return Arbitraries.oneOf(NameArbitraries.anyLabelSets(), Arbitraries.just(many.buildOrThrow()));
  }

  private static Arbitrary<EndpointPort> anyPorts() {
    return Parts.of(EndpointPort::builder)
        .use(mostly(Arbitraries.of("", "http", "dns"), NameArbitraries.wrongLabels()))
        .withProbability(0.8)
        .in((builder, name) -> builder.name(name))
        .use(choices(Protocol.class, "", "tcp"))
        .withProbability(0.8)
        .in(EndpointPort.Builder::protocol)
        .use(Arbitraries.of(80, 0, -1, 70_000))
        .withProbability(0.7)
        .in((builder, port) -> builder.port(port))
        .use(mostly(NameArbitraries.qualifiedNames(), NameArbitraries.wrongQualifiedNames()))
        .withProbability(0.2)
        .in((builder, protocol) -> builder.appProtocol(protocol))
        .build(EndpointPort.Builder::build);
  }

  private static Arbitrary<ObjectMeta> validMetadata() {
    return withServiceLabel(MetadataArbitraries.valid(NameArbitraries.subdomains()));
  }

  private static Arbitrary<ObjectMeta> anyMetadata() {
    return withServiceLabel(MetadataArbitraries.any(NameArbitraries.subdomains()));
  }

  private static Arbitrary<ObjectMeta> withServiceLabel(Arbitrary<ObjectMeta> metadata) {
    return Combinators.combine(
            metadata,
            Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just("")),
                Tuple.of(1, Arbitraries.of("endpointslice-controller.k8s.io", "somebody"))))
        .as(
            (meta, manager) -> {
              ObjectMeta labelled = Pairs.label(meta, KnownLabels.SERVICE_NAME, "web");
              return manager.isEmpty()
                  ? labelled
                  : Pairs.label(labelled, KnownLabels.MANAGED_BY, manager);
            });
  }
}
