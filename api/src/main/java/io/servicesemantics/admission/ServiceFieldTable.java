package io.servicesemantics.admission;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.ServiceType;
import java.util.EnumSet;
import java.util.Optional;

/** The history of every field of a Service (api 1.1, 9). */
final class ServiceFieldTable {

  private static final ImmutableSet<ServiceType> ALL =
      Sets.immutableEnumSet(EnumSet.allOf(ServiceType.class));
  // Those that have a cluster address, or could have one.
  private static final ImmutableSet<ServiceType> SERVED =
      Sets.immutableEnumSet(
          ServiceType.CLUSTER_IP, ServiceType.NODE_PORT, ServiceType.LOAD_BALANCER);
  private static final ImmutableSet<ServiceType> NODE_PORTS =
      Sets.immutableEnumSet(ServiceType.NODE_PORT, ServiceType.LOAD_BALANCER);
  private static final ImmutableSet<ServiceType> LOAD_BALANCER =
      Sets.immutableEnumSet(ServiceType.LOAD_BALANCER);
  private static final ImmutableSet<ServiceType> EXTERNAL_NAME =
      Sets.immutableEnumSet(ServiceType.EXTERNAL_NAME);

  private static final FieldHistory FIRST = stable("1.0");
  private static final FieldHistory GARBAGE_COLLECTION = stable("1.3");
  private static final FieldHistory APPLY = staged("1.14", "1.16", "1.22", "ServerSideApply");
  private static final FieldHistory DUAL_STACK = staged("1.20", "1.21", "1.23", "IPv6DualStack");
  private static final FieldHistory MIXED_PROTOCOLS =
      staged("1.20", "1.24", "1.26", "MixedProtocolLBService");
  private static final FieldHistory LOCAL_TRAFFIC = staged("1.4", "1.5", "1.7", "");
  private static final FieldHistory DISTRIBUTION =
      staged("1.30", "1.31", "1.33", "ServiceTrafficDistribution");
  private static final FieldHistory SAME_ZONE_OR_NODE =
      staged("1.33", "1.34", "1.35", "PreferSameTrafficDistribution");
  private static final FieldHistory ALIAS = staged("1.4", "", "1.7", "");
  private static final FieldHistory TOPOLOGY = staged("1.21", "1.23", "1.33", "TopologyAwareHints");

  private static final String LOCAL_TRAFFIC_NOTE = "Alpha and beta were annotations.";
  private static final String SET_BY_SERVER = "The API server sets it.";

  static final ImmutableMap<String, ServiceField> BY_PATH = table();

  private final ImmutableMap.Builder<String, ServiceField> fields = ImmutableMap.builder();
  private String parent = "";

  private ServiceFieldTable() {}

  private static ImmutableMap<String, ServiceField> table() {
    ServiceFieldTable table = new ServiceFieldTable();
    table.add("apiVersion", ALL, FIRST).add("kind", ALL, FIRST);
    table.metadata();
    table.spec();
    table.status();
    return table.fields.buildOrThrow();
  }

