package io.servicesemantics.impl.manifest;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.PortStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TrafficDistribution;

/** The fields of a Service (api 1.1). */
final class ServiceTable {

  static final ChoiceShape<Protocol> PROTOCOL = new ChoiceShape<>("v1.Protocol", Protocol.class);

  private static final Struct<ServicePort, ServicePort.Builder> PORT =
      StructBuilder.complete("ServicePort", ServicePort::builder, ServicePort.Builder::build)
          .text("name", ServicePort::name, ServicePort.Builder::name)
          .choice("protocol", PROTOCOL, ServicePort::protocol, ServicePort.Builder::protocol)
          .optionalText("appProtocol", ServicePort::appProtocol, ServicePort.Builder::appProtocol)
          .int32Always("port", ServicePort::port, ServicePort.Builder::port)
          .field(
              "targetPort",
              Shapes.INT_OR_STRING,
              port -> port.targetPort().orElse(null),
              ServicePort.Builder::targetPort)
          .int32("nodePort", ServicePort::nodePort, ServicePort.Builder::nodePort)
          .build();

  private static final Struct<ClientIpConfig, ClientIpConfig.Builder> CLIENT_IP =
      StructBuilder.complete(
              "ClientIPConfig", ClientIpConfig::builder, ClientIpConfig.Builder::build)
          .optionalInt32(
              "timeoutSeconds",
              ClientIpConfig::timeoutSeconds,
              ClientIpConfig.Builder::timeoutSeconds)
          .build();

  private static final Struct<SessionAffinityConfig, SessionAffinityConfig.Builder>
      SESSION_AFFINITY_CONFIG =
          StructBuilder.complete(
                  "SessionAffinityConfig",
                  SessionAffinityConfig::builder,
                  SessionAffinityConfig.Builder::build)
              .optionalStruct(
                  "clientIP",
                  CLIENT_IP,
                  SessionAffinityConfig::clientIP,
                  SessionAffinityConfig.Builder::clientIP)
              .build();

  private static final Struct<ServiceSpec, ServiceSpec.Builder> SPEC =
      StructBuilder.complete("ServiceSpec", ServiceSpec::builder, ServiceSpec.Builder::build)
          .list("ports", PORT, ServiceSpec::ports, ServiceSpec.Builder::ports)
          .field(
              "selector",
              Shapes.TEXT_MAP,
              spec -> spec.hasSelector() ? spec.selector() : null,
              (builder, labels) -> builder.selector(labels).emptySelector(labels.isEmpty()))
          .text("clusterIP", ServiceSpec::clusterIP, ServiceSpec.Builder::clusterIP)
          .texts("clusterIPs", ServiceSpec::clusterIPs, ServiceSpec.Builder::clusterIPs)
          .choice(
              "type",
              new ChoiceShape<>("v1.ServiceType", ServiceType.class),
              ServiceSpec::type,
              ServiceSpec.Builder::type)
          .texts("externalIPs", ServiceSpec::externalIPs, ServiceSpec.Builder::externalIPs)
          .choice(
              "sessionAffinity",
              new ChoiceShape<>("v1.ServiceAffinity", SessionAffinity.class),
              ServiceSpec::sessionAffinity,
              ServiceSpec.Builder::sessionAffinity)
          .text("loadBalancerIP", ServiceSpec::loadBalancerIP, ServiceSpec.Builder::loadBalancerIP)
          .texts(
              "loadBalancerSourceRanges",
              ServiceSpec::loadBalancerSourceRanges,
              ServiceSpec.Builder::loadBalancerSourceRanges)
          .text("externalName", ServiceSpec::externalName, ServiceSpec.Builder::externalName)
          .choice(
              "externalTrafficPolicy",
              new ChoiceShape<>("v1.ServiceExternalTrafficPolicy", ExternalTrafficPolicy.class),
              ServiceSpec::externalTrafficPolicy,
              ServiceSpec.Builder::externalTrafficPolicy)
          .int32(
              "healthCheckNodePort",
              ServiceSpec::healthCheckNodePort,
              ServiceSpec.Builder::healthCheckNodePort)
          .bool(
              "publishNotReadyAddresses",
              ServiceSpec::publishNotReadyAddresses,
              ServiceSpec.Builder::publishNotReadyAddresses)
          .optionalStruct(
              "sessionAffinityConfig",
              SESSION_AFFINITY_CONFIG,
              ServiceSpec::sessionAffinityConfig,
              ServiceSpec.Builder::sessionAffinityConfig)
          .list(
              "ipFamilies",
              new ChoiceShape<>("v1.IPFamily", IpFamily.class),
              ServiceSpec::ipFamilies,
              ServiceSpec.Builder::ipFamilies)
          .choice(
              "ipFamilyPolicy",
              new ChoiceShape<>("v1.IPFamilyPolicy", IpFamilyPolicy.class),
              ServiceSpec::ipFamilyPolicy,
              ServiceSpec.Builder::ipFamilyPolicy)
          .optionalBool(
              "allocateLoadBalancerNodePorts",
              ServiceSpec::allocateLoadBalancerNodePorts,
              ServiceSpec.Builder::allocateLoadBalancerNodePorts)
          .optionalText(
              "loadBalancerClass",
              ServiceSpec::loadBalancerClass,
              ServiceSpec.Builder::loadBalancerClass)
          .choice(
              "internalTrafficPolicy",
              new ChoiceShape<>("v1.ServiceInternalTrafficPolicy", InternalTrafficPolicy.class),
              ServiceSpec::internalTrafficPolicy,
              ServiceSpec.Builder::internalTrafficPolicy)
          .choice(
              "trafficDistribution",
              new ChoiceShape<>("string", TrafficDistribution.class),
              ServiceSpec::trafficDistribution,
              ServiceSpec.Builder::trafficDistribution)
          .build();

