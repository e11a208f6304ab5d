package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.HostnameReason;
import java.util.Optional;

/**
 * How a Pod comes by its names (dns 11).
 *
 * @param names the names, or why there are none
 * @param chosen the text that is to be the host name, before it is cut
 * @param reasons what was decided, in the kubelet's order; the last one where it fails
 */
record HostNaming(HostNames names, String chosen, ImmutableList<HostnameReason> reasons) {

  private static final int LONGEST_HOSTNAME = 63;
  private static final int LONGEST_OF_KERNEL = 64;

  static HostNaming of(Pod pod, String clusterDomain) {
    Optional<String> override = pod.spec().hostnameOverride();
    return override.isPresent() ? overridden(pod, override.get()) : plain(pod, clusterDomain);
  }

  private static HostNaming overridden(Pod pod, String override) {
    ImmutableList.Builder<HostnameReason> reasons = ImmutableList.builder();
    reasons.add(HostnameReason.NAMED_BY_OVERRIDE);
    Optional<String> error = NameRules.ofSubdomain("HostnameOverride", override);
    return error.isPresent()
        ? failed(override, error.get(), reasons.add(HostnameReason.OVERRIDE_REFUSED))
        : named(pod, override, "", reasons);
  }

  private static HostNaming plain(Pod pod, String clusterDomain) {
    ImmutableList.Builder<HostnameReason> reasons = ImmutableList.builder();
    String hostname = pod.spec().hostname();
    String chosen = hostname.isEmpty() ? pod.metadata().name() : hostname;
    if (hostname.isEmpty()) {
      reasons.add(HostnameReason.NAMED_AS_POD);
    } else {
      reasons.add(HostnameReason.NAMED_BY_HOSTNAME);
      Optional<String> error = NameRules.ofLabel("Hostname", hostname);
      if (error.isPresent()) {
        return failed(chosen, error.get(), reasons.add(HostnameReason.NAME_REFUSED));
      }
    }
    String subdomain = pod.spec().subdomain();
    if (subdomain.isEmpty()) {
      return named(pod, chosen, "", reasons);
    }
    Optional<String> error = NameRules.ofLabel("Subdomain", subdomain);
    // What cannot be cut is told before a bad subdomain is.
    return error.isPresent() && cut(chosen).isPresent()
        ? failed(chosen, error.get(), reasons.add(HostnameReason.SUBDOMAIN_REFUSED))
        : named(
            pod,
            chosen,
            subdomain + "." + pod.metadata().namespace() + ".svc." + clusterDomain,
            reasons);
  }

  private static HostNaming named(
      Pod pod, String chosen, String domain, ImmutableList.Builder<HostnameReason> reasons) {
    Optional<String> cut = cut(chosen);
    if (cut.isEmpty()) {
      String error =
          "hostname for pod "
              + QuotedText.of(pod.metadata().name())
              + " was invalid: "
              + QuotedText.of(chosen);
      return failed(chosen, error, reasons.add(HostnameReason.NOTHING_LEFT_OF_NAME));
    }
    String hostname = cut.get();
    if (hostname.length() < chosen.length()) {
      reasons.add(HostnameReason.NAME_CUT);
    }
    reasons.add(
        domain.isEmpty()
            ? pod.spec().hostnameOverride().isPresent()
                ? HostnameReason.OVERRIDE_HAS_NO_DOMAIN
                : HostnameReason.HAS_NO_SUBDOMAIN
            : HostnameReason.HAS_DOMAIN);
    HostnameReason ofKernel = kernelReason(pod, hostname, domain);
    reasons.add(ofKernel);
    reasons.add(
        pod.spec().hostNetwork()
            ? HostnameReason.HOSTS_FILE_OF_NODE
            : HostnameReason.HOSTS_FILE_OF_POD);
    if (!pod.spec().hostAliases().isEmpty()) {
      reasons.add(HostnameReason.HOSTS_FILE_HAS_ALIASES);
    }
    HostNames names =
        new HostNames(
            hostname,
            domain,
            kernelName(ofKernel, hostname, domain),
            ManagedHosts.of(pod, hostname, domain),
            Optional.empty(),
            ofKernel == HostnameReason.FQDN_TOO_LONG
                ? Optional.of(tooLong(hostname + "." + domain))
                : Optional.empty());
    return new HostNaming(names, chosen, reasons.build());
  }

  private static HostnameReason kernelReason(Pod pod, String hostname, String domain) {
    if (pod.spec().hostNetwork()) {
      return HostnameReason.KERNEL_SAYS_NODE;
    }
    if (!pod.spec().setHostnameAsFQDN().orElse(false)) {
      return HostnameReason.KERNEL_SAYS_HOSTNAME;
    }
    if (domain.isEmpty()) {
      return HostnameReason.KERNEL_HAS_NO_DOMAIN;
    }
    return Octets.of(hostname) + ".".length() + Octets.of(domain) > LONGEST_OF_KERNEL
        ? HostnameReason.FQDN_TOO_LONG
        : HostnameReason.KERNEL_SAYS_FQDN;
  }

  private static Optional<String> kernelName(
      HostnameReason reason, String hostname, String domain) {
    return switch (reason) {
      case KERNEL_SAYS_NODE, FQDN_TOO_LONG -> Optional.empty();
      case KERNEL_SAYS_FQDN -> Optional.of(hostname + "." + domain);
      default -> Optional.of(hostname);
    };
  }

  private static String tooLong(String fqdn) {
    return String.format(
        "failed to construct FQDN from pod hostname and cluster domain, FQDN %s is too long (%d"
            + " characters is the max, %d characters requested)",
        fqdn, LONGEST_OF_KERNEL, Octets.of(fqdn));
  }

  private static HostNaming failed(
      String chosen, String error, ImmutableList.Builder<HostnameReason> reasons) {
    return new HostNaming(
        new HostNames(
            "", "", Optional.empty(), ImmutableList.of(), Optional.of(error), Optional.empty()),
        chosen,
        reasons.build());
  }

  // Only what is cut loses the dashes and dots at its end.
  private static Optional<String> cut(String hostname) {
    if (hostname.length() <= LONGEST_HOSTNAME) {
      return Optional.of(hostname);
    }
    int end = LONGEST_HOSTNAME;
    while (end > 0 && (hostname.charAt(end - 1) == '-' || hostname.charAt(end - 1) == '.')) {
      end--;
    }
    return end == 0 ? Optional.empty() : Optional.of(hostname.substring(0, end));
  }
}