  private void metadata() {
    below("").add("metadata", ALL, FIRST);
    below("metadata.")
        .add("name", ALL, FIRST)
        .add("generateName", ALL, FIRST)
        .add("namespace", ALL, FIRST)
        .add(
            "selfLink",
            ALL,
            FIRST.deprecated("1.16", "", ""),
            "It is empty since 1.20, and dropped unread when sent.")
        .add("uid", ALL, FIRST, SET_BY_SERVER)
        .add("resourceVersion", ALL, FIRST, SET_BY_SERVER)
        .add("generation", ALL, FIRST, "Services do not count it.")
        .add("creationTimestamp", ALL, FIRST, SET_BY_SERVER)
        .add("deletionTimestamp", ALL, FIRST, SET_BY_SERVER)
        .add("deletionGracePeriodSeconds", ALL, stable("1.1"), SET_BY_SERVER)
        .add("labels", ALL, FIRST)
        .add("labels[" + KnownLabels.SERVICE_PROXY_NAME + "]", SERVED, stable("1.14"))
        .add("annotations", ALL, FIRST)
        .add("annotations[" + KnownAnnotations.TOPOLOGY_MODE + "]", SERVED, stable("1.27"))
        .add(
            "annotations[" + KnownAnnotations.TOPOLOGY_AWARE_HINTS + "]",
            SERVED,
            TOPOLOGY.deprecated(
                "1.27",
                "the annotation " + KnownAnnotations.TOPOLOGY_MODE,
                "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use"
                    + " service.kubernetes.io/topology-mode instead"))
        .add(
            "annotations[" + KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES + "]",
            LOAD_BALANCER,
            stable("1.2"),
            "Read only where spec.loadBalancerSourceRanges is empty.")
        .add("ownerReferences", ALL, GARBAGE_COLLECTION);
    below("metadata.ownerReferences[].")
        .add("apiVersion", ALL, GARBAGE_COLLECTION)
        .add("kind", ALL, GARBAGE_COLLECTION)
        .add("name", ALL, GARBAGE_COLLECTION)
        .add("uid", ALL, GARBAGE_COLLECTION)
        .add("controller", ALL, stable("1.4"))
        .add("blockOwnerDeletion", ALL, stable("1.6"));
    below("metadata.")
        .add("finalizers", ALL, GARBAGE_COLLECTION)
        .add("managedFields", ALL, APPLY, SET_BY_SERVER);
    below("metadata.managedFields[].")
        .add("manager", ALL, APPLY)
        .add("operation", ALL, APPLY)
        .add("apiVersion", ALL, APPLY)
        .add("time", ALL, APPLY)
        .add("fieldsType", ALL, APPLY)
        .add("fieldsV1", ALL, APPLY)
        .add("subresource", ALL, stable("1.22"));
  }

  private void spec() {
    below("").add("spec", ALL, FIRST);
    below("spec.").add("ports", SERVED, FIRST);
    below("spec.ports[].")
        .add("name", SERVED, FIRST)
        .add(
            "protocol",
            SERVED,
            FIRST,
            ImmutableMap.of("SCTP", staged("1.12", "1.19", "1.20", "SCTPSupport")))
        .add("appProtocol", SERVED, staged("1.18", "1.19", "1.20", "ServiceAppProtocol"))
        .add("port", SERVED, FIRST)
        .add("targetPort", SERVED, FIRST)
        .add("nodePort", NODE_PORTS, FIRST);
    below("spec.")
        .add("selector", SERVED, FIRST)
        .add("clusterIP", SERVED, FIRST)
        .add("clusterIPs", SERVED, DUAL_STACK)
        .add("type", ALL, FIRST, ImmutableMap.of("ExternalName", ALIAS))
        .add(
            "externalIPs",
            SERVED,
            FIRST.deprecated(
                "1.36",
                "",
                "spec.externalIPs is deprecated and may no longer be implemented in some clusters"))
        .add("sessionAffinity", SERVED, FIRST)
        .add(
            "loadBalancerIP",
            LOAD_BALANCER,
            FIRST.deprecated("1.24", "an annotation of the load balancer's provider", ""))
        .add("loadBalancerSourceRanges", LOAD_BALANCER, stable("1.3"))
        .add("externalName", EXTERNAL_NAME, ALIAS)
        .add("externalTrafficPolicy", SERVED, LOCAL_TRAFFIC, LOCAL_TRAFFIC_NOTE)
        .add("healthCheckNodePort", LOAD_BALANCER, LOCAL_TRAFFIC, LOCAL_TRAFFIC_NOTE)
        .add("publishNotReadyAddresses", SERVED, stable("1.9"))
        .add("sessionAffinityConfig", SERVED, stable("1.8"))
        .add("sessionAffinityConfig.clientIP", SERVED, stable("1.8"))
        .add("sessionAffinityConfig.clientIP.timeoutSeconds", SERVED, stable("1.8"))
        .add("ipFamilies", SERVED, DUAL_STACK)
        .add("ipFamilyPolicy", SERVED, DUAL_STACK)
        .add(
            "allocateLoadBalancerNodePorts",
            LOAD_BALANCER,
            staged("1.20", "1.22", "1.24", "ServiceLBNodePortControl"))
        .add(
            "loadBalancerClass",
            LOAD_BALANCER,
            staged("1.21", "1.22", "1.24", "ServiceLoadBalancerClass"))
        .add(
            "internalTrafficPolicy",
            SERVED,
            staged("1.21", "1.22", "1.26", "ServiceInternalTrafficPolicy"))
        .add("trafficDistribution", SERVED, DISTRIBUTION, distributions());
  }

