package io.servicesemantics.impl.manifest;

import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.IpAddressSpec;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.NamespacePhase;
import io.servicesemantics.cluster.NamespaceSpec;
import io.servicesemantics.cluster.NamespaceStatus;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.cluster.NodeSpec;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrSpec;
import io.servicesemantics.cluster.ServiceCidrStatus;
import io.servicesemantics.cluster.Taint;

/** The fields of Node, Namespace, ServiceCIDR and IPAddress (api 1.4, 1.5). */
final class ClusterTables {

  private static final Struct<Taint, Taint.Builder> TAINT =
      StructBuilder.partial("Taint", Taint::builder, Taint.Builder::build)
          .textAlways("key", Taint::key, Taint.Builder::key)
          .text("value", Taint::value, Taint.Builder::value)
          .textAlways("effect", Taint::effect, Taint.Builder::effect)
          .time("timeAdded", Taint::timeAdded, Taint.Builder::timeAdded)
          .build();

  private static final Struct<NodeSpec, NodeSpec.Builder> NODE_SPEC =
      StructBuilder.partial("NodeSpec", NodeSpec::builder, NodeSpec.Builder::build)
          .text("podCIDR", NodeSpec::podCIDR, NodeSpec.Builder::podCIDR)
          .texts("podCIDRs", NodeSpec::podCIDRs, NodeSpec.Builder::podCIDRs)
          .text("providerID", NodeSpec::providerID, NodeSpec.Builder::providerID)
          .bool("unschedulable", NodeSpec::unschedulable, NodeSpec.Builder::unschedulable)
          .list("taints", TAINT, NodeSpec::taints, NodeSpec.Builder::taints)
          .build();

  private static final Struct<NodeAddress, NodeAddress.Builder> NODE_ADDRESS =
      StructBuilder.partial("NodeAddress", NodeAddress::builder, NodeAddress.Builder::build)
          .choice(
              "type",
              new ChoiceShape<>("v1.NodeAddressType", NodeAddressType.class),
              NodeAddress::type,
              NodeAddress.Builder::type)
          .textAlways("address", NodeAddress::address, NodeAddress.Builder::address)
          .build();

  private static final Struct<NodeStatus, NodeStatus.Builder> NODE_STATUS =
      StructBuilder.partial("NodeStatus", NodeStatus::builder, NodeStatus.Builder::build)
          .map(
              "allocatable",
              Shapes.QUANTITIES,
              NodeStatus::allocatable,
              NodeStatus.Builder::allocatable)
          .list(
              "conditions",
              MetadataTable.NODE_CONDITION,
              NodeStatus::conditions,
              NodeStatus.Builder::conditions)
          .list("addresses", NODE_ADDRESS, NodeStatus::addresses, NodeStatus.Builder::addresses)
          .build();

  static final Struct<Node, Node.Builder> NODE =
      StructBuilder.complete("Node", Node::builder, Node.Builder::build)
          .given("apiVersion", Node::apiVersion)
          .given("kind", Node::kind)
          .struct("metadata", MetadataTable.OBJECT_META, Node::metadata, Node.Builder::metadata)
          .struct("spec", NODE_SPEC, Node::spec, Node.Builder::spec)
          .struct("status", NODE_STATUS, Node::status, Node.Builder::status)
          .build();

  private static final Struct<NamespaceSpec, NamespaceSpec.Builder> NAMESPACE_SPEC =
      StructBuilder.complete("NamespaceSpec", NamespaceSpec::builder, NamespaceSpec.Builder::build)
          .texts("finalizers", NamespaceSpec::finalizers, NamespaceSpec.Builder::finalizers)
          .build();

