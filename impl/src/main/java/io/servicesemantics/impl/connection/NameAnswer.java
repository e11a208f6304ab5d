package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.Service;

/** What a host stands for. */
sealed interface NameAnswer {

  /** A Service, at its own addresses. */
  record OfService(Service service, Because why) implements NameAnswer {}

  /** A Service or some of its endpoints, at the addresses that a look-up found. */
  record Resolved(
      Service service, boolean isEndpoint, ImmutableList<IpAddress> addresses, Because why)
      implements NameAnswer {}

  /** Another name, by way of some Services that are no more than that. */
  record OfAlias(ImmutableList<Service> aliases, ImmutableList<Because> why, NameAnswer target)
      implements NameAnswer {}

  /** A Pod. */
  record OfPod(Pod pod, Because why) implements NameAnswer {}

  /** A node. */
  record OfNode(Node node, Because why) implements NameAnswer {}

  /** Addresses. */
  record OfAddresses(ImmutableList<IpAddress> addresses, ImmutableList<Because> why)
      implements NameAnswer {}

  /** Nothing of the cluster, or nothing at all. */
  record Elsewhere(Because why) implements NameAnswer {}
}
