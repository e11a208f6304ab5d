package io.servicesemantics.routing;

import java.io.Serializable;

/**
 * What a Service's policies come to for one of its ports in one address family.
 *
 * <p>Source: {@code pkg/proxy/serviceport.go} (routing 2.2).
 *
 * @param internalPolicyLocal whether traffic to the cluster IP stays on its node (routing 2.2.3)
 * @param externalPolicyLocal whether traffic from outside stays on the node it arrived at; asks the
 *     type of the Service, not whether the port can be reached from outside (routing 2.2.2)
 * @param externallyAccessible whether the port has a way in from outside in this family: a node
 *     port, a load-balancer address of mode VIP, or an external IP (routing 2.2.9)
 */
public record PortPolicy(
    boolean internalPolicyLocal, boolean externalPolicyLocal, boolean externallyAccessible)
    implements Serializable {

  /** {@return whether some traffic may go to endpoints of the whole cluster (routing 2.2.10)} */
  public boolean usesClusterEndpoints() {
    return !internalPolicyLocal || externallyAccessible;
  }

  /** {@return whether some traffic may go to endpoints of this node alone (routing 2.2.10)} */
  public boolean usesLocalEndpoints() {
    return internalPolicyLocal || (externalPolicyLocal && externallyAccessible);
  }
}
