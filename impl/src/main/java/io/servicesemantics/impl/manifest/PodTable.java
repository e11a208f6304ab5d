package io.servicesemantics.impl.manifest;

import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.EnvironmentSource;
import io.servicesemantics.cluster.EnvironmentVariable;
import io.servicesemantics.cluster.HostAlias;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodDnsConfig;
import io.servicesemantics.cluster.PodDnsOption;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.cluster.RestartPolicy;

/** The fields of a Pod that have a part in what a Service means (api 1.4). */
final class PodTable {

  private static final Struct<ContainerPort, ContainerPort.Builder> PORT =
      StructBuilder.partial("ContainerPort", ContainerPort::builder, ContainerPort.Builder::build)
          .text("name", ContainerPort::name, ContainerPort.Builder::name)
          .int32("hostPort", ContainerPort::hostPort, ContainerPort.Builder::hostPort)
          .int32Always(
              "containerPort", ContainerPort::containerPort, ContainerPort.Builder::containerPort)
          .choice(
              "protocol",
              ServiceTable.PROTOCOL,
              ContainerPort::protocol,
              ContainerPort.Builder::protocol)
          .text("hostIP", ContainerPort::hostIP, ContainerPort.Builder::hostIP)
          .build();

  private static final Struct<EnvironmentSource, EnvironmentSource.Builder> SOURCE =
      StructBuilder.partial(
              "EnvVarSource", EnvironmentSource::builder, EnvironmentSource.Builder::build)
          .optionalStruct(
              "fieldRef",
              OneText.struct("ObjectFieldSelector", false, "fieldPath"),
              EnvironmentSource::fieldRef,
              EnvironmentSource.Builder::fieldRef)
          .build();

  private static final Struct<EnvironmentVariable, EnvironmentVariable.Builder> VARIABLE =
      StructBuilder.partial(
              "EnvVar", EnvironmentVariable::builder, EnvironmentVariable.Builder::build)
          .textAlways("name", EnvironmentVariable::name, EnvironmentVariable.Builder::name)
          .text("value", EnvironmentVariable::value, EnvironmentVariable.Builder::value)
          .optionalStruct(
              "valueFrom",
              SOURCE,
              EnvironmentVariable::valueFrom,
              EnvironmentVariable.Builder::valueFrom)
          .build();

  private static final Struct<Container, Container.Builder> CONTAINER =
      StructBuilder.partial("Container", Container::builder, Container.Builder::build)
          .textAlways("name", Container::name, Container.Builder::name)
          .text("image", Container::image, Container.Builder::image)
          .list("ports", PORT, Container::ports, Container.Builder::ports)
          .list("env", VARIABLE, Container::env, Container.Builder::env)
          .choice(
              "restartPolicy",
              new ChoiceShape<>("v1.ContainerRestartPolicy", RestartPolicy.class),
              Container::restartPolicy,
              Container.Builder::restartPolicy)
          .build();

  private static final Struct<PodDnsOption, PodDnsOption.Builder> DNS_OPTION =
      StructBuilder.partial(
              "PodDNSConfigOption", PodDnsOption::builder, PodDnsOption.Builder::build)
          .text("name", PodDnsOption::name, PodDnsOption.Builder::name)
          .optionalText("value", PodDnsOption::value, PodDnsOption.Builder::value)
          .build();

  private static final Struct<PodDnsConfig, PodDnsConfig.Builder> DNS_CONFIG =
      StructBuilder.partial("PodDNSConfig", PodDnsConfig::builder, PodDnsConfig.Builder::build)
          .texts("nameservers", PodDnsConfig::nameservers, PodDnsConfig.Builder::nameservers)
          .texts("searches", PodDnsConfig::searches, PodDnsConfig.Builder::searches)
          .list("options", DNS_OPTION, PodDnsConfig::options, PodDnsConfig.Builder::options)
          .build();

