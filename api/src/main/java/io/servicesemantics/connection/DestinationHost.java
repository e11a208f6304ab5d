package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import java.util.function.Function;

/** What is called, apart from the port. */
public sealed interface DestinationHost {

  /**
   * A Service, said by namespace and name.
   *
   * @param name its namespace and name
   */
  record OfService(NamespacedName name) implements DestinationHost {
    /** Checks the name. */
    public OfService {
      CallText.checkName(name.namespace(), "Namespace of a Service called");
      CallText.checkName(name.name(), "Name of a Service called");
    }

    /** {@return such as {@code shop/orders}} */
    @Override
    public String toString() {
      return name.toString();
    }
  }

  /**
   * A Pod.
   *
   * @param name its name; an empty namespace stands for the only Pod of that name
   */
  record OfPod(NamespacedName name) implements DestinationHost {
    /** Checks the name. */
    public OfPod {
      CallText.checkName(name.name(), "Name of a Pod called");
      if (!name.namespace().isEmpty()) {
        CallText.checkName(name.namespace(), "Namespace of a Pod called");
      }
    }

    /** {@return such as {@code pod shop/web-1}} */
    @Override
    public String toString() {
      return "pod " + name;
    }
  }

  /**
   * A node.
   *
   * @param name its name
   */
  record OfNode(String name) implements DestinationHost {
    /** Checks the name. */
    public OfNode {
      CallText.checkName(name, "Name of a node called");
    }

    /** {@return such as {@code node node-a}} */
    @Override
    public String toString() {
      return "node " + name;
    }
  }

  /**
   * A host name, as a program would look it up.
   *
   * @param name the name, such as {@code orders.shop}
   */
  record Named(String name) implements DestinationHost {
    /** Checks the name. */
    public Named {
      CallText.checkName(name, "Host name called");
    }

    /** {@return the name} */
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * An address.
   *
   * @param address the address
   */
  record At(IpAddress address) implements DestinationHost {
    /** Checks that it is there. */
    public At {
      checkNotNull(address, "Address called is null; expected one");
    }

    /** {@return the address, in brackets where it is of IPv6} */
    @Override
    public String toString() {
      return address.family() == IpFamily.IPV6 ? "[" + address + "]" : address.toString();
    }
  }

  /**
   * Handles every host; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param service what to do about a Service
   * @param pod what to do about a Pod
   * @param node what to do about a node
   * @param named what to do about a host name
   * @param at what to do about an address
   * @return what the function returned
   */
  default <R> R match(
      Function<OfService, R> service,
      Function<OfPod, R> pod,
      Function<OfNode, R> node,
      Function<Named, R> named,
      Function<At, R> at) {
    if (this instanceof OfService host) {
      return service.apply(host);
    }
    if (this instanceof OfPod host) {
      return pod.apply(host);
    }
    if (this instanceof OfNode host) {
      return node.apply(host);
    }
    if (this instanceof Named host) {
      return named.apply(host);
    }
    return at.apply((At) this);
  }
}
