package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.Service;

/** What a host stands for. */
sealed interface NameAnswer {

  /** A Service. */
  record OfService(Service service, Because why) implements NameAnswer {}

  /** The endpoints of a headless Service that have a host name. */
  record OfEndpoint(Service service, String hostname, Because why) implements NameAnswer {}

  /** A Pod. */
  record OfPod(Pod pod, Because why) implements NameAnswer {}

  /** A node. */
  record OfNode(Node node, Because why) implements NameAnswer {}

  /** Addresses. */
  record OfAddresses(ImmutableList<IpAddress> addresses) implements NameAnswer {}

  /** Nothing of the cluster, or nothing at all. */
  record Elsewhere(Because why) implements NameAnswer {}
}
