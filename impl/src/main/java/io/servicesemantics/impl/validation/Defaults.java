package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.DefaultingReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TargetPort;
import java.util.Optional;

/** Reads what {@link Defaulting} decided: as the Service that comes of it, and as an account. */
final class Defaults {

  private static final int THREE_HOURS = 10_800;
  private static final SessionAffinityConfig CONFIG =
      SessionAffinityConfig.builder()
          .clientIP(ClientIpConfig.builder().timeoutSeconds(THREE_HOURS).build())
          .build();
  private static final Choice<SessionAffinity> NO_AFFINITY = Choice.of(SessionAffinity.NONE);
  private static final Choice<ServiceType> CLUSTER_IP = Choice.of(ServiceType.CLUSTER_IP);
  private static final Choice<Protocol> TCP = Choice.of(Protocol.TCP);
  private static final Choice<ExternalTrafficPolicy> EXTERNAL_CLUSTER =
      Choice.of(ExternalTrafficPolicy.CLUSTER);
  private static final Choice<InternalTrafficPolicy> INTERNAL_CLUSTER =
      Choice.of(InternalTrafficPolicy.CLUSTER);
  private static final Choice<LoadBalancerIpMode> VIP = Choice.of(LoadBalancerIpMode.VIP);

  private static final FieldPath SPEC = FieldPath.of("spec");

  private Defaults() {}

  static Service read(Defaulting decided, Service service) {
    if (decided.isNothing()) {
      return service;
    }
    Service changed = service;
    if (decided.fields != 0 || decided.ports != null) {
      changed = changed.withSpec(spec(decided, service.spec()));
    }
    if (decided.ipModes != null) {
      changed = changed.withStatus(status(decided.ipModes, service.status()));
    }
    return changed;
  }

  // Few fields change, so that copying the spec for each is cheaper than a builder of all.
  private static ServiceSpec spec(Defaulting decided, ServiceSpec spec) {
    ServiceSpec changed = spec;
    if (decided.sets(Defaulting.SESSION_AFFINITY)) {
      changed = changed.withSessionAffinity(NO_AFFINITY);
    }
    if (decided.sets(Defaulting.DROPPED_CONFIG)) {
      changed = changed.withSessionAffinityConfig(Optional.empty());
    }
    if (decided.sets(Defaulting.AFFINITY_TIMEOUT)) {
      changed = changed.withSessionAffinityConfig(CONFIG);
    }
    if (decided.sets(Defaulting.TYPE)) {
      changed = changed.withType(CLUSTER_IP);
    }
    if (decided.ports != null) {
      changed = changed.withPorts(ports(decided.ports, spec.ports()));
    }
    if (decided.sets(Defaulting.EXTERNAL_POLICY)) {
      changed = changed.withExternalTrafficPolicy(EXTERNAL_CLUSTER);
    }
    if (decided.sets(Defaulting.INTERNAL_POLICY)) {
      changed = changed.withInternalTrafficPolicy(INTERNAL_CLUSTER);
    }
    if (decided.sets(Defaulting.ALLOCATE_NODE_PORTS)) {
      changed = changed.withAllocateLoadBalancerNodePorts(true);
    }
    return changed;
  }

  private static ImmutableList<ServicePort> ports(byte[] gets, ImmutableList<ServicePort> ports) {
    ImmutableList.Builder<ServicePort> changed =
        ImmutableList.builderWithExpectedSize(ports.size());
    for (int i = 0; i < gets.length; i++) {
      changed.add(port(gets[i], ports.get(i)));
    }
    return changed.build();
  }

  private static ServicePort port(byte gets, ServicePort port) {
    ServicePort changed = port;
    if ((gets & Defaulting.PROTOCOL) != 0) {
      changed = changed.withProtocol(TCP);
    }
    if ((gets & Defaulting.TARGET_PORT) != 0) {
      changed = changed.withTargetPort(TargetPort.of(port.port()));
    }
    return changed;
  }

  private static ServiceStatus status(boolean[] getsVip, ServiceStatus status) {
    ImmutableList<LoadBalancerIngress> ingress = status.loadBalancer().ingress();
    ImmutableList.Builder<LoadBalancerIngress> changed = ImmutableList.builder();
    for (int i = 0; i < getsVip.length; i++) {
      LoadBalancerIngress entry = ingress.get(i);
      changed.add(getsVip[i] ? entry.withIpMode(VIP) : entry);
    }
    return status.withLoadBalancer(status.loadBalancer().withIngress(changed.build()));
  }

