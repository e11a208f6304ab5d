package io.servicesemantics.dns;

/** By which rules a zone answers. */
public enum DnsMode {
  /** As CoreDNS 1.14 and its kubernetes plugin do. */
  COREDNS,
  /** As the Kubernetes DNS specification 1.1.0 says, wherever CoreDNS deviates from it. */
  SPECIFICATION
}
