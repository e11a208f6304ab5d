package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/**
 * How a node answers at a Service's {@code healthCheckNodePort} in one address family.
 *
 * @param service the Service
 * @param node the name of the node
 * @param family the address family
 * @param reason why it answers so, or why nobody answers
 * @param served the answer; empty where nobody listens, so that whoever asks is refused
 */
public record ServiceHealth(
    NamespacedName service,
    String node,
    IpFamily family,
    HealthReason reason,
    Optional<ServedHealth> served) {

  /** Checks that no part is missing. */
  public ServiceHealth {
    checkNotNull(service, "Service of a health check is null; expected its name");
    checkNotNull(node, "Node of a health check is null; expected its name");
    checkNotNull(family, "Family of a health check is null; expected one");
    checkNotNull(reason, "Reason of a health check is null; expected one");
    checkNotNull(served, "Answer of a health check is null; expected one, or empty");
  }

  /** {@return whether somebody answers at all} */
  public boolean isServed() {
    return served.isPresent();
  }

  /** {@return whether load balancers that ask here go on sending} */
  public boolean isPassing() {
    return served.filter(said -> said.answer().isOk()).isPresent();
  }

  /**
   * {@return the answer in a line, such as {@code node-a IPv4: 200 at port 32000, 2 ready here}}
   */
  @Override
  public String toString() {
    return node + " " + family.wireName() + ": " + words();
  }

  /** {@return what is answered and why, without saying where} */
  String words() {
    return served
        .map(
            said ->
                String.format(
                    "%d at port %d, %d ready here%s",
                    said.answer().status(),
                    said.port(),
                    said.localEndpoints(),
                    said.serviceProxyHealthy() ? "" : ", kube-proxy behind"))
        .orElseGet(() -> "no answer. " + reason.sentence());
  }
}
