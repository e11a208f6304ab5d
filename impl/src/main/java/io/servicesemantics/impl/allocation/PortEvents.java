package io.servicesemantics.impl.allocation;

import io.servicesemantics.net.PortRange;

/** What the repair loop of node ports tells ({@code portallocator/controller/repair.go}). */
final class PortEvents {

  private PortEvents() {}

  static String outOfRange(int port, PortRange range) {
    return "Port " + port + " is not within the port range " + range + "; please recreate service";
  }

  static String assignedTwice(int port) {
    return "Port " + port + " was assigned to multiple services; please recreate service";
  }

  static String notAllocated(int port) {
    return "Port " + port + " is not allocated; repairing";
  }
}
