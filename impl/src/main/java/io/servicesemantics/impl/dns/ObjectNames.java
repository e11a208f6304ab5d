package io.servicesemantics.impl.dns;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsNames;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.ServicePort;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes the names of objects below the cluster's domain. */
record ObjectNames(DnsName clusterDomain, boolean endpointPodNames) implements DnsNames {

  ObjectNames(DnsSettings settings) {
    this(DnsName.parse(settings.clusterDomain()).toLowerCase(), settings.endpointPodNames());
  }

  @Override
  public Optional<DnsName> ofService(NamespacedName service) {
    return clusterDomain
        .below(ServiceEntry.SVC)
        .flatMap(above -> above.below(service.namespace()))
        .flatMap(above -> above.below(service.name()));
  }

  @Override
  public Optional<DnsName> ofPort(NamespacedName service, ServicePort port) {
    if (port.name().isEmpty()) {
      return Optional.empty();
    }
    String protocol = port.protocol().isSaid() ? port.protocol().text() : "TCP";
    return ofService(service)
        .flatMap(above -> above.below("_" + Ascii.toLowerCase(protocol)))
        .flatMap(above -> above.below("_" + Ascii.toLowerCase(port.name())));
  }

  @Override
  public ImmutableList<DnsName> ofEndpoint(NamespacedName service, Endpoint endpoint) {
    Set<DnsName> names = new LinkedHashSet<>();
    for (String address : endpoint.addresses()) {
      String label = EndpointNode.label(endpoint, address, endpointPodNames);
      ofService(service).flatMap(above -> EndpointNode.name(label, above)).ifPresent(names::add);
    }
    return ImmutableList.copyOf(names);
  }

  @Override
  public Optional<DnsName> ofPodAddress(String namespace, IpAddress address) {
    return clusterDomain
        .below(PodNode.POD)
        .flatMap(above -> above.below(namespace))
        .flatMap(above -> above.below(Letters.dashed(address.toString())));
  }

  @Override
  public Optional<DnsName> ofPodHostname(Pod pod) {
    String subdomain = pod.spec().subdomain();
    if (subdomain.isEmpty()) {
      return Optional.empty();
    }
    String hostname = pod.spec().hostname();
    return ofService(NamespacedName.of(pod.metadata().namespace(), subdomain))
        .flatMap(above -> above.below(hostname.isEmpty() ? pod.metadata().name() : hostname));
  }

  @Override
  public DnsName ofAddress(IpAddress address) {
    return DnsName.parse(address.reverseName());
  }
}
