package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.io.Serializable;

/**
 * One port of a Service in one address family: what a load is sent to.
 *
 * <pre>{@code
 * TrafficPort.of(web, "http")      // by name
 * TrafficPort.of(web, "80")        // by number
 * }</pre>
 *
 * @param service the Service
 * @param name the port's name; empty for an unnamed one
 * @param number the port's number at the Service's own addresses
 * @param protocol the protocol
 * @param family the address family
 */
public record TrafficPort(
    NamespacedName service, String name, int number, Protocol protocol, IpFamily family)
    implements Serializable {

  /** Checks that no part is missing. */
  public TrafficPort {
    checkNotNull(service, "Service of a port is null; expected its name");
    checkNotNull(name, "Name of a port is null; expected text, empty where it has none");
    checkNotNull(protocol, "Protocol of a port is null; expected one");
    checkNotNull(family, "Address family of a port is null; expected one");
  }

  /**
   * Returns a port of a Service.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @return the port
   */
  public static TrafficPort of(Service service, ServicePort port, IpFamily family) {
    return new TrafficPort(
        service.namespacedName(),
        port.name(),
        port.port(),
        port.protocol().orElse(Protocol.TCP),
        family);
  }

  /**
   * Returns a port of a Service, in the family of its first address.
   *
   * @param service the Service
   * @param port the port's name, or its number
   * @return the port; of several with that number the first
   * @throws IllegalArgumentException if there is no such port
   */
  public static TrafficPort of(Service service, String port) {
    for (ServicePort candidate : service.spec().ports()) {
      if (port.equals(candidate.name()) || port.equals(Integer.toString(candidate.port()))) {
        return of(service, candidate, families(service).asList().get(0));
      }
    }
    throw new IllegalArgumentException(
        String.format(
            "Port of Service %s: \"%s\"; expected name or number of one of its ports",
            service.namespacedName(), port));
  }

  /**
   * Returns every port of a Service, in every family it has a cluster IP of.
   *
   * @param service the Service
   * @return its ports in order, each first in the family of the Service's first address; none for a
   *     Service without cluster IP
   */
  public static ImmutableList<TrafficPort> allOf(Service service) {
    ImmutableList.Builder<TrafficPort> all = ImmutableList.builder();
    if (service.spec().isClusterIPSet()) {
      for (ServicePort port : service.spec().ports()) {
        families(service).forEach(family -> all.add(of(service, port, family)));
      }
    }
    return all.build();
  }

  // Of the addresses it has, or else IPv4.
  private static ImmutableSet<IpFamily> families(Service service) {
    ImmutableSet.Builder<IpFamily> families = ImmutableSet.builder();
    IpAddress.tryParseLenient(service.spec().clusterIP())
        .ifPresent(it -> families.add(it.family()));
    for (String address : service.spec().clusterIPs()) {
      IpAddress.tryParseLenient(address).ifPresent(it -> families.add(it.family()));
    }
    ImmutableSet<IpFamily> found = families.build();
    return found.isEmpty() ? ImmutableSet.of(IpFamily.IPV4) : found;
  }

  /**
   * Returns the port of a Service that this one names.
   *
   * @param owner the Service, as it is now
   * @return its port of this name, number and protocol
   * @throws IllegalArgumentException if it is another Service, or has no such port
   */
  public ServicePort in(Service owner) {
    checkArgument(
        owner.namespacedName().equals(service),
        "Service of port %s: \"%s\"; expected its own",
        this,
        owner.namespacedName());
    for (ServicePort port : owner.spec().ports()) {
      if (of(owner, port, family).equals(this)) {
        return port;
      }
    }
    throw new IllegalArgumentException(
        String.format("Port of Service %s: \"%s\"; expected one of its ports", service, this));
  }

  /** {@return such as {@code shop/web:http (80/TCP, IPv4)}} */
  @Override
  public String toString() {
    return service
        + (name.isEmpty() ? "" : ":" + name)
        + " ("
        + number
        + "/"
        + protocol.wireName()
        + ", "
        + family.wireName()
        + ")";
  }
}
