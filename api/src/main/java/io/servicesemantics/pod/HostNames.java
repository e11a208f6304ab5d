package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The names a Pod goes by to itself (dns 11), or why the kubelet cannot name it.
 *
 * @param hostname the host name; empty text where there is an error
 * @param domain the domain behind it; empty text where there is none
 * @param kernelHostname what the kernel says; empty in the node's network, where it says the node's
 *     own name, and where the Pod cannot start
 * @param hosts the lines of {@code /etc/hosts}; in the node's network only those the kubelet adds
 *     behind the node's own
 * @param error why there are no names; empty where there are
 * @param kernelError why the Pod cannot start though there are names; empty where it can
 */
public record HostNames(
    String hostname,
    String domain,
    Optional<String> kernelHostname,
    ImmutableList<String> hosts,
    Optional<String> error,
    Optional<String> kernelError) {

  /** The lines about {@code localhost} that every hosts file of the kubelet has. */
  public static final ImmutableList<String> LOCALHOST =
      ImmutableList.of("127.0.0.1\tlocalhost", "::1\tlocalhost ip6-localhost ip6-loopback");

  /** Checks that no part is missing. */
  public HostNames {
    checkNotNull(hostname, "Host name is null; expected text, empty where there is none");
    checkNotNull(domain, "Domain of a host is null; expected text, empty where there is none");
    checkNotNull(kernelHostname, "Kernel's host name is null; expected one, or empty");
    checkNotNull(hosts, "Lines of a hosts file are null; expected a list");
    checkNotNull(error, "Error about a name is null; expected one, or empty");
    checkNotNull(kernelError, "Error about a kernel's name is null; expected one, or empty");
  }

  /** {@return host name and domain with a dot between, or the host name alone} */
  public String fqdn() {
    return domain.isEmpty() ? hostname : hostname + "." + domain;
  }

  /** {@return the hosts file} */
  public String hostsFile() {
    return String.join("\n", hosts) + "\n";
  }
}
