package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * The addresses of a cluster's name servers.
 *
 * @param told the addresses that kubelets are told of
 * @param all every address at which the same servers answer
 * @param words how they were found
 */
record ClusterServers(ImmutableList<IpAddress> told, ImmutableSet<IpAddress> all, String words) {

  // Every usual installer calls it so, and gives it the tenth address of each range.
  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "kube-dns";
  private static final int USUAL_OFFSET = 10;

  static ClusterServers of(World world, ImmutableList<Cidr> ranges) {
    Optional<Service> service = world.snapshot().service(NAMESPACE, NAME);
    ImmutableList<IpAddress> addresses =
        service.map(World::clusterIps).orElseGet(ImmutableList::of);
    return service.isPresent() && !addresses.isEmpty()
        ? of(service.get(), addresses, world)
        : usual(ranges);
  }

  // Who asks one of its Pods directly gets the same answers.
  private static ClusterServers of(
      Service service, ImmutableList<IpAddress> addresses, World world) {
    ImmutableSet.Builder<IpAddress> all = ImmutableSet.builder();
    all.addAll(addresses);
    for (EndpointSlice slice : world.slices(service)) {
      for (Endpoint endpoint : slice.endpoints()) {
        all.addAll(World.parsed(endpoint.addresses()));
      }
    }
    return new ClusterServers(addresses, all.build(), service.namespacedName().toString());
  }

  private static ClusterServers usual(ImmutableList<Cidr> ranges) {
    ImmutableList.Builder<IpAddress> usual = ImmutableList.builder();
    for (Cidr range : ranges) {
      if (range.saturatedSize() > USUAL_OFFSET) {
        usual.add(range.address(USUAL_OFFSET));
      }
    }
    ImmutableList<IpAddress> addresses = usual.build();
    return new ClusterServers(
        addresses,
        ImmutableSet.copyOf(addresses),
        "taken as usual, without Service " + NAMESPACE + "/" + NAME);
  }
}