  static ImmutableList<FieldChange> account(Defaulting decided, Service service) {
    if (decided.isNothing()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<FieldChange> changes = ImmutableList.builder();
    if (decided.sets(Defaulting.SESSION_AFFINITY)) {
      changes.add(set("sessionAffinity", NO_AFFINITY, DefaultingReason.SESSION_AFFINITY_NONE));
    }
    if (decided.sets(Defaulting.DROPPED_CONFIG)) {
      changes.add(
          new FieldChange(
              FieldChange.Kind.WIPED,
              SPEC.child("sessionAffinityConfig"),
              text(service.spec().sessionAffinityConfig().orElseThrow()),
              "",
              DefaultingReason.AFFINITY_CONFIG_DROPPED));
    }
    if (decided.sets(Defaulting.AFFINITY_TIMEOUT)) {
      changes.add(
          set(
              SPEC.child("sessionAffinityConfig").child("clientIP").child("timeoutSeconds"),
              THREE_HOURS,
              DefaultingReason.AFFINITY_TIMEOUT));
    }
    if (decided.sets(Defaulting.TYPE)) {
      changes.add(set("type", CLUSTER_IP, DefaultingReason.TYPE_CLUSTER_IP));
    }
    if (decided.ports != null) {
      addPorts(decided.ports, service.spec().ports(), changes);
    }
    if (decided.sets(Defaulting.EXTERNAL_POLICY)) {
      changes.add(
          set("externalTrafficPolicy", EXTERNAL_CLUSTER, DefaultingReason.EXTERNAL_POLICY_CLUSTER));
    }
    if (decided.sets(Defaulting.INTERNAL_POLICY)) {
      changes.add(
          set("internalTrafficPolicy", INTERNAL_CLUSTER, DefaultingReason.INTERNAL_POLICY_CLUSTER));
    }
    if (decided.sets(Defaulting.ALLOCATE_NODE_PORTS)) {
      changes.add(set("allocateLoadBalancerNodePorts", true, DefaultingReason.ALLOCATE_NODE_PORTS));
    }
    if (decided.ipModes != null) {
      addIpModes(decided.ipModes, changes);
    }
    return changes.build();
  }

  private static void addPorts(
      byte[] gets, ImmutableList<ServicePort> ports, ImmutableList.Builder<FieldChange> changes) {
    for (int i = 0; i < gets.length; i++) {
      FieldPath path = SPEC.child("ports").index(i);
      if ((gets[i] & Defaulting.PROTOCOL) != 0) {
        changes.add(set(path.child("protocol"), TCP, DefaultingReason.PROTOCOL_TCP));
      }
      if ((gets[i] & Defaulting.TARGET_PORT) != 0) {
        changes.add(
            set(path.child("targetPort"), ports.get(i).port(), DefaultingReason.TARGET_PORT_SAME));
      }
    }
  }

  private static void addIpModes(boolean[] getsVip, ImmutableList.Builder<FieldChange> changes) {
    FieldPath ingress = FieldPath.of("status").child("loadBalancer").child("ingress");
    for (int i = 0; i < getsVip.length; i++) {
      if (getsVip[i]) {
        changes.add(set(ingress.index(i).child("ipMode"), VIP, DefaultingReason.IP_MODE_VIP));
      }
    }
  }

  private static FieldChange set(String field, Object value, DefaultingReason reason) {
    return set(SPEC.child(field), value, reason);
  }

  private static FieldChange set(FieldPath field, Object value, DefaultingReason reason) {
    return new FieldChange(FieldChange.Kind.DEFAULTED, field, "", value.toString(), reason);
  }

  private static String text(SessionAffinityConfig config) {
    Optional<ClientIpConfig> clientIp = config.clientIP();
    if (clientIp.isEmpty()) {
      return "{}";
    }
    return clientIp.get().timeoutSeconds().isPresent()
        ? "{\"clientIP\":{\"timeoutSeconds\":" + clientIp.get().timeoutSeconds().getAsInt() + "}}"
        : "{\"clientIP\":{}}";
  }
}