  private static ImmutableMap<String, FieldHistory> distributions() {
    return ImmutableMap.of(
        "PreferClose",
        DISTRIBUTION.deprecated(
            "1.35",
            "PreferSameZone",
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\""),
        "PreferSameZone",
        SAME_ZONE_OR_NODE,
        "PreferSameNode",
        SAME_ZONE_OR_NODE);
  }

  private void status() {
    below("").add("status", ALL, FIRST, "Only requests to the subresource status set it.");
    below("status.").add("loadBalancer", LOAD_BALANCER, FIRST);
    below("status.loadBalancer.").add("ingress", LOAD_BALANCER, FIRST);
    below("status.loadBalancer.ingress[].")
        .add("ip", LOAD_BALANCER, FIRST)
        .add("hostname", LOAD_BALANCER, FIRST)
        .add("ipMode", LOAD_BALANCER, staged("1.29", "1.30", "1.32", "LoadBalancerIPMode"))
        .add("ports", LOAD_BALANCER, MIXED_PROTOCOLS)
        .add("ports[].port", LOAD_BALANCER, MIXED_PROTOCOLS)
        .add("ports[].protocol", LOAD_BALANCER, MIXED_PROTOCOLS)
        .add("ports[].error", LOAD_BALANCER, MIXED_PROTOCOLS);
    below("status.").add("conditions", ALL, MIXED_PROTOCOLS);
    below("status.conditions[].")
        .add("type", ALL, MIXED_PROTOCOLS)
        .add("status", ALL, MIXED_PROTOCOLS)
        .add("observedGeneration", ALL, MIXED_PROTOCOLS)
        .add("lastTransitionTime", ALL, MIXED_PROTOCOLS)
        .add("reason", ALL, MIXED_PROTOCOLS)
        .add("message", ALL, MIXED_PROTOCOLS);
  }

  @CanIgnoreReturnValue
  private ServiceFieldTable below(String path) {
    parent = path;
    return this;
  }

  @CanIgnoreReturnValue
  private ServiceFieldTable add(
      String name, ImmutableSet<ServiceType> types, FieldHistory history) {
    return add(name, types, history, "");
  }

  @CanIgnoreReturnValue
  private ServiceFieldTable add(
      String name, ImmutableSet<ServiceType> types, FieldHistory history, String note) {
    return add(new ServiceField(parent + name, types, history, ImmutableMap.of(), note));
  }

  @CanIgnoreReturnValue
  private ServiceFieldTable add(
      String name,
      ImmutableSet<ServiceType> types,
      FieldHistory history,
      ImmutableMap<String, FieldHistory> values) {
    return add(new ServiceField(parent + name, types, history, values, ""));
  }

  private ServiceFieldTable add(ServiceField field) {
    fields.put(field.path(), field);
    return this;
  }

  private static FieldHistory stable(String release) {
    return staged("", "", release, "");
  }

  private static FieldHistory staged(String alpha, String beta, String stable, String gate) {
    return new FieldHistory(
        KubernetesVersion.tryParse(alpha),
        KubernetesVersion.tryParse(beta),
        KubernetesVersion.parse(stable),
        gate,
        Optional.empty());
  }
}