  private static final Struct<HostAlias, HostAlias.Builder> HOST_ALIAS =
      StructBuilder.partial("HostAlias", HostAlias::builder, HostAlias.Builder::build)
          .textAlways("ip", HostAlias::ip, HostAlias.Builder::ip)
          .texts("hostnames", HostAlias::hostnames, HostAlias.Builder::hostnames)
          .build();

  static final Struct<PodSpec, PodSpec.Builder> SPEC =
      StructBuilder.partial("PodSpec", PodSpec::builder, PodSpec.Builder::build)
          .list(
              "initContainers", CONTAINER, PodSpec::initContainers, PodSpec.Builder::initContainers)
          .list("containers", CONTAINER, PodSpec::containers, PodSpec.Builder::containers)
          .choice(
              "dnsPolicy",
              new ChoiceShape<>("v1.DNSPolicy", DnsPolicy.class),
              PodSpec::dnsPolicy,
              PodSpec.Builder::dnsPolicy)
          .textMap("nodeSelector", PodSpec::nodeSelector, PodSpec.Builder::nodeSelector)
          .text("nodeName", PodSpec::nodeName, PodSpec.Builder::nodeName)
          .bool("hostNetwork", PodSpec::hostNetwork, PodSpec.Builder::hostNetwork)
          .text("hostname", PodSpec::hostname, PodSpec.Builder::hostname)
          .text("subdomain", PodSpec::subdomain, PodSpec.Builder::subdomain)
          .list("hostAliases", HOST_ALIAS, PodSpec::hostAliases, PodSpec.Builder::hostAliases)
          .optionalStruct("dnsConfig", DNS_CONFIG, PodSpec::dnsConfig, PodSpec.Builder::dnsConfig)
          .list(
              "readinessGates",
              OneText.struct("PodReadinessGate", false, "conditionType"),
              PodSpec::readinessGates,
              PodSpec.Builder::readinessGates)
          .optionalBool(
              "enableServiceLinks",
              PodSpec::enableServiceLinks,
              PodSpec.Builder::enableServiceLinks)
          .optionalBool(
              "setHostnameAsFQDN", PodSpec::setHostnameAsFQDN, PodSpec.Builder::setHostnameAsFQDN)
          .optionalText(
              "hostnameOverride", PodSpec::hostnameOverride, PodSpec.Builder::hostnameOverride)
          .build();

  private static final Struct<PodStatus, PodStatus.Builder> STATUS =
      StructBuilder.partial("PodStatus", PodStatus::builder, PodStatus.Builder::build)
          .choice(
              "phase",
              new ChoiceShape<>("v1.PodPhase", PodPhase.class),
              PodStatus::phase,
              PodStatus.Builder::phase)
          .list(
              "conditions",
              MetadataTable.POD_CONDITION,
              PodStatus::conditions,
              PodStatus.Builder::conditions)
          .text("hostIP", PodStatus::hostIP, PodStatus.Builder::hostIP)
          .list(
              "hostIPs",
              OneText.struct("HostIP", false, "ip"),
              PodStatus::hostIPs,
              PodStatus.Builder::hostIPs)
          .text("podIP", PodStatus::podIP, PodStatus.Builder::podIP)
          .list(
              "podIPs",
              OneText.struct("PodIP", false, "ip"),
              PodStatus::podIPs,
              PodStatus.Builder::podIPs)
          .build();

  static final Struct<Pod, Pod.Builder> POD =
      StructBuilder.complete("Pod", Pod::builder, Pod.Builder::build)
          .given("apiVersion", Pod::apiVersion)
          .given("kind", Pod::kind)
          .struct("metadata", MetadataTable.OBJECT_META, Pod::metadata, Pod.Builder::metadata)
          .struct("spec", SPEC, Pod::spec, Pod.Builder::spec)
          .struct("status", STATUS, Pod::status, Pod.Builder::status)
          .build();

  private PodTable() {}
}
