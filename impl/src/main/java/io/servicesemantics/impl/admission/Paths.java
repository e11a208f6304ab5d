package io.servicesemantics.impl.admission;

import io.servicesemantics.fault.FieldPath;

/** The fields the steps change or refuse. */
final class Paths {

  private static final int READY_MADE = 64;

  private static final FieldPath METADATA = FieldPath.of("metadata");
  static final FieldPath NAME = METADATA.child("name");
  static final FieldPath NAMESPACE = METADATA.child("namespace");
  static final FieldPath UID = METADATA.child("uid");
  static final FieldPath RESOURCE_VERSION = METADATA.child("resourceVersion");
  static final FieldPath GENERATION = METADATA.child("generation");
  static final FieldPath CREATION_TIMESTAMP = METADATA.child("creationTimestamp");
  static final FieldPath DELETION_TIMESTAMP = METADATA.child("deletionTimestamp");
  static final FieldPath DELETION_GRACE_PERIOD = METADATA.child("deletionGracePeriodSeconds");

  static final FieldPath SPEC = FieldPath.of("spec");
  static final FieldPath CLUSTER_IP = SPEC.child("clusterIP");
  static final FieldPath CLUSTER_IPS = SPEC.child("clusterIPs");
  static final FieldPath IP_FAMILIES = SPEC.child("ipFamilies");
  static final FieldPath IP_FAMILY_POLICY = SPEC.child("ipFamilyPolicy");
  static final FieldPath PORTS = SPEC.child("ports");
  static final FieldPath HEALTH_CHECK_NODE_PORT = SPEC.child("healthCheckNodePort");
  static final FieldPath ALLOCATE_NODE_PORTS = SPEC.child("allocateLoadBalancerNodePorts");
  static final FieldPath LOAD_BALANCER_CLASS = SPEC.child("loadBalancerClass");
  static final FieldPath EXTERNAL_TRAFFIC_POLICY = SPEC.child("externalTrafficPolicy");
  static final FieldPath INTERNAL_TRAFFIC_POLICY = SPEC.child("internalTrafficPolicy");

  static final FieldPath TRAFFIC_DISTRIBUTION = SPEC.child("trafficDistribution");

  static final FieldPath STATUS = FieldPath.of("status");
  static final FieldPath LOAD_BALANCER_STATUS = STATUS.child("loadBalancer");

  private static final FieldPath FIRST_ADDRESS = CLUSTER_IPS.index(0);
  private static final FieldPath SECOND_ADDRESS = CLUSTER_IPS.index(1);
  private static final FieldPath FIRST_FAMILY = IP_FAMILIES.index(0);
  private static final FieldPath SECOND_FAMILY = IP_FAMILIES.index(1);
  private static final FieldPath[] NODE_PORTS = nodePorts();

  private Paths() {}

  static FieldPath address(int index) {
    return index == 0 ? FIRST_ADDRESS : index == 1 ? SECOND_ADDRESS : CLUSTER_IPS.index(index);
  }

  static FieldPath family(int index) {
    return index == 0 ? FIRST_FAMILY : index == 1 ? SECOND_FAMILY : IP_FAMILIES.index(index);
  }

  static FieldPath nodePort(int index) {
    return index < READY_MADE ? NODE_PORTS[index] : PORTS.index(index).child("nodePort");
  }

  private static FieldPath[] nodePorts() {
    FieldPath[] paths = new FieldPath[READY_MADE];
    for (int i = 0; i < READY_MADE; i++) {
      paths[i] = PORTS.index(i).child("nodePort");
    }
    return paths;
  }
}
