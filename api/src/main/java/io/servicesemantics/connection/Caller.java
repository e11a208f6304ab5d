package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who calls: a Pod, a process of a node, or an address.
 *
 * <pre>{@code
 * Caller.parse("pod shop/web-1")              // or shop/web-1, or web-1 if one Pod is called so
 * Caller.parse("node node-a")                 // a process in the node's network
 * Caller.parse("203.0.113.7")                 // somebody outside; a Pod's or node's address is it
 * Caller.parse("203.0.113.7 via node-a")      // arriving at that node, whoever it is
 * }</pre>
 */
public sealed interface Caller {

  /**
   * A Pod.
   *
   * @param name its name; an empty namespace stands for the only Pod of that name
   */
  record OfPod(NamespacedName name) implements Caller {
    /** Checks the name. */
    public OfPod {
      CallText.checkName(name.name(), "Name of a calling Pod");
      if (!name.namespace().isEmpty()) {
        CallText.checkName(name.namespace(), "Namespace of a calling Pod");
      }
    }

    /** {@return the Pod as {@link Caller#parse} reads it} */
    @Override
    public String toString() {
      return "pod " + name;
    }
  }

  /**
   * A process in a node's network.
   *
   * @param name the node's name
   */
  record OfNode(String name) implements Caller {
    /** Checks the name. */
    public OfNode {
      CallText.checkName(name, "Name of a calling node");
    }

    /** {@return the node as {@link Caller#parse} reads it} */
    @Override
    public String toString() {
      return "node " + name;
    }
  }

  /**
   * An address.
   *
   * @param address the sender's address
   * @param via the node it arrives at; without one it is whoever has the address, and otherwise
   *     somebody outside who may arrive at any node
   */
  record OfAddress(IpAddress address, Optional<String> via) implements Caller {
    /** Checks that no part is missing. */
    public OfAddress {
      checkNotNull(address, "Address of a caller is null; expected one");
      via.ifPresent(node -> CallText.checkName(node, "Name of the node a call arrives at"));
    }

    /** {@return the address as {@link Caller#parse} reads it} */
    @Override
    public String toString() {
      return address + via.map(node -> " via " + node).orElse("");
    }
  }

  /**
   * Reads a caller.
   *
   * @param text such as {@code pod shop/web-1}, {@code node node-a} or {@code 203.0.113.7}
   * @return the caller
   * @throws IllegalArgumentException for any other text
   */
  static Caller parse(String text) {
    return CallerReader.read(text);
  }

  /**
   * Handles every caller; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param pod what to do about a Pod
   * @param node what to do about a process of a node
   * @param address what to do about an address
   * @return what the function returned
   */
  default <R> R match(
      Function<OfPod, R> pod, Function<OfNode, R> node, Function<OfAddress, R> address) {
    if (this instanceof OfPod caller) {
      return pod.apply(caller);
    }
    if (this instanceof OfNode caller) {
      return node.apply(caller);
    }
    return address.apply((OfAddress) this);
  }
}