  private static final Struct<NamespaceStatus, NamespaceStatus.Builder> NAMESPACE_STATUS =
      StructBuilder.complete(
              "NamespaceStatus", NamespaceStatus::builder, NamespaceStatus.Builder::build)
          .choice(
              "phase",
              new ChoiceShape<>("v1.NamespacePhase", NamespacePhase.class),
              NamespaceStatus::phase,
              NamespaceStatus.Builder::phase)
          .list(
              "conditions",
              MetadataTable.NAMESPACE_CONDITION,
              NamespaceStatus::conditions,
              NamespaceStatus.Builder::conditions)
          .build();

  static final Struct<Namespace, Namespace.Builder> NAMESPACE =
      StructBuilder.complete("Namespace", Namespace::builder, Namespace.Builder::build)
          .given("apiVersion", Namespace::apiVersion)
          .given("kind", Namespace::kind)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              Namespace::metadata,
              Namespace.Builder::metadata)
          .struct("spec", NAMESPACE_SPEC, Namespace::spec, Namespace.Builder::spec)
          .struct("status", NAMESPACE_STATUS, Namespace::status, Namespace.Builder::status)
          .build();

  private static final Struct<ServiceCidrSpec, ServiceCidrSpec.Builder> SERVICE_CIDR_SPEC =
      StructBuilder.complete(
              "ServiceCIDRSpec", ServiceCidrSpec::builder, ServiceCidrSpec.Builder::build)
          .texts("cidrs", ServiceCidrSpec::cidrs, ServiceCidrSpec.Builder::cidrs)
          .build();

  private static final Struct<ServiceCidrStatus, ServiceCidrStatus.Builder> SERVICE_CIDR_STATUS =
      StructBuilder.complete(
              "ServiceCIDRStatus", ServiceCidrStatus::builder, ServiceCidrStatus.Builder::build)
          .list(
              "conditions",
              MetadataTable.CONDITION,
              ServiceCidrStatus::conditions,
              ServiceCidrStatus.Builder::conditions)
          .build();

  static final Struct<ServiceCidr, ServiceCidr.Builder> SERVICE_CIDR =
      StructBuilder.complete("ServiceCIDR", ServiceCidr::builder, ServiceCidr.Builder::build)
          .given("apiVersion", ServiceCidr::apiVersion)
          .given("kind", ServiceCidr::kind)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              ServiceCidr::metadata,
              ServiceCidr.Builder::metadata)
          .struct("spec", SERVICE_CIDR_SPEC, ServiceCidr::spec, ServiceCidr.Builder::spec)
          .struct("status", SERVICE_CIDR_STATUS, ServiceCidr::status, ServiceCidr.Builder::status)
          .build();

  private static final Struct<ParentReference, ParentReference.Builder> PARENT_REFERENCE =
      StructBuilder.complete(
              "ParentReference", ParentReference::builder, ParentReference.Builder::build)
          .text("group", ParentReference::group, ParentReference.Builder::group)
          .text("resource", ParentReference::resource, ParentReference.Builder::resource)
          .text("namespace", ParentReference::namespace, ParentReference.Builder::namespace)
          .text("name", ParentReference::name, ParentReference.Builder::name)
          .build();

  private static final Struct<IpAddressSpec, IpAddressSpec.Builder> IP_ADDRESS_SPEC =
      StructBuilder.complete("IPAddressSpec", IpAddressSpec::builder, IpAddressSpec.Builder::build)
          .optionalStruct(
              "parentRef",
              PARENT_REFERENCE,
              IpAddressSpec::parentRef,
              IpAddressSpec.Builder::parentRef)
          .build();

  static final Struct<IpAddressObject, IpAddressObject.Builder> IP_ADDRESS =
      StructBuilder.complete("IPAddress", IpAddressObject::builder, IpAddressObject.Builder::build)
          .given("apiVersion", IpAddressObject::apiVersion)
          .given("kind", IpAddressObject::kind)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              IpAddressObject::metadata,
              IpAddressObject.Builder::metadata)
          .struct("spec", IP_ADDRESS_SPEC, IpAddressObject::spec, IpAddressObject.Builder::spec)
          .build();

  private ClusterTables() {}
}
