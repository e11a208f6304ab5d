package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointPort;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a slice, equal to another one's when they are the same in whatever order.
 *
 * <p>Follows {@code endpointslice/util}, NewPortMapKey (routing 1.6.1): a port is name, number,
 * protocol and application protocol, and an unsaid part differs from an empty one.
 */
final class PortSet {

  static final PortSet NONE = new PortSet(ImmutableList.of());

  private static final Comparator<EndpointPort> ORDER =
      Comparator.comparing((EndpointPort port) -> port.name().orElse(""))
          .thenComparing(port -> port.protocol().text())
          .thenComparingInt(port -> port.port().orElse(-1))
          .thenComparing(port -> port.appProtocol().orElse(""))
          .thenComparing(port -> port.name().isPresent())
          .thenComparing(port -> port.appProtocol().isPresent());

  private final ImmutableList<EndpointPort> ports;
  private final ImmutableList<EndpointPort> sorted;
  private final int hash;

  private PortSet(ImmutableList<EndpointPort> ports) {
    this.ports = ports;
    this.sorted = ports.size() < 2 ? ports : ImmutableList.sortedCopyOf(ORDER, ports);
    this.hash = sorted.hashCode();
  }

  static PortSet of(List<EndpointPort> ports) {
    return ports.isEmpty() ? NONE : new PortSet(ImmutableList.copyOf(ports));
  }

  /** The ports in the order they were given. */
  ImmutableList<EndpointPort> ports() {
    return ports;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PortSet that && hash == that.hash && sorted.equals(that.sorted));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
