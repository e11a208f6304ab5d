package io.servicesemantics.impl.allocation;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;

/** What the repair loop of addresses tells of a Service ({@code controller/repairip.go}). */
final class AddressEvents {

  /** The loop prints what it could read, which is nothing, and not what was written. */
  static final String NOT_VALID = "Cluster IP <nil> is not a valid IP; please recreate Service";

  private AddressEvents() {}

  static String outOfRange(IpAddress address) {
    return "Cluster IP ["
        + family(address)
        + "]: "
        + address
        + " is not within any configured Service CIDR; please recreate service";
  }

  static String assignedTwice(IpAddress address) {
    // no space here, as there
    return "Cluster IP ["
        + family(address)
        + "]:"
        + address
        + " was assigned to multiple services; please recreate service";
  }

  static String notAllocated(IpAddress address) {
    return "Cluster IP [" + family(address) + "]: " + address + " is not allocated; repairing";
  }

  static String wrongReference(IpAddress address, NamespacedName service) {
    return "the ClusterIP ["
        + family(address)
        + "]: "
        + address
        + " for Service "
        + service
        + " has a wrong reference; repairing";
  }

  private static String family(IpAddress address) {
    return address.family().wireName();
  }
}
