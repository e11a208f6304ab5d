package io.servicesemantics.impl.manifest;

import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;

/** The fields of an EndpointSlice and of Endpoints (api 1.2, 1.3). */
final class EndpointTables {

  private static final Struct<EndpointConditions, EndpointConditions.Builder> CONDITIONS =
      StructBuilder.complete(
              "EndpointConditions", EndpointConditions::builder, EndpointConditions.Builder::build)
          .optionalBool("ready", EndpointConditions::ready, EndpointConditions.Builder::ready)
          .optionalBool("serving", EndpointConditions::serving, EndpointConditions.Builder::serving)
          .optionalBool(
              "terminating",
              EndpointConditions::terminating,
              EndpointConditions.Builder::terminating)
          .build();

  private static final Struct<EndpointHints, EndpointHints.Builder> HINTS =
      StructBuilder.complete("EndpointHints", EndpointHints::builder, EndpointHints.Builder::build)
          .list(
              "forZones",
              OneText.struct("ForZone", true, "name"),
              EndpointHints::forZones,
              EndpointHints.Builder::forZones)
          .list(
              "forNodes",
              OneText.struct("ForNode", true, "name"),
              EndpointHints::forNodes,
              EndpointHints.Builder::forNodes)
          .build();

  private static final Struct<Endpoint, Endpoint.Builder> ENDPOINT =
      StructBuilder.complete("Endpoint", Endpoint::builder, Endpoint.Builder::build)
          .texts("addresses", Endpoint::addresses, Endpoint.Builder::addresses)
          .struct("conditions", CONDITIONS, Endpoint::conditions, Endpoint.Builder::conditions)
          .optionalText("hostname", Endpoint::hostname, Endpoint.Builder::hostname)
          .optionalStruct(
              "targetRef",
              MetadataTable.OBJECT_REFERENCE,
              Endpoint::targetRef,
              Endpoint.Builder::targetRef)
          .textMap(
              "deprecatedTopology",
              Endpoint::deprecatedTopology,
              Endpoint.Builder::deprecatedTopology)
          .optionalText("nodeName", Endpoint::nodeName, Endpoint.Builder::nodeName)
          .optionalText("zone", Endpoint::zone, Endpoint.Builder::zone)
          .optionalStruct("hints", HINTS, Endpoint::hints, Endpoint.Builder::hints)
          .build();

  private static final Struct<EndpointPort, EndpointPort.Builder> PORT =
      StructBuilder.complete("EndpointPort", EndpointPort::builder, EndpointPort.Builder::build)
          .optionalText("name", EndpointPort::name, EndpointPort.Builder::name)
          .choice(
              "protocol",
              ServiceTable.PROTOCOL,
              EndpointPort::protocol,
              EndpointPort.Builder::protocol)
          .optionalInt32("port", EndpointPort::port, EndpointPort.Builder::port)
          .optionalText("appProtocol", EndpointPort::appProtocol, EndpointPort.Builder::appProtocol)
          .build();

  static final Struct<EndpointSlice, EndpointSlice.Builder> ENDPOINT_SLICE =
      StructBuilder.complete("EndpointSlice", EndpointSlice::builder, EndpointSlice.Builder::build)
          .given("apiVersion", EndpointSlice::apiVersion)
          .given("kind", EndpointSlice::kind)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              EndpointSlice::metadata,
              EndpointSlice.Builder::metadata)
          .choice(
              "addressType",
              new ChoiceShape<>("v1.AddressType", AddressType.class),
              EndpointSlice::addressType,
              EndpointSlice.Builder::addressType)
          .list("endpoints", ENDPOINT, EndpointSlice::endpoints, EndpointSlice.Builder::endpoints)
          .list("ports", PORT, EndpointSlice::ports, EndpointSlice.Builder::ports)
          .build();

  private static final Struct<EndpointAddress, EndpointAddress.Builder> ADDRESS =
      StructBuilder.complete(
              "EndpointAddress", EndpointAddress::builder, EndpointAddress.Builder::build)
          .textAlways("ip", EndpointAddress::ip, EndpointAddress.Builder::ip)
          .text("hostname", EndpointAddress::hostname, EndpointAddress.Builder::hostname)
          .optionalText("nodeName", EndpointAddress::nodeName, EndpointAddress.Builder::nodeName)
          .optionalStruct(
              "targetRef",
              MetadataTable.OBJECT_REFERENCE,
              EndpointAddress::targetRef,
              EndpointAddress.Builder::targetRef)
          .build();

  private static final Struct<EndpointSubsetPort, EndpointSubsetPort.Builder> SUBSET_PORT =
      StructBuilder.complete(
              "EndpointPort", EndpointSubsetPort::builder, EndpointSubsetPort.Builder::build)
          .text("name", EndpointSubsetPort::name, EndpointSubsetPort.Builder::name)
          .int32Always("port", EndpointSubsetPort::port, EndpointSubsetPort.Builder::port)
          .choice(
              "protocol",
              ServiceTable.PROTOCOL,
              EndpointSubsetPort::protocol,
              EndpointSubsetPort.Builder::protocol)
          .optionalText(
              "appProtocol",
              EndpointSubsetPort::appProtocol,
              EndpointSubsetPort.Builder::appProtocol)
          .build();

  private static final Struct<EndpointSubset, EndpointSubset.Builder> SUBSET =
      StructBuilder.complete(
              "EndpointSubset", EndpointSubset::builder, EndpointSubset.Builder::build)
          .list("addresses", ADDRESS, EndpointSubset::addresses, EndpointSubset.Builder::addresses)
          .list(
              "notReadyAddresses",
              ADDRESS,
              EndpointSubset::notReadyAddresses,
              EndpointSubset.Builder::notReadyAddresses)
          .list("ports", SUBSET_PORT, EndpointSubset::ports, EndpointSubset.Builder::ports)
          .build();

  static final Struct<Endpoints, Endpoints.Builder> ENDPOINTS =
      StructBuilder.complete("Endpoints", Endpoints::builder, Endpoints.Builder::build)
          .given("apiVersion", Endpoints::apiVersion)
          .given("kind", Endpoints::kind)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              Endpoints::metadata,
              Endpoints.Builder::metadata)
          .list("subsets", SUBSET, Endpoints::subsets, Endpoints.Builder::subsets)
          .build();

  private EndpointTables() {}
}
