package io.servicesemantics.impl.description;

import static com.google.common.collect.ImmutableList.sortedCopyOf;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.ListMultimap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which Services of a cluster claim one address and port: only these matter to each other. */
final class Rivals {

  // A port of the nodes has no address, and so has one of an address that is a node's.
  private static final String ANY_NODE = "";

  private static final int MOST = 32;

  private record Claim(String address, int port, Protocol protocol) {}

  private final ImmutableListMultimap<Claim, Service> byClaim;
  private final Set<IpAddress> nodeAddresses;

  private Rivals(ImmutableListMultimap<Claim, Service> byClaim, Set<IpAddress> nodeAddresses) {
    this.byClaim = byClaim;
    this.nodeAddresses = nodeAddresses;
  }

  static Rivals of(ClusterSnapshot world) {
    Set<IpAddress> nodeAddresses = new HashSet<>();
    for (Node node : world.nodes()) {
      for (IpFamily family : IpFamily.values()) {
        nodeAddresses.addAll(HostAddresses.of(node, family));
      }
    }
    ListMultimap<Claim, Service> byClaim = ArrayListMultimap.create();
    for (Service service :
        sortedCopyOf(
            Comparator.comparing(KubernetesObject::namespacedName),
            world.servicesByName().values())) {
      for (Claim claim : claims(service, nodeAddresses)) {
        if (byClaim.get(claim).size() < MOST) {
          byClaim.put(claim, service);
        }
      }
    }
    return new Rivals(ImmutableListMultimap.copyOf(byClaim), nodeAddresses);
  }

  // The Service and those that claim something of it: for each claim the first by name, since the
  // first of all is the one that tables answer for.
  ImmutableList<Service> of(Service service) {
    Map<NamespacedName, Service> rivals = new TreeMap<>();
    for (Claim claim : claims(service, nodeAddresses)) {
      for (Service other : byClaim.get(claim)) {
        rivals.put(other.namespacedName(), other);
      }
    }
    rivals.remove(service.namespacedName());
    return ImmutableList.<Service>builder().add(service).addAll(rivals.values()).build();
  }

  // The addresses and ports outside the cluster's own networks that others claim as well.
  ImmutableSetMultimap<String, NamespacedName> claimedTwice(Service service) {
    ImmutableSetMultimap.Builder<String, NamespacedName> twice = ImmutableSetMultimap.builder();
    for (Claim claim : claims(service, nodeAddresses)) {
      for (Service other : byClaim.get(claim)) {
        if (!claim.address().equals(ANY_NODE)
            && isOutside(claim, service)
            && !other.namespacedName().equals(service.namespacedName())) {
          twice.put(
              claim.address() + " port " + claim.port() + "/" + claim.protocol().wireName(),
              other.namespacedName());
        }
      }
    }
    return twice.build();
  }

  // Cluster IPs held twice are told as such.
  private static boolean isOutside(Claim claim, Service service) {
    for (String own : service.spec().clusterIPs()) {
      if (IpAddress.tryParseLenient(own)
          .filter(address -> address.toString().equals(claim.address()))
          .isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static ImmutableSet<Claim> claims(Service service, Set<IpAddress> nodeAddresses) {
    Set<String> addresses = new LinkedHashSet<>();
    addresses.add(service.spec().clusterIP());
    addresses.addAll(service.spec().clusterIPs());
    addresses.addAll(service.spec().externalIPs());
    for (LoadBalancerIngress point : service.status().loadBalancer().ingress()) {
      addresses.add(point.ip());
    }
    ImmutableSet.Builder<Claim> claims = ImmutableSet.builder();
    for (String text : addresses) {
      IpAddress address = IpAddress.tryParseLenient(text).orElse(null);
      if (address != null) {
        String place = nodeAddresses.contains(address) ? ANY_NODE : address.toString();
        for (ServicePort port : service.spec().ports()) {
          claims.add(new Claim(place, port.port(), protocol(port)));
        }
      }
    }
    for (ServicePort port : service.spec().ports()) {
      if (port.nodePort() != 0) {
        claims.add(new Claim(ANY_NODE, port.nodePort(), protocol(port)));
      }
    }
    if (service.spec().healthCheckNodePort() != 0) {
      claims.add(new Claim(ANY_NODE, service.spec().healthCheckNodePort(), Protocol.TCP));
    }
    return claims.build();
  }

  private static Protocol protocol(ServicePort port) {
    return port.protocol().known().orElse(Protocol.TCP);
  }
}