  private static final Struct<PortStatus, PortStatus.Builder> PORT_STATUS =
      StructBuilder.complete("PortStatus", PortStatus::builder, PortStatus.Builder::build)
          .int32Always("port", PortStatus::port, PortStatus.Builder::port)
          .choice("protocol", PROTOCOL, PortStatus::protocol, PortStatus.Builder::protocol)
          .optionalText("error", PortStatus::error, PortStatus.Builder::error)
          .build();

  private static final Struct<LoadBalancerIngress, LoadBalancerIngress.Builder> INGRESS =
      StructBuilder.complete(
              "LoadBalancerIngress",
              LoadBalancerIngress::builder,
              LoadBalancerIngress.Builder::build)
          .text("ip", LoadBalancerIngress::ip, LoadBalancerIngress.Builder::ip)
          .text("hostname", LoadBalancerIngress::hostname, LoadBalancerIngress.Builder::hostname)
          .choice(
              "ipMode",
              new ChoiceShape<>("v1.LoadBalancerIPMode", LoadBalancerIpMode.class),
              LoadBalancerIngress::ipMode,
              LoadBalancerIngress.Builder::ipMode)
          .list(
              "ports", PORT_STATUS, LoadBalancerIngress::ports, LoadBalancerIngress.Builder::ports)
          .build();

  private static final Struct<LoadBalancerStatus, LoadBalancerStatus.Builder> LOAD_BALANCER =
      StructBuilder.complete(
              "LoadBalancerStatus", LoadBalancerStatus::builder, LoadBalancerStatus.Builder::build)
          .list(
              "ingress", INGRESS, LoadBalancerStatus::ingress, LoadBalancerStatus.Builder::ingress)
          .build();

  private static final Struct<ServiceStatus, ServiceStatus.Builder> STATUS =
      StructBuilder.complete("ServiceStatus", ServiceStatus::builder, ServiceStatus.Builder::build)
          .struct(
              "loadBalancer",
              LOAD_BALANCER,
              ServiceStatus::loadBalancer,
              ServiceStatus.Builder::loadBalancer)
          .list(
              "conditions",
              MetadataTable.CONDITION,
              ServiceStatus::conditions,
              ServiceStatus.Builder::conditions)
          .build();

  static final Struct<Service, Service.Builder> SERVICE =
      StructBuilder.complete("Service", Service::builder, Service.Builder::build)
          .given("apiVersion", Service::apiVersion)
          .given("kind", Service::kind)
          .struct(
              "metadata", MetadataTable.OBJECT_META, Service::metadata, Service.Builder::metadata)
          .struct("spec", SPEC, Service::spec, Service.Builder::spec)
          .struct("status", STATUS, Service::status, Service.Builder::status)
          .build();

  private ServiceTable() {}
}
