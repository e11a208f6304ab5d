package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceAddresses;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** Which Services kube-proxy makes ports of, and in which family (routing 2.1). */
final class ServedServices {

  private ServedServices() {}

  /**
   * Why there is a port or none: {@link SelectionReason#SERVICE_HAS_CLUSTER_IP}, or the first of
   * the reasons against it.
   */
  static SelectionReason judge(Service service, IpFamily family) {
    ServiceSpec spec = service.spec();
    if (service.metadata().labels().containsKey(KnownLabels.SERVICE_PROXY_NAME)) {
      return SelectionReason.SERVICE_LEFT_TO_ANOTHER_PROXY;
    }
    if (spec.type().is(ServiceType.EXTERNAL_NAME)) {
      return SelectionReason.SERVICE_IS_EXTERNAL_NAME;
    }
    if (spec.isHeadless()) {
      return SelectionReason.SERVICE_IS_HEADLESS;
    }
    if (!spec.isClusterIPSet()) {
      return SelectionReason.SERVICE_WITHOUT_CLUSTER_IP;
    }
    return ServiceAddresses.clusterIp(spec, family).isEmpty()
        ? SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY
        : SelectionReason.SERVICE_HAS_CLUSTER_IP;
  }
}
