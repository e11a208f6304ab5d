package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.io.Serializable;

/**
 * The addresses and ports a Service gave back.
 *
 * @param clusterIPs the addresses, in the order the Service had them
 * @param nodePorts the node ports, the health check's among them, each once
 */
public record ReleasedNumbers(ImmutableList<IpAddress> clusterIPs, ImmutableList<Integer> nodePorts)
    implements Serializable {

  /** Nothing given back. */
  public static final ReleasedNumbers NONE =
      new ReleasedNumbers(ImmutableList.of(), ImmutableList.of());

  /** Checks that no part is null. */
  public ReleasedNumbers {
    checkNotNull(clusterIPs, "Addresses given back are null; expected a list");
    checkNotNull(nodePorts, "Ports given back are null; expected a list");
  }

  /** {@return whether nothing was given back} */
  public boolean isEmpty() {
    return clusterIPs.isEmpty() && nodePorts.isEmpty();
  }
}
