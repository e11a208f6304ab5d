package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TargetPort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which defaults a Service gets, as bits: decided once, and read to make the Service as well as to
 * tell why.
 *
 * <p>Source: {@code pkg/apis/core/v1/defaults.go}, SetDefaults_Service (api 2.1).
 */
final class Defaulting {

  static final int SESSION_AFFINITY = 1;
  static final int DROPPED_CONFIG = 1 << 1;
  static final int AFFINITY_TIMEOUT = 1 << 2;
  static final int TYPE = 1 << 3;
  static final int EXTERNAL_POLICY = 1 << 4;
  static final int INTERNAL_POLICY = 1 << 5;
  static final int ALLOCATE_NODE_PORTS = 1 << 6;

  // Of one port.
  static final byte PROTOCOL = 1;
  static final byte TARGET_PORT = 2;

  private static final Defaulting NOTHING = new Defaulting(0, null, null);

  final int fields;

  /** For each port what it gets; null where no port gets anything. */
  final byte @Nullable [] ports;

  /** Of each point of entry whether it gets a mode; null where none does. */
  final boolean @Nullable [] ipModes;

  private Defaulting(int fields, byte @Nullable [] ports, boolean @Nullable [] ipModes) {
    this.fields = fields;
    this.ports = ports;
    this.ipModes = ipModes;
  }

  static Defaulting decide(Service service, boolean setsIpMode) {
    ServiceSpec spec = service.spec();
    int fields = decideFields(spec);
    byte[] ports = decidePorts(spec.ports());
    boolean[] ipModes =
        setsIpMode && spec.type().is(ServiceType.LOAD_BALANCER)
            ? decideIpModes(service.status().loadBalancer().ingress())
            : null;
    return fields == 0 && ports == null && ipModes == null
        ? NOTHING
        : new Defaulting(fields, ports, ipModes);
  }

  boolean isNothing() {
    return this == NOTHING;
  }

  boolean sets(int field) {
    return (fields & field) != 0;
  }

  private static int decideFields(ServiceSpec spec) {
    int fields = 0;
    boolean affinityUnsaid = spec.sessionAffinity().text().isEmpty();
    if (affinityUnsaid) {
      fields |= SESSION_AFFINITY;
    }
    if (affinityUnsaid || spec.sessionAffinity().is(SessionAffinity.NONE)) {
      fields |= spec.sessionAffinityConfig().isPresent() ? DROPPED_CONFIG : 0;
    } else if (spec.sessionAffinity().is(SessionAffinity.CLIENT_IP)
        && !hasTimeout(spec.sessionAffinityConfig())) {
      fields |= AFFINITY_TIMEOUT;
    }
    boolean isClusterIp = spec.type().text().isEmpty() || spec.type().is(ServiceType.CLUSTER_IP);
    if (spec.type().text().isEmpty()) {
      fields |= TYPE;
    }
    if (spec.externalTrafficPolicy().text().isEmpty()
        && Exposure.isExternallyAccessible(spec, isClusterIp)) {
      fields |= EXTERNAL_POLICY;
    }
    boolean isLoadBalancer = spec.type().is(ServiceType.LOAD_BALANCER);
    if (!spec.internalTrafficPolicy().isSaid()
        && (isClusterIp || isLoadBalancer || spec.type().is(ServiceType.NODE_PORT))) {
      fields |= INTERNAL_POLICY;
    }
    if (isLoadBalancer && spec.allocateLoadBalancerNodePorts().isEmpty()) {
      fields |= ALLOCATE_NODE_PORTS;
    }
    return fields;
  }

  private static boolean hasTimeout(Optional<SessionAffinityConfig> config) {
    if (config.isEmpty()) {
      return false;
    }
    Optional<ClientIpConfig> clientIp = config.get().clientIP();
    return clientIp.isPresent() && clientIp.get().timeoutSeconds().isPresent();
  }

  private static byte @Nullable [] decidePorts(ImmutableList<ServicePort> ports) {
    byte[] decided = null;
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      int gets = port.protocol().text().isEmpty() ? PROTOCOL : 0;
      gets |= lacksTarget(port) ? TARGET_PORT : 0;
      if (gets != 0) {
        decided = decided == null ? new byte[ports.size()] : decided;
        decided[i] = (byte) gets;
      }
    }
    return decided;
  }

  // Port 0 with target 0 gets what it has already.
  private static boolean lacksTarget(ServicePort port) {
    Optional<TargetPort> target = port.targetPort();
    if (target.isEmpty()) {
      return true;
    }
    TargetPort said = target.get();
    return said.isName() ? said.toString().isEmpty() : said.numberOrZero() == 0 && port.port() != 0;
  }

  private static boolean @Nullable [] decideIpModes(ImmutableList<LoadBalancerIngress> ingress) {
    boolean[] decided = null;
    for (int i = 0; i < ingress.size(); i++) {
      if (!ingress.get(i).ip().isEmpty() && !ingress.get(i).ipMode().isSaid()) {
        decided = decided == null ? new boolean[ingress.size()] : decided;
        decided[i] = true;
      }
    }
    return decided;
  }
}
