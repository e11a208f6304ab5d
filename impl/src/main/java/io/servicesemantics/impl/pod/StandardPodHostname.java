package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAlias;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.HostnameReason;
import io.servicesemantics.pod.PodHostname;
import java.util.Optional;

/** Names Pods as the kubelet does. */
public final class StandardPodHostname implements PodHostname {

  private static final int LONGEST_HOSTNAME = 63;
  private static final int LONGEST_OF_KERNEL = 64;

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

  private final String clusterDomain;

  /**
   * Takes what differs between clusters.
   *
   * @param clusterDomain the cluster's domain as the kubelet is told it; empty where it is not
   */
  public StandardPodHostname(String clusterDomain) {
    this.clusterDomain = clusterDomain;
  }

  @Override
  public HostNames namesOf(Pod pod) {
    Optional<String> override = pod.spec().hostnameOverride();
    if (override.isPresent()) {
      return named(
          pod, override.get(), "", NameRules.ofSubdomain("HostnameOverride", override.get()));
    }
    String hostname = pod.spec().hostname();
    String subdomain = pod.spec().subdomain();
    Optional<String> error =
        hostname.isEmpty() ? Optional.empty() : NameRules.ofLabel("Hostname", hostname);
    String chosen = hostname.isEmpty() ? pod.metadata().name() : hostname;
    if (error.isEmpty() && cut(chosen).isPresent() && !subdomain.isEmpty()) {
      error = NameRules.ofLabel("Subdomain", subdomain);
    }
    String domain =
        subdomain.isEmpty()
            ? ""
            : subdomain + "." + pod.metadata().namespace() + ".svc." + clusterDomain;
    return named(pod, chosen, domain, error);
  }

  private static HostNames named(Pod pod, String hostname, String domain, Optional<String> error) {
    if (error.isPresent()) {
      return failed(error.get());
    }
    Optional<String> fitting = cut(hostname);
    if (fitting.isEmpty()) {
      return failed(
          "hostname for pod "
              + QuotedText.of(pod.metadata().name())
              + " was invalid: "
              + QuotedText.of(hostname));
    }
    boolean isOfNode = pod.spec().hostNetwork();
    String ofKernel = ofKernel(pod, fitting.get(), domain);
    boolean isTooLong = !isOfNode && Octets.of(ofKernel) > LONGEST_OF_KERNEL;
    return new HostNames(
        fitting.get(),
        domain,
        isOfNode || isTooLong ? Optional.empty() : Optional.of(ofKernel),
        hosts(pod, fitting.get(), domain),
        Optional.empty(),
        isTooLong
            ? Optional.of(
                String.format(
                    "failed to construct FQDN from pod hostname and cluster domain, FQDN %s is too"
                        + " long (%d characters is the max, %d characters requested)",
                    ofKernel, LONGEST_OF_KERNEL, Octets.of(ofKernel)))
            : Optional.empty());
  }

  private static HostNames failed(String error) {
    return new HostNames(
        "", "", Optional.empty(), ImmutableList.of(), Optional.of(error), Optional.empty());
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

  private static String ofKernel(Pod pod, String hostname, String domain) {
    boolean isWhole = pod.spec().setHostnameAsFQDN().orElse(false) && !domain.isEmpty();
    return isWhole ? hostname + "." + domain : hostname;
  }

  private static ImmutableList<String> hosts(Pod pod, String hostname, String domain) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    if (pod.spec().hostNetwork()) {
      lines.add(HEADER_OF_NODE);
    } else {
      lines.addAll(HEADER);
      for (String address : pod.status().podIPs()) {
        lines.add(
            domain.isEmpty()
                ? address + "\t" + hostname
                : address + "\t" + hostname + "." + domain + "\t" + hostname);
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

  @Override
  public Explained<Boolean> explainResolvable(Pod pod, DnsZone zone) {
    HostNames names = namesOf(pod);
    if (names.error().isPresent()) {
      return Explained.of(
          false, Because.of(HostnameReason.CANNOT_BE_NAMED).withFact("error", names.error().get()));
    }
    Optional<DnsName> fqdn =
        names.domain().isEmpty() ? Optional.empty() : DnsName.tryParse(names.fqdn());
    if (fqdn.isEmpty()) {
      return Explained.of(
          false, Because.of(HostnameReason.HAS_NO_SUBDOMAIN).withFact("host", names.hostname()));
    }
    return resolvable(pod, fqdn.get(), zone);
  }

  private static Explained<Boolean> resolvable(Pod pod, DnsName fqdn, DnsZone zone) {
    Because why = Because.of(HostnameReason.LEADS_ELSEWHERE);
    boolean isFound = false;
    for (RecordType type : ImmutableList.of(RecordType.A, RecordType.AAAA)) {
      Explained<DnsAnswer> answer = zone.explain(DnsQuestion.of(fqdn, type));
      if (leadsTo(answer.value(), pod)) {
        why = Because.of(HostnameReason.LEADS_TO_POD);
        isFound = true;
      }
      if (isFound || type.equals(RecordType.A)) {
        why = why.withCause(answer.because());
      }
      if (isFound) {
        break;
      }
    }
    if (pod.spec().hostname().isEmpty()) {
      why = why.withCause(Because.of(HostnameReason.HAS_NO_HOSTNAME));
    }
    return Explained.of(isFound, why.withFact("name", fqdn));
  }

  private static boolean leadsTo(DnsAnswer answer, Pod pod) {
    for (DnsRecord record : answer.answer()) {
      if (record.data() instanceof RecordData.Address found) {
        for (String address : pod.status().podIPs()) {
          if (IpAddress.tryParseLenient(address).filter(found.address()::equals).isPresent()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
