package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import java.io.Serializable;

/**
 * What the kubelet of a node has to make the resolv.conf of its Pods from, which no object of the
 * cluster tells.
 *
 * @param clusterDNS the addresses of the cluster's name servers: the kubelet's {@code clusterDNS}
 * @param hasFile whether the kubelet is told of a file of the node at all: its {@code resolvConf}
 * @param file the text of that file; empty where there is none
 * @param nodeAddresses the node's addresses, which count where there is no file
 */
public record NodeResolver(
    ImmutableList<IpAddress> clusterDNS,
    boolean hasFile,
    String file,
    ImmutableList<IpAddress> nodeAddresses)
    implements Serializable {

  /** Checks that no part is missing. */
  public NodeResolver {
    checkNotNull(clusterDNS, "Addresses of the cluster's name servers are null; expected a list");
    checkNotNull(file, "File of a node is null; expected its text, empty where there is none");
    checkNotNull(nodeAddresses, "Addresses of a node are null; expected a list");
  }

  /**
   * Returns what a kubelet has that is told of a file.
   *
   * @param clusterDNS the addresses of the cluster's name servers
   * @param file the text of the node's {@code /etc/resolv.conf}
   * @return what it has
   */
  public static NodeResolver of(Iterable<IpAddress> clusterDNS, String file) {
    return new NodeResolver(ImmutableList.copyOf(clusterDNS), true, file, ImmutableList.of());
  }

  /**
   * Returns what a kubelet has that is told of no file.
   *
   * @param clusterDNS the addresses of the cluster's name servers
   * @param nodeAddresses the node's addresses
   * @return what it has
   */
  public static NodeResolver withoutFile(
      Iterable<IpAddress> clusterDNS, Iterable<IpAddress> nodeAddresses) {
    return new NodeResolver(
        ImmutableList.copyOf(clusterDNS), false, "", ImmutableList.copyOf(nodeAddresses));
  }
}
