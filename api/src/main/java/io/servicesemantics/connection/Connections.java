package io.servicesemantics.connection;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.pod.Libc;

/**
 * Tells what becomes of a call, from what people say: who calls, and what.
 *
 * <pre>{@code
 * k8s.connections().trace("pod shop/web-1", "http://orders", world);
 * k8s.connections().trace("203.0.113.7", "node-a:30080", world).outcome();   // REFUSED
 * }</pre>
 *
 * <p>A Pod looks host names up as its resolv.conf says, which is what the kubelet writes for it:
 * mostly by its namespace's search list and the cluster's DNS; a Pod in its node's network asks the
 * node's own servers, and finds no names of the cluster. What DNS does not give may be the name of
 * a node or of a load balancer. For other callers nobody knows whom they ask; they are taken to
 * know the cluster's names.
 *
 * <p>A call is then followed from node to node: the node of the caller decides first, and where it
 * lets the packet pass to an address of another node, that node decides again. A call from outside
 * whose node is not told is asked at every node it can arrive at.
 *
 * <p>Assumed are: the node's own resolv.conf, which no object tells, adds no search domain, and no
 * server outside knows a name of the cluster; the network between nodes keeps Pods' addresses, and
 * leads every Pod's address to its node; whoever leads an external address to a node keeps the
 * sender and the address called; no policy forbids a call; and where it arrives, a process listens.
 */
public interface Connections {

  /**
   * Traces a call of a program that looks names up as glibc does, like most.
   *
   * @param caller who calls
   * @param destination what is called
   * @param world the cluster
   * @return what becomes of it; names that lead nowhere are answers too
   */
  default ConnectionTrace trace(Caller caller, Destination destination, ClusterSnapshot world) {
    return trace(caller, destination, world, Libc.GLIBC_2_36);
  }

  /**
   * Traces a call of a program that looks names up by the rules of a certain C library.
   *
   * @param caller who calls
   * @param destination what is called
   * @param world the cluster
   * @param libc by whose rules the caller looks names up
   * @return what becomes of it; names that lead nowhere are answers too
   */
  ConnectionTrace trace(Caller caller, Destination destination, ClusterSnapshot world, Libc libc);

  /**
   * Traces a call told in words.
   *
   * @param caller who calls, as {@link Caller#parse} reads it
   * @param destination what is called, as {@link Destination#parse} reads it
   * @param world the cluster
   * @return what becomes of it
   * @throws IllegalArgumentException if either text cannot be read
   */
  default ConnectionTrace trace(String caller, String destination, ClusterSnapshot world) {
    return trace(Caller.parse(caller), Destination.parse(destination), world);
  }
}
