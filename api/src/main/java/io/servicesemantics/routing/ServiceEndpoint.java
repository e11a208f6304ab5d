package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.io.Serializable;

/**
 * One address and port behind a Service port, as kube-proxy keeps it.
 *
 * <p>Two endpoints of a slice's port are the same to kube-proxy when they print the same.
 *
 * @param address the address
 * @param port the port number, 1 to 65535 where the slice is valid
 * @param said what the slice says of it: conditions, node, hints, the Pod it stands for
 * @param asWritten whether kube-proxy calls it by its address as the slice writes it, where that is
 *     not the usual way, so that two spellings of an address are two endpoints (versions R8)
 */
public record ServiceEndpoint(IpAddress address, int port, Endpoint said, boolean asWritten)
    implements Comparable<ServiceEndpoint>, Serializable {

  /**
   * An endpoint that kube-proxy calls by its address as addresses are usually written.
   *
   * @param address the address
   * @param port the port number
   * @param said what the slice says of it
   */
  public ServiceEndpoint(IpAddress address, int port, Endpoint said) {
    this(address, port, said, false);
  }

  /** Checks that no part is missing. */
  public ServiceEndpoint {
    checkNotNull(address, "Address of an endpoint is null; expected an address");
    checkNotNull(said, "Endpoint of a slice is null; expected what the slice says");
    checkArgument(port != 0, "Port of an endpoint: %s; expected a number other than 0", port);
    checkArgument(
        !asWritten || !said.addresses().isEmpty(),
        "Addresses of an endpoint that is called as written: \"%s\"; expected one or more",
        said.addresses());
  }

  /** {@return the address as kube-proxy has it} */
  public String addressText() {
    return asWritten ? said.addresses().get(0) : address.toString();
  }

  /** {@return whether it takes new traffic: said so, or unsaid (routing 2.3.6)} */
  public boolean isReady() {
    return said.conditions().isReady();
  }

  /** {@return whether it still answers while it is going away (routing 2.4.2)} */
  public boolean isServingWhileTerminating() {
    return said.conditions().isServing() && said.conditions().isTerminating();
  }

  /**
   * Returns whether the endpoint is on a node.
   *
   * @param nodeName the name of the node
   * @return true only if the slice says so; a node without a name has no endpoints (routing 2.3.7)
   */
  public boolean isOn(String nodeName) {
    return !nodeName.isEmpty() && said.nodeName().filter(nodeName::equals).isPresent();
  }

  /**
   * Compares by the text of address and port, so that {@code 10.0.0.10:80} comes before {@code
   * 10.0.0.2:80} (routing 2.3.10). What is said of the endpoints plays no part: unlike {@link
   * #equals}, it takes two entries for one address and port as the same.
   */
  @Override
  public int compareTo(ServiceEndpoint other) {
    return TextOrder.compare(this, other);
  }

  /** {@return address and port, such as {@code 10.0.0.1:80} or {@code [fd00::1]:80}} */
  @Override
  public String toString() {
    String text = addressText();
    return address.family() == IpFamily.IPV6 ? "[" + text + "]:" + port : text + ":" + port;
  }
}
