package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAlias;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.pod.HostNames;

/** The {@code /etc/hosts} that the kubelet writes for a Pod (dns 11.6). */
final class ManagedHosts {

  private static final ImmutableList<String> HEADER =
      ImmutableList.<String>builder()
          .add("# Kubernetes-managed hosts file.")
          .addAll(HostNames.LOCALHOST)
          .add(
              "fe00::0\tip6-localnet",
              "fe00::0\tip6-mcastprefix",
              "fe00::1\tip6-allnodes",
              "fe00::2\tip6-allrouters")
          .build();
  private static final String HEADER_OF_NODE = "# Kubernetes-managed hosts file (host network).";

  private ManagedHosts() {}

  static ImmutableList<String> of(Pod pod, String hostname, String domain) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    if (pod.spec().hostNetwork()) {
      lines.add(HEADER_OF_NODE);
    } else {
      lines.addAll(HEADER);
      String names = domain.isEmpty() ? hostname : hostname + "." + domain + "\t" + hostname;
      for (String address : pod.status().podIPs()) {
        lines.add(address + "\t" + names);
      }
    }
    ImmutableList<HostAlias> aliases = pod.spec().hostAliases();
    if (!aliases.isEmpty()) {
      lines.add("").add("# Entries added by HostAliases.");
      for (HostAlias alias : aliases) {
        lines.add(alias.ip() + "\t" + String.join("\t", alias.hostnames()));
      }
    }
    return lines.build();
  }
}
