package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.net.Cidr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks kept for Services: those of the ServiceCIDRs, or without any those of the profile,
 * for which every API server makes one.
 */
record ServiceNetworks(ImmutableMap<String, ServiceCidr> objects, ImmutableList<Cidr> networks) {

  static ServiceNetworks of(List<ServiceCidr> objects, ProxySetup setup) {
    Map<String, ServiceCidr> byName = new LinkedHashMap<>();
    objects.forEach(object -> byName.put(object.metadata().name(), object));
    return of(byName, setup);
  }

  private static ServiceNetworks of(Map<String, ServiceCidr> byName, ProxySetup setup) {
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (ServiceCidr object : byName.values()) {
      for (String text : object.spec().cidrs()) {
        Cidr.tryParseLenient(text).ifPresent(networks::add);
      }
    }
    return new ServiceNetworks(
        ImmutableMap.copyOf(byName), byName.isEmpty() ? setup.serviceNetworks() : networks.build());
  }

  /** The networks with one object put in, or taken out where there is none to put. */
  ServiceNetworks with(String name, @Nullable ServiceCidr object, ProxySetup setup) {
    Map<String, ServiceCidr> byName = new LinkedHashMap<>(objects);
    if (object == null) {
      byName.remove(name);
    } else {
      byName.put(name, object);
    }
    return of(byName, setup);
  }
}
