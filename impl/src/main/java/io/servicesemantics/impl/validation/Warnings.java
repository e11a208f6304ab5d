package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.TrafficDistribution;

/**
 * What the server warns of when it takes a Service, in its order.
 *
 * <p>Source: {@code pkg/api/service/warnings.go} (api 3.9, 0.4).
 */
final class Warnings {

  private Warnings() {}

  static ImmutableList<String> of(Service service, WarningRules rules) {
    ServiceSpec spec = service.spec();
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    if (service.metadata().annotations().containsKey(KnownAnnotations.TOPOLOGY_AWARE_HINTS)) {
      warnings.add(
          "annotation "
              + KnownAnnotations.TOPOLOGY_AWARE_HINTS
              + " is deprecated, please use "
              + KnownAnnotations.TOPOLOGY_MODE
              + " instead"); // W1
    }
    if (spec.isClusterIPSet()) {
      addAddresses("clusterIPs", spec.clusterIPs(), rules, warnings); // W2
    }
    boolean isHeadless = spec.type().is(ServiceType.CLUSTER_IP) && spec.isHeadless();
    if (isHeadless && rules.headless()) {
      addHeadless(spec, warnings); // W3
    }
    addAddresses("externalIPs", spec.externalIPs(), rules, warnings); // W4
    addOutside(spec, isHeadless, rules, warnings);
    addExternalName(spec, warnings);
    if (rules.preferClose() && spec.trafficDistribution().is(TrafficDistribution.PREFER_CLOSE)) {
      warnings.add(
          "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\""); // W10
    }
    return warnings.build();
  }

  private static void addHeadless(ServiceSpec spec, ImmutableList.Builder<String> warnings) {
    if (!spec.loadBalancerIP().isEmpty()) {
      warnings.add("spec.loadBalancerIP is ignored for headless services");
    }
    if (!spec.externalIPs().isEmpty()) {
      warnings.add("spec.externalIPs is ignored for headless services");
    }
    if (!spec.sessionAffinity().is(SessionAffinity.NONE)) {
      warnings.add("spec.SessionAffinity is ignored for headless services");
    }
  }

  private static void addOutside(
      ServiceSpec spec,
      boolean isHeadless,
      WarningRules rules,
      ImmutableList.Builder<String> warnings) {
    if (rules.externalIps()
        && !spec.externalIPs().isEmpty()
        && !isHeadless
        && !spec.type().is(ServiceType.EXTERNAL_NAME)) {
      warnings.add(
          "spec.externalIPs is deprecated and may no longer be implemented in some clusters"); // W5
    }
    String ofLoadBalancerIp = rules.addresses().ofAddress(spec.loadBalancerIP()); // W6
    if (!ofLoadBalancerIp.isEmpty()) {
      warnings.add("spec.loadBalancerIP: " + ofLoadBalancerIp);
    }
    ImmutableList<String> ranges = spec.loadBalancerSourceRanges(); // W7
    for (int i = 0; i < ranges.size(); i++) {
      for (String warning : rules.addresses().ofCidr(ranges.get(i))) {
        warnings.add("spec.loadBalancerSourceRanges[" + i + "]: " + warning);
      }
    }
  }

  private static void addExternalName(ServiceSpec spec, ImmutableList.Builder<String> warnings) {
    boolean isExternalName = spec.type().is(ServiceType.EXTERNAL_NAME);
    if (isExternalName && !spec.externalIPs().isEmpty()) {
      warnings.add("spec.externalIPs is ignored when spec.type is \"ExternalName\""); // W8
    }
    if (!isExternalName && !spec.externalName().isEmpty()) {
      warnings.add("spec.externalName is ignored when spec.type is not \"ExternalName\""); // W9
    }
  }

  private static void addAddresses(
      String field,
      ImmutableList<String> addresses,
      WarningRules rules,
      ImmutableList.Builder<String> warnings) {
    for (int i = 0; i < addresses.size(); i++) {
      String warning = rules.addresses().ofAddress(addresses.get(i));
      if (!warning.isEmpty()) {
        warnings.add("spec." + field + "[" + i + "]: " + warning);
      }
    }
  }

  static ImmutableList<String> ofStatus(Service service, WarningRules rules) {
    if (!rules.addresses().areOfAllKinds()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> warnings = ImmutableList.builder();
    ImmutableList<LoadBalancerIngress> ingress = service.status().loadBalancer().ingress();
    for (int i = 0; i < ingress.size(); i++) {
      String warning = rules.addresses().ofAddress(ingress.get(i).ip());
      if (!warning.isEmpty()) {
        // the server names the entry, not its address
        warnings.add("status.loadBalancer.ingress[" + i + "]: " + warning);
      }
    }
    return warnings.build();
  }
}
