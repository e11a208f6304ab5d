package io.servicesemantics.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.List;

/**
 * The addresses of Services in one family, as kube-proxy reads them: leniently, and what is no
 * address is passed over.
 *
 * <p>Source: {@code pkg/proxy/serviceport.go}, newBaseServiceInfo, and {@code
 * pkg/proxy/util/utils.go}, GetClusterIPByFamily.
 */
public final class ServiceAddresses {

  private ServiceAddresses() {}

  /**
   * Returns the cluster IP of a family (routing 2.1.5).
   *
   * @param spec what the Service says
   * @param family the family
   * @return the text as the object says it; empty where the Service has none of the family, and is
   *     not there for it at all
   */
  public static String clusterIp(ServiceSpec spec, IpFamily family) {
    if (spec.ipFamilies().isEmpty()) {
      return familyOf(spec.clusterIP()) == family ? spec.clusterIP() : "";
    }
    int place = spec.ipFamilies().indexOf(Choice.of(family));
    return place >= 0 && place < spec.clusterIPs().size() ? spec.clusterIPs().get(place) : "";
  }

  // Upstream only asks whether text is an IPv6 address; what is no address counts as IPv4.
  private static IpFamily familyOf(String text) {
    return IpAddress.tryParseLenient(text).map(IpAddress::family).orElse(IpFamily.IPV4);
  }

  /**
   * Returns the external IPs of a family, each once (routing 2.2.5).
   *
   * @param spec what the Service says
   * @param family the family
   * @return the addresses
   */
  public static ImmutableList<IpAddress> externalIps(ServiceSpec spec, IpFamily family) {
    return spec.externalIPs().isEmpty() ? ImmutableList.of() : ofFamily(spec.externalIPs(), family);
  }

  /**
   * Returns the addresses of load balancers that nodes take for their own, of a family and each
   * once (routing 2.2.7).
   *
   * @param service the Service
   * @param family the family
   * @return the addresses
   */
  public static ImmutableList<IpAddress> vips(Service service, IpFamily family) {
    List<LoadBalancerIngress> ingress = service.status().loadBalancer().ingress();
    if (ingress.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (LoadBalancerIngress point : ingress) {
      if (point.isVip()) {
        texts.add(point.ip());
      }
    }
    return ofFamily(texts.build(), family);
  }

  private static ImmutableList<IpAddress> ofFamily(List<String> texts, IpFamily family) {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    for (String text : texts) {
      IpAddress address = IpAddress.tryParseLenient(text).orElse(null);
      if (address != null && address.family() == family) {
        addresses.add(address);
      }
    }
    return addresses.build().asList();
  }
}
